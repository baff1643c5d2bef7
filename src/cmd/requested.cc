// What was typed for one item -> the entry to be written.
#include "cmd/change.h"

#include <fmt/format.h>

#include <algorithm>

#include "cmd/plan_file.h"
#include "cmd/requested_round.h"
#include "cmd/typed.h"
#include "figures/numerals.h"
#include "records/entry_keys.h"
#include "records/register.h"
#include "records/targets.h"
#include "standing/state.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// How a word for another kind of row is answered; `{0}`: what was typed, `{1}`: the words there
/// are.
Phrase other_status(RowKind kind) {
  switch (kind) {
    case RowKind::heading:
    case RowKind::content:
    case RowKind::condition:
      return {"`{0}` là trạng thái của việc trong kế hoạch; nội dung tiêu chí thì một trong {1}",
              "`{0}` is a status of a plan's item; a criterion takes one of {1}"};
    case RowKind::model:
      return {"`{0}` không phải trạng thái của mô hình; một trong {1}",
              "`{0}` is no status of a model; one of {1}"};
    case RowKind::item:
    case RowKind::report_day:
      break;
  }
  return {"`{0}` là kết luận của tiêu chí; việc trong kế hoạch thì một trong {1}",
          "`{0}` is a verdict on criteria; an item of a plan takes one of {1}"};
}

/// The word of a file that is meant: a usual one, or the ward's own.
std::string status_token(RowKind kind, const Ward* ward, const std::string& typed) {
  if (auto meant = meant_status(kind, typed, ward)) return std::move(meant->token);
  std::vector<std::string> words, vietnamese, tokens;
  if (ward != nullptr && takes_ward_statuses(kind)) {
    for (const WardStatus& own : ward->statuses) {
      tokens.push_back(own.id.value);
      vietnamese.push_back(own.name.value);
      words.insert(words.end(), {tokens.back(), vietnamese.back()});
    }
  }
  for (const StatusWord& word : status_words_of(kind)) {
    tokens.emplace_back(word.token);
    vietnamese.emplace_back(word.words.vi);
    words.insert(words.end(), {tokens.back(), vietnamese.back()});
  }
  const Message list{quoted_list(vietnamese), quoted_list(tokens)};
  const Phrase other = other_status(kind);
  // It is a status, of another kind of row.
  if (status_by_words(typed) != nullptr)
    refuse({fmt::format(fmt::runtime(other.vi), typed, list.vi),
            fmt::format(fmt::runtime(other.en), typed, list.en)});
  refuse(with_hint(say("không có trạng thái `{}`", "there is no status `{}`", typed),
                   offer_nearest(typed, words, say("một trong {}", "one of {}", list))));
}

Date day_typed(const std::string& text) {
  if (const auto day = parse_typed_date(text)) return *day;
  if (const auto timed = parse_timed_day(text)) {
    if (timed->midnight) return timed->day;
    refuse(say("`{}` có cả giờ; chỉ viết ngày: `{}`", "`{}` has a time, too; write the day: `{}`",
               text, written(timed->day)));
  }
  if (const auto day = day_of_serial(text))
    refuse(say("`{}` là số, không phải là ngày; nếu Excel giữ ngày {} bằng số ấy thì viết `{}`",
               "`{}` is a number and no date; if Excel keeps {} so, write `{}`", text,
               written(*day), written(*day)));
  refuse(say("`{}` không phải là ngày; viết `2026-06-15` hoặc `15/6/2026`",
             "`{}` is not a date; write `2026-06-15` or `15/6/2026`", text));
}

Date entry_date(const Row& row, const ChangeRequest& request, const Date& today) {
  Date on = today;
  if (const auto& text = request.entry[EntryKeyId::date].text) on = day_typed(*text);
  for (const Update& update : row.updates)
    if (update.date.value > on && !request.backdate)
      refuse(say("ngày {} đứng trước lần cập nhật {}; thêm `--backdate` nếu đúng là vậy",
                 "{} comes before the entry of {}; add `--backdate` if that is meant", iso(on),
                 iso(update.date.value)));
  return on;
}

std::string percent_typed(const std::string& text) {
  const auto percent = percent_in(text);
  if (!percent)
    refuse(say("`{}` không phải số nguyên từ 0 đến 100; viết như `60`",
               "`{}` is no whole number of 0 to 100; write as in `60`", text));
  return fmt::format("{}", *percent);
}

std::vector<std::string> target_names(const Row& row) {
  std::vector<std::string> names;
  for (const Target& target : row.targets)
    if (target.name.given) names.push_back(target.name.value);
  return names;
}

[[noreturn]] void unknown_target(const Row& row, const std::string& name) {
  const auto names = target_names(row);
  if (names.empty())
    refuse(say("việc không có chỉ tiêu nào tên `{}`; viết `--value SỐ`",
               "the item has no target named `{}`; write `--value FIGURE`", name));
  refuse(with_hint(say("việc không có chỉ tiêu `{}`", "the item has no target `{}`", name),
                   offer_nearest(name, names, there_are(names))));
}

/// A target by its name, or by its place in the list (`1`): names can be long.
const Target* named_target(const Row& row, const std::string& name) {
  if (const Target* target = find_target(row, name)) return target;
  const auto place = whole_number(name);
  const bool in_list =
      place && *place >= 1 && static_cast<std::size_t>(*place) <= row.targets.size();
  return in_list ? &row.targets[static_cast<std::size_t>(*place - 1)] : nullptr;
}

void add_value(const Row& row, const std::string& typed, EntryDraft& entry) {
  const std::size_t sign = typed.find('=');
  if (sign == 0)
    refuse(say("`--value {}` thiếu tên chỉ tiêu trước dấu `=`",
               "`--value {}` has no name of a target before `=`", typed));
  if (sign == std::string::npos) {
    if (row.targets.size() > 1)
      refuse(
          say("việc có {0} chỉ tiêu; viết `--value TÊN=SỐ`, tên là một trong {1}, hoặc số thứ tự 1 "
              "đến {0}",
              "the item has {0} targets; write `--value NAME=FIGURE`, the name being one of {1}, "
              "or the place 1 to {0}",
              row.targets.size(), quoted_list(target_names(row))));
    if (entry[EntryKeyId::value].text)
      refuse(Phrase{"việc có một chỉ tiêu mà `--value` được nêu hai lần",
                    "the item has one target, and `--value` is given twice"});
    entry[EntryKeyId::value].text = kept("--value", typed);
    return;
  }
  const std::string name = kept("--value", typed.substr(0, sign));
  const Target* target = named_target(row, name);
  if (target == nullptr) unknown_target(row, name);
  const std::string value = kept("--value", typed.substr(sign + 1));
  if (row.targets.size() == 1) return add_value(row, value, entry);
  const std::string& known = target->name.value;
  std::vector<NamedText>& values = entry[EntryKeyId::values].named;
  if (std::ranges::find(values, known, &NamedText::name) != values.end())
    refuse(say("chỉ tiêu `{}` được nêu hai lần", "the target `{}` is given twice", known));
  values.push_back({known, value});
}

void add_part(const std::string& typed, std::vector<NamedText>& parts) {
  const std::size_t sign = typed.find('=');
  if (sign == 0 || sign == std::string::npos)
    refuse(say("`--part {}` phải là `TÊN=SỐ`", "`--part {}` must be `NAME=FIGURE`", typed));
  const std::string name = kept("--part", typed.substr(0, sign));
  const std::string figure = kept("--part", typed.substr(sign + 1));
  for (const NamedText& known : parts)
    if (fold(known.name) == fold(name))
      refuse(say("phần `{}` được nêu hai lần", "the part `{}` is given twice", name));
  parts.push_back({name, figure});
}

std::vector<std::string> proposed_levels(const Plan& plan, const Row& row,
                                         const std::vector<std::string>& typed) {
  if (typed.empty()) return {};
  if (row.kind != RowKind::model)
    refuse(Phrase{"`--proposed` chỉ dùng cho mô hình của phong trào",
                  "`--proposed` is for models of a movement"});
  std::vector<std::string> ids, known;
  for (const Level& level : plan.movement.levels)
    known.insert(known.end(), {level.id.value, level.name.value});
  for (const std::string& word : typed) {
    const auto level = std::ranges::find_if(plan.movement.levels, [&](const Level& one) {
      return fold_bare(word) == fold_bare(one.id.value) ||
             fold_bare(word) == fold_bare(one.name.value);
    });
    if (level == plan.movement.levels.end())
      refuse(with_hint(say("không có cấp khen thưởng `{}`", "there is no level `{}`", word),
                       offer_nearest(word, known, there_are(known))));
    if (std::ranges::find(ids, level->id.value) == ids.end()) ids.push_back(level->id.value);
  }
  return ids;
}

/// How work stands between its beginning and its end is said of items and reports; who allowed an
/// extension, of an extension.
void refuse_between(const Row& row, auto given) {
  const bool between =
      given(EntryKeyId::percent) || given(EntryKeyId::waiting) || given(EntryKeyId::obstacle);
  if (between && !takes_ward_statuses(row.kind))
    refuse(Phrase{"`--percent`, `--waiting`, `--obstacle` chỉ dùng cho việc và mốc báo cáo",
                  "`--percent`, `--waiting` and `--obstacle` are for items and dates"});
  if (given(EntryKeyId::allowed) && !given(EntryKeyId::due))
    refuse(Phrase{"`--allowed` là người cho gia hạn; thêm `--due` là gia hạn đến bao giờ",
                  "`--allowed` says who allowed an extension; add `--due`"});
}

/// Points are for contents to which the list gives some.
void refuse_points(const Row& row, const EntryDraft& typed) {
  for (const EntryKeyId key : {EntryKeyId::score, EntryKeyId::self_score}) {
    if (!typed[key].given()) continue;
    const bool has_points = row.listed != nullptr && !row.is_heading() &&
                            (row.listed->points.given || row.listed->weight.given);
    if (has_points) continue;
    const std::string_view flag = entry_keys()[static_cast<std::size_t>(key)].flag.name;
    Refused refused{say("bộ tiêu chí không cho điểm ở đây; bỏ `{}`",
                        "the list gives no points here; drop `{}`", flag)};
    if (row.kind != RowKind::content && row.kind != RowKind::heading)
      refused.message = say("`{}` chỉ dùng cho nội dung tiêu chí có điểm",
                            "`{}` is for contents of criteria that have points", flag);
    refused.key = column_of(key);
    throw refused;
  }
}

/// Of groups only verdicts are recorded, of conditions only figures.
void refuse_misplaced(const Row& row, const EntryDraft& typed) {
  const auto given = [&typed](EntryKeyId key) { return typed[key].given(); };
  const bool has_figure = given(EntryKeyId::value) || given(EntryKeyId::parts);
  const bool has_due = given(EntryKeyId::due);
  if (row.is_heading() && (has_figure || has_due))
    refuse(Phrase{"tiêu chí chỉ ghi kết luận; kết quả và gia hạn ghi vào từng nội dung",
                  "a group takes a verdict only; values and extensions go to its contents"});
  if (row.kind == RowKind::report_day && has_figure && row.targets.empty())
    refuse(Phrase{"mốc báo cáo không có con số; bỏ `--value`, `--part`",
                  "a date takes no figure; drop `--value` and `--part`"});
  refuse_between(row, given);
  refuse_points(row, typed);
  if (row.deduction != nullptr && (given(EntryKeyId::status) || has_due))
    refuse(Phrase{"lỗi bị trừ điểm chỉ ghi số lần: `--value`, kèm đợt, ghi chú, minh chứng",
                  "a deduction takes how often only: `--value`, with round, note and evidence"});
  if (row.condition != nullptr &&
      (given(EntryKeyId::status) || has_due || given(EntryKeyId::round)))
    refuse(Phrase{"điều kiện chỉ ghi con số: `--value`, kèm ghi chú, minh chứng",
                  "a condition takes a figure only: `--value`, with note and evidence"});
}

/// An extension to a day that isn't in the calendar can't be meant, whatever is forced.
void refuse_no_day(const std::optional<std::string>& due) {
  if (!due || parse_typed_date(*due)) return;
  const auto is_number = [](std::string_view part) { return whole_number(part).has_value(); };
  const std::vector<std::string_view> parts = split(*due, "/-.");
  if (parts.size() == 3 && std::ranges::all_of(parts, is_number))
    refuse(say("`{}` không có trên lịch", "`{}` is not in the calendar", *due));
}

/// What is taken of a key; what is refused there is about it.
template <class Take>
auto for_key(EntryKeyId key, Take take) {
  try {
    return take();
  } catch (Refused& refused) {
    if (refused.key.empty()) refused.key = column_of(key);
    throw;
  }
}

EntryDraft requested_entry(const Plan& plan, const Row& row, const ChangeRequest& request,
                           const Date& today) {
  const EntryDraft& typed = request.entry;
  EntryDraft entry;
  refuse_misplaced(row, typed);
  // A word of another kind of row says more of what went wrong than a round that is missing.
  if (const auto& status = typed[EntryKeyId::status].text)
    entry[EntryKeyId::status].text =
        for_key(EntryKeyId::status, [&] { return status_token(row.kind, plan.ward, *status); });
  entry[EntryKeyId::round].text =
      for_key(EntryKeyId::round, [&] { return requested_round(plan, row, typed); });
  entry[EntryKeyId::date].text =
      for_key(EntryKeyId::date, [&] { return iso(entry_date(row, request, today)); });
  for_key(EntryKeyId::due, [&] { refuse_no_day(typed[EntryKeyId::due].text); });
  for_key(EntryKeyId::value, [&] {
    for (const std::string& value : typed[EntryKeyId::value].list) add_value(row, value, entry);
  });
  for_key(EntryKeyId::parts, [&] {
    for (const std::string& part : typed[EntryKeyId::parts].list)
      add_part(part, entry[EntryKeyId::parts].named);
  });
  if (const auto& percent = typed[EntryKeyId::percent].text)
    entry[EntryKeyId::percent].text =
        for_key(EntryKeyId::percent, [&] { return percent_typed(*percent); });
  // All other texts are kept as they were typed.
  for (const EntryKey& key : entry_keys())
    if (typed[key.id].text && !entry[key.id].text)
      entry[key.id].text =
          for_key(key.id, [&] { return kept(key.flag.name, *typed[key.id].text); });
  entry[EntryKeyId::proposed].list = for_key(EntryKeyId::proposed, [&] {
    return proposed_levels(plan, row, typed[EntryKeyId::proposed].list);
  });
  if (entry.count() < (entry[EntryKeyId::round].given() ? 3 : 2))
    refuse(Phrase{"chưa nêu gì để ghi: trạng thái, kết quả, ghi chú, minh chứng hay gia hạn",
                  "nothing to record: no status, value, note, evidence or extension"});
  return entry;
}

Message of_own_status(const Plan& plan, const std::string& id) {
  const WardStatus* own = ward_status_by_words(plan.ward, id);
  const std::string& name = own == nullptr ? id : own->name.value;
  return {name, name};
}

/// Points without the word for them.
std::string_view points_text(std::string_view text) {
  return text.ends_with(" điểm") ? text.substr(0, text.size() - std::string_view(" điểm").size())
                                 : text;
}

Message in_words(const Plan& plan, const Row& row, EntryKeyId key, const std::string& text) {
  if (key == EntryKeyId::status) {
    if (const StatusWord* usual = status_by_token(text)) return usual->words;
    return of_own_status(plan, text);
  }
  if (key == EntryKeyId::percent) return {text + "%", text + "%"};
  if (key == EntryKeyId::waiting) return say("chờ {}", "waiting for {}", text);
  if (key == EntryKeyId::obstacle) return say("vướng mắc: {}", "obstacle: {}", text);
  if (key == EntryKeyId::due) return say("gia hạn đến {}", "extended to {}", text);
  if (key == EntryKeyId::allowed) return say("{} cho gia hạn", "allowed by {}", text);
  if (key == EntryKeyId::round)
    return comes_back(row) ? say("lần {}", "time {}", text) : say("đợt {}", "round {}", text);
  if (key == EntryKeyId::score) return say("{} điểm", "{} points", points_text(text));
  if (key == EntryKeyId::self_score)
    return say("tự chấm {} điểm", "self-assessed {} points", points_text(text));
  if (key != EntryKeyId::proposed) return {text, text};
  const auto level = std::ranges::find_if(plan.movement.levels, [&](const Level& one) {
    return fold(one.id.value) == fold(text) || fold(one.name.value) == fold(text);
  });
  return say("đề nghị {} khen", "proposed to {}",
             level == plan.movement.levels.end() ? text : level->name.value);
}

}  // namespace

std::string_view column_of(EntryKeyId key) {
  // Several values stand in the column of one.
  const EntryKeyId written = key == EntryKeyId::values ? EntryKeyId::value : key;
  return entry_keys()[static_cast<std::size_t>(written)].titles.front();
}

std::variant<RowChange, Refused> requested_change(const Plan& plan, const Addresses& known,
                                                  const ChangeRequest& request, const Date& today) {
  const auto found = find_item(plan, known, request.address);
  if (const auto* why = std::get_if<Message>(&found)) return Refused{*why};
  const auto index = std::get<std::size_t>(found);
  const Row& row = plan.row(index);
  if (request.undo && row.updates.empty())
    return Refused{
        say("`{}` chưa có lần cập nhật nào", "`{}` has no entry", plan.outline[index].address)};
  if (request.undo) return RowChange{.row = index};
  try {
    return RowChange{index, requested_entry(plan, row, request, today)};
  } catch (const Refused& refused) {
    const std::string& address = plan.outline[index].address;
    return Refused{say("{}: {}", "{}: {}", address, refused.message), refused.key};
  }
}

Message entry_in_words(const Plan& plan, const Row& row, const EntryDraft& entry) {
  const std::string& date = *entry[EntryKeyId::date].text;
  Message message = {date, date};
  if (comes_back(row) && !entry[EntryKeyId::round].given())
    join(message, Phrase{"mọi lần", "all times"});
  for (const EntryKey& key : entry_keys()) {
    if (key.id == EntryKeyId::date) continue;
    const EntryValue& value = entry[key.id];
    if (value.text && !value.text->empty()) join(message, in_words(plan, row, key.id, *value.text));
    for (const NamedText& named : value.named) {
      const std::string text = named.name + " " + named.text;
      join(message, {text, text});
    }
    for (const std::string& text : value.list) join(message, in_words(plan, row, key.id, text));
  }
  return message;
}

Message told(const Plan& plan, const RowChange& change, bool dry_run) {
  const std::string& address = plan.outline[change.row].address;
  const Row& row = plan.row(change.row);
  const std::string title = shorten(row.text().value);
  const EntryDraft entry = change.entry ? *change.entry : draft_of(row.updates.back());
  const Phrase done = change.entry ? (dry_run ? Phrase{"sẽ ghi vào", "would record at"}
                                              : Phrase{"đã ghi vào", "recorded at"})
                                   : (dry_run ? Phrase{"sẽ bỏ khỏi", "would take off"}
                                              : Phrase{"đã bỏ khỏi", "taken off"});
  return say("{} {} ({}): {}", "{} {} ({}): {}", done, address, title,
             entry_in_words(plan, row, entry));
}

}  // namespace wardplan

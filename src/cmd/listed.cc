// What a list that was printed and filled in says that the record doesn't.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cmd/change.h"
#include "cmd/requested_round.h"
#include "lists/item_list.h"
#include "lists/update_sheet.h"
#include "records/entry_keys.h"
#include "records/register.h"
#include "records/targets.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::array kBoth = {Lang::vi, Lang::en};

/// Whether a column shows of the item what the text says.
bool shows(std::string_view key, const Item& item, const std::string& text) {
  const ItemColumn& column = item_column(key);
  return std::ranges::any_of(kBoth, [&](Lang lang) {
    const Column of{
        .key = {}, .title = {}, .separator = column.look.separator, .kind = column.look.kind};
    // Word and Excel break lines of their own.
    return with_single_blanks(fold(cell_text(of, column.cell(item, lang)))) ==
           with_single_blanks(fold(text));
  });
}

/// Excel writes days in its own way.
bool is_deadline(const Item& item, const std::string& text) {
  const auto day = parse_typed_date(text);
  return day && day == item.standing.due.deadline;
}

/// `TÊN=94%` of `TÊN: 94% (đạt)`; of an only target the figure alone.
std::string typed_value(const Row& row, std::string_view printed) {
  const std::string_view text = trimmed(without_judgement(trimmed(printed)));
  for (const char sign : {':', '='})
    for (std::size_t at = text.find(sign); at < text.size(); at = text.find(sign, at + 1)) {
      const Target* target = find_target(row, text.substr(0, at));
      if (target == nullptr) continue;
      const std::string figure(trimmed(text.substr(at + 1)));
      return row.targets.size() == 1 ? figure : target->name.value + "=" + figure;
    }
  return std::string(text);
}

bool stands_as_value(const Item& item, const std::string& typed) {
  return std::ranges::any_of(kBoth, [&](Lang lang) {
    const Cell results = results_in_words(*item.plan, *item.row, item.as_of, lang);
    return std::ranges::any_of(results, [&](const std::string& one) {
      return fold(typed_value(*item.row, one)) == fold(typed);
    });
  });
}

/// `60` of `60%`, as lists print it.
std::string without_sign(const std::string& percent) {
  const auto number = percent_in(percent);
  return number ? fmt::format("{}", *number) : percent;
}

bool stands_as_status(const Item& item, const std::string& text) {
  const StatusWord* meant = status_by_words(text);
  const WardStatus* own = ward_status_by_words(item.plan->ward, text);
  return (meant != nullptr && item.standing.own == nullptr &&
          meant->status == item.standing.status) ||
         (own != nullptr && own == item.standing.own) || shows("state", item, text);
}

bool says_anything(const EntryDraft& entry) {
  const std::size_t when =
      (entry[EntryKeyId::date].given() ? 1U : 0U) + (entry[EntryKeyId::round].given() ? 1U : 0U);
  return entry.count() > when;
}

/// Whether a sheet may have been printed with this as what was recorded: on the day of this run, or
/// of an entry, where one is dated ahead.
bool was_recorded(const Item& item, const std::string& text) {
  std::vector<Date> days = {item.as_of};
  for (const Update& update : item.row->updates)
    if (update.date.given) days.push_back(update.date.value);
  const Column column{.key = {}, .title = {}, .separator = "; ", .kind = {}};
  return std::ranges::any_of(days, [&](const Date& day) {
    return std::ranges::any_of(kBoth, [&](Lang lang) {
      Item then = item;
      then.as_of = day;
      for (const Standing& at : standings_at(*item.row, item.plan->ward, day))
        if (at.occurrence == item.standing.occurrence) then.standing = at;
      const Cell cells[] = {recorded_last(then, lang), results_of_time(then, lang),
                            results_in_words(*item.plan, *item.row, day, lang)};
      return std::ranges::any_of(cells, [&](const Cell& cell) {
        return with_single_blanks(fold(cell_text(column, cell))) == with_single_blanks(fold(text));
      });
    });
  });
}

/// Whether every one of the units that a sheet names for itself is in the register.
bool are_units(const Item& item, const std::string& text) {
  if (item.plan->ward == nullptr) return true;
  return std::ranges::all_of(split(text, ";"), [&](std::string_view name) {
    return is_blank(name) || find_entry(item.plan->ward->unit_words, trimmed(name));
  });
}

Message not_to_fill_in(const UpdateColumn& column, const std::string& text) {
  return say(
      "cột `{}` ghi `{}`, khác phiếu lúc in; kết quả thì điền vào các cột từ `Trạng thái` "
      "đến `Minh chứng`",
      "the column `{}` says `{}`, the sheet as it was printed didn't; results go into the "
      "columns from `Status` to `Evidence`",
      column.title, shorten(text));
}

}  // namespace

Item at_its_time(const Item& item, ChangeRequest& request, int soon) {
  const std::vector<Item> times = each_time({item}, soon);
  EntryValue& round = request.entry[EntryKeyId::round];
  const bool back = comes_back(*item.row);
  if (back && request.time.empty() && !round.given())
    for (const Item& time : times)
      if (std::ranges::any_of(
              kBoth, [&](Lang lang) { return fold(title_of(time, lang)) == fold(request.title); }))
        request.time = fmt::format("{}", time.standing.occurrence);
  if (!request.time.empty() && !round.given()) round.text = request.time;
  if (!back || !round.given()) return item;
  round.text = requested_round(*item.plan, *item.row, request.entry);
  const auto time = std::ranges::find_if(times, [&](const Item& one) {
    return *round.text == fmt::format("{}", one.standing.occurrence);
  });
  // One of days on which the ward isn't there stands in no list.
  return time == times.end() ? item : *time;
}

std::optional<Refused> changed_beside(const Item& item, const ChangeRequest& request) {
  auto shown = request.shown;
  // What a sheet was printed for is known; a list may be of a day on which another time was next.
  if (request.asked != Asked::filled)
    std::erase_if(shown, [](const auto& one) {
      return one.first == "deadline" || one.first == kRecorded.key || one.first == kUnit.key;
    });
  else if (!request.title.empty())
    shown.emplace_back("title", request.title);
  for (const auto& [key, text] : shown) {
    if (key == kRecorded.key && !was_recorded(item, text))
      return Refused{not_to_fill_in(kRecorded, text), kRecorded.key};
    if (key == kUnit.key && !are_units(item, text))
      return Refused{not_to_fill_in(kUnit, text), kUnit.key};
    if (key == kRecorded.key || key == kUnit.key) continue;
    if (!shows(key, item, text) && !(key == "deadline" && is_deadline(item, text)))
      return Refused{
          say("cột `{}` ghi `{}`, khác hồ sơ; danh sách không sửa được cột ấy, dùng `amend`",
              "the column `{}` says `{}`, the record doesn't; a list can't change it, `amend` "
              "does",
              item_column(key).title, text),
          item_column(key).key};
  }
  return std::nullopt;
}

ChangeRequest with_typed_values(const Row& row, ChangeRequest request) {
  for (std::string& value : request.entry[EntryKeyId::value].list) value = typed_value(row, value);
  return request;
}

std::optional<ChangeRequest> beyond_what_stands(const Item& item, const ChangeRequest& request) {
  const ChangeRequest whole = with_typed_values(*item.row, request);
  ChangeRequest rest = whole;
  EntryValue& status = rest.entry[EntryKeyId::status];
  if (status.text && stands_as_status(item, *status.text)) status = {};
  EntryValue& due = rest.entry[EntryKeyId::due];
  if (due.text && shows("due", item, *due.text)) due = {};
  for (const EntryKeyId key : {EntryKeyId::percent, EntryKeyId::waiting, EntryKeyId::obstacle})
    if (EntryValue& value = rest.entry[key];
        value.text && shows(entry_keys()[static_cast<std::size_t>(key)].name, item,
                            key == EntryKeyId::percent ? without_sign(*value.text) : *value.text))
      value = {};
  std::erase_if(rest.entry[EntryKeyId::value].list,
                [&](const std::string& value) { return stands_as_value(item, value); });
  const bool printed = request.asked == Asked::printed;
  if (!says_anything(rest.entry) && (printed || says_anything(whole.entry))) return std::nullopt;
  return printed ? rest : whole;
}

}  // namespace wardplan

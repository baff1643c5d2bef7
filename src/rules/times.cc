// What the times of rows and extensions say: readable, in order, at one with the day beside them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "rules/rule.h"
#include "standing/state.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "times/schedule.h"

namespace wardplan {
namespace {

/// What to write, by a word of the text; the last fits all. `{0}` is the plan's year, `{1}` the
/// year before.
struct Sample {
  std::string_view word;
  std::string_view written;
};
constexpr Sample kSamples[] = {
    {" nam hoc", "`Năm học {1} - {0}`"},
    {" hang", "`Hàng tháng`, `ngày 15 hàng tháng`, `sáng thứ 7 hàng tuần`"},
    {" quy", "`Quý I/{0}`, `Quý I, Quý II/{0}`, `ngày 15 tháng cuối quý`"},
    {" ngay", "`15/10/{0}`, `Trước ngày 15/10/{0}`"},
    {" thang", "`Tháng 10/{0}`, `Tháng 3,7,10/{0}`"},
    {"/", "`15/10/{0}`, `Tháng 10/{0}`"},
    {"", "`Tháng 10/{0}`, `Quý I/{0}`, `15/10/{0}`, `Năm {0}`, `Thường xuyên`"}};

/// Times without a number, of which one letter more or less makes another word.
constexpr std::array<std::string_view, 11> kWithoutNumbers = {
    "Thường xuyên", "Liên tục", "Hàng ngày",     "Hàng tuần",     "Hàng tháng", "Hàng quý",
    "Hàng năm",     "Cả năm",   "Theo kế hoạch", "Khi cần thiết", "Đột xuất"};

/// `or_day`: a day beside the time settles what it can't say.
Message what_to_write(const std::string& text, const Message& help, int year, bool or_day) {
  const std::string key = " " + fold_bare(text);
  const auto sample = std::ranges::find_if(
      kSamples, [&](const Sample& known) { return key.find(known.word) != std::string::npos; });
  const std::string samples = fmt::format(fmt::runtime(sample->written), year, year - 1);
  Message written = help.empty() ? say("viết như {}", "write as in {}", samples) : help;
  if (help.empty())
    if (const auto near = nearest(text, {kWithoutNumbers.begin(), kWithoutNumbers.end()}))
      written = say("có lẽ là `{}`", "probably `{}`", *near);
  // One day can't stand for what comes back.
  const bool recurs = key.find(" hang ") != std::string::npos ||
                      key.find(" cuoi quy") != std::string::npos ||
                      key.find(" moi ") != std::string::npos;
  if (!or_day || recurs) return written;
  return say("{}; nếu bản ban hành ghi đúng như vậy thì để nguyên và thêm `deadline: {}-…`",
             "{}; where it was issued so, leave it and add `deadline: {}-…`", written, year);
}

void not_understood(const CheckedRow& item, const RuleRun& run) {
  const auto unclear = [](const Schedule& time) { return !time.understood(); };
  std::vector<const WrittenTime*> times = issued_times(item.row, unclear);
  for (const WrittenTime* text : extensions_of(item.row))
    if (unclear(*text->read)) times.push_back(text);
  // A day beside it settles what the due can't say.
  if (item.row.deadline.given) std::erase(times, &item.row.due);
  for (const WrittenTime* text : times) {
    const auto& [begin, end, why, help] = *text->read->unread;
    const std::string part = text->value.substr(begin, end - begin);
    run.tell(item.address, {part_of(run.project.sources, *text, begin, end)},
             say("không hiểu thời gian `{}`: {}", "the time `{}` is not understood: {}", part, why),
             what_to_write(text->value, help, item.plan.year.value, text == &item.row.due));
  }
}

Message on_day(Phrase what, const Date& day) { return say("{} {}", "{} {}", what, written(day)); }

/// Whether the days of two times can be told apart for sure. A year that only one of them lacks, or
/// that lies outside the plan's for one only, is the likelier mistake, and told.
bool are_comparable(const Schedule& a, const Schedule& b, int year) {
  return a.year_assumed == b.year_assumed && is_outside(a, year) == is_outside(b, year);
}

/// Days by which times that are near the mark only lie out of order for sure.
constexpr int kNear = 7;

/// Where a row says when it is due.
Span due_span(const Row& row) {
  if (row.deadline.given) return row.deadline.span;
  return row.due.given ? row.due.span : row.start.span;
}

void due_before_start(const CheckedRow& item, const RuleRun& run) {
  const Written<Date>& deadline = item.row.deadline;
  if (!item.row.start.given || !(item.row.due.given || deadline.given)) return;
  const Schedule& start = *item.row.start.read;
  const Schedule& due = *item.row.due.read;
  // A day beside the time settles when the item is due.
  const std::optional<Date> last = deadline.given ? deadline.value : due.last;
  if (!start.first || !last || *last >= *start.first) return;
  const int year = item.plan.year.value;
  // A day of another year is told as such.
  const bool approximate = start.approximate || (due.approximate && !deadline.given);
  if (approximate && days_between(*last, *start.first) <= kNear) return;
  const bool comparable = deadline.given ? !is_outside(start, year) && *last >= first_of_year(year)
                                         : are_comparable(start, due, year);
  if (!comparable) return;
  run.tell(item.address, {due_span(item.row), on_day({"hết ngày", "ends on"}, *last)},
           say("`{}` có hạn trước khi bắt đầu", "`{}` is due before it starts", item.address),
           deadline.given ? Message{"sửa `start` hoặc `deadline`", "mend `start` or `deadline`"}
                          : Message{"sửa `start` hoặc `due`", "mend `start` or `due`"},
           {{item.row.start.span, on_day({"từ ngày", "begins on"}, *start.first)}});
}

/// The extensions of one due: each must be later than what it replaces.
struct Extended {
  const std::string& address;
  Due held;
  Span held_at;
  std::vector<const WrittenTime*> extensions;
};

void tell_no_extension(const Extended& extended, const RuleRun& run) {
  Due held = extended.held;
  Span held_at = extended.held_at;
  const std::string& address = extended.address;
  for (const WrittenTime* text : extended.extensions) {
    const Schedule& schedule = *text->read;
    const auto last = deadline(schedule);
    if (!last && held.deadline && schedule.understood())
      run.tell(address,
               {text->span, {"từ đây việc không còn hạn nào", "from here on there is no deadline"}},
               say("gia hạn của `{}` không có ngày kết thúc",
                   "the extension of `{}` has no last day", address),
               say("viết hạn mới, ví dụ `Tháng 12/{0}`",
                   "write the new due, such as `Tháng 12/{0}`", schedule.year),
               {{held_at, on_day({"hết ngày", "ends on"}, *held.deadline)}});
    if (last && held.deadline && !schedule.year_assumed && *last <= *held.deadline)
      run.tell(address, {text->span, on_day({"hết ngày", "ends on"}, *last)},
               say("gia hạn của `{}` không muộn hơn hạn đang có",
                   "the extension of `{}` isn't later than the due it replaces", address),
               {"viết hạn mới muộn hơn, hoặc bỏ `due` của cập nhật này",
                "write a later due, or delete the `due` of this entry"},
               {{held_at, on_day({"hết ngày", "ends on"}, *held.deadline)}});
    held_at = text->span;
    held.deadline = last;
  }
}

void no_extension(const CheckedRow& item, const RuleRun& run) {
  const auto day = [](const Update& update) { return update.date.value; };
  if (!std::ranges::is_sorted(item.row.updates, {}, day)) return;
  const auto occurrences = occurrences_of(item.row);
  if (occurrences.size() < 2)
    return tell_no_extension({item.address, due_at(item.row, first_of_year(1)), due_span(item.row),
                              extensions_of(item.row)},
                             run);
  for (const Occurrence& occurrence : occurrences) {
    Extended extended{item.address, {.deadline = occurrence.days.last}, item.row.due.span, {}};
    for (const Update& update : item.row.updates)
      if (update.due.given && is_about(item.row, update, occurrence))
        extended.extensions.push_back(&update.due);
    tell_no_extension(extended, run);
  }
}

/// Extensions of one due that were recorded when it had gone by.
void tell_late_extensions(const std::string& address, const std::vector<const Update*>& entries,
                          std::optional<Date> due, const RuleRun& run) {
  for (const Update* entry : entries) {
    if (!entry->due.given) continue;
    const auto until = deadline(*entry->due.read);
    // One that isn't later is told as that.
    if (due && entry->date.value > *due && until && *until > *due)
      run.tell(
          address, {entry->due.span},
          say("`{}` hết hạn ngày {}, đến ngày {} mới ghi gia hạn",
              "`{}` was due on {}, and its extension is of {}", address, written(*due),
              written(entry->date.value)),
          {"nếu được cho gia hạn từ trước thì sửa `date`; không thì để nguyên, báo cáo sẽ nói "
           "rõ là gia hạn khi đã quá hạn",
           "where it was allowed before that, mend `date`; else leave it, and reports say that "
           "it was extended when overdue"},
          {{entry->date.span, Phrase{"ngày ghi", "recorded on"}}});
    due = until;
  }
}

void late_extension(const CheckedRow& item, const RuleRun& run) {
  const auto occurrences = occurrences_of(item.row);
  if (occurrences.size() < 2)
    return tell_late_extensions(item.address, history(item.row, kEndOfHistory),
                                due_at(item.row, first_of_year(1)).deadline, run);
  for (const Occurrence& occurrence : occurrences) {
    auto entries = history_of(item.row, occurrence, kEndOfHistory);
    std::erase_if(entries, [](const Update* entry) { return !entry->round.given; });
    tell_late_extensions(item.address, entries, occurrence.days.last, run);
  }
}

/// Days by which a day may lie beside a time that is near the mark only.
constexpr int kRoughly = 31;

/// What keeps a day from being the last one of a time; empty where it can be.
Message against_deadline(const Row& row) {
  const Schedule& due = *row.due.read;
  const Date day = row.deadline.value;
  if (comes_back(row))
    return say("{} này đến nhiều lần trong năm", "the {} comes up several times a year",
               row_kind_words(row.kind).noun);
  if (due.first && !due.last && day < *due.first)
    return on_day({"từ ngày", "begins on"}, *due.first);
  if (!due.understood() || !due.last || day == *due.last) return {};
  // What is near the mark only may be off by a month.
  if (due.approximate && std::abs(days_between(day, *due.last)) <= kRoughly) return {};
  // `Trước ngày 15/5` may be meant to leave the 15th out.
  if (due.occurrences.empty() && days_between(day, *due.last) == 1) return {};
  // `Tháng 5/2026` may well mean the 15th.
  if (!due.occurrences.empty() && day >= due.occurrences.back().first && day < *due.last) return {};
  return on_day({"hết ngày", "ends on"}, *due.last);
}

void other_deadline(const CheckedRow& item, const RuleRun& run) {
  if (!item.row.deadline.given || !item.row.due.given) return;
  Message against = against_deadline(item.row);
  if (against.empty()) return;
  run.tell(
      item.address, {item.row.deadline.span},
      say("`deadline` của `{}` không khớp thời gian `{}`",
          "the `deadline` of `{}` is at odds with its time `{}`", item.address, item.row.due.value),
      {"sửa `deadline`, hoặc bỏ nếu `due` đã rõ ngày cuối",
       "mend the `deadline`, or drop it where `due` says the last day"},
      {{item.row.due.span, std::move(against)}});
}

/// Days that lie as near as this are those of one event.
constexpr int kOneEvent = 7;

/// The same dates as steps: `Đợt 1: 15/4/2026; Đợt 2: 15/7/2026`.
std::string as_steps(const std::vector<Stretch>& days) {
  std::string steps;
  for (const Stretch& day : days)
    steps += fmt::format("{}Đợt {}: {}", steps.empty() ? "" : "; ", 1 + (&day - days.data()),
                         written(day.first, Lang::vi));
  return steps;
}

/// An item whose due names several days of its own is one task, due on the last of them.
void several_days(const CheckedRow& item, const RuleRun& run) {
  const Row& row = item.row;
  if (row.kind != RowKind::item || !row.due.given || row.deadline.given) return;
  const Schedule& due = *row.due.read;
  const auto& days = due.occurrences;
  const auto is_day = [](const Stretch& stretch) { return stretch.first == stretch.last; };
  if (due.of_steps || due.approximate || !due.recurrences.empty() || days.size() < 2 || !due.last ||
      !std::ranges::all_of(days, is_day) ||
      days_between(days.front().first, days.back().last) <= kOneEvent)
    return;
  run.tell(
      item.address, {row.due.span},
      say("`{}` nêu {} ngày, chỉ ngày cuối {} là hạn",
          "`{}` names {} days, and only the last, {}, is its deadline", item.address, days.size(),
          written(days.back().last)),
      say("nếu là {} lần, mỗi lần một hạn, viết `{}`",
          "where it is {} times, each with its deadline, write `{}`", days.size(), as_steps(days)));
}

constexpr Rule kRules[] = {
    {{.id = "P601",
      .title = {"thời gian không hiểu được", "a time that is not understood"},
      .what = {"`start`, `due` hay hạn mới của một cập nhật có phần không hiểu được, không có trên "
               "lịch, hoặc hiểu được hai cách. `due` có `deadline` ở bên thì không cần hiểu.",
               "A `start`, a `due` or the due of an extension has a part that says nothing, isn't "
               "in the calendar, or can be read in two ways. A `due` with a `deadline` beside it "
               "needn't be understood."},
      .why = {"Không biết việc đến hạn ngày nào thì không biết đã chậm hay chưa.",
              "Where the day isn't known, nobody can tell whether the item is late."},
      .wrong = "due: Tháng 13/2026\n",
      .right = "due: Tháng 12/2026\n",
      .guarded = true},
     [](const RuleRun& run) { each_timed(run, not_understood); }},
    {{.id = "P604",
      .title = {"hạn trước khi bắt đầu", "due before its start"},
      .what = {"Ngày cuối của `due`, hay `deadline` ở bên, đứng trước ngày đầu của `start`.",
               "The last day of `due`, or the `deadline` beside it, comes before the first day of "
               "`start`."},
      .why = {"Một trong hai thời gian sai, thường là hai ô bị đổi chỗ hoặc sai năm.",
              "One of the two is wrong; often the cells were swapped, or a year is mistyped."},
      .wrong = "start: Tháng 10/2026\ndue: Tháng 9/2026\n",
      .right = "start: Tháng 10/2026\ndue: Tháng 10/2026\n"},
     [](const RuleRun& run) { each_timed(run, due_before_start); }},
    {{.id = "P605",
      .title = {"gia hạn không muộn hơn hạn cũ", "an extension that isn't later"},
      .what = {"`due` của một cập nhật không muộn hơn hạn mà nó thay, hoặc không có ngày kết thúc.",
               "The `due` of an update isn't later than the due it replaces, or has no last day."},
      .why = {"Gia hạn mà hạn không lùi thì thường là gõ nhầm tháng hay năm.",
              "An extension that extends nothing is mostly a mistyped month or year."},
      .frame = Frame::entry,
      .given = "due: Tháng 6/2026\n",
      .wrong = "date: 2026-05-20, due: Tháng 5/2026, note: chờ vốn",
      .right = "date: 2026-05-20, due: Tháng 9/2026, note: chờ vốn",
      .guarded = true},
     [](const RuleRun& run) { each_timed(run, no_extension); }},
    {{.id = "P606",
      .title = {"ngày đến hạn không khớp thời gian", "a deadline at odds with its time"},
      .what =
          {"`deadline` không phải là một ngày mà `due` có thể kết thúc, hoặc `due` đến nhiều lần.",
           "The `deadline` is no day on which `due` can end, or `due` comes up several times."},
      .why =
          {"Việc quá hạn hay chưa được tính theo `deadline`, khác với điều văn bản ghi.",
           "Whether the item is late goes by its `deadline`, which isn't what the document says."},
      .wrong = "due: Trước ngày 15/5/2026\ndeadline: 2026-06-15\n",
      .right = "due: Ngay sau Hội nghị\ndeadline: 2026-09-25\n"},
     [](const RuleRun& run) { each_timed(run, other_deadline); }},
    {{.id = "P607",
      .severity = Severity::info,
      .title = {"thời gian hoàn thành có nhiều ngày", "a due of several days"},
      .what = {"`due` của một việc nêu nhiều ngày cách nhau hơn một tuần (`15/4/2026; 15/7/2026`), "
               "không gọi tên từng đợt, và không có `deadline` ở bên.",
               "The `due` of an item names days more than a week apart (`15/4/2026; 15/7/2026`), "
               "without a name for each step or a `deadline` beside it."},
      .why = {"Việc ấy được tính một lần, theo ngày cuối: các ngày trước trôi qua mà không ai bị "
              "nhắc.",
              "The item counts once, by the last day: the days before pass, and nobody is "
              "reminded."},
      .wrong = "due: 15/4/2026; 15/7/2026\n",
      .right = "due: \"Đợt 1: 15/4/2026; Đợt 2: 15/7/2026\"\n"},
     [](const RuleRun& run) { each_timed(run, several_days); }},
    {{.id = "P608",
      .severity = Severity::info,
      .title = {"gia hạn khi đã quá hạn", "extended when it was overdue"},
      .what = {"Cập nhật ghi hạn mới (`due`) có ngày sau hạn đang có.",
               "The entry that gives a new `due` is dated after the due that it replaces."},
      .why = {"Việc đã chậm mà tính theo hạn mới thì thành đúng hạn; người đọc cần biết.",
              "What was late counts as in time by the new due, and whoever reads it wants to "
              "know."},
      .frame = Frame::entry,
      .given = "due: Tháng 3/2026\n",
      .wrong = "date: 2026-04-05, due: Tháng 9/2026, note: chờ vốn",
      .right = "date: 2026-03-31, due: Tháng 9/2026, note: chờ vốn"},
     [](const RuleRun& run) { each_timed(run, late_extension); }},
};

}  // namespace

std::span<const Rule> time_rules() { return kRules; }

}  // namespace wardplan

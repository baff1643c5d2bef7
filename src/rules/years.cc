// The years of times: the plan's, and written.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/rule.h"
#include "text/quoted.h"
#include "times/schedule.h"

namespace wardplan {
namespace {

/// A time of a row that isn't of the plan's year.
struct Outside {
  const WrittenTime* text = nullptr;
  Phrase label;
  /// It begins in the year and ends after it.
  bool only_ends = false;
};

/// A start in the December before and a due in the January after are of the plan's year, too.
std::vector<Outside> outside_of(const Row& row, int year) {
  std::vector<Outside> outside;
  const Schedule& start = *row.start.read;
  const bool month_before = start.first && *start.first >= first_of_month(year - 1, 12);
  if (row.start.given && is_outside(start, year) &&
      !(month_before && *start.first < first_of_year(year)))
    outside.push_back({&row.start, {"bắt đầu", "start"}});
  const Schedule& due = *row.due.read;
  const bool month_after =
      due.last && *due.last > last_of_year(year) && *due.last <= last_of_month(year + 1, 1);
  const bool all = is_outside(due, year);
  if (row.due.given && !month_after && (all || ends_after(due, year)))
    outside.push_back({&row.due, {"hoàn thành", "due"}, !all});
  return outside;
}

/// What to write for the times of a row that are of another year; nothing where it isn't clear.
std::string years_put_right(const Row& row, const std::vector<Outside>& outside, int year) {
  std::string list;
  auto first = row.start.read->first, last = row.due.read->last;
  for (const Outside& time : outside) {
    const auto moved = in_year(time.text->value, year);
    if (!moved) return {};
    join(list, quoted_list({moved->text}));
    if (time.text == &row.start) first = moved->read.first;
    if (time.text == &row.due) last = moved->read.last;
  }
  return first && last && *last < *first ? std::string() : list;
}

void tell_outside(const CheckedRow& item, const std::vector<Outside>& outside, const RuleRun& run) {
  const int year = item.plan.year.value;
  std::vector<Label> labels;
  for (const Outside& time : outside) labels.push_back({time.text->span, time.label});
  const std::string moved = years_put_right(item.row, outside, year);
  const std::string& text = outside.front().text->value;
  run.tell(
      item.address, labels.front(),
      outside.front().only_ends
          ? say("thời gian `{}` của `{}` kết thúc sau năm {} của kế hoạch",
                "the time `{}` of `{}` ends after {}, the plan's year", text, item.address, year)
          : say("thời gian `{}` của `{}` nằm ngoài năm {} của kế hoạch",
                "the time `{}` of `{}` lies outside {}, the plan's year", text, item.address, year),
      moved.empty() ? Message{"nếu gõ nhầm năm thì sửa năm", "if the year is mistyped, mend it"}
                    : say("nếu gõ nhầm năm, viết {}", "if the year is mistyped, write {}", moved),
      {labels.begin() + 1, labels.end()});
}

/// Whether a time has days; one without its year agrees with the plan's.
bool has_days(const WrittenTime& text) {
  return text.given && (text.read->first || text.read->last);
}

/// Fewer rows of another year than this are told one by one.
constexpr int kFewRows = 3;

/// How many rows of a plan name a year, and how many another than the plan's.
struct YearCount {
  int dated = 0;
  int outside = 0;
  /// Those by the year that they name.
  std::map<int, int> years = {};

  bool is_most() const { return outside >= kFewRows && outside * 2 > dated; }
};

YearCount count_years(const Plan& plan) {
  YearCount count;
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    const Row& row = plan.row(at);
    if (!row.sound || !(has_days(row.start) || has_days(row.due))) continue;
    ++count.dated;
    const auto outside = outside_of(row, plan.year.value);
    // What begins in the year says nothing against it.
    if (outside.empty() || outside.front().only_ends) continue;
    ++count.outside;
    const Schedule& read = *outside.front().text->read;
    ++count.years[static_cast<int>((read.first ? read.first : read.last)->year())];
  }
  return count;
}

void tell_other_year(const Plan& plan, const YearCount& count, const RuleRun& run) {
  const auto most =
      std::ranges::max_element(count.years, {}, [](const auto& year) { return year.second; });
  const bool meant = most->second * 2 > count.dated;
  run.tell("", {plan.year.span},
           say("{} trong {} dòng có thời gian nằm ngoài năm {} của kế hoạch",
               "{} of {} rows with times lie outside {}, the plan's year", count.outside,
               count.dated, plan.year.value),
           meant ? say("nếu năm của kế hoạch gõ nhầm, viết `year: {}`",
                       "if the plan's year is mistyped, write `year: {}`", most->first)
                 : Message{"xem lại `year` của kế hoạch", "check the `year` of the plan"});
}

void tell_far_day(const CheckedRow& item, Span span, const std::string& text, const RuleRun& run) {
  run.tell(item.address, {span},
           say("thời gian `{}` của `{}` nằm ngoài năm {} của kế hoạch",
               "the time `{}` of `{}` lies outside {}, the plan's year", text, item.address,
               item.plan.year.value),
           {"nếu gõ nhầm năm thì sửa năm", "if the year is mistyped, mend it"});
}

/// A deadline of another year, and an extension by more than a year: nobody means them.
void far_days(const CheckedRow& item, const RuleRun& run) {
  const int year = item.plan.year.value;
  const Written<Date>& day = item.row.deadline;
  if (day.given && (day.value < first_of_year(year) || day.value > last_of_month(year + 1, 1)))
    tell_far_day(item, day.span, iso(day.value), run);
  for (const WrittenTime* text : extensions_of(item.row))
    if (text->read->last &&
        (*text->read->last > last_of_year(year + 1) || *text->read->last < first_of_year(year)))
      tell_far_day(item, text->span, text->value, run);
}

void outside_year(const Plan& plan, const RuleRun& run) {
  const YearCount count = count_years(plan);
  if (count.is_most()) return tell_other_year(plan, count, run);
  for (std::size_t at = 0; at < plan.row_count(); ++at) {
    const Row& row = plan.row(at);
    if (!row.sound) continue;
    const CheckedRow item{plan, row, plan.outline[at].address};
    const auto outside = outside_of(row, plan.year.value);
    if (!outside.empty()) tell_outside(item, outside, run);
    far_days(item, run);
  }
}

void tell_no_year(const std::vector<const WrittenTime*>& times, int year,
                  const std::string& address, const RuleRun& run) {
  std::vector<Label> labels;
  std::string full;
  bool all = true;
  for (const WrittenTime* text : times) {
    labels.push_back(
        {text->span, labels.empty() ? Phrase{} : Phrase{"ở đây cũng vậy", "nor here"}});
    const auto one = with_year(text->value, year);
    all = all && one;
    if (one) join(full, quoted_list({*one}));
  }
  run.tell(address, labels.front(),
           say("`{}` không ghi năm, hiểu là năm {}", "`{}` names no year, so {} is assumed",
               times.front()->value, year),
           all ? say("viết {}", "write {}", full)
               : say("ghi năm sau tháng, quý hoặc ngày, như `Tháng 3/{}`",
                     "write the year after the month, quarter or day, as in `Tháng 3/{}`", year),
           {labels.begin() + 1, labels.end()});
}

void without_year(const CheckedRow& item, const RuleRun& run) {
  const int year = item.plan.year.value;
  const auto issued =
      issued_times(item.row, [](const Schedule& time) { return time.year_assumed; });
  if (!issued.empty()) tell_no_year(issued, year, item.address, run);
  for (const WrittenTime* text : extensions_of(item.row))
    if (text->read->year_assumed) tell_no_year({text}, year, item.address, run);
}

/// Where the plan's own year is in doubt nobody is told to write it.
void without_years(const Plan& plan, const RuleRun& run) {
  if (count_years(plan).is_most()) return;
  for (std::size_t at = 0; at < plan.row_count(); ++at)
    if (plan.row(at).sound) without_year({plan, plan.row(at), plan.outline[at].address}, run);
}

constexpr Rule kRules[] = {
    {{.id = "P602",
      .title = {"thời gian ngoài năm của kế hoạch", "a time outside the plan's year"},
      .what =
          {"Mọi ngày của `start` hay `due` đều nằm ngoài năm của kế hoạch, hoặc `due` kết thúc "
           "sau năm ấy; `deadline` nằm ngoài năm ấy và tháng 1 năm sau; gia hạn về trước năm ấy "
           "hay quá năm sau. Năm học, giai đoạn nhiều năm, bắt đầu từ tháng 12 năm trước hay đến "
           "hạn trong tháng 1 năm sau thì không sao. Khi phần lớn các dòng lệch năm thì nêu một "
           "lần, "
           "ở `year`.",
           "All days of a `start` or `due` lie outside the plan's year, or a `due` ends after "
           "it; a `deadline` lies outside it and the January after; an extension goes back before "
           "it or beyond the next year. School years, spans of several years, a start in the "
           "December before and a due in the January after are fine. Where most rows are of "
           "another year, that is told once, at `year`."},
      .why = {"Thường là năm gõ nhầm, hoặc chép lại từ kế hoạch năm trước.",
              "Usually the year is mistyped, or copied from last year's plan."},
      .wrong = "due: Tháng 8/2025\n",
      .right = "start: Năm học 2025 - 2026\ndue: Tháng 8/2026\n",
      .guarded = true},
     [](const RuleRun& run) { each_plan(run, outside_year); }},
    {{.id = "P603",
      .title = {"thời gian không ghi năm", "a time without its year"},
      .what = {"Tháng, quý hay ngày đứng một mình, không có năm; năm của kế hoạch được dùng.",
               "A month, quarter or day stands without its year, and the plan's is taken."},
      .why = {"Tách khỏi kế hoạch, hay ở việc kéo sang năm sau, thì không rõ là năm nào.",
              "Away from its plan, or where work runs into the next year, it is unclear which year "
              "is meant."},
      .wrong = "due: Tháng 03\n",
      .right = "due: Tháng 03/2026\n"},
     [](const RuleRun& run) { each_plan(run, without_years); }},
};

}  // namespace

bool is_of_other_year(const Plan& plan) { return count_years(plan).is_most(); }

std::span<const Rule> year_rules() { return kRules; }

}  // namespace wardplan

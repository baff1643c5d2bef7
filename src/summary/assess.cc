#include "summary/assess.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "figures/number.h"
#include "forms/period_report.h"
#include "records/steps.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr AssessByWord kByWords[] = {{AssessBy::leader, "leader"},
                                     {AssessBy::unit, "unit"},
                                     {AssessBy::ward, "ward"},
                                     {AssessBy::month, "month"},
                                     {AssessBy::quarter, "quarter"}};

/// Behind every name.
constexpr std::string_view kLast = "\xFF";

/// The day that says to which period a time belongs: its last, or without one that on which it was
/// done.
std::optional<Date> day_of(const Standing& at) {
  return at.due.deadline ? at.due.deadline : at.done_on;
}

/// The day that months of an item's ward end on.
int cutoff_for(const Item& item, const AssessAsked& asked) {
  return asked.cutoff ? *asked.cutoff : cutoff_of(*item.plan);
}

/// What is open without a day is there all year.
bool is_asked(const Item& item, const AssessAsked& asked) {
  if (!asked.period) return true;
  const auto day = day_of(item.standing);
  if (!day)
    return has_days_in(*asked.period, item.plan->year.value) && is_open(item.standing.status);
  const int cutoff = cutoff_for(item, asked);
  if (cutoff == asked.cutoff.value_or(0)) return is_in(asked.period->days, *day);
  const Period when = period_of(asked.period->kind, *day, cutoff);
  return when.year == asked.period->year && when.number == asked.period->number;
}

/// The day on which it shows whose work counts: the last of a period that is over, which a merger
/// behind it changes nothing about.
Date day_of_sides(const Plan& plan, const AssessAsked& asked) {
  if (!asked.period) return asked.as_of;
  const int cutoff = asked.cutoff ? *asked.cutoff : cutoff_of(plan);
  const auto own = parse_period(period_token(*asked.period), cutoff);
  return std::min(asked.as_of, own ? own->days.last : asked.period->days.last);
}

Assessed count(const Item& item, Assessment& all) {
  Assessed one;
  one.without_deadline = item.standing.due.deadline ? 0 : 1;
  switch (kept_state(item.standing)) {
    case State::done_early:
    case State::done_on_time:
      one.on_time = 1;
      break;
    case State::done_late:
      one.done_late = 1;
      break;
    case State::overdue:
      one.overdue = 1;
      break;
    case State::done_without_deadline:
    case State::scored:
      one.done_undated = 1;
      break;
    case State::within_time:
    case State::due_soon:
    case State::without_deadline:
      one.open = 1;
      break;
    case State::paused:
    case State::cancelled:
    case State::not_applicable:
      one.set_aside = 1;
      break;
  }
  if (const Text* grade = grade_of(entries_of(item))) {
    all.grades.emplace(fold(grade->value), grade->value);
    one.grades[fold(grade->value)] = 1;
  } else if (item.standing.done_on) {
    one.ungraded = 1;
  }
  return one;
}

AssessKey key_of_name(const Item& item, const Project& project, const std::string& name) {
  const Plan& plan = *item.plan;
  return {.order = (name.empty() ? std::string(kLast) : collation_key(name)) + '\0' +
                   collation_key(ward_name(plan)),
          .ward_file = plan.ward == nullptr ? std::string()
                                            : identity(project.sources[plan.ward->file].path()),
          .name = name,
          .ward_id = plan.ward_id.value,
          .ward_name = ward_name(plan)};
}

AssessKey key_of_time(const Item& item, PeriodKind kind, int cutoff) {
  const auto day = day_of(item.standing);
  if (!day) return {.order = std::string(kLast)};
  const Period when = period_of(kind, *day, cutoff);
  return {.order = iso(when.days.last), .when = when};
}

std::vector<AssessKey> keys_of_names(const Item& item, const Project& project, Cell names) {
  if (names.empty()) names.emplace_back();
  std::vector<AssessKey> keys;
  for (const std::string& name : names) keys.push_back(key_of_name(item, project, name));
  return keys;
}

/// The item on the day by which somebody answers for it: what is open without a day is in each
/// period with who had it at the period's end.
Item held_in(Item item, const AssessAsked& asked) {
  if (!day_of(item.standing)) item.as_of = day_of_sides(*item.plan, asked);
  return as_held(std::move(item));
}

/// The rows that a time counts in, each once.
std::vector<AssessKey> keys_of(const Item& item, const Project& project, const AssessAsked& asked) {
  switch (asked.by) {
    case AssessBy::leader:
      return keys_of_names(item, project, leader_names(held_in(item, asked)));
    case AssessBy::unit:
      return keys_of_names(item, project, lead_names(held_in(item, asked)));
    case AssessBy::ward:
      return {key_of_name(item, project, ward_name(*item.plan))};
    case AssessBy::month:
      return {key_of_time(item, PeriodKind::month, cutoff_for(item, asked))};
    case AssessBy::quarter:
      return {key_of_time(item, PeriodKind::quarter, cutoff_for(item, asked))};
  }
  return {};
}

/// What a plan of a ward gives: with the ward, or aside on days on which it isn't there.
struct PlanSides {
  const Project& project;
  const Report& report;
  const Plan& plan;
  const AssessAsked& asked;
  Assessment& all;
  std::set<std::optional<AsideReason>> noted = {};

  Assessment& on(const Date& day) {
    auto side = side_of(project, report, plan, day);
    const auto why = side ? std::optional(side->why) : std::nullopt;
    if (side) side->part = asked.by == AssessBy::month || asked.by == AssessBy::quarter;
    Assessment* to = &all;
    if (side) {
      auto known = std::ranges::find(all.aside, *side, &AsideAssessment::side);
      if (known == all.aside.end()) known = all.aside.insert(known, {std::move(*side), {}});
      to = &known->counted;
    }
    if (noted.insert(why).second) note_counted(plan, to->sides);
    return *to;
  }

  void add(const Item& time) {
    const std::vector<AssessKey> keys = keys_of(time, project, asked);
    Date day = day_of_sides(plan, asked);
    if (const auto& when = keys.front().when) day = std::min(day, when->days.last);
    Assessment& to = on(day);
    const Assessed one = count(time, to);
    to.total += one;
    to.reports += time.row->kind == RowKind::report_day ? 1 : 0;
    for (const AssessKey& key : std::set<AssessKey>(keys.begin(), keys.end())) to.rows[key] += one;
  }

  void add_all() {
    Assessment& to = on(day_of_sides(plan, asked));
    to.cutoffs.insert(asked.cutoff ? *asked.cutoff : cutoff_of(plan));
    ++(plan.rebuilt_from.given ? to.rebuilt : to.plans);
    if (plan.rebuilt_from.given) return;
    for (std::size_t row = 0; row < plan.row_count(); ++row) {
      if (!is_counted(plan.row(row))) continue;
      for (const Item& time :
           each_time({item_at(project, plan, row, asked.as_of, asked.soon)}, asked.soon))
        if (is_asked(time, asked)) add(time);
    }
  }
};

// How it is shown.

constexpr Phrase kLeaderless = {"(không ghi lãnh đạo)", "(no leader)"};
constexpr Phrase kUnitless = {"(không ghi đơn vị)", "(no unit)"};
constexpr Phrase kTimeless = {"(không hạn)", "(without deadline)"};

void add_first_columns(SheetMaker& made, AssessBy by) {
  switch (by) {
    case AssessBy::leader:
    case AssessBy::unit:
      made.text("name",
                by == AssessBy::leader ? Phrase{"Lãnh đạo", "Leader"} : Phrase{"Đơn vị", "Unit"}, 3,
                12);
      return made.ward();
    case AssessBy::ward:
      return made.ward(3, 12);
    case AssessBy::month:
      return made.word("when", {"Tháng", "Month"}, 2, 12);
    case AssessBy::quarter:
      return made.word("when", {"Quý", "Quarter"}, 2, 12);
  }
}

std::vector<Cell> first_cells(const AssessKey& key, AssessBy by, Lang lang) {
  switch (by) {
    case AssessBy::leader:
    case AssessBy::unit: {
      const Phrase none = by == AssessBy::leader ? kLeaderless : kUnitless;
      return {{key.name.empty() ? std::string(none.in(lang)) : key.name},
              named(key.ward_id, key.ward_name)};
    }
    case AssessBy::ward:
      return {named(key.ward_id, key.ward_name)};
    case AssessBy::month:
    case AssessBy::quarter:
      return {key.when ? coded(period_token(*key.when), in_words(*key.when).in(lang))
                       : coded("without-deadline", kTimeless.in(lang))};
  }
  return {};
}

void add_counts(const Assessed& one, const std::map<std::string, std::string>& grades,
                std::vector<Cell>& cells) {
  for (const int count : {one.assigned(), one.done(), one.on_time, one.late(), one.overdue,
                          one.open, one.set_aside, one.without_deadline})
    cells.push_back(number(count));
  const int of = one.came_due();
  cells.push_back(of == 0 ? Cell{} : Cell{fmt::format("{}/{}", one.on_time, of)});
  cells.push_back(of == 0 ? Cell{} : figure(*percentage(one.on_time, of), "%"));
  if (grades.empty()) return;
  for (const auto& [key, written] : grades) {
    const auto count = one.grades.find(key);
    cells.push_back(number(count == one.grades.end() ? 0 : count->second));
  }
  cells.push_back(number(one.ungraded));
}

void add_count_columns(SheetMaker& made, const std::map<std::string, std::string>& grades) {
  made.count("assigned", {"Được giao", "Assigned"});
  made.count("done", {"Hoàn thành", "Done"});
  made.count("on_time", {"Đúng hạn", "On time"});
  made.count("late", {"Chậm", "Late"});
  made.count("overdue", {"Trong đó chưa xong", "Of them open"});
  made.count("open", {"Chưa xong, chưa quá hạn", "Open, not overdue"});
  made.count("set_aside", {"Tạm dừng, hủy", "Set aside"});
  made.count("without_deadline", {"Được giao không hạn", "Assigned without a deadline"});
  made.text("base", {"Trên số đến hạn", "Of what came due"}, 0, 6);
  made.sheet.columns.back().align = Align::right;
  made.figure("rate", {"Tỷ lệ đúng hạn", "Share on time"}, 0, 8);
  made.sheet.columns.back().align = Align::right;
  for (const auto& [key, written] : grades) made.count("grade_" + written, {written, written});
  if (!grades.empty()) made.count("ungraded", {"Chưa xếp loại", "Ungraded"});
}

/// The days of a period where they aren't those of the calendar.
Message days_in_words(const Assessment& all, const Period& period, Lang lang) {
  if (all.cutoffs.empty() || all.cutoffs == std::set<int>{0}) return {};
  if (all.cutoffs.size() > 1)
    return {" theo ngày chốt của từng phường", " as each ward ends its months"};
  const auto own = parse_period(period_token(period), *all.cutoffs.begin());
  return own ? say(" (từ {} đến {})", " (from {} to {})", written(own->days.first, lang),
                   written(own->days.last, lang))
             : Message();
}

Message subtitle_of(const Assessment& all, const AssessAsked& asked, Lang lang) {
  Message words = say("tính đến ngày {}", "as of {}", written(asked.as_of, lang));
  if (asked.period)
    words = say("đến hạn trong {}{}; {}", "due in {}{}; {}", in_words(*asked.period),
                days_in_words(all, *asked.period, lang), words);
  if (asked.by == AssessBy::leader)
    words += Message{"; việc có nhiều lãnh đạo tính cho từng người, dòng cộng tính một lần",
                     "; an item of several leaders counts for each, in the total once"};
  if (asked.by == AssessBy::unit)
    words += Message{"; việc có nhiều đơn vị chủ trì tính cho từng đơn vị, dòng cộng tính một lần",
                     "; an item of several lead units counts for each, in the total once"};
  if (all.reports > 0)
    words +=
        say("; gồm cả {} lần báo cáo", "; with {1}", all.reports, counted(all.reports, "report"));
  if (all.rebuilt > 0)
    words += say("; không tính {} kế hoạch dựng lại từ báo cáo",
                 "; without {} plans rebuilt from reports", all.rebuilt);
  if (!all.elsewhere.empty()) words += say("; {}", "; {}", told_elsewhere(all.elsewhere));
  return words;
}

}  // namespace

std::span<const AssessByWord> assess_by_words() { return kByWords; }

Assessed& Assessed::operator+=(const Assessed& other) {
  on_time += other.on_time;
  done_late += other.done_late;
  done_undated += other.done_undated;
  overdue += other.overdue;
  open += other.open;
  set_aside += other.set_aside;
  without_deadline += other.without_deadline;
  ungraded += other.ungraded;
  for (const auto& [grade, count] : other.grades) grades[grade] += count;
  return *this;
}

void Assessment::add(Assessment&& ward) {
  for (const auto& [key, one] : ward.rows) rows[key] += one;
  total += ward.total;
  grades.merge(ward.grades);
  rebuilt += ward.rebuilt;
  plans += ward.plans;
  reports += ward.reports;
  cutoffs.merge(ward.cutoffs);
  sides.add(std::move(ward.sides));
  for (AsideAssessment& one : ward.aside) aside.push_back(std::move(one));
}

void Assessment::settle() {
  std::ranges::stable_sort(aside, {}, [](const AsideAssessment& one) { return one.side.why; });
  std::vector<AsideAssessment> all = std::exchange(aside, {});
  for (AsideAssessment& one : all) {
    auto with = counted_with(one.side, sides);
    // Of a part nothing may be left.
    const bool told = !one.side.part || one.counted.total.assigned() > 0;
    if (!with)
      add(std::move(one.counted));
    else if (told)
      elsewhere.emplace_back(std::move(one.side), std::move(*with));
  }
}

Assessment assess_ward(const Project& project, const Report& report, const AssessAsked& asked) {
  Assessment all;
  for (const Ward& ward : project.wards) note_sides(ward, all.sides);
  for (const Plan& plan : project.plans)
    if (is_sound(plan, report)) PlanSides{project, report, plan, asked, all}.add_all();
  return all;
}

Sheet assessment_sheet(const Assessment& all, const AssessAsked& asked, bool totals, Lang lang) {
  SheetMaker made("assessment", {"Kết quả thực hiện nhiệm vụ", "How well work goes"}, lang);
  made.sheet.subtitle = subtitle_of(all, asked, lang).in(lang);
  const auto* by = std::ranges::find(kByWords, asked.by, &AssessByWord::by);
  made.sheet.about = {{"as_of", iso(asked.as_of)}, {"by", std::string(by->token)}};
  if (asked.period) made.sheet.about.emplace_back("period", period_token(*asked.period));
  const Assessed& total = all.total;
  for (const auto& [key, count] : std::initializer_list<std::pair<const char*, int>>{
           {"assigned", total.assigned()},
           {"done", total.done()},
           {"on_time", total.on_time},
           {"late", total.late()},
           {"overdue", total.overdue},
           {"open", total.open},
           {"set_aside", total.set_aside},
           {"without_deadline", total.without_deadline}})
    made.sheet.about.emplace_back(key, count);
  add_first_columns(made, asked.by);
  add_count_columns(made, all.grades);
  for (const auto& [key, one] : all.rows) {
    std::vector<Cell> cells = first_cells(key, asked.by, lang);
    add_counts(one, all.grades, cells);
    made.row(std::move(cells));
  }
  if (totals && all.rows.size() > 1) {
    const bool two = asked.by == AssessBy::leader || asked.by == AssessBy::unit;
    std::vector<Cell> cells = {two || asked.by == AssessBy::ward
                                   ? Cell{std::string(Phrase{"Cộng", "Total"}.in(lang))}
                                   : coded("total", Phrase{"Cộng", "Total"}.in(lang))};
    if (two) cells.emplace_back();
    add_counts(total, all.grades, cells);
    made.sheet.rows.push_back({.heading = true, .cells = std::move(cells)});
  }
  return std::move(made.sheet);
}

}  // namespace wardplan

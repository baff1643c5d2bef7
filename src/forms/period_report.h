#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/layout.h"
#include "lists/item.h"
#include "records/project.h"
#include "standing/counts.h"
#include "standing/results.h"
#include "template/value.h"
#include "times/period.h"

namespace wardplan {

/// An entry of an item, or of one of its steps.
struct ReportedEntry {
  const Update* update;
  /// Null: of the item itself.
  const Row* step = nullptr;
  const Place* place = nullptr;
  /// The item comes back: the entry's round is which time.
  bool of_time = false;
};

/// One item with what was reported of it in the period, and where it stands at its end.
struct ReportedItem {
  Item item;
  /// By their days; the item's own before those of its steps.
  std::vector<ReportedEntry> entries;
  /// Of each target the latest value by the end.
  std::vector<TargetResult> results;
};

/// A heading with the items right under it; one without a heading holds what stands under none.
struct ReportSection {
  const Row* heading = nullptr;
  const Place* place = nullptr;
  std::vector<ReportedItem> items = {};
  BucketCounts counts = {};
};

/// What is counted on a day: the items, each once, and their times.
struct ReportCounts {
  BucketCounts items = {};
  TimesKept times = {};
};

/// Times of items that came due in some days, by how they were kept; what is open with its day to
/// come is only among `due`.
struct DueCounts {
  int due = 0;
  /// Set aside, and not among `due`.
  int aside = 0;
  TimesKept kept = {};

  DueCounts& operator+=(const DueCounts& other);
};

/// An item that comes back, with the sums of what its times gave.
struct SummedItem {
  Item item;
  std::string in_period;
  std::string since_january;
};

/// A plan's results of a period, as the records say them.
struct PeriodReport {
  const Plan* plan = nullptr;
  Period period;
  Period before;
  Period after;
  /// The day that the counts are of: the period's last, or the day that is asked about.
  Date day;
  std::vector<ReportSection> sections = {};
  ReportCounts now = {};
  /// At the end of the period before; nothing where that lies before the plan's year.
  std::optional<ReportCounts> then = {};
  /// Some item comes back, so that times and items are counted apart.
  bool coming_back = false;
  /// Overdue on the day or due on it and open, or done late in the period; each time of an item.
  std::vector<Item> late = {};
  /// Open, with a deadline after the day and by the end of the next period; each time of an item.
  std::vector<Item> next = {};
  /// Reports and other dates of the plan, each time that they fall due from the period's first day
  /// to the end of the next one, or are overdue.
  std::vector<Item> dates = {};
  /// Those of them that have figures to reach.
  std::vector<ReportedItem> requirements = {};
  /// With what came due since January beside the period's own.
  bool cumulative = false;
  DueCounts in_period = {};
  DueCounts since_january = {};
  std::vector<SummedItem> summed = {};
  /// Times of the plan's reports whose `sums` have this kind of period, each the one nearest to its
  /// end.
  std::vector<Item> answered = {};
};

/// The day that a ward's periods end on, or 0.
int cutoff_of(const Plan& plan);

/// `as_of`: entries after it are not known yet. `cumulative`: also where no report of the plan says
/// that it gives the sums of such periods.
PeriodReport report_of(const Project& project, const Plan& plan, const Period& period, int cutoff,
                       const Date& as_of, int soon, bool cumulative = false);

/// Adds what came due in the period and since January, the sums, and the reports that it answers.
void add_sums(PeriodReport& report, const Project& project, int cutoff, int soon);

/// Whether a report of the plan gives the sums of such periods.
bool sums_periods(const Plan& plan, PeriodKind kind);

/// The heading of a section; a plan without any heading has one section for all.
std::string section_name(const PeriodReport& report, const ReportSection& section);

/// A target that has a value, and the item that it is of.
struct Measured {
  const Item* item;
  const TargetResult* result;
};

/// All of a report, in the order of its sections.
std::vector<Measured> measured_in(const PeriodReport& report);

/// The item, and of several targets which.
std::string measured_name(const Measured& measured);

/// How a value stands to its goal: `đạt`, or by how much it doesn't.
std::string outcome_of(const Measured& measured);

/// The goal as a report says it: `90% (phường: 100%)`.
std::string goal_of(const Measured& measured);

// Pictures of a report as SVG, empty where there is nothing to show.

/// How the items of each section stand.
std::string sections_picture(const PeriodReport& report);
/// The deadlines of the year, done, open and late.
std::string deadlines_picture(const PeriodReport& report);
/// Values beside their goals.
std::string targets_picture(const PeriodReport& report);

/// Every field that a report's template can use.
const mustache::Shape& report_shape();

/// A value of that shape; `signed_on`: the day above it, none: dotted; `layout`: none: that of the
/// body that issues it.
mustache::Value report_value(const PeriodReport& report, const std::optional<Date>& signed_on,
                             const document::Layout* layout = nullptr);

}  // namespace wardplan

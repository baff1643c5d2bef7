#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "lists/item.h"
#include "lists/sides.h"
#include "records/project.h"
#include "sheet/sheet.h"
#include "times/period.h"

// How well work goes, by whoever does it or when it is due: what the records say, and no judgement
// that they don't.

namespace wardplan {

/// What the rows of an assessment are of.
enum class AssessBy { leader, unit, ward, month, quarter };

struct AssessByWord {
  AssessBy by;
  std::string_view token;
};
std::span<const AssessByWord> assess_by_words();

struct AssessAsked {
  Date as_of;
  AssessBy by = AssessBy::leader;
  /// Only what is due in it; none: all.
  std::optional<Period> period = {};
  /// The day of the month that periods end on, 0: the last; none: as each ward has it.
  std::optional<int> cutoff = {};
  int soon = 0;
};

/// Times of work that were assigned: each of what comes back, any other item or report once.
struct Assessed {
  int on_time = 0;
  int done_late = 0;
  /// Done, and there was no day that could be kept.
  int done_undated = 0;
  /// Open past their last day.
  int overdue = 0;
  /// Open, the last day to come or none.
  int open = 0;
  int set_aside = 0;
  /// Those of all the above that have no day that could be kept.
  int without_deadline = 0;
  /// Done, and nobody graded it.
  int ungraded = 0;
  /// By the grade as `fold` makes it.
  std::map<std::string, int> grades = {};

  int assigned() const { return done() + overdue + open + set_aside; }
  int done() const { return on_time + done_late + done_undated; }
  int late() const { return done_late + overdue; }
  /// What came due or was done: the base of the share on time.
  int came_due() const { return on_time + late(); }
  Assessed& operator+=(const Assessed& other);
};

/// What a row is of: who, in which register (its file), or when.
struct AssessKey {
  /// In the order of people; what names nobody, or has no day, comes last.
  std::string order = {};
  std::string ward_file = {};
  std::string name = {};
  std::string ward_id = {};
  std::string ward_name = {};
  std::optional<Period> when = {};

  bool operator<(const AssessKey& other) const {
    return std::tie(order, ward_file, name) < std::tie(other.order, other.ward_file, other.name);
  }
};

struct AsideAssessment;

/// What a ward gives, or all of them.
struct Assessment {
  std::map<AssessKey, Assessed> rows = {};
  /// Each time once, whoever it is counted for.
  Assessed total = {};
  /// How each grade is written where it was met first.
  std::map<std::string, std::string> grades = {};
  /// Plans rebuilt from reports, which make no whole and aren't counted.
  int rebuilt = 0;
  int plans = 0;
  /// Times of reports among all that are counted.
  int reports = 0;
  /// The days of the month that periods of the wards end on.
  std::set<int> cutoffs = {};
  SideRecords sides = {};
  /// What may be counted elsewhere, until it is settled; then what is, with the wards where.
  std::vector<AsideAssessment> aside;
  std::vector<CountedAside> elsewhere = {};

  void add(Assessment&& ward);
  /// When all wards were added: counts what stands aside, unless others are counted for it.
  void settle();
};

/// What records of a ward give that may be counted elsewhere.
struct AsideAssessment {
  AsideRecord side;
  Assessment counted;
};

/// The times of a ward's items and reports whose files have no errors.
Assessment assess_ward(const Project& project, const Report& report, const AssessAsked& asked);

/// One row for each, in order; with `totals` one of all, which counts each time once.
Sheet assessment_sheet(const Assessment& assessment, const AssessAsked& asked, bool totals,
                       Lang lang);

}  // namespace wardplan

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lists/item.h"
#include "records/project.h"
#include "standing/tally.h"
#include "times/period.h"

// Many wards counted together: every item in exactly one section, plan and bucket.

namespace wardplan {

struct CountedItem {
  Item item;
  Bucket bucket;
};

struct CountedSection {
  /// Null: what stands under no heading.
  const Row* heading = nullptr;
  const Place* place = nullptr;
  BucketCounts counts;
};

struct CountedPlan {
  const Plan* plan = nullptr;
  std::string_view file = {};
  std::vector<CountedItem> items = {};
  std::vector<CountedSection> sections = {};
  BucketCounts counts = {};
  /// Entries dated within the period that is asked about.
  int reported = 0;
  /// Dates of the plan's calendar that fell due in that period and are still open.
  std::vector<Item> missing = {};
};

/// Who has items that are late.
struct LateName {
  const Ward* ward = nullptr;
  /// Empty: items that name nobody.
  std::string name;
  int overdue = 0;
  int done_late = 0;
};

struct Summary {
  Date as_of;
  /// The only year that is counted, or all.
  std::optional<int> year;
  std::optional<Period> period;
  std::vector<CountedPlan> plans = {};
  BucketCounts total = {};
  /// Most overdue first.
  std::vector<LateName> leaders = {};
  std::vector<LateName> units = {};
  /// Wards that were asked for and have no plan at all, or none of the year.
  std::vector<const Ward*> without_plan;
};

/// Counts all plans whose files have no errors as they stand on a day, with a year those of that
/// year. Throws std::logic_error should buckets not make their whole.
Summary summarise(const Project& project, const Report& report, const Date& as_of,
                  const std::optional<Period>& period, std::optional<int> year, int soon);

/// The title of a plan, with the year where it doesn't say so itself.
std::string plan_title(const CountedPlan& counted);

/// What a ward says under a key of its `groups`, or nothing.
const std::string* group_of(const Plan& plan, std::string_view key);

/// The keys that any ward has, each once, in Vietnamese order.
std::vector<std::string> group_keys(const Project& project);

}  // namespace wardplan

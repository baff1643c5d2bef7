#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "figures/goal.h"
#include "records/record.h"
#include "times/date.h"

namespace wardplan {

/// The latest value of one target on a day, and how it stands to the goal.
struct TargetResult {
  /// Null for a value of an item that has no targets.
  const Target* target = nullptr;
  /// Null while there is none.
  const WrittenQuantity* value = nullptr;
  const Update* update = nullptr;
  std::optional<Goal> goal = {};
  std::optional<Quantity> quantity = {};
  /// Only where both goal and value can be read.
  std::optional<Judgement> judgement = {};
  /// Of a ward's own target: what the list asks, and the value by that; null and nothing where the
  /// list states no figure.
  const WrittenGoal* listed = nullptr;
  std::optional<Judgement> by_listed = {};
  /// The day that it is due hasn't gone by, and nobody said that it is done or not met: what falls
  /// short is on its way.
  bool provisional = false;
  /// It is due at the end of the plan's year, or on no day of its own.
  bool of_year = false;
  /// Of an item that comes back: of how many times the quantity is the sum; 0: of none, it is that
  /// of `value`.
  std::size_t times = 0;
  /// Of how many times the figures would have to be added and can't be: `value` is that of the last
  /// one, and nothing is judged.
  std::size_t apart = 0;
  /// Of a goal that each time has by itself (`10 cây/lần`): the time that the value is of; empty:
  /// of none.
  std::string round = {};
  /// Where the value stands, if that is another record.
  const Carried* carried = nullptr;
};

/// The value as people read it: of several times what they give together.
std::string said_value(const TargetResult& result);

/// The same as people read it: a sum of several times is rounded to two decimals.
std::string said_short(const TargetResult& result);

/// The same of the entries given, in their order, of several times of an item that comes back their
/// last figures added where they can be, and of a goal that each time has by itself one for each
/// time that has a value; a figure that stands in another record is the latest one there on the day
/// `carried_on` (none: it isn't looked up), whatever the entries say.
std::vector<TargetResult> results_of_entries(const Row& row,
                                             const std::vector<const Update*>& entries,
                                             const std::optional<Date>& carried_on = {});

/// The latest value there on a day of a figure that stands in another record.
struct CarriedValue {
  /// Null while there is none.
  const WrittenQuantity* value = nullptr;
  const Update* update = nullptr;
  /// Of how many times the quantity is the sum, or isn't, as in `TargetResult`.
  std::size_t times = 0;
  std::size_t apart = 0;
  std::optional<Quantity> quantity = {};
};
CarriedValue carried_at(const Carried& carried, const Date& day);

/// The last day of a round up to `as_of` (an empty `round`: that day itself), or nothing where it
/// hasn't begun.
std::optional<Date> last_day_of_round(const Plan& plan, std::string_view round, const Date& as_of);

/// One for each target (of a goal for each time: and time), in order, or the plain value of an item
/// without targets, if it has one.
std::vector<TargetResult> results_at(const Row& row, const Date& as_of);

/// The same for people, with whether they are due: `said` of a row whose values they are on the day
/// `as_of`, and the `day` that is asked about.
void mark_provisional(const Plan& plan, const Row& row, Status said, const Date& as_of,
                      const Date& day, std::vector<TargetResult>& results);

/// Values of `as_of` with whether they are due on `day`.
std::vector<TargetResult> results_by_due(const Plan& plan, const Row& row, const Date& as_of,
                                         const Date& day);

/// What was said last of a row, in one round or (an empty `round`) whatever the round. A content
/// whose points were given in that round, or else in the last one that has begun, without anything
/// said of it there, and that isn't met before, is `scored`.
struct Judged {
  Status status = Status::not_judged;
  /// The entry that says so; null when nothing was said.
  const Update* by = nullptr;
};

/// The entries of one round up to a day, or all where `round` is empty, in the order of their days.
std::vector<const Update*> history_of_round(const Row& row, const Date& as_of,
                                            std::string_view round);

/// The last grade that entries in their order give, or null.
const Text* grade_of(const std::vector<const Update*>& entries);

Judged judged_at(const Row& row, const Date& as_of, std::string_view round);

}  // namespace wardplan

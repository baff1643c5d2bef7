#include "standing/model.h"

#include <algorithm>
#include <set>

#include "standing/state.h"

namespace wardplan {
namespace {

Listing listing_of(const Plan& plan, const Model& model, const Date& as_of) {
  const auto by_then = [&](const Written<Date>& date) { return date.given && date.value <= as_of; };
  if (by_then(model.registered)) {
    const auto last = closing_day(plan, Closes::registration, as_of);
    const bool late = last && model.registered.value > *last;
    return late && by_then(model.submission.date) ? Listing::arisen : Listing::registered;
  }
  return by_then(model.submission.date) ? Listing::arisen : Listing::neither;
}

}  // namespace

ModelStanding model_at(const Plan& plan, const Row& model, const Date& as_of) {
  ModelStanding standing;
  standing.listing = listing_of(plan, model.model, as_of);
  std::set<std::size_t> levels;
  for (const Update* entry : history(model, as_of)) {
    if (entry->status.given) standing.status = entry->status.value;
    if (entry->note.given) standing.result = entry;
    for (const Name& level : entry->proposed)
      if (level.index) levels.insert(*level.index);
  }
  standing.levels.assign(levels.begin(), levels.end());
  return standing;
}

std::optional<Date> closing_day(const Plan& plan, Closes what, const Date& as_of) {
  const auto date = std::ranges::find_if(
      plan.dates, [&](const Row& row) { return row.closes.given && row.closes.value == what; });
  if (date == plan.dates.end() || !plan.year.given) return std::nullopt;
  return due_at(*date, as_of).deadline;
}

}  // namespace wardplan

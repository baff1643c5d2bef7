#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "records/record.h"
#include "times/date.h"

// How a movement's models stand on a day: derived from their entries, never stored.

namespace wardplan {

/// How a model came on the list: registered in time or late, put there later by a submission, or
/// not at all.
enum class Listing { registered, arisen, neither };

/// What is known of one model on a day.
struct ModelStanding {
  Listing listing = Listing::neither;
  Status status = Status::not_started;
  /// The last entry that says in words what was reached; null while there is none.
  const Update* result = nullptr;
  /// Levels asked to commend it so far, by index; each once, in the order of the movement's levels.
  std::vector<std::size_t> levels = {};
};

/// Of a model of the movement.
ModelStanding model_at(const Plan& plan, const Row& model, const Date& as_of);

/// The last day on which what a date closes is in time; nothing where no date closes it.
std::optional<Date> closing_day(const Plan& plan, Closes what, const Date& as_of);

}  // namespace wardplan

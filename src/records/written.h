#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "figures/goal.h"
#include "text/span.h"
#include "times/schedule.h"

namespace wardplan {

/// A value with the place where the user wrote it; `given` is false where its key is absent or its
/// value could not be read (then the place is known all the same).
template <class T>
struct Written {
  T value = {};
  Span span = {};
  bool given = false;

  bool absent() const { return !given && span.end == 0; }
};

using Text = Written<std::string>;
using Number = Written<int>;
using YesNo = Written<bool>;

/// The reading of what isn't there.
template <class Reading>
inline const Reading kNothingRead = {};
template <>
inline const Schedule kNothingRead<Schedule> = {.unread = Unread{}};

/// A text that means more than its letters, with what was read from it or why not. It is parsed
/// once, at loading (readings.h); all places that say the same share the reading.
template <class Reading>
struct ReadText : Text {
  const Reading* read = &kNothingRead<Reading>;
};

using WrittenTime = ReadText<Schedule>;
using WrittenGoal = ReadText<Reading<Goal>>;
using WrittenQuantity = ReadText<Reading<Quantity>>;

/// A reference to an entry of some list: a person or unit of the register, a field or level of a
/// movement.
struct Name {
  Text as;
  /// Its place in that list; none: unknown.
  std::optional<std::size_t> index = {};
};

}  // namespace wardplan

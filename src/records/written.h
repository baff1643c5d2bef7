#pragma once

#include <string>

#include "text/span.h"

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

/// A reference to an entry of some list: a person or unit of the register, a field or level of a
/// movement.
struct Name {
  Text as;
  /// Index into that list; -1: unknown.
  int index = -1;
};

}  // namespace wardplan

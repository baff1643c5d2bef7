#pragma once

#include <string>

#include "text/span.h"

namespace wardplan {

/// A value with the place where the user wrote it; `given` is false where its key is absent.
template <class T>
struct Written {
  T value = {};
  Span span = {};
  bool given = false;
};

using Text = Written<std::string>;
using Number = Written<int>;

}  // namespace wardplan

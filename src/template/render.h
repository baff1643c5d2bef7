#pragma once

#include <optional>
#include <string>
#include <vector>

#include "template/escape.h"
#include "template/partials.h"
#include "template/value.h"

namespace wardplan::mustache {

/// Where what was printed from a byte on comes from.
struct Origin {
  std::size_t begin = 0;
  /// In the template or a partial: a text, or the tag of a value.
  Span span = {};
  /// The printed bytes are those of the span.
  bool as_written = false;
};

/// Fills a template; `origins` gets the stretches of what is printed, in order. A name that the
/// value doesn't have, a name used in the wrong way and a partial that isn't there are errors;
/// where there is one, nothing is returned. `check` first: partials that multiply each other are
/// bounded there alone.
std::optional<std::string> render(const Template& made, const Value& value, Escape escape,
                                  Partials& partials, Report& report,
                                  std::vector<Origin>* origins = nullptr);

/// The place in the templates that made bytes [begin, end) of what was printed; `origins` must not
/// be empty.
Span origin_of(const std::vector<Origin>& origins, std::size_t begin, std::size_t end);

}  // namespace wardplan::mustache

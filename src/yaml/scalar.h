#pragma once

#include <cstddef>
#include <string_view>

#include "text/phrase.h"
#include "yaml/node.h"

namespace wardplan::yaml {

enum class ScalarFault { none, open_quote, bad_escape, many_lines, mismatch };

/// Where a scalar ends: the offset behind its last byte, or the place of the fault.
struct ScalarEnd {
  std::size_t at = 0;
  Style style = Style::plain;
  ScalarFault fault = ScalarFault::none;
};

/// End of the scalar that begins at byte `at` and whose value is `text`; `indent` is the column of
/// the collection around it (-1: none), which further lines must stand deeper than.
ScalarEnd scalar_end(std::string_view bytes, std::size_t at, std::string_view text, int indent,
                     bool flow);

/// What other YAML readers take this plain text for, if that prints differently: another number, a
/// time, true or false; empty when they read it as it is written.
Message read_otherwise(std::string_view plain);

}  // namespace wardplan::yaml

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "yaml/node.h"

namespace wardplan::yaml {

// Where a scalar ends and what it says. All of these need a NUL behind `bytes`, as a std::string
// has it; `at` is the scalar's first byte, `indent` the column of the block collection around it
// (-1: none), which further lines must stand deeper than.

enum class ScalarFault { none, open_quote, bad_escape, invisible, tab, deep_blank, bad_header };

struct Scalar {
  Style style = Style::plain;
  /// Behind its last byte.
  std::size_t end = 0;
  /// Begin of the line at which reading goes on, if that is another one than at `at`.
  std::size_t line = 0;
  /// Its text, in the bytes or in the `scratch` that was given.
  std::string_view text = {};
  ScalarFault fault = ScalarFault::none;
  /// Place of the fault.
  std::size_t fault_at = 0;
  /// The invisible character that an escape stands for.
  std::uint32_t character = 0;
};

/// A text in quotes of either kind.
Scalar quoted(std::string_view bytes, std::size_t at, int indent, std::string& scratch);

/// A text in lines of its own, behind `|` or `>`; it ends before its last line end unless all line
/// ends are kept (`+`).
Scalar block_scalar(std::string_view bytes, std::size_t at, int indent, std::string& scratch);

struct Plain {
  /// Behind its last byte that is no blank.
  std::size_t end = 0;
  /// What ended it: the colon of a key, the `#` of a comment, a line end, the end of the file, or
  /// within brackets one of `,[]{}`.
  std::size_t stop = 0;
};

/// A text without quotes, on its line.
Plain plain(std::string_view bytes, std::size_t at, bool flow);

/// Whether a blank, a line end or the end of the file is at `at`.
bool ends_word(std::string_view bytes, std::size_t at);

/// Whether the line that begins at `at` is `---` or `...`.
bool is_marker(std::string_view bytes, std::size_t at);

}  // namespace wardplan::yaml

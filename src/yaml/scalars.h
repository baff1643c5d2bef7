#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/phrase.h"
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

/// A blank that is none to YAML, which people see as one: it doesn't break, or is of another width.
constexpr bool is_other_blank(std::uint32_t value) {
  return value == 0xA0 || (value >= 0x2000 && value <= 0x200A) || value == 0x202F ||
         value == 0x3000;
}

/// Whether reading gives this text back without a finding: UTF-8, composed, nothing invisible.
bool is_writable(std::string_view text);

/// A text as a scalar on one line that reads back as exactly this text everywhere: plain where that
/// is safe and the habit of the plans, else in double quotes. `flow`: it stands within brackets. It
/// may be a key too, but for `<<`, which is never read.
std::string scalar(std::string_view text, bool flow);

/// The same in double quotes, whether it needs them or not.
std::string in_double_quotes(std::string_view text);

/// Whether the first letter leaves a doubt of that kind at all; nearly all texts leave none.
constexpr bool may_be_read_otherwise(std::string_view plain) {
  return !plain.empty() && (static_cast<unsigned char>(plain[0]) < ':' ||
                            std::string_view("yYnNoOtTfF").find(plain[0]) != plain.npos);
}

/// What other YAML readers take this plain text for, if that prints differently: another number, a
/// time, true or false; empty when they read it as it is written.
Message read_otherwise(std::string_view plain);

}  // namespace wardplan::yaml

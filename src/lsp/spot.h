#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Where in a record somebody is writing: told from the lines alone, since a text that is being
// written is seldom whole YAML.

namespace wardplan::lsp {

struct Spot {
  /// The keys that the place stands under, outermost first; of a key those above it.
  std::vector<std::string> path = {};
  /// A key stands there, with its colon.
  bool is_key = false;
  /// A value stands there, or may: behind a colon, in brackets. Otherwise either may be meant.
  bool is_value = false;
  /// No record's: in a comment, or within a text of several lines.
  bool is_text = false;
  /// Within braces or brackets.
  bool flow = false;
  /// Right under the last key of `path`, rather than in an element of its list.
  bool right_under = false;
  /// The word there, without quotes, and where it begins and ends.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// The keys that stand beside it.
  std::vector<std::string> beside = {};
};

/// What stands at a byte of a text.
Spot spot_at(std::string_view text, std::size_t offset);

/// What the text's first key `kind` says, or nothing.
std::string kind_of(std::string_view text);

}  // namespace wardplan::lsp

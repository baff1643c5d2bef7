#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// A command line that is being typed, as completion sees it.

namespace wardplan {

/// The words before the cursor as the program would get them, and the one that is being typed.
struct TypedLine {
  std::vector<std::string> before = {};
  std::string current = {};
  /// The quotation mark that it stands in, or nothing.
  char quote = '\0';
  /// Where in `current` begins what bash takes for the word: behind the last sign of its breaks.
  std::size_t begin = 0;
};

/// What stands before the cursor of bash, read as bash does it; nothing is expanded or run. The
/// program's name isn't among the words.
TypedLine read_bash_line(std::string_view text, std::string_view breaks);

/// What is to stand in bash's line for a word of which it has typed some.
std::string for_bash(std::string_view word, const TypedLine& typed);

}  // namespace wardplan

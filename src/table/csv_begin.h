#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "table/csv.h"

// What is found out about a CSV file before its first cell is read. The problems have their bytes
// but no file and no place yet.

namespace wardplan {

/// The first byte that no text in UTF-8 has, UTF-16, or NUL; nothing: the bytes are text.
std::optional<GridProblem> find_byte_problem(std::string_view bytes);

/// The first byte from `at` on that isn't in a line of nothing, or of blanks only.
std::size_t pass_empty_lines(std::string_view bytes, std::size_t at);

struct Separator {
  char sign = ',';
  /// Where the table begins: after a line such as `sep=;`.
  std::size_t begin = 0;
  std::optional<GridProblem> problem;
};

/// The sign that a line `sep=…` at byte `begin` names, or the one of comma, semicolon and tab that
/// the first line has most often outside quotes; a comma when it has none of them, a problem when
/// two stand there equally often.
Separator find_separator(std::string_view bytes, std::size_t begin);

/// A separator as messages name it.
std::string separator_name(char sign);

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <string_view>

namespace wardplan {

/// Where the line around byte `at` begins (at <= bytes.size()); a BOM is no part of it.
std::size_t line_begin(std::string_view bytes, std::size_t at);

/// Where that line ends, in front of its CR and LF.
std::size_t line_end(std::string_view bytes, std::size_t at);

/// Begin of the line behind it; bytes.size() if there is none.
std::size_t next_line(std::string_view bytes, std::size_t at);

/// Whether that line has an LF; the last line of a file may have none.
bool is_ended(std::string_view bytes, std::size_t at);

/// CRLF or LF as at the end of that line; of the line before, if it has none itself.
std::string_view line_break(std::string_view bytes, std::size_t at);

/// Bytes between the begin of its line and byte `at`.
std::size_t column(std::string_view bytes, std::size_t at);

/// Whether only blanks stand before byte `at` on its line.
bool is_first_on_line(std::string_view bytes, std::size_t at);

}  // namespace wardplan

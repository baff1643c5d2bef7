#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// The bytes [begin, end) of a text give way to `text`; an insertion where begin == end.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text = {};
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// The text after all edits, which are in order and don't overlap; else throws std::logic_error.
std::string apply_edits(std::string_view bytes, const std::vector<Edit>& edits);

/// Puts edits of one text that were made apart from each other in order.
std::vector<Edit> joined(std::vector<Edit> edits, const std::vector<Edit>& more);

/// The edits that do at once what `first` and then `second`, a text's and the changed text's, do;
/// `second` only inserts, else throws std::logic_error.
std::vector<Edit> composed(const std::vector<Edit>& first, const std::vector<Edit>& second);

/// The edits of `before` as a unified diff that `git apply` takes, with three lines of context and
/// a git header; `path` is relative, with `/`. Empty when nothing changes; throws as `apply_edits`.
std::string unified_diff(std::string_view before, const std::vector<Edit>& edits,
                         std::string_view path);

/// The lines of a text with their ends; none of an empty text.
std::vector<std::string_view> lines_of(std::string_view text);

// Where the lines of a text begin and end.

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

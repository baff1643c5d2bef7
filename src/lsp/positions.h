#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// Places as editors say them: a line and a character in it, both from 0.

namespace wardplan::lsp {

/// What characters of a line are counted in.
enum class Units : std::uint8_t { utf8, utf16, utf32 };

struct Point {
  std::size_t line = 0;
  std::size_t character = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

/// The lines of a text, which must outlive it: they end with LF, CR LF or CR.
class Lines {
 public:
  /// `from`: where the first line begins, behind a byte order mark that an editor doesn't show.
  explicit Lines(std::string_view text, std::size_t from = 0);

  /// The byte at a place; behind the end of a line its end, behind the last line the end of all; in
  /// the middle of a character its begin.
  std::size_t offset(Point point, Units units) const;

  /// The place of a byte (in a line's end that of the line end); behind the end that of the end.
  Point point(std::size_t offset, Units units) const;

  std::size_t count() const { return starts_.size(); }

 private:
  /// The line without its end.
  std::string_view line(std::size_t number) const;

  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// How many units a text has.
std::size_t units_of(std::string_view text, Units units);

}  // namespace wardplan::lsp

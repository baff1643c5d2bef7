#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "table/number_format.h"

namespace wardplan::tables {

enum class PieceKind {
  literal,
  digit,
  point,
  comma,
  percent,
  general,
  text,
  year,
  month,
  day,
  hour,
  minute,
  second,
  half,
  other
};

/// Signs of a format that belong together: `yyyy`, one `0`, a literal.
struct Piece {
  PieceKind kind = PieceKind::literal;
  std::string text = {};
};

struct FormatSection {
  std::vector<Piece> pieces = {};
  bool conditional = false;

  bool has(PieceKind kind) const;
  bool is_time() const;
};

/// A format by its sections: for positive numbers, negative ones, zero and text.
struct NumberFormat {
  std::vector<FormatSection> sections = {};
  /// It has no signs at all.
  bool empty = false;
};

/// Characters of a format; Excel takes no more.
inline constexpr std::size_t kMostOfFormat = 255;

/// Whether a format has more than `kMostOfFormat` characters.
bool is_long_format(std::string_view code);

/// Reads a format (`#,##0.00;-0`); how a number is shown by one that is too long isn't known.
NumberFormat number_format(std::string_view code);

/// Shows a number of days by a section that asks for them.
ShownNumber show_day(double number, const FormatSection& section, const NumberLook& look);

}  // namespace wardplan::tables

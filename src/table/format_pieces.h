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

/// The sections of a format: for positive numbers, negative ones, zero and text.
std::vector<FormatSection> format_sections(std::string_view format);

/// Shows a number of days by a section that asks for them.
ShownNumber show_day(double number, const FormatSection& section, const NumberLook& look);

}  // namespace wardplan::tables

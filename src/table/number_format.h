#pragma once

#include <string>
#include <string_view>

#include "table/read_table.h"

namespace wardplan::tables {

/// How a workbook counts its days, and which sign stands before decimals.
struct NumberLook {
  bool from_1904 = false;
  bool decimal_comma = false;
};

/// A number as Excel shows it; what only the machine it stands on tells is `unsure`.
struct ShownNumber {
  std::string text = {};
  ReadKind kind = ReadKind::number;
  bool unsure = false;
  /// A sign for decimals or thousands stands in it, which is another one elsewhere.
  bool has_sign = false;
  /// Has more digits than Excel keeps.
  bool cut = false;
};

struct NumberFormat;

/// Shows what a cell holds (`44927.5`) by its format (`dd/mm/yyyy`). Days stand as day, month, year
/// whatever their order in the format is, with all of the year.
ShownNumber show_number(std::string_view value, const NumberFormat& format, const NumberLook& look);

/// Puts commas for points and points for commas.
void turn_signs(std::string& text);

/// The format of a number that Excel knows without its code; `General` for others.
std::string_view known_format(long number);

}  // namespace wardplan::tables

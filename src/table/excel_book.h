#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "table/format_pieces.h"
#include "table/number_format.h"
#include "table/package.h"
#include "table/read_table.h"
#include "table/refused.h"

namespace wardplan::tables {

/// What the sheets of a workbook share.
struct ExcelBook {
  NumberLook look = {};
  std::vector<std::string> texts = {};
  /// The formats of numbers, and of each style of cells which one it has.
  std::vector<NumberFormat> formats = {};
  std::vector<std::size_t> styles = {};
};

struct ExcelSheet {
  std::string name = {};
  std::string part = {};
  bool hidden = false;
};

/// `B7` as numbers from 1; 0 where it is none.
struct SheetPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};
SheetPlace sheet_place(std::string_view text);

/// Lines without blanks at their ends, and none that are empty.
std::string tidy_lines(std::string_view text);

/// What `<si>`, `<is>` and notes say: runs one after the other, without what is read out.
std::string rich_text(const pugi::xml_node& node);

using PlaceCell = std::function<std::optional<CellAddress>(SheetPlace)>;

/// Adds what a part beside a sheet says: notes on cells, words in drawings.
void read_beside(Package& package, const Relation& relation, const std::string& sheet,
                 const PlaceCell& cell_at, Allowance& allowance, ReadFile& file);

/// Adds a sheet as a table, unless it holds nothing.
void read_sheet(Package& package, const ExcelSheet& sheet, const ExcelBook& book,
                Allowance& allowance, ReadFile& file);

}  // namespace wardplan::tables

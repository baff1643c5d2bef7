#include "document/grid.h"

#include <doctest/doctest.h>

namespace wardplan::document {
namespace {

Cell cell(std::string_view text, std::size_t columns = 1, std::size_t rows = 1) {
  return {{{Style::cell, Align::automatic, {{std::string(text)}}}}, columns, rows};
}

/// The places in lines: the cell's text, in brackets where it stands, `.` where none does.
std::string shown(const Grid& grid) {
  std::string out;
  for (const auto& row : grid.rows) {
    for (const Slot& slot : row) {
      const std::string text = slot.cell == nullptr ? "." : text_of(*slot.cell);
      out += slot.is_origin() ? "[" + text + "]" : " " + text + " ";
    }
    out += "\n";
  }
  return out;
}

TEST_CASE("cells lie in the first free places and reach over rows and columns") {
  const Table table{TableStyle::grid,
                    {250, 250, 250, 250},
                    2,
                    {{cell("a", 1, 2), cell("b", 2), cell("c", 1, 2)},
                     {cell("d"), cell("e")},
                     {cell("f", 2, 2), cell("g"), cell("h")},
                     {cell("i", 2)}}};
  const Grid grid = lay_out(table);
  CHECK(shown(grid) == "[a][b] b [c]\n a [d][e] c \n[f] f [g][h]\n f  f [i] i \n");
  CHECK(grid.problems.empty());
  CHECK(flat_header(table, grid) == std::vector<std::string>{"a", "b: d", "b: e", "c"});
  CHECK(count_columns(table.rows) == 4);
}

TEST_CASE("tables that don't fit are laid out as far as they go") {
  for (std::size_t heads = 0; heads < 9; ++heads) {
    const Table table{TableStyle::grid,
                      {500, 500},
                      heads,
                      {{cell("a"), cell("b", 9, 9), cell("c")}, {cell("d", 2)}, {}}};
    const Grid grid = lay_out(table);
    CHECK(grid.rows.size() == 3);
    CHECK_FALSE(grid.problems.empty());
    for (const auto& row : grid.rows) CHECK(row.size() == 2);
    CHECK(flat_header(table, grid).size() == 2);
  }
  CHECK(lay_out({}).rows.empty());
  CHECK(count_columns({}) == 0);
}

TEST_CASE("widths that are left open share what is left") {
  using Widths = std::vector<int>;
  CHECK(share_widths({0, 0, 0}) == Widths{333, 333, 334});
  CHECK(share_widths({500, 0, 0}) == Widths{500, 250, 250});
  CHECK(share_widths({400, 600}) == Widths{400, 600});
  CHECK(share_widths({400, 599}) == std::nullopt);
  CHECK(share_widths({400, 601}) == std::nullopt);
  CHECK(share_widths({600, 400, 0}) == std::nullopt);
}

}  // namespace
}  // namespace wardplan::document

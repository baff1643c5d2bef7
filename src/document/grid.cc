#include "document/grid.h"

#include <algorithm>
#include <numeric>

#include "text/quoted.h"

namespace wardplan::document {
namespace {

constexpr int kWhole = 1000;

/// Puts a cell at the first free place from `column` on; returns the place behind it.
std::size_t put(const Table& table, std::size_t row, std::size_t index, std::size_t column,
                Grid& grid) {
  const std::size_t columns = table.widths.size();
  const Cell& cell = table.rows[row][index];
  while (column < columns && grid.rows[row][column].cell != nullptr) ++column;
  const std::size_t heading = std::min(table.header_rows, table.rows.size());
  const std::size_t limit = row < heading ? heading : table.rows.size();
  if (cell.columns > columns - column) grid.problems.push_back({GridFault::too_wide, row, index});
  if (cell.rows > limit - row) grid.problems.push_back({GridFault::too_long, row, index});
  const std::size_t right = column + std::min(cell.columns, columns - column);
  const std::size_t below = row + std::min(cell.rows, limit - row);
  bool overlaps = false;
  for (std::size_t y = row; y < below; ++y)
    for (std::size_t x = column; x < right; ++x) {
      Slot& slot = grid.rows[y][x];
      overlaps = overlaps || slot.cell != nullptr;
      if (slot.cell == nullptr) slot = {&cell, x == column, y == row};
    }
  if (overlaps) grid.problems.push_back({GridFault::overlap, row, index});
  return right;
}

}  // namespace

Grid lay_out(const Table& table) {
  Grid grid;
  grid.rows.assign(table.rows.size(), std::vector<Slot>(table.widths.size()));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::size_t column = 0;
    for (std::size_t cell = 0; cell < table.rows[row].size(); ++cell)
      column = put(table, row, cell, column, grid);
    const auto& slots = grid.rows[row];
    const auto free = static_cast<std::size_t>(std::ranges::count(slots, nullptr, &Slot::cell));
    if (free > 0) grid.problems.push_back({GridFault::short_row, row, slots.size() - free});
  }
  return grid;
}

std::vector<std::string> flat_header(const Table& table, const Grid& grid) {
  std::vector<std::string> titles(table.widths.size());
  for (std::size_t column = 0; column < titles.size(); ++column) {
    const Cell* above = nullptr;
    for (std::size_t row = 0; row < table.header_rows && row < grid.rows.size(); ++row) {
      const Cell* cell = grid.rows[row][column].cell;
      if (cell == nullptr || cell == above) continue;
      above = cell;
      std::string text = text_of(*cell);
      std::ranges::replace(text, '\n', ' ');
      if (text.empty()) continue;
      join(titles[column], text, ": ");
    }
  }
  return titles;
}

std::size_t count_columns(const std::vector<Row>& rows) {
  std::size_t most = 0;
  // How many rows the cell over each column still reaches down.
  std::vector<std::size_t> left;
  for (const Row& row : rows) {
    std::size_t column = 0;
    std::vector<std::size_t> begun = left;
    for (const Cell& cell : row) {
      while (column < left.size() && left[column] > 0) ++column;
      if (column + cell.columns > begun.size()) begun.resize(column + cell.columns);
      for (std::size_t end = column + cell.columns; column < end; ++column)
        begun[column] = std::max(begun[column], cell.rows);
    }
    left = std::move(begun);
    most = std::max(most, left.size());
    for (std::size_t& rest : left) rest -= rest > 0 ? 1 : 0;
  }
  return most;
}

std::optional<std::vector<int>> share_widths(std::vector<int> known) {
  const auto unknown = static_cast<int>(std::ranges::count(known, 0));
  int rest = kWhole - std::accumulate(known.begin(), known.end(), 0);
  if (rest < unknown || (unknown == 0 && rest > 0)) return std::nullopt;
  int sharers = unknown;
  for (int& width : known) {
    if (width > 0) continue;
    width = rest / sharers--;
    rest -= width;
  }
  return known;
}

}  // namespace wardplan::document

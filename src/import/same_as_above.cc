#include "import/same_as_above.h"

#include <algorithm>
#include <string>
#include <vector>

#include "import/cell_signs.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::string_view kColumns[] = {"leader", "lead", "support", "start", "due"};

/// Without marks and points (`n.t.`), and without what stands around it.
constexpr std::string_view kAsAbove[] = {"nt", "n/t", "nhu tren", "\"", "''", "//"};

bool points_above(std::string_view text) {
  std::string bare = fold_bare(text);
  std::erase_if(bare, [](char c) { return c == '-' || c == '.' || c == '(' || c == ')'; });
  while (bare.starts_with(' ')) bare.erase(0, 1);
  while (bare.ends_with(' ')) bare.pop_back();
  return std::ranges::find(kAsAbove, bare) != std::end(kAsAbove) || text == "”" || text == "“" ||
         text == "″";
}

}  // namespace

void fill_same_as_above(ImportedRows& rows, const Headings& headings, const ReadFile& file,
                        std::size_t at) {
  for (std::size_t column = 0; column < headings.columns.size(); ++column) {
    if (std::ranges::find(kColumns, headings.columns[column].id) == std::end(kColumns)) continue;
    std::string above, sign;
    for (ImportRow& row : rows.rows) {
      std::string& cell = row.cells[column];
      if (!points_above(cell)) {
        std::string words = own_words(file.tables[at], row.at, column);
        const bool nothing = cell.empty() && says_nothing(words);
        if (!cell.empty() || nothing) above = cell;
        if (!cell.empty() || nothing) sign = nothing ? std::move(words) : cell;
        continue;
      }
      if (sign.empty()) continue;
      rows.told.push_back({say("`{}` là như dòng trên: `{}`", "`{}` is as above: `{}`", cell, sign),
                           {},
                           CellAddress{at, row.at, column}});
      cell = above;
    }
  }
}

}  // namespace wardplan

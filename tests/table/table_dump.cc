// Prints all that is read of a file: table_dump [--encoding NAME] [--words] FILE. With --words only
// the words of the cells, one cell a line.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "disk/files.h"
#include "table/read_table.h"

namespace wardplan::test {
namespace {

std::string one_line(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; ++at)
    text.replace(at, 1, "⏎");
  return text;
}

std::string marks(const ReadCell& cell) {
  std::string text;
  if (cell.rows > 1 || cell.columns > 1) text += fmt::format("[{}x{}]", cell.rows, cell.columns);
  if (cell.unsure) text += "?";
  return text;
}

void print_row(const ReadTable& table, const ReadRow& row) {
  fmt::print("{}{}{}{}{}", row.heading ? "H" : "", row.repeated ? "R" : "", row.hidden ? "-" : "",
             row.after_gap ? "_" : "", row.unsure ? "?" : "");
  if (!row.cells.empty()) fmt::print("{}", place_of(table, row, row.cells.front()).en);
  for (const ReadCell& cell : row.cells)
    fmt::print(" | {}{}", cell.covered ? "." : one_line(cell.text), marks(cell));
  fmt::print("\n");
}

void print(const ReadFile& file) {
  for (const TableRemark& problem : file.problems)
    fmt::print("error: {} / {} / {}\n", problem.message.vi, problem.message.en, problem.help.vi);
  for (const TableRemark& told : file.told)
    fmt::print("told: {}{} / {}\n", told.cell ? place_of(file, *told.cell).vi + ": " : "",
               told.message.vi, told.message.en);
  for (const OutsideText& text : file.outside)
    fmt::print("outside {} before table {}: {}\n", static_cast<int>(text.kind),
               text.tables_before + 1, one_line(text.text));
  for (const ReadTable& table : file.tables) {
    fmt::print("table {} `{}`: {} rows, {} columns{}{}\n", table.number, table.title,
               table.rows.size(), table.columns, table.hidden ? ", hidden" : "",
               table.inside ? ", inside another" : "");
    for (const ReadRow& row : table.rows) print_row(table, row);
  }
}

void print_words(const ReadFile& file) {
  for (const ReadTable& table : file.tables)
    for (const ReadRow& row : table.rows)
      for (const ReadCell& cell : row.cells)
        if (!cell.covered) fmt::print("{}\n", cell.text);
}

int run(const std::vector<std::string>& args) {
  ReadOptions options;
  std::string name;
  bool words = false;
  for (std::size_t at = 0; at < args.size(); ++at) {
    if (args[at] == "--words")
      words = true;
    else if (args[at] == "--encoding" && at + 1 < args.size())
      options.encoding = find_encoding(args[++at]);
    else
      name = args[at];
  }
  const ReadFile file = read_tables(read_whole(name), name, options);
  if (words)
    print_words(file);
  else
    print(file);
  return file.problems.empty() ? 0 : 1;
}

}  // namespace
}  // namespace wardplan::test

int main(int argc, char** argv) {
  try {
    return wardplan::test::run({argv + 1, argv + argc});
  } catch (const std::exception& problem) {
    fmt::print(stderr, "table_dump: {}\n", problem.what());
    return 2;
  }
}

// Prints the tables of a Word file as CSV with an empty line between: word_driver FILE LEAST, those
// of LEAST columns or more.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "golden/sandbox.h"
#include "support/docx.h"

int main(int argc, char** argv) try {
  using namespace wardplan;
  if (argc != 3) return 2;
  const auto least = std::strtoul(argv[2], nullptr, 10);
  bool first = true;
  for (const test::WordTable& table : test::word_tables(golden::slurp(argv[1]))) {
    if (table.rows.empty() || table.rows.front().size() < least) continue;
    fmt::print("{}{}", first ? "" : "\r\n", test::as_csv(table));
    first = false;
  }
  return 0;
} catch (const std::exception& fault) {
  fmt::print(stderr, "{}\n", fault.what());
  return 1;
}

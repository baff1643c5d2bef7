#pragma once

#include <map>
#include <string>
#include <vector>

namespace wardplan::test {

/// The parts of a zip archive by their names; throws std::runtime_error for anything else.
std::map<std::string, std::string> unzipped(const std::string& bytes);

/// A table of a Word file as its text: every place, what merged cells say in their first place
/// only; and rows of headings, where what they say stands in every place that they cover.
struct WordTable {
  std::vector<std::vector<std::string>> headings;
  std::vector<std::vector<std::string>> rows;
};

/// The tables of a Word file.
std::vector<WordTable> word_tables(const std::string& bytes);

/// A table as CSV, under one row of titles: headings from top to bottom with `: ` between.
std::string as_csv(const WordTable& table);

}  // namespace wardplan::test

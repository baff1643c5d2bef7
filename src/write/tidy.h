#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidy/table.h"

// How rows of tables are written, and what is said of the tables.

namespace wardplan {

/// One line: an object with every field, null where there is nothing.
std::string tidy_json_line(const std::vector<TidyField>& fields, const std::vector<TidyValue>& row);

/// One line of CSV, and the line of headings; lists as JSON, nothing as an empty cell.
std::string tidy_csv_line(const std::vector<TidyValue>& row);
std::string tidy_csv_head(const std::vector<TidyField>& fields);

/// What every table and field is, in both languages, and to what it refers, as JSON; its first line
/// tells folders of exports from any other, and how the files end (`jsonl`, `csv`).
std::string tidy_schema(const std::vector<TidyTable>& tables, std::string_view ending);
std::string tidy_schema_head(std::string_view ending);

/// SQL by which DuckDB, in the folder of the tables, has each of them as a view, whose files end so
/// (`jsonl`, `csv`).
std::string tidy_duckdb(const std::vector<TidyTable>& tables, std::string_view ending);

}  // namespace wardplan

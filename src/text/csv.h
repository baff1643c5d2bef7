#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// One cell of CSV (RFC 4180), in quotes where they are needed; every text stays as it is.
std::string csv_cell(std::string_view text);

/// One line of CSV (RFC 4180) with its CRLF: quotes where they are needed, every text as it is.
std::string csv_line(const std::vector<std::string>& cells);

/// CSV as Excel is to open it: a BOM, and an apostrophe before cells that it would take for a
/// formula
/// (`=`, `@`, `+` and `-` where no number follows).
std::string excel_csv(std::string_view csv);

}  // namespace wardplan

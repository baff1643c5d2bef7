#pragma once

#include <string>
#include <vector>

namespace wardplan {

/// One line of CSV (RFC 4180) with its CRLF: quotes where they are needed, every text as it is.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace wardplan

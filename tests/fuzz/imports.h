#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardplan::test {

/// Takes any bytes for YAML or JSON of others; aborts when the strict text that comes of them isn't
/// one, or is another the second time. Returns whether there is one.
bool withstand_foreign(std::string_view bytes);

/// Takes any bytes for a table as text, through all that makes a record of each kind of it; aborts
/// when that is no YAML or names places that aren't there. Returns whether there is a record.
bool withstand_import(std::string_view bytes);

/// YAML and JSON, and tables, to begin with.
std::vector<std::string> foreign_samples();
std::vector<std::string> import_samples();

}  // namespace wardplan::test

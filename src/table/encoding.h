#pragma once

#include <string>
#include <string_view>

#include "table/read_table.h"

namespace wardplan::tables {

/// The text in UTF-8, without marks in front. What isn't in the encoding that is said (none: UTF-8)
/// throws `Refused` with what it seems to be.
std::string in_utf8(std::string_view bytes, std::optional<Encoding> encoding);

}  // namespace wardplan::tables

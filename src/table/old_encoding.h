#pragma once

#include <string_view>

#include "table/read_table.h"

namespace wardplan::tables {

/// Throws `Refused` where a text is in an encoding of old Vietnamese fonts (TCVN3, as in .VnTime;
/// VNI), whose letters are other characters to everybody else; each byte is a character.
void refuse_old_encoding(std::string_view bytes);

/// The same for the cells of all tables.
void refuse_old_encoding(const ReadFile& file);

}  // namespace wardplan::tables

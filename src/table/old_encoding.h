#pragma once

#include <string>
#include <string_view>

#include "table/read_table.h"

namespace wardplan::tables {

using ReadBytes = std::string (*)(std::string_view bytes);

/// Throws `Refused` where a text is in an encoding of old Vietnamese fonts (TCVN3, as in .VnTime;
/// VNI), whose letters are other characters to everybody else; each byte is a character.
/// `read_1258` reads any bytes as Windows-1258.
void refuse_old_encoding(std::string_view bytes, ReadBytes read_1258);

/// The same for the cells of all tables and what stands around them; where that is only a part of
/// the file, its cells are told.
void judge_old_encoding(ReadFile& file);

/// Whether a font is one of those, by its name.
bool is_old_font(std::string_view name);

}  // namespace wardplan::tables

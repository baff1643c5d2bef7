#pragma once

#include <string_view>

#include "table/package.h"
#include "table/read_table.h"

namespace wardplan::tables {

/// Each adds what it reads to `file` and throws `Refused` where nothing of it is to be used.
void read_word(Package& package, std::string_view main_part, const Part& document, ReadFile& file);
void read_excel(Package& package, std::string_view main_part, const Part& workbook,
                const ReadOptions& options, ReadFile& file);
void read_text(std::string_view bytes, std::string_view name, const ReadOptions& options,
               ReadFile& file);

/// Marks rows that say the first row again, joins tables that do (`join`: others as well), and says
/// which may go on in the next.
void join_continued(ReadFile& file, bool join);

}  // namespace wardplan::tables

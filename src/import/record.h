#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/headings.h"
#include "import/rows.h"
#include "records/record.h"

// What is written of a table.

namespace wardplan {

/// What a plan says before its rows.
struct RecordHead {
  std::string ward = {};
  int year = 0;
  std::string title = {};
  std::string issued = {};
};

/// Titles of a table in the lines above it, and the lines that are none.
struct TableTitle {
  std::string title = {};
  /// Without its brackets.
  std::string issued = {};
  std::vector<std::string> others = {};
};

/// The last lines above a table: `(Ban hành kèm …)` and before it the title, several lines where
/// all are in capitals. With a title that was said other lines are none.
TableTitle title_of(const std::vector<std::string>& lines,
                    const std::optional<std::string>& said = {});

/// The record as a file, with the names that the register (null: there is none) knows by their ids.
std::string record_text(const RecordHead& head, const Headings& headings, const ImportedRows& rows,
                        const Ward* ward);

}  // namespace wardplan

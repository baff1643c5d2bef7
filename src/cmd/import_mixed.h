#pragma once

#include <string>

#include "import/merge.h"
#include "records/project.h"

namespace wardplan {

/// What a row says in short, by its list where its own file has no words.
std::string row_text(const Row& row);

/// From which address to which a row moves: `I.2 → I.3`.
std::string shift(const Plan& plan, const MovedRow& row);

/// Why a table mixes up the rows of the record at `output`, and what to do first; `merge` does so.
Message mixed_up(const Plan& plan, const Merge& merge, const std::string& output);

}  // namespace wardplan

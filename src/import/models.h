#pragma once

#include <string>

#include "import/headings.h"
#include "import/rows.h"

// The rows of a registration form as the models of a movement.

namespace wardplan {

/// The keys `fields` and `models` of a movement. What a model can't hold goes to
/// `rows.unplaced`, of the table `at`; what was guessed is told.
std::string models_text(const Headings& headings, ImportedRows& rows, std::size_t at);

}  // namespace wardplan

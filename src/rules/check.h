#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "records/project.h"
#include "times/date.h"

namespace wardplan {

/// Every code of every layer, sorted by id.
const std::vector<const Code*>& all_codes();

/// The code with this id (case aside), or null.
const Code* find_code(std::string_view id);

/// A sample as people read it: without the line end that opens a raw string, and where it is of
/// one row with what the row has besides.
std::string sample_text(const Code& code, std::string_view sample);

/// Runs all rules, drops what the files accept, says which acceptances no longer apply, and sorts.
/// Returns how many findings were accepted. Rules that go by the day run only where one is asked
/// about. With `told` only these codes are told, so that a case is about its own whatever else its
/// records hold; what reading finds always is.
std::size_t check(const Project& project, const std::optional<Date>& as_of, Report& report,
                  const std::optional<std::vector<std::string>>& told = {});

}  // namespace wardplan

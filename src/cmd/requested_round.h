#pragma once

#include <optional>
#include <string>

#include "records/entry_draft.h"
#include "records/record.h"

namespace wardplan {

/// The round that an entry typed for a row is of: a verdict belongs to a round, a report to its
/// time; of what isn't judged nothing is asked. Throws `Refused` where it isn't said or isn't one.
std::optional<std::string> requested_round(const Plan& plan, const Row& row,
                                           const EntryDraft& typed);

}  // namespace wardplan

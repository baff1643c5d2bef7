#pragma once

#include <functional>

#include "records/catalogue.h"
#include "records/record.h"

namespace wardplan {

/// Sees one text of a record, as it was written there.
using SeeText = std::function<void(const Text&)>;

// Shows every text under a key of a record (keys.cc), in the order of the keys.
void each_text(const Ward& ward, const SeeText& see);
void each_text(const Plan& plan, const SeeText& see);
void each_text(const Catalogue& list, const SeeText& see);

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <random>
#include <string>

#include "records/entry_keys.h"

namespace wardplan::test {

/// A plan as nobody should write it, though most read: every style of value and list, items in
/// braces, comments and blank lines anywhere, CRLF, a BOM, no last line end.
std::string odd_plan(std::mt19937_64& random);

/// An entry with any keys and texts that can be written.
EntryDraft odd_entry(std::mt19937_64& random);

}  // namespace wardplan::test

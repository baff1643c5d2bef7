#pragma once

#include "template/template.h"

namespace wardplan::mustache {

/// The name written under `span`, whether it is one or not.
Name name_at(const Sources& sources, Span span);

/// Whether it is a field's name: `.`, or words of letters, digits, `_`, `-` with points between
/// them. What isn't goes to `report`.
bool check_name(const Sources& sources, const Name& name, Report& report);

/// Whether it is a partial's: as a field's but not `.`, so that no name leads out of a folder.
bool check_partial_name(const Sources& sources, const Name& name, Report& report);

}  // namespace wardplan::mustache

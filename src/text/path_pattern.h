#pragma once

#include <string_view>

namespace wardplan {

/// Whether a path (`plans/cu/a.yaml`) is one of those that a pattern names: `*` stands for any
/// letters of one name, `?` for a single one, `**` for any number of folders; a pattern that names
/// a folder means all that is in it.
bool path_matches(std::string_view path, std::string_view pattern);

}  // namespace wardplan

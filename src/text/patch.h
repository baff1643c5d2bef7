#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/edit.h"

namespace wardplan {

/// The edits of `before` as a unified diff that `git apply` takes, with three lines of context and
/// a git header; `path` is relative, with `/`. Empty when nothing changes; throws as `apply_edits`.
std::string unified_diff(std::string_view before, const std::vector<Edit>& edits,
                         std::string_view path);

}  // namespace wardplan

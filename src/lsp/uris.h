#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wardplan::lsp {

/// The path of a `file:` address of this machine; nothing for all others.
std::optional<std::string> path_of_uri(std::string_view uri);

/// The address of an absolute path.
std::string uri_of_path(std::string_view path);

}  // namespace wardplan::lsp

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "yaml/node.h"

namespace wardplan::test {

// Other readers of YAML, to compare ours with. A dump says kinds, texts and their order.

std::string dump(const yaml::Node& node);

/// What yaml-cpp reads as the first, libyaml as the only document; nothing when they refuse it.
std::optional<std::string> dump_of_yaml_cpp(std::string_view text);
std::optional<std::string> dump_of_libyaml(std::string_view text);

/// How others read a text otherwise than as this tree; empty when they all agree.
std::string oracle_fault(std::string_view text, const yaml::Node& root);

}  // namespace wardplan::test

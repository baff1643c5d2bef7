#pragma once

#include <span>
#include <string_view>

namespace wardplan {

/// A file of the folder `templates/`, built into the program.
struct ShippedTemplate {
  std::string_view name;
  std::string_view bytes;
};

/// All of them, by name.
std::span<const ShippedTemplate> shipped_templates();

}  // namespace wardplan

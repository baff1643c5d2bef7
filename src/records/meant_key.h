#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// A key and what people would type for it, parted by commas.
struct MeantKey {
  std::string_view key;
  std::string_view words;
};

/// Every key that has such words; of a word that stands for several the likeliest comes first.
std::span<const MeantKey> meant_keys();

/// Which of `known` somebody meant who typed `seen`, whatever its case, marks and dashes: the
/// Vietnamese word for a key, or what it was called before.
std::optional<std::string> meant_key(std::string_view seen, const std::vector<std::string>& known);

}  // namespace wardplan

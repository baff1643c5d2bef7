#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace wardplan::yaml {

/// Why yaml-cpp gave up, as far as its own message tells.
enum class Trouble { map_value, bad_escape, anchor, alias, tag, tab, directive, too_deep, other };

struct Refusal {
  Trouble trouble = Trouble::other;
  /// Byte offset at which yaml-cpp noticed; the cause may stand before it.
  std::uint32_t at = 0;
};

/// What yaml-cpp saw: a tree whose scalars have only the begin of their spans, or a refusal.
struct Events {
  std::optional<Node> root;
  std::optional<Refusal> refusal;
  /// Begins of the brackets that were open at the refusal.
  std::vector<std::uint32_t> open_brackets;
  /// Begin of the last thing that was understood.
  std::uint32_t last = 0;
};

/// Parses `text`, which begins at byte `offset` of `file`; only the first document is looked at.
Events parse_events(std::string_view text, FileId file, std::uint32_t offset);

}  // namespace wardplan::yaml

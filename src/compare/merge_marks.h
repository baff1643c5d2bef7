#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/merge.h"
#include "text/merge_lines.h"

// Conflicts of a merged record put between marks.

namespace wardplan {

/// Lines of the merged text beside those that theirs has there, and the conflicts that they are
/// about.
struct MarkedPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view theirs = {};
  std::vector<const Conflict*> conflicts = {};
};

/// The places in which two texts that can be read differ because of conflicts: `ours` says
/// `merged.tree`, `theirs` the same with theirs in all conflicts. Nothing where a conflict has no
/// place. Both texts and `merged` must live as long.
std::optional<std::vector<MarkedPlace>> marked_places(const std::string& ours,
                                                      const std::string& theirs,
                                                      const MergedTree& merged);

/// All lines in which two texts differ, as one place.
std::vector<MarkedPlace> one_place(const std::string& ours, const std::string& theirs,
                                   const MergedTree& merged);

/// Our text with theirs in some places.
template <class Takes>
std::string with_places(const std::string& ours, const std::vector<MarkedPlace>& places,
                        Takes takes) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t one = 0; one < places.size(); ++one) {
    if (!takes(one)) continue;
    out.append(ours, at, places[one].begin - at).append(places[one].theirs);
    at = places[one].end;
  }
  return out.append(ours, at);
}

/// Our text with both sides between marks in all places.
std::string with_marked(const std::string& ours, const std::vector<MarkedPlace>& places,
                        const Marks& marks);

}  // namespace wardplan

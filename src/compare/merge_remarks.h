#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/remarks.h"

// Comments of two versions of a record that were made of one, put together: each stays with what
// it is about.

namespace wardplan {

/// Three versions of a record, each readable.
struct Versions {
  const RemarkedText& base;
  const RemarkedText& ours;
  const RemarkedText& theirs;
};

/// The comments that a merged record is to have.
struct WantedRemarks {
  /// How often an element, by its number there, has a text, and one that says it.
  struct Wanted {
    std::size_t count = 0;
    const Remark* written = nullptr;
  };
  std::map<std::pair<std::size_t, std::string_view>, Wanted> all = {};
  /// What a side added to what the merged record hasn't: whether it was theirs, the element's
  /// number there, and the text.
  std::set<std::tuple<bool, std::size_t, std::string_view>> homeless = {};
  /// One side took away some of the same that the other added.
  bool unsure = false;
};

/// What either side added or took away is so; what went with its element isn't wanted.
WantedRemarks wanted_remarks(const Versions& versions, const Tree& merged);

/// Whether a text has just the comments that are wanted of it, each where it belongs.
bool has_all(const RemarkedText& text, const WantedRemarks& wanted);

/// A text with just the comments that are wanted: what is missing stands on lines of its own. It
/// says the same; nothing where they can't be put so.
std::optional<std::string> with_wanted(const RemarkedText& text, const WantedRemarks& wanted);

}  // namespace wardplan

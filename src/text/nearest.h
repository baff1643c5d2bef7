#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

namespace wardplan {

/// Number of insertions, deletions, replacements and swaps of neighbours (in characters) from `a`
/// to `b`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

/// The candidate nearest to `seen`, marks and case aside, if it is near enough to be meant; the
/// first of equals.
std::optional<std::string> nearest(std::string_view seen,
                                   const std::vector<std::string>& candidates);

/// "did you mean `near`?", or else what is said otherwise.
Message did_you_mean(const std::optional<std::string>& near, Message otherwise = {});

/// The same for the candidate nearest to `seen`.
Message offer_nearest(std::string_view seen, const std::vector<std::string>& candidates,
                      Message otherwise = {});

}  // namespace wardplan

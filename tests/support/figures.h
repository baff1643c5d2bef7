#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "figures/goal.h"

namespace wardplan::test {

/// A quantity in one line: `91,7 percent = 11/12`, `2.000.000..3.000.000 money per sổ`,
/// `below 1.800 count of lượt`.
std::string shown(const Quantity& quantity);

/// A goal in one line: `>= 93,5 percent`.
std::string shown(const Goal& goal);

/// `(bytes) Vietnamese reason`, where the bytes are those of `text` that are blamed.
std::string shown(std::string_view text, const Misread& problem);

/// The text cut short at every byte, and with every byte left out or replaced by another.
std::vector<std::string> damaged(const std::string& text);

}  // namespace wardplan::test

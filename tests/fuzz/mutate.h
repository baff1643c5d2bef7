#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wardplan::test {

/// One to four random damages to one of `seeds` (not empty); the same for the same number.
std::string mutate(const std::vector<std::string>& seeds, std::uint64_t number);

}  // namespace wardplan::test

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "records/outline.h"

namespace wardplan {

/// By what a row is asked for.
enum class AddressKind : std::uint8_t { address, plain, number, written };

/// The rows of a plan by what they are called, for who asks for many of them; the plan must outlive
/// it.
class Addresses {
 public:
  explicit Addresses(const Plan& plan);

  /// The row that `find_address` finds, or none.
  RowIndex row(std::string_view typed) const;

 private:
  const Plan* plan_;
  std::array<std::unordered_map<std::string, std::vector<std::size_t>>, 4> rows_;
};

}  // namespace wardplan

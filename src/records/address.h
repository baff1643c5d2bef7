#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

namespace wardplan {

/// What an address that someone typed leads to.
struct AddressSearch {
  RowIndex row = {};
  /// Where there is no `row`: the addresses that it may mean, all of the same number or the
  /// nearest.
  std::vector<std::string> candidates = {};
  /// Several rows have exactly this address or number.
  bool ambiguous = false;
};

/// Finds a row by its address (`II.3.1.11#2`), case aside, or by its number alone where only one
/// row has it. Where an address occurs twice, only `#1`, `#2` name one of its rows.
AddressSearch find_address(const Plan& plan, std::string_view typed);

}  // namespace wardplan

#include "records/address.h"

#include <algorithm>

#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Rows whose text under `key` is this one.
template <class KeyOf>
std::vector<std::size_t> rows_with(const Plan& plan, const std::string& wanted, KeyOf key_of) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < plan.row_count(); ++row)
    if (fold(key_of(row)) == wanted) rows.push_back(row);
  return rows;
}

/// An address without its `#2`.
std::string plain(const std::string& address) { return address.substr(0, address.find('#')); }

AddressSearch one_of(const Plan& plan, const std::vector<std::size_t>& rows) {
  if (rows.size() == 1) return {.row = rows.front()};
  AddressSearch search{.ambiguous = true};
  for (const std::size_t row : rows) {
    const std::string& address = plan.outline[row].address;
    const auto same = [&](std::size_t other) {
      return other != row && plain(plan.outline[other].address) == plain(address);
    };
    // The first of several with one address is told from the others.
    const bool first = address == plain(address) && std::ranges::any_of(rows, same);
    search.candidates.push_back(first ? address + "#1" : address);
  }
  return search;
}

}  // namespace

AddressSearch find_address(const Plan& plan, std::string_view typed) {
  std::string wanted = fold(typed);
  const auto address_of = [&](std::size_t row) { return plan.outline[row].address; };
  if (wanted.find('#') != std::string::npos) {
    if (wanted.ends_with("#1")) wanted = plain(wanted);
    const auto rows = rows_with(plan, wanted, address_of);
    if (!rows.empty()) return {.row = rows.front()};
  } else {
    auto rows = rows_with(plan, wanted, [&](std::size_t row) { return plain(address_of(row)); });
    if (rows.empty())
      rows = rows_with(plan, wanted,
                       [&](std::size_t row) { return number_text(plan.outline[row].number); });
    if (!rows.empty()) return one_of(plan, rows);
  }
  AddressSearch search;
  std::vector<std::string> known;
  for (std::size_t row = 0; row < plan.row_count(); ++row) known.push_back(address_of(row));
  if (const auto near = nearest(wanted, known)) search.candidates.push_back(*near);
  return search;
}

}  // namespace wardplan

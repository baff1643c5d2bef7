// Rows by what they are called.
#include "records/addresses.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "records/record.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// An address without its `#2`; that of a row whose step it is stays.
std::string plain(const std::string& address) {
  const std::size_t sign = address.rfind('#');
  const bool own = sign != std::string::npos && address.find('.', sign) == std::string::npos;
  return own ? address.substr(0, sign) : address;
}

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

/// `I.2` where `I` is a heading without it: the rows that stand right under that.
std::optional<AddressSearch> beside(const Plan& plan, const std::string& wanted) {
  const std::size_t point = wanted.rfind('.');
  if (point == std::string::npos || point + 1 == wanted.size() ||
      !std::ranges::all_of(std::string_view(wanted).substr(point + 1), is_digit))
    return std::nullopt;
  const std::string above = wanted.substr(0, point);
  AddressSearch search;
  for (std::size_t row = 0; row < plan.rows.size(); ++row) {
    const RowIndex section = plan.outline[row].section;
    if (!section || fold(plan.outline[*section].address) != above) continue;
    search.heading = plan.outline[*section].address;
    search.candidates.push_back(plan.outline[row].address);
  }
  return search.candidates.empty() ? std::nullopt : std::optional(search);
}

/// What rows are called: by their addresses, those without `#2`, their numbers, and these as they
/// are written.
std::string name_of(const Plan& plan, std::size_t row, AddressKind kind) {
  switch (kind) {
    case AddressKind::address:
      return fold(plan.outline[row].address);
    case AddressKind::plain:
      return fold(plain(plan.outline[row].address));
    case AddressKind::number:
      return fold(number_text(plan.outline[row].number));
    case AddressKind::written:
      return fold(plan.row(row).number.value);
  }
  return {};
}

/// What leads to a row, or to several of the same name; nothing: neither. `rows_with(kind, name)`
/// gives the rows of a name.
template <class RowsWith>
std::optional<AddressSearch> search_for(const Plan& plan, std::string wanted,
                                        const RowsWith& rows_with) {
  if (wanted.find('#') != std::string::npos) {
    if (wanted.ends_with("#1")) wanted = plain(wanted);
    const std::vector<std::size_t> rows = rows_with(AddressKind::address, wanted);
    return rows.empty() ? std::nullopt : std::optional(AddressSearch{.row = rows.front()});
  }
  for (const AddressKind kind : {AddressKind::plain, AddressKind::number, AddressKind::written})
    if (const std::vector<std::size_t> rows = rows_with(kind, wanted); !rows.empty())
      return one_of(plan, rows);
  // A step as it is printed: `1.a)`.
  const std::size_t end = wanted.find_last_not_of(".)") + 1;
  if (end == 0 || end >= wanted.size()) return std::nullopt;
  return search_for(plan, wanted.substr(0, end), rows_with);
}

}  // namespace

Addresses::Addresses(const Plan& plan) : plan_(&plan) {
  for (const AddressKind kind :
       {AddressKind::address, AddressKind::plain, AddressKind::number, AddressKind::written})
    for (std::size_t row = 0; row < plan.row_count(); ++row)
      rows_[static_cast<std::size_t>(kind)][name_of(plan, row, kind)].push_back(row);
}

RowIndex Addresses::row(std::string_view typed) const {
  const auto rows_with = [&](AddressKind kind, const std::string& wanted) {
    const auto& known = rows_[static_cast<std::size_t>(kind)];
    const auto found = known.find(wanted);
    return found == known.end() ? std::vector<std::size_t>() : found->second;
  };
  const auto found = search_for(*plan_, fold(typed), rows_with);
  return found ? found->row : RowIndex();
}

AddressSearch find_address(const Plan& plan, std::string_view typed) {
  const auto rows_with = [&](AddressKind kind, const std::string& wanted) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < plan.row_count(); ++row)
      if (name_of(plan, row, kind) == wanted) rows.push_back(row);
    return rows;
  };
  std::string wanted = fold(typed);
  if (auto found = search_for(plan, wanted, rows_with)) return std::move(*found);
  // A step as it is printed may be beside others, too.
  if (wanted.ends_with("#1"))
    wanted = plain(wanted);
  else if (const std::size_t end = wanted.find_last_not_of(".)") + 1;
           end > 0 && wanted.find('#') == std::string::npos)
    wanted.resize(end);
  if (auto others = beside(plan, wanted)) return std::move(*others);
  AddressSearch search;
  std::vector<std::string> known;
  for (const Place& place : plan.outline) known.push_back(place.address);
  if (const auto near = nearest(wanted, known)) search.candidates.push_back(*near);
  return search;
}

}  // namespace wardplan

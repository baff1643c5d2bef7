#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/row_number.h"

namespace wardplan {

struct Row;
struct Plan;

/// A row by its place in a list, or none.
using RowIndex = std::optional<std::size_t>;

/// Where a row stands among the others.
struct Place {
  RowNumber number;
  /// Heading with a Roman number (or the letter above it) above the row; a divided one (`I.1`) too.
  RowIndex part = {};
  /// Heading in whose section the row stands.
  RowIndex section = {};
  /// The same, headings without a number passed over.
  RowIndex numbered_section = {};
  /// Of a step the row that it is a step of.
  RowIndex step_of = {};
  /// Part and number, `II.2.4.1`, `A.II.1`, of a step that of its row and its own, `II.2.a`;
  /// further rows with the same get `#2`, `#3`.
  std::string address;
};

/// Adds the places of rows that go by ids, which are their addresses: dates, models.
void add_id_places(const std::vector<Row>& rows, std::vector<Place>& outline);

/// Reads the outline from the numbers, one place a row.
std::vector<Place> make_outline(const std::vector<Row>& rows);

/// What an address that someone typed leads to.
struct AddressSearch {
  RowIndex row = {};
  /// Where there is no `row`: the addresses that it may mean, all of the same number or the
  /// nearest.
  std::vector<std::string> candidates = {};
  /// Several rows have exactly this address or number.
  bool ambiguous = false;
  /// The heading whose next row the address would be, where there is one: the candidates are then
  /// the rows that stand right under it.
  std::string heading = {};
};

/// Finds a row by its address (`II.3.1.11#2`), case and a sign behind it (`1.a)`) aside, or by its
/// number alone, also as it is written, where only one row has it. Where an address occurs twice,
/// only `#1`, `#2` name one of its rows.
AddressSearch find_address(const Plan& plan, std::string_view typed);

/// A heading with what it declares, as documents print it: `Công tác y tế (04 chỉ tiêu)`.
std::string heading_as_issued(const Row& heading);

}  // namespace wardplan

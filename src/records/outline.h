#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

struct Row;
struct Plan;

/// What a row's number is: a part (`II`, or `B` where a plan has `A`), a path (`2.4.1`), a heading
/// without a number (`*`), none, or something else.
enum class NumberKind { letter, part, path, star, none, other };

struct RowNumber {
  NumberKind kind = NumberKind::none;
  /// The letter's or part's value alone, or the numbers between the points.
  std::vector<int> path;
  /// Not as it is written: `IIII`, `VX` or letters that only look Roman, where a part's number
  /// comes.
  bool meant = false;
};

/// Reads a number; a point or bracket behind it is a habit of writing. Letters are only known by
/// their plan: `make_outline` tells them from Roman numbers.
RowNumber parse_row_number(std::string_view text);

/// The number in its usual form: `II`, `B`, `2.4.1`, `*`; empty for none and something else.
std::string number_text(const RowNumber& number);

/// A row by its place in a list, or none.
using RowIndex = std::optional<std::size_t>;

/// Where a row stands among the others.
struct Place {
  RowNumber number;
  /// Heading with a Roman number (or the letter above it) above the row.
  RowIndex part = {};
  /// Heading in whose section the row stands.
  RowIndex section = {};
  /// The same, headings without a number passed over.
  RowIndex numbered_section = {};
  /// Part and number, `II.2.4.1`, `A.II.1`; further rows with the same get `#2`, `#3`.
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
};

/// Finds a row by its address (`II.3.1.11#2`), case aside, or by its number alone where only one
/// row has it. Where an address occurs twice, only `#1`, `#2` name one of its rows.
AddressSearch find_address(const Plan& plan, std::string_view typed);

}  // namespace wardplan

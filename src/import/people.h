#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

// Who is named in a cell of people: where one name ends and the next begins, as far as the text
// says it for certain.

namespace wardplan {

/// What a text says of a person: `Đ/c Nguyễn Văn A - Bí thư`.
struct PersonText {
  std::string honorific = {};
  /// All of the text where it doesn't look like a person's name.
  std::string name = {};
  std::string office = {};
  bool is_name = false;
};
PersonText person_text(const std::string& text);

/// The people of one cell.
struct PeopleText {
  std::vector<std::string> names = {};
  /// Those in which more than one person may be named: nothing says so for certain.
  std::vector<std::string> unsure = {};
  /// `Các đ/c A, B`: each name was given the honorific that stands there once.
  bool shared = false;
};

/// The people that a cell names: apart by `;`, by lines that begin with a name, and by commas and
/// `và` before an honorific, a family name with a given one, or whom the register (null: there is
/// none) knows.
PeopleText people_in(std::string_view cell, const Ward* ward);

/// Whether a text begins with an honorific or a person's name.
bool begins_person(std::string_view text);

/// Where a name ends: before a dash, a comma or a bracket.
std::size_t name_end(std::string_view text);

/// A text in one line, without the signs that lists are written with.
std::string without_list_signs(std::string_view text);

}  // namespace wardplan

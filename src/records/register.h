#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

namespace wardplan {

/// The people of a register, or its units, and what they are found by.
struct RegisterPart {
  std::vector<Registered> Ward::*entries;
  KnownWords Ward::*words;
};
inline constexpr RegisterPart kPeople = {&Ward::people, &Ward::people_words};
inline constexpr RegisterPart kUnits = {&Ward::units, &Ward::unit_words};

/// Fills in what people and units are found by, once the register is read.
void index_register(Ward& ward);

/// Index of the entry whose id, name or alias is `as` (composed, without regard to case, spacing,
/// the place of tones and the register's honorific before it), or none; the first where several
/// have it.
std::optional<std::size_t> find_entry(const KnownWords& words, std::string_view as);

/// Every id, name and alias, for offering the nearest.
std::vector<std::string> texts_of(const KnownWords& words);

/// Fills in the indices of every name of the plan from its register.
void link_names(Plan& plan);

/// Gives what the text of the document names (rows, forms, fields) its index; the plan's outline
/// must be there.
void link_text(Plan& plan);

/// Gives names of fields and levels their index, and models the date that their results are due.
void link_movement(Plan& plan);

}  // namespace wardplan

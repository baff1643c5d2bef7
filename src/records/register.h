#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"
#include "times/date.h"

namespace wardplan {

class Report;

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

/// The same of what is meant on a day: of entries that share the word the first that is there then,
/// or else the first.
std::optional<std::size_t> find_entry(const KnownWords& words, std::string_view as,
                                      const Date& day);

/// When an entry is there: without a first or last day from or to where the calendar goes.
Stretch days_of(const Registered& entry);

/// The day by which a plan's names are understood: its year's first.
Date day_of_names(const Plan& plan);

/// Who does on a day the work of an entry of people or units: the entry itself, or behind its last
/// day those who took over, each once.
std::vector<std::size_t> in_charge(const std::vector<Registered>& entries, std::size_t entry,
                                   const Date& day);

/// Those who do on a day the work of people or units that a row names, each once; what isn't known
/// stays as it is.
std::vector<Name> names_on(const std::vector<Name>& names, const Ward* ward,
                           const RegisterPart& part, const Date& day);

/// Every id, name and alias, for offering the nearest.
std::vector<std::string> texts_of(const KnownWords& words);

/// Fills in the indices of every name of the plan from its register.
void link_names(Plan& plan);

/// Gives names of fields and levels their index, and models the date that their results are due.
void link_movement(Plan& plan);

/// Gives what the text of the document names (rows, forms, fields) its index; the plan's outline
/// must be there.
void link_text(Plan& plan);

}  // namespace wardplan

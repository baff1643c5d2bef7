#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/headings.h"
#include "import/rows.h"
#include "records/record.h"
#include "text/phrase.h"

// The people and units of a table, and what a register would have to hold to know them.

namespace wardplan {

/// The units that a cell names: apart by `;`, by lines, and by commas before what the register
/// (null: there is none) knows or what begins as names of units do.
std::vector<std::string> units_in(std::string_view cell, const Ward* ward);

/// The words of a text on people, in small letters and without signs.
std::set<std::string> name_words(std::string_view text);

/// Whether a text begins as names of units do.
bool is_named_as_unit(std::string_view text);

/// How a record names a person or unit: the id where the register knows the text and all of its
/// words, or else the text itself.
std::string person_as_known(const std::string& text, const Ward* ward);
std::string unit_as_known(const std::string& text, const Ward* ward);

/// An entry that the register hasn't, or further spellings of one that it has.
struct ProposedEntry {
  std::string id = {};
  std::string name = {};
  std::string role = {};
  std::vector<std::string> aliases = {};
  bool known = false;
};

struct ProposedRegister {
  /// `Đ/c`, where names stand behind it and the register doesn't say yet what stands there.
  std::string honorific = {};
  std::vector<ProposedEntry> people = {};
  std::vector<ProposedEntry> units = {};
  /// What is proposed nowhere: in it a letter only looks right.
  std::vector<Message> doubts = {};

  bool empty() const { return people.empty() && units.empty(); }
};

/// What is missing in the register for it to know all names of these rows.
ProposedRegister propose_register(const ImportedRows& rows, const Headings& headings,
                                  const Ward* ward);

/// The keys `honorific`, `people` and `units` of a register.
std::string register_lists(const ProposedRegister& proposed);

/// A whole register.
std::string register_text(const ProposedRegister& proposed, const std::string& ward);

}  // namespace wardplan

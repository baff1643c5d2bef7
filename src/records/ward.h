#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "records/said_status.h"
#include "records/written.h"
#include "times/date.h"
#include "times/period.h"

// A ward's register: whom and what its other files name.

namespace wardplan {

/// Warnings that stay, with the reason for it.
struct Acceptance {
  /// One code, or several for the same reason.
  std::vector<Text> code;
  /// Address of the row, or id in the register; absent: the file itself.
  Text at;
  Text reason;
  Span span;
};

/// A person or unit of the register.
struct Registered {
  Text id;
  Text name;
  /// Of people.
  Text role;
  std::vector<Text> aliases;
  /// The first and the last day of being there; none: always.
  Written<Date> from;
  Written<Date> until;
  /// Who does the work behind that last day, in the same list.
  std::vector<Name> successors;
  Span span;
};

/// A word that an entry of a list is known by; `key` is what `fold` makes of it.
struct KnownWord {
  std::string key;
  const Text* text = nullptr;
  std::size_t entry = 0;
};

/// Every id, name and alias of a list that stays where it is, in order, and of each key the first
/// word that has it (register.h).
struct KnownWords {
  std::vector<KnownWord> all;
  std::unordered_map<std::string_view, std::size_t> first;
  /// The same by keys in which tones stand the old way or the new (`hoá`, `hóa`).
  std::unordered_map<std::string, std::size_t> by_tones = {};
  /// What may stand before a person's name, folded: `đ/c`.
  std::string honorific = {};
  /// When each entry is there, where any says so; entries of different times may share a word.
  std::vector<Stretch> days = {};
};

/// A text by a name of the file's own.
struct KeyedText {
  Text name;
  Text value;
};

/// `kind: ward`, the register: the names that the ward's other files refer to.
struct Ward {
  FileId file = 0;
  /// Named on the command line, rather than looked up for another file.
  bool asked = true;
  /// A record refers to it.
  bool used = false;
  Text kind;
  Number format;
  Text id;
  Text name;
  /// What is printed before people's names (`Đ/c`).
  Text honorific;
  /// The day of the month with which reporting periods end; none: the last.
  Number cutoff;
  /// What it belongs to above the ward, by any key: `province: Hà Nội`.
  std::vector<KeyedText> groups;
  /// The first and the last day of the ward itself; none: always.
  Written<Date> from;
  Written<Date> until;
  /// Ids of the wards that it became, and of those that it was made of.
  std::vector<Text> successors;
  std::vector<Text> predecessors;
  /// Its own words for how work stands.
  std::vector<WardStatus> statuses;
  std::vector<Registered> people;
  std::vector<Registered> units;
  KnownWords people_words;
  KnownWords unit_words;
  std::vector<Acceptance> accepted;
};

}  // namespace wardplan

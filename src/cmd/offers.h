#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/phrase.h"

// What a shell can offer for a value that is being typed.

namespace wardplan {

/// What a value names.
enum class Takes : std::uint8_t {
  /// A day, a number, a text of one's own: nothing can be offered.
  anything,
  /// A few words that are known beforehand.
  words,
  file,
  record,
  folder,
  /// The name of a form, or a template's file.
  form,
  /// `m2=FILE`.
  form_file,
  /// A command, or a page that `help` prints.
  topic,
  code,
  state,
  /// A list of criteria that comes with the program.
  list,
  /// Of the records that were named:
  status,
  /// Of the record's table.
  column,
  item,
  row,
  heading,
  person,
  unit,
  ward,
  group_key,
  field,
  registrant
};

/// A word that can be typed, and what it is.
struct Offer {
  std::string word = {};
  std::string about = {};
};

/// What the records at these paths have of it; nothing for what is no matter of records. Never
/// fails: what can't be read offers nothing. Of many wards only the first ones are looked at, so
/// that nobody waits.
std::vector<Offer> offers_of(Takes what, const std::vector<std::string>& paths, Lang lang);

}  // namespace wardplan

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

// How what was typed for a record is taken or refused.

namespace wardplan {

/// A request is refused by throwing what is to be said.
struct Refused {
  Message message;
  /// The key of an entry, or of what a list shows, that it is about.
  std::string_view key = {};
};

[[noreturn]] void refuse(Message message);

/// A text as it will be kept: composed, without blanks around it; refuses one that is empty or
/// can't be written.
std::string kept(std::string_view option, const std::string& typed);

/// A row's number or id, kept so; refuses what its address can't say: blanks and `#`, and of an id
/// all but small letters without marks, digits and hyphens.
std::string kept_number(std::string_view option, const std::string& typed, bool is_id);

/// A year of four digits; throws `Failure` where it is none.
int typed_year(const std::string& typed);

/// Throws `Failure`, naming them and what to do, where anything stands at these paths.
void refuse_existing(const std::vector<std::string>& paths, const Message& hint = {});

}  // namespace wardplan

#pragma once

#include <string>
#include <string_view>

#include "text/phrase.h"

// How what was typed for a record is taken or refused.

namespace wardplan {

/// A request is refused by throwing what is to be said.
struct Refused {
  Message message;
};

[[noreturn]] void refuse(Message message);

/// A text as it will be kept: composed, without blanks around it; refuses one that is empty or
/// can't be written.
std::string kept(std::string_view option, const std::string& typed);

}  // namespace wardplan

#pragma once

#include <string_view>

#include "text/phrase.h"

namespace wardplan::yaml {

/// Whether the first letter leaves a doubt of that kind at all; nearly all texts leave none.
constexpr bool may_be_read_otherwise(std::string_view plain) {
  return !plain.empty() && (static_cast<unsigned char>(plain[0]) < ':' ||
                            std::string_view("yYnNoOtTfF").find(plain[0]) != plain.npos);
}

/// What other YAML readers take this plain text for, if that prints differently: another number, a
/// time, true or false; empty when they read it as it is written.
Message read_otherwise(std::string_view plain);

}  // namespace wardplan::yaml

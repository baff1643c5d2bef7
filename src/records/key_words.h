#pragma once

#include <optional>
#include <string_view>

#include "text/phrase.h"

namespace wardplan {

/// What a key of a record means: `kind` is that of the record, `owner` the key that its mapping
/// stands under (`rows`, `targets`, `updates`), empty for the record's own. Nothing of a key that
/// isn't known there.
std::optional<Phrase> key_meaning(std::string_view kind, std::string_view owner,
                                  std::string_view key);

}  // namespace wardplan

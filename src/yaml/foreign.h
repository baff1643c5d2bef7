#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

namespace wardplan::yaml {

/// YAML or JSON of other programs in the form that `read` takes.
struct Strict {
  std::string text = {};
  /// What was read otherwise than it stands there, or left out.
  std::vector<Message> told = {};
  /// Why there is no text; empty where there is.
  Message fault = {};
};

/// Reads what every YAML reader takes (anchors, aliases, merge keys, tags, texts over several
/// lines, any layout; JSON is YAML, too) and writes it strictly: one document, no deeper than
/// `kMaxDepth`, of at most some megabytes once aliases are written out. Texts are composed (NFC).
Strict strict_text(std::string_view foreign);

}  // namespace wardplan::yaml

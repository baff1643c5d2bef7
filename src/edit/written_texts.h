#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace wardplan {

/// A text of several lines as a file writes it: `|-`, or the first of its own lines, and the
/// others without what indents them.
struct WrittenText {
  std::string sign = {};
  std::vector<std::string> lines = {};
  /// Behind a sign rather than in quotes.
  bool in_block = false;

  /// The lines where they stand below a key or dash in some column.
  std::vector<std::string> below(std::size_t column) const;
};

/// By what they say.
using WrittenTexts = std::map<std::string, WrittenText, std::less<>>;

/// Adds the texts of a file that stand in several lines, save those that are known.
void add_written_texts(std::string_view bytes, const yaml::Node& root, WrittenTexts& known);

}  // namespace wardplan

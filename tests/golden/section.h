#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan::golden {

/// One `-- NAME --` section of a case file.
struct Section {
  std::string name;
  /// Its bytes, escapes resolved.
  std::string content;
  /// Header and body as they stand in the file.
  std::string raw;
  /// Where its header stands, from 1.
  std::size_t line = 0;
};

struct Sections {
  /// What stands before the first header.
  std::string preamble;
  std::vector<Section> sections;
};

/// Cuts a case file at its headers; throws std::runtime_error that names the line.
Sections parse_sections(std::string_view text);

/// A section that holds `bytes`: escaped when they would not survive as plain text.
std::string write_section(std::string_view name, std::string_view bytes);

}  // namespace wardplan::golden

#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "table/word_numbering.h"

namespace wardplan::tables {

/// What stands in a paragraph, as it is to be seen when all tracked changes are accepted.
struct WordParagraph {
  std::string text = {};
  std::string hidden = {};
  std::string deleted = {};
  /// Text boxes, whose words stand in paragraphs of their own.
  std::vector<pugi::xml_node> boxes = {};
  /// References: what to (`footnote`, `endnote`, `comment`), and its id.
  struct Reference {
    std::string_view to;
    std::string id;
  };
  std::vector<Reference> references = {};
  std::size_t pictures = 0;
  /// Files inside the file, whose words are not read.
  std::size_t embedded = 0;
  /// Signs of fonts that aren't known.
  std::size_t signs = 0;
};

/// Reads the runs of a paragraph.
WordParagraph read_paragraph(const pugi::xml_node& node, const WordStyles& styles);

/// The branch of `mc:AlternateContent` that is shown: the first choice that holds anything.
pugi::xml_node shown_branch(const pugi::xml_node& alternatives);

}  // namespace wardplan::tables

#pragma once

#include <vector>

#include "document/document.h"
#include "document/page.h"

namespace wardplan::document {

/// How paragraphs are where they stand, as long as they don't say otherwise.
struct Surroundings {
  Style style = Style::body;
  Align align = Align::automatic;
  int depth = 0;
};

/// The paragraphs of a validated cell.
std::vector<Paragraph> read_paragraphs(Page& page, const pugi::xml_node& cell,
                                       Surroundings surroundings);

/// What stands here, as the classes of an element have it.
Surroundings with_classes(Surroundings surroundings, const pugi::xml_node& node);

/// A validated table, or nothing with findings when its cells don't fit.
bool read_table(Page& page, const pugi::xml_node& node, Table& table);

}  // namespace wardplan::document

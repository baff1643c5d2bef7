#pragma once

#include "document/document.h"
#include "sheet/sheet.h"

namespace wardplan {

/// A sheet as a document on A4 landscape: title, the line under it, and a grid whose headings are
/// repeated on every page. The layout is the caller's to name.
document::Document sheet_document(const Sheet& sheet);

/// The grid alone.
document::Table sheet_grid(const Sheet& sheet);

/// A card as a document: title, facts, figures, then each table that has rows under its title.
document::Document card_document(const Card& card,
                                 const std::vector<document::Figure>& figures = {});

}  // namespace wardplan

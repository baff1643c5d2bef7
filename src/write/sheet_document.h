#pragma once

#include "document/document.h"
#include "view/sheet.h"

namespace wardplan {

/// A sheet as a document on A4 landscape: title, the line under it, and a grid whose headings are
/// repeated on every page. The layout is the caller's to name.
document::Document sheet_document(const Sheet& sheet);

}  // namespace wardplan

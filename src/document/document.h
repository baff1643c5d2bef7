#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "diag/report.h"
#include "document/paragraph.h"
#include "document/table.h"
#include "text/source.h"

namespace wardplan::document {

/// A drawing and its caption, for HTML alone: what it shows must stand in the text as well.
struct Figure {
  std::string svg;
  std::vector<Run> caption;

  friend bool operator==(const Figure&, const Figure&) = default;
};

struct PageBreak {
  friend bool operator==(const PageBreak&, const PageBreak&) = default;
};

using Block = std::variant<Paragraph, Table, Figure, PageBreak>;

enum class Orientation { portrait, landscape };

/// A document to be written in any format: it knows nothing of wards.
struct Document {
  std::string title;
  std::string language = "vi";
  /// A name of `layout_names()`.
  std::string layout = "nha-nuoc";
  Orientation orientation = Orientation::portrait;
  std::vector<Block> blocks;

  friend bool operator==(const Document&, const Document&) = default;
};

/// The document for formats that have no drawings.
Document without_figures(const Document& document);

/// Reads a page of well-formed XHTML that uses only known elements, attributes and classes, so that
/// every writer shows all of it. Findings go to `report`; with any nothing is returned.
std::optional<Document> read(const Sources& sources, FileId file, Report& report);

/// Everything that reading a page can find.
std::span<const Code* const> codes();

}  // namespace wardplan::document

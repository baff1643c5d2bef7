#pragma once

#include <span>
#include <string>
#include <string_view>

#include "view/sheet.h"

namespace wardplan {

/// A way to write a sheet.
struct SheetFormat {
  std::string_view name;
  std::string (*write)(const Sheet&);
};

/// md, csv, json.
std::span<const SheetFormat> sheet_formats();

/// A Markdown heading and table; every cell is text, whatever signs it holds.
std::string write_markdown(const Sheet& sheet);

/// RFC 4180: a header line, CRLF, quotes where they are needed; UTF-8 without BOM.
std::string write_csv(const Sheet& sheet);

/// One JSON document with `schema_version`; cells of several values are arrays.
std::string write_json(const Sheet& sheet);

}  // namespace wardplan

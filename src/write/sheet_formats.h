#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/layout.h"
#include "sheet/sheet.h"

namespace wardplan {

/// What a sheet is written on, for formats that people look at as they are.
struct WriteOptions {
  /// Columns of the terminal; 0: as many as it takes.
  int width = 0;
  bool color = false;
  /// Of documents.
  const document::Layout* layout = nullptr;
};

/// A way to write a sheet.
struct SheetFormat {
  std::string_view name;
  std::string (*write)(const Sheet&, const WriteOptions&);
  /// Wants a layout.
  bool document = false;
  /// Bytes that no terminal can show.
  bool binary = false;
};

/// md, csv, json, text, docx, html.
std::span<const SheetFormat> sheet_formats();

/// A Markdown heading and table; every cell is text, whatever signs it holds.
std::string write_markdown(const Sheet& sheet, const WriteOptions& options);

/// RFC 4180: a header line, CRLF, quotes where they are needed; UTF-8 without BOM.
std::string write_csv(const Sheet& sheet, const WriteOptions& options);

/// One JSON document with `schema_version`; cells of several values are arrays.
std::string write_json(const Sheet& sheet, const WriteOptions& options);

/// A table for a terminal, one line a row: columns side by side, cut with `…` where the width is
/// too little for all; lines are longer than the width only where every column is as narrow as it
/// goes.
std::string write_text(const Sheet& sheet, const WriteOptions& options);

}  // namespace wardplan

#include "write/sheet_formats.h"

#include <array>

#include "document/docx.h"
#include "document/html.h"
#include "write/sheet_document.h"

namespace wardplan {
namespace {

std::string write_docx(const Sheet& sheet, const WriteOptions& options) {
  return document::write_docx(sheet_document(sheet), *options.layout);
}

std::string write_html(const Sheet& sheet, const WriteOptions& options) {
  return document::write_html(sheet_document(sheet), *options.layout);
}

}  // namespace

std::span<const SheetFormat> sheet_formats() {
  static constexpr std::array kFormats = {SheetFormat{"md", write_markdown},
                                          SheetFormat{"csv", write_csv},
                                          SheetFormat{"json", write_json},
                                          SheetFormat{"text", write_text},
                                          SheetFormat{"docx", write_docx, true, true},
                                          SheetFormat{"html", write_html, true}};
  return kFormats;
}

}  // namespace wardplan

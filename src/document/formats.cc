#include "document/formats.h"

#include <array>

#include "document/csv.h"
#include "document/docx.h"
#include "document/html.h"
#include "document/markdown.h"

namespace wardplan::document {
namespace {

std::string markdown(const Document& document, const Layout&) { return write_markdown(document); }
std::string csv(const Document& document, const Layout&) { return write_csv(document); }

constexpr std::array kFormats = {Format{"md", false, markdown}, Format{"csv", false, csv},
                                 Format{"docx", true, write_docx},
                                 Format{"html", false, write_html}};

}  // namespace

std::span<const Format> formats() { return kFormats; }

}  // namespace wardplan::document

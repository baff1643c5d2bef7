#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace wardplan::test {

/// What came of reading a page: a document or findings, each as `W105 3:2 "text under it": message`
/// with line and column, in English.
struct ReadPage {
  std::optional<document::Document> document;
  std::vector<std::string> findings;
};

ReadPage read_page(std::string bytes);

/// The same of a body between head and end, which stand on lines of their own: the body begins on
/// line 2.
ReadPage read_body(std::string_view body);

/// One of the sample pages in tests/document/pages, as text and read.
std::string sample_page(std::string_view name);
document::Document sample_document(std::string_view name);

/// A document in lines for people: `title center: text`, cells in brackets.
std::string shown(const document::Document& document);

}  // namespace wardplan::test

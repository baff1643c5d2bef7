#include "document/read.h"

#include "document/flow.h"
#include "document/page.h"
#include "document/runs.h"
#include "document/validate.h"

namespace wardplan::document {
namespace {

std::string title_of(const pugi::xml_node& head) {
  RunBuilder runs;
  runs.add(head.child("title").child_value(), {});
  return text_of(runs.take());
}

/// The value of an attribute, or what holds without it.
std::string value_or(const pugi::xml_node& node, const char* attribute, const std::string& other) {
  const pugi::xml_attribute found = node.attribute(attribute);
  return found ? found.value() : other;
}

}  // namespace

std::optional<Document> read(const Sources& sources, FileId file, Report& report) {
  Page page(sources, file, report);
  if (!page.parse() || !validate(page)) return std::nullopt;
  const pugi::xml_node html = page.tree().child("html"), body = html.child("body");
  Document document;
  document.title = title_of(html.child("head"));
  document.language = value_or(html, "lang", value_or(html, "xml:lang", document.language));
  document.layout = value_or(body, "data-layout", document.layout);
  if (body.attribute("data-orientation").value() == std::string_view("landscape"))
    document.orientation = Orientation::landscape;
  if (!read_blocks(page, body, document.blocks)) return std::nullopt;
  return document;
}

}  // namespace wardplan::document

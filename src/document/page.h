#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "document/document.h"
#include "text/source.h"

namespace wardplan::document {

extern const Code kBadBytes, kNotWellFormed, kNotAllowed, kUnknownEntity, kUnknownElement,
    kMisplaced, kUnknownAttribute, kBadValue, kUnknownClass, kBadTable, kMissingPart, kBadDrawing,
    kTooDeep;

/// A page while it is read: its tree, and where everything in it stands in the file.
class Page {
 public:
  Page(const Sources& sources, FileId file, Report& report);

  /// Reads the bytes into the tree; false, with a finding, when they are no XML that every reader
  /// of XML and every browser understands alike.
  bool parse();

  const pugi::xml_document& tree() const { return tree_; }

  /// The name of an element; a text without the blanks around it.
  Span span(const pugi::xml_node& node) const;
  /// Before its first byte.
  Span start() const { return span_of(0, 0); }

  /// The name of an attribute of an element, and its value as it is written.
  struct AttributePlace {
    Span name;
    Span value;
  };
  AttributePlace place_of(const pugi::xml_node& node, const pugi::xml_attribute& attribute) const;

  /// The place of a word in the value of an attribute; all of the value when it isn't found there.
  Span word_span(const pugi::xml_node& node, const pugi::xml_attribute& attribute,
                 std::string_view word) const;

  void add(const Code& code, Span span, Message message, Message help = {}, Label related = {});

 private:
  bool check_bytes();
  void blame(const pugi::xml_parse_result& result);
  Span span_of(std::size_t begin, std::size_t end) const;

  FileId file_;
  Report& report_;
  /// Without a byte order mark; `shift_` is how long that is.
  std::string text_;
  std::size_t shift_;
  pugi::xml_document tree_;
};

/// Judges every element, attribute, class and place of text of a page; false with findings when
/// anything isn't known or doesn't belong where it stands.
bool validate(Page& page);

}  // namespace wardplan::document

#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "document/document.h"
#include "document/layout.h"

namespace wardplan::document {

/// What stands in front of every part.
inline constexpr std::string_view kXmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr const char* kWordNames =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// word/document.xml: the blocks and the section, whose header is the relationship `rId3`.
std::string docx_body(const Document& document, const Layout& layout);

/// word/styles.xml.
std::string docx_styles(const Layout& layout, const std::string& language);

/// The id of a style in Word.
std::string docx_style_id(Style style);

/// Word's word for an alignment.
std::string docx_align(Align align);

/// Twentieths of a point in so many millimetres, to the nearest.
int twips(int millimetres);

/// `vi-VN` for `vi`.
std::string word_language(const std::string& language);

/// A value of an attribute of Word: a word or a number.
class XmlValue {
 public:
  XmlValue(const char* text) : text_(text) {}
  XmlValue(const std::string& text) : text_(text) {}
  XmlValue(int number) : text_(std::to_string(number)) {}

  const char* text() const { return text_.c_str(); }

 private:
  std::string text_;
};

/// Appends an element with its attributes, in this order; returns it.
pugi::xml_node append(pugi::xml_node parent, const char* name,
                      std::initializer_list<std::pair<const char*, XmlValue>> attributes = {});

/// The tree as a part of a Word file.
std::string part_text(const pugi::xml_document& tree);

}  // namespace wardplan::document

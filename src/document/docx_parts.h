#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <utility>

#include "document/document.h"
#include "document/layout.h"

namespace wardplan::document {

inline constexpr const char* kWordNames =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// word/document.xml: the blocks and the section, whose header is the relationship `rId3`.
std::string docx_body(const Document& document, const Layout& layout);

/// The id of a style in Word.
std::string docx_style_id(Style style);

/// Word's word for an alignment.
std::string docx_align(Align align);

/// Twentieths of a point in so many millimetres, to the nearest.
int twips(int millimetres);

/// A value of an attribute of Word: a word or a number.
struct XmlValue {
  XmlValue(const char* word) : text(word) {}
  XmlValue(const std::string& word) : text(word) {}
  XmlValue(int number) : text(std::to_string(number)) {}

  std::string text;
};

/// Appends an element with its attributes, in this order; returns it.
pugi::xml_node append(pugi::xml_node parent, const char* name,
                      std::initializer_list<std::pair<const char*, XmlValue>> attributes = {});

/// The tree as a part of a Word file.
std::string part_text(const pugi::xml_document& tree);

/// A file of an archive.
struct ZipEntry {
  std::string name;
  std::string bytes;
};

/// A zip archive with the entries in this order: the same entries give the same bytes, whatever the
/// day, the zone and the user. Throws std::runtime_error when the library fails.
std::string zip(std::span<const ZipEntry> entries);

}  // namespace wardplan::document

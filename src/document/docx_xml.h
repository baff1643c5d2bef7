#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <utility>

namespace wardplan::document {

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

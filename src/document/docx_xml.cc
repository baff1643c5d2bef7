#include "document/docx_xml.h"

#include <sstream>

#include "document/docx_parts.h"

namespace wardplan::document {

pugi::xml_node append(pugi::xml_node parent, const char* name,
                      std::initializer_list<std::pair<const char*, XmlValue>> attributes) {
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [attribute, value] : attributes)
    node.append_attribute(attribute).set_value(value.text());
  return node;
}

std::string part_text(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::string(kXmlHead) + out.str();
}

}  // namespace wardplan::document

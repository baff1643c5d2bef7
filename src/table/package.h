#pragma once

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "table/archive.h"

namespace wardplan::tables {

/// A part as a tree and the bytes that the tree points into.
struct Part {
  std::string bytes;
  pugi::xml_document tree;

  pugi::xml_node root() const { return tree.document_element(); }
};

/// What one part says about another: its name, and the last word of what it is to it.
struct Relation {
  std::string id;
  std::string type;
  std::string target;
  bool external = false;
};

/// The related parts of a Word or Excel file.
class Package {
 public:
  explicit Package(std::string_view bytes) : archive_(bytes) {}

  Archive& archive() { return archive_; }

  std::unique_ptr<Part> load(std::string_view name);

  /// What a part is related to, in the order of the file; `""` asks for the whole package.
  std::vector<Relation> relations(std::string_view part);

  /// The first part of that type that is there.
  std::optional<std::string> related(std::string_view part, std::string_view type);

 private:
  Archive archive_;
};

}  // namespace wardplan::tables

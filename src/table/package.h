#pragma once

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "table/archive.h"
#include "table/refused.h"

namespace wardplan::tables {

/// Of the bytes that all trees of a file may take at once, those that one takes as long as it is
/// there.
class TreeShare {
 public:
  TreeShare(std::size_t& left, std::size_t size) : left_(left), size_(size) { left_ -= size_; }
  ~TreeShare() { left_ += size_; }
  TreeShare(const TreeShare&) = delete;
  TreeShare& operator=(const TreeShare&) = delete;

 private:
  std::size_t& left_;
  std::size_t size_;
};

/// A part as a tree and the bytes that the tree points into.
struct Part {
  TreeShare share;
  std::string bytes;
  pugi::xml_document tree = {};

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

  /// A part as a tree, which must not outlive the package; throws `Refused` where it and those that
  /// are still there take more than `kMaxTree`.
  std::unique_ptr<Part> load(std::string_view name);

  /// The same of what was unpacked already.
  std::unique_ptr<Part> parse(std::string bytes, std::string_view name);

  /// What a part is related to, in the order of the file; `""` asks for the whole package.
  std::vector<Relation> relations(std::string_view part);

  /// The first part of that type that is there.
  std::optional<std::string> related(std::string_view part, std::string_view type);

 private:
  Archive archive_;
  std::size_t trees_left_ = kMaxTree;
};

}  // namespace wardplan::tables

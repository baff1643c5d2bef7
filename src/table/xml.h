#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

// Parts of Word and Excel files as trees; names count without their prefixes, which every program
// chooses as it likes, and which strict and usual files give other namespaces.

namespace wardplan::tables {

/// At most so many bytes a part takes with the tree that is made of it: an element of four bytes
/// takes as much as a long one, and so does a text behind any tag.
std::size_t tree_size(std::string_view bytes);

/// Parses a part that is kept in `bytes` as long as the tree is; throws `Refused` for broken XML,
/// a DOCTYPE, and deeper elements than any table needs. `name` is for the message.
void parse_xml(std::string& bytes, std::string_view name, pugi::xml_document& tree);

/// `tbl` of `w:tbl`.
std::string_view local_name(std::string_view name);
inline std::string_view local_name(const pugi::xml_node& node) { return local_name(node.name()); }

/// The first child of that name, or nothing.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// What an attribute says, or nothing.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

/// What the attribute `val` of a child says, or nothing.
std::string_view value_of(const pugi::xml_node& node, std::string_view child_name);

/// A number that may be missing or no number.
long number_or(std::string_view text, long otherwise);

/// Whether a child says that something holds: it is there, and isn't turned off.
bool is_on(const pugi::xml_node& node, std::string_view child_name);

/// Whether an attribute or value says yes.
bool is_true(std::string_view value);

}  // namespace wardplan::tables

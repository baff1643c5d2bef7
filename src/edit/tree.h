#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace wardplan {

/// What a value of a file says, without how it is written.
struct Tree {
  yaml::Kind kind = yaml::Kind::null;
  std::string text = {};
  /// Of a mapping: the key of each child.
  std::vector<std::string> keys = {};
  std::vector<Tree> children = {};
  friend bool operator==(const Tree&, const Tree&) = default;
};

Tree tree_of(const yaml::Node& node);

/// That of a file's text, which must read without errors.
Tree read_tree(const std::string& bytes);

Tree text_tree(std::string text);
Tree list_tree(const std::vector<std::string>& texts);

/// The value under a key of a mapping, or null; a tree that is none has no keys.
const Tree* find(const Tree& mapping, std::string_view key);
Tree* find(Tree& mapping, std::string_view key);

/// Puts a value under a key: in the place of the old one, else behind the last of its keys that
/// stand before it in `order`, where it is named, or behind all.
void put(Tree& mapping, std::string_view key, Tree value,
         const std::vector<std::string_view>& order);

/// Takes a key and its value away; false: it isn't there.
bool take_away(Tree& mapping, std::string_view key);

/// Path of the first difference, such as `rows[3].due`; nothing where there is none.
std::optional<std::string> first_difference(const Tree& one, const Tree& other);

}  // namespace wardplan

#include "edit/tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "edit/file_text.h"

namespace wardplan {
namespace {

std::optional<std::string> difference(const Tree& one, const Tree& other, const std::string& path) {
  if (one.kind != other.kind || one.text != other.text) return path;
  const auto inner = [&](const Tree& tree, std::size_t at) {
    if (tree.keys.empty()) return fmt::format("{}[{}]", path, at);
    return fmt::format("{}{}{}", path, path.empty() ? "" : ".", tree.keys[at]);
  };
  const std::size_t both = std::min(one.children.size(), other.children.size());
  for (std::size_t at = 0; at < both; ++at) {
    if (!one.keys.empty() && one.keys[at] != other.keys[at]) return inner(one, at);
    if (auto found = difference(one.children[at], other.children[at], inner(one, at))) return found;
  }
  if (one.children.size() == other.children.size()) return std::nullopt;
  return inner(one.children.size() > both ? one : other, both);
}

std::size_t place_of(const Tree& mapping, std::string_view key) {
  return static_cast<std::size_t>(std::ranges::find(mapping.keys, key) - mapping.keys.begin());
}

}  // namespace

Tree tree_of(const yaml::Node& node) {
  Tree tree{.kind = node.kind, .text = std::string(node.text)};
  tree.children.reserve(node.items.size() + node.pairs.size());
  for (const yaml::Node& item : node.items) tree.children.push_back(tree_of(item));
  for (const yaml::Pair& pair : node.pairs) {
    tree.keys.emplace_back(pair.key.text);
    tree.children.push_back(tree_of(pair.value));
  }
  return tree;
}

Tree read_tree(const std::string& bytes) { return tree_of(*FileText(bytes).root); }

Tree text_tree(std::string text) { return {.kind = yaml::Kind::scalar, .text = std::move(text)}; }

Tree list_tree(const std::vector<std::string>& texts) {
  Tree list{.kind = yaml::Kind::sequence};
  for (const std::string& text : texts) list.children.push_back(text_tree(text));
  return list;
}

const Tree* find(const Tree& mapping, std::string_view key) {
  const std::size_t at = place_of(mapping, key);
  return at == mapping.keys.size() ? nullptr : &mapping.children[at];
}

Tree* find(Tree& mapping, std::string_view key) {
  const std::size_t at = place_of(mapping, key);
  return at == mapping.keys.size() ? nullptr : &mapping.children[at];
}

void put(Tree& mapping, std::string_view key, Tree value,
         const std::vector<std::string_view>& order) {
  if (Tree* old = find(mapping, key)) {
    *old = std::move(value);
    return;
  }
  const auto rank = [&](std::string_view one) { return std::ranges::find(order, one); };
  // One that has no place of its own comes last.
  std::size_t behind = rank(key) == order.end() ? mapping.keys.size() : 0;
  for (std::size_t at = 0; at < mapping.keys.size(); ++at)
    if (rank(mapping.keys[at]) < rank(key)) behind = at + 1;
  const auto offset = static_cast<std::ptrdiff_t>(behind);
  mapping.keys.insert(mapping.keys.begin() + offset, std::string(key));
  mapping.children.insert(mapping.children.begin() + offset, std::move(value));
}

bool take_away(Tree& mapping, std::string_view key) {
  const std::size_t at = place_of(mapping, key);
  if (at == mapping.keys.size()) return false;
  mapping.keys.erase(mapping.keys.begin() + static_cast<std::ptrdiff_t>(at));
  mapping.children.erase(mapping.children.begin() + static_cast<std::ptrdiff_t>(at));
  return true;
}

std::optional<std::string> first_difference(const Tree& one, const Tree& other) {
  return difference(one, other, "");
}

}  // namespace wardplan

#include "edit/tree_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

using yaml::Kind;

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// A list of texts, rather than of mappings.
bool is_of_texts(const Tree& tree) {
  return tree.kind == Kind::sequence && !tree.children.empty() &&
         tree.children.front().kind == Kind::scalar;
}

}  // namespace

std::string TreeText::scalar(const Tree& tree, std::string_view key, bool in_brackets) const {
  return habits.scalar(key, tree.text, in_brackets, at);
}

/// A text that is written in lines of its own, behind `head`, which begins in a column.
bool TreeText::add_lines(const Tree& tree, const std::string& head, std::size_t column,
                         std::vector<std::string>& out) const {
  if (written == nullptr || tree.kind != Kind::scalar) return false;
  const auto found = written->find(tree.text);
  if (found == written->end()) return false;
  out.push_back(head + found->second.sign);
  for (std::string& line : found->second.below(column)) out.push_back(std::move(line));
  return true;
}

std::string TreeText::flow_pairs(const Tree& mapping, std::size_t from, std::size_t to) const {
  std::vector<std::string> pairs;
  for (std::size_t one = from; one < to; ++one) {
    const std::string& key = mapping.keys[one];
    pairs.push_back(
        fmt::format("{}: {}", yaml::scalar(key, true), flow(mapping.children[one], key)));
  }
  return fmt::format("{}", fmt::join(pairs, ", "));
}

std::string TreeText::flow(const Tree& tree, std::string_view key) const {
  switch (tree.kind) {
    case Kind::null:
      return "null";
    case Kind::scalar:
      return scalar(tree, key, true);
    case Kind::mapping: {
      const std::string_view blank = layout.padded ? " " : "";
      return fmt::format("{{{0}{1}{0}}}", blank, flow_pairs(tree, 0, tree.keys.size()));
    }
    case Kind::sequence:
      break;
  }
  std::vector<std::string> items;
  for (const Tree& item : tree.children) items.push_back(flow(item, key));
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::vector<std::string> TreeText::lines(const Tree& mapping, std::size_t from, std::size_t to,
                                         std::size_t column) const {
  std::vector<std::string> out;
  for (std::size_t one = from; one < to; ++one)
    add_value(mapping.children[one], mapping.keys[one], column, out);
  return out;
}

void TreeText::add_value(const Tree& tree, std::string_view key, std::size_t column,
                         std::vector<std::string>& out) const {
  const std::string head = blanks(column) + yaml::scalar(key, false) + ":";
  if (add_lines(tree, head + " ", column, out)) return;
  const bool texts = is_of_texts(tree);
  const yaml::Node* model = habits.model(key, tree.kind, texts, at);
  const bool in_one_line = tree.children.empty() || (model != nullptr ? model->flow : texts);
  if (tree.kind == Kind::scalar || in_one_line) {
    const std::string text = tree.kind == Kind::scalar ? scalar(tree, key, false) : flow(tree, key);
    out.push_back(head + " " + text);
    return;
  }
  out.push_back(head);
  std::vector<std::string> inner;
  if (tree.kind == Kind::mapping) inner = lines(tree, 0, tree.keys.size(), column + 2);
  for (const Tree& item : tree.kind == Kind::sequence ? tree.children : std::vector<Tree>())
    for (std::string& line : element(item, key, column + layout.indent, layout.gap, !layout.block))
      inner.push_back(std::move(line));
  out.insert(out.end(), inner.begin(), inner.end());
}

std::vector<std::string> TreeText::element(const Tree& tree, std::string_view key,
                                           std::size_t column, std::size_t gap, bool braces) const {
  const std::string head = blanks(column) + '-' + blanks(gap);
  if (std::vector<std::string> out; add_lines(tree, head, column, out)) return out;
  if (tree.kind != Kind::mapping) {
    const bool text = tree.kind == Kind::scalar;
    return {head + (text ? scalar(tree, key, false) : flow(tree, key))};
  }
  if (braces) {
    std::string line = head + flow(tree, key);
    if (display_width(line) <= kMostColumns) return {std::move(line)};
  }
  std::vector<std::string> out = lines(tree, 0, tree.keys.size(), head.size());
  out.front().replace(0, head.size(), head);
  return out;
}

}  // namespace wardplan

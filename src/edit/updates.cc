#include "edit/updates.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <unordered_map>

#include "edit/layout.h"
#include "records/entry_keys.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

using yaml::Kind;
using yaml::Node;
using yaml::Pair;

/// A list that is there is written as its own entries are, else as the file's others.
Layout layout_of(std::string_view bytes, const Node& list, Layout layout) {
  const Node* model = last_mapping(list);
  if (model == nullptr) return layout;
  layout.block = !model->flow;
  if (model->flow) layout.padded = is_padded(bytes, *model);
  return layout;
}

std::vector<Edit> into_block_list(std::string_view bytes, const Node& list, Layout layout,
                                  const EntryDraft& entry) {
  layout.gap = gap_behind_dash(bytes, list);
  const std::size_t dash = column(bytes, list.span.begin);
  return {lines_behind(bytes, list.span.end, entry_lines(entry, dash, layout))};
}

std::vector<Edit> into_brackets(std::string_view bytes, const Node& item, const Node& list,
                                const Layout& layout, const EntryDraft& entry) {
  const std::string text = flow_text(entry, layout.padded);
  // The blanks tell a list that was there from one that came with its key.
  const bool marked = item.flow && list.items.empty();
  return add_element(bytes, list, marked ? " " + text + " " : text);
}

std::vector<Edit> new_list(std::string_view bytes, const Node& item, const Layout& layout,
                           const EntryDraft& entry) {
  if (item.flow)
    return add_element(bytes, item, "updates: [" + flow_text(entry, layout.padded) + "]");
  const std::size_t key = column(bytes, item.span.begin);
  std::vector<std::string> lines = entry_lines(entry, key + layout.indent, layout);
  lines.insert(lines.begin(), std::string(key, ' ') + "updates:");
  return {lines_behind(bytes, item.span.end, lines)};
}

/// Where the dash of the last entry of a block list stands: behind the entry before it, and lines
/// of comments.
std::size_t last_dash(std::string_view bytes, const Node& list) {
  if (list.items.size() == 1) return list.span.begin;
  std::size_t at = list.items[list.items.size() - 2].span.end;
  while (bytes[at] != '-') at = bytes[at] == '#' ? line_end(bytes, at) : at + 1;
  return at;
}

/// A scalar and the column of the block collection around it.
struct Leaf {
  const Node* node = nullptr;
  int indent = -1;
};

/// The last scalar in the lines before the key: text in lines of its own (`|`, `>`) ends only where
/// something stands less deep behind it.
Leaf leaf_before(std::string_view bytes, const Node& item, const Pair& key) {
  Leaf leaf{&(&key - 1)->value, static_cast<int>(column(bytes, item.span.begin))};
  while (!leaf.node->flow &&
         (leaf.node->kind == Kind::sequence || leaf.node->kind == Kind::mapping)) {
    leaf.indent = static_cast<int>(column(bytes, leaf.node->span.begin));
    leaf.node = leaf.node->kind == Kind::sequence ? &leaf.node->items.back()
                                                  : &leaf.node->pairs.back().value;
  }
  return leaf;
}

/// Whether the text before the key still ends where it did after these edits.
bool keeps_leaf(std::string_view bytes, const Leaf& leaf, const std::vector<Edit>& edits) {
  const Node& node = *leaf.node;
  if (node.kind != Kind::scalar ||
      (node.style != yaml::Style::literal && node.style != yaml::Style::folded))
    return true;
  const std::string after = apply_edits(bytes, edits);
  std::string scratch;
  return yaml::block_scalar(after, node.span.begin, leaf.indent, scratch).end == node.span.end;
}

/// The lines of the key and of its only entry; what stands between them stays.
std::vector<Edit> without_key(std::string_view bytes, const Pair& updates, const Edit& entry,
                              std::size_t entry_begin) {
  const std::size_t begin = line_begin(bytes, updates.key.span.begin);
  const std::size_t end = next_line(bytes, updates.key.span.end);
  if (end == entry_begin) return {without_lines(bytes, begin, entry.end)};
  return {without_lines(bytes, begin, end), entry};
}

std::vector<Edit> from_block_list(std::string_view bytes, const Node& item, const Pair& updates) {
  const Node& list = updates.value;
  const std::size_t begin = line_begin(bytes, last_dash(bytes, list));
  const Edit entry = without_lines(bytes, begin, next_line(bytes, list.span.end));
  if (list.items.size() > 1) return {entry};
  if (&updates != &item.pairs.front()) {
    std::vector<Edit> edits = without_key(bytes, updates, entry, begin);
    if (keeps_leaf(bytes, leaf_before(bytes, item, updates), edits)) return edits;
  }
  const std::size_t behind_colon = bytes.find(':', updates.key.span.end) + 1;
  return {{behind_colon, behind_colon, " []"}, entry};
}

std::vector<Edit> from_brackets(std::string_view bytes, const Node& item, const Pair& updates) {
  const Node& list = updates.value;
  if (!item.flow || list.items.size() > 1) return remove_element(bytes, list);
  const Span entry = list.items.front().span;
  const std::size_t before = entry.begin - list.span.begin - 1;
  if (before == 0 && &updates == &item.pairs.back()) return remove_element(bytes, item);
  const bool marked = before == 1 && bytes[entry.begin - 1] == ' ' && bytes[entry.end] == ' ';
  if (marked) return {{entry.begin - 1, entry.end + 1, {}}};
  return remove_element(bytes, list);
}

// The proof that nothing else changed.

Node scalar(std::string_view text) {
  Node node;
  node.kind = Kind::scalar;
  node.text = text;
  return node;
}

/// The tree that an entry reads back to.
struct EntryTree {
  Node root;
  std::vector<Pair> keys;
  /// What lists and mappings hold; they don't move when more come.
  std::deque<std::vector<Node>> items;
  std::deque<std::vector<Pair>> pairs;

  explicit EntryTree(const EntryDraft& entry) {
    for (const EntryKey& key : entry_keys()) {
      const EntryValue& given = entry[key.id];
      if (given.given()) keys.push_back({scalar(key.name), value_of(given)});
    }
    root.kind = Kind::mapping;
    root.pairs = keys;
  }

  Node value_of(const EntryValue& given) {
    Node value = given.text ? scalar(*given.text) : Node{};
    if (!given.named.empty()) {
      value.kind = Kind::mapping;
      std::vector<Pair>& named = pairs.emplace_back();
      for (const NamedText& one : given.named)
        named.push_back({scalar(one.name), scalar(one.text)});
      value.pairs = named;
    }
    if (!given.list.empty()) {
      value.kind = Kind::sequence;
      std::vector<Node>& list = items.emplace_back();
      for (const std::string& text : given.list) list.push_back(scalar(text));
      value.items = list;
    }
    return value;
  }
};

std::string below(const std::string& path, std::string_view key) {
  return fmt::format("{}{}{}", path, path.empty() ? "" : ".", key);
}

using Pairs = std::vector<const Pair*>;

Pairs pairs_of(const Node& node, bool with_updates) {
  Pairs pairs;
  for (const Pair& pair : node.pairs)
    if (with_updates || pair.key.text != "updates") pairs.push_back(&pair);
  return pairs;
}

struct Comparison {
  explicit Comparison(std::span<const EntryChange> changes) {
    for (const EntryChange& change : changes) by_item.emplace(change.item, &change);
  }

  std::unordered_map<const Node*, const EntryChange*> by_item;

  /// Path of the first difference below `path`, if there is one.
  std::optional<std::string> visit(const Node& before, const Node& after, const std::string& path) {
    if (before.kind != after.kind || before.text != after.text) return path;
    const auto change = by_item.find(&before);
    if (change != by_item.end()) return changed(before, after, *change->second, path);
    if (auto difference = items(before.items, after.items, path)) return difference;
    return pairs(pairs_of(before, true), pairs_of(after, true), path);
  }

  std::optional<std::string> items(std::span<const Node> before, std::span<const Node> after,
                                   const std::string& path) {
    for (std::size_t at = 0; at < std::min(before.size(), after.size()); ++at)
      if (auto difference = visit(before[at], after[at], fmt::format("{}[{}]", path, at)))
        return difference;
    if (before.size() == after.size()) return std::nullopt;
    return fmt::format("{}[{}]", path, std::min(before.size(), after.size()));
  }

  /// Pairs stand in the same order under the same keys; what is under `passed` is not looked into.
  std::optional<std::string> pairs(const Pairs& before, const Pairs& after, const std::string& path,
                                   std::string_view passed = {}) {
    for (std::size_t at = 0; at < std::max(before.size(), after.size()); ++at) {
      const std::string_view key = at < before.size() ? before[at]->key.text : after[at]->key.text;
      const std::string inner = below(path, key);
      if (at >= before.size() || at >= after.size()) return inner;
      if (key != after[at]->key.text) return inner;
      if (key == passed) continue;
      if (auto difference = visit(before[at]->value, after[at]->value, inner)) return difference;
    }
    return std::nullopt;
  }

  /// An item whose history was to change: the rest of it is the same.
  std::optional<std::string> changed(const Node& before, const Node& after,
                                     const EntryChange& change, const std::string& path) {
    const Pair* old = find(before, "updates");
    const Pair* now = find(after, "updates");
    const std::span<const Node> had = old != nullptr ? old->value.items : std::span<const Node>{};
    const std::span<const Node> has = now != nullptr ? now->value.items : std::span<const Node>{};
    const std::string inner = below(path, "updates");
    if (now != nullptr && now->value.kind != Kind::sequence) return inner;
    if (change.entry == nullptr) {
      if (had.empty()) return inner;
      if (auto difference = items(had.first(had.size() - 1), has, inner)) return difference;
    } else {
      if (has.empty()) return inner;
      if (auto difference = items(had, has.first(has.size() - 1), inner)) return difference;
      const EntryTree wanted(*change.entry);
      const std::string last = fmt::format("{}[{}]", inner, has.size() - 1);
      if (auto difference = visit(wanted.root, has.back(), last)) return difference;
    }
    // The place of `updates` counts only where both have it.
    const bool both = old != nullptr && now != nullptr;
    return pairs(pairs_of(before, both), pairs_of(after, both), path, "updates");
  }
};

}  // namespace

std::vector<Edit> append_entry(std::string_view bytes, const Layouts& layouts, const Node& item,
                               const EntryDraft& entry) {
  const Pair* updates = find(item, "updates");
  if (item.kind != Kind::mapping || entry.count() == 0 ||
      (updates != nullptr && updates->value.kind != Kind::sequence))
    throw std::logic_error("there is no list to append to, or no entry");
  const Layout learnt = layouts.in(item);
  if (updates == nullptr) return new_list(bytes, item, learnt, entry);
  const Node& list = updates->value;
  const Layout layout = layout_of(bytes, list, learnt);
  return list.flow ? into_brackets(bytes, item, list, layout, entry)
                   : into_block_list(bytes, list, layout, entry);
}

std::vector<Edit> remove_last_entry(std::string_view bytes, const Node& item) {
  const Pair* updates = find(item, "updates");
  if (item.kind != Kind::mapping || (updates != nullptr && updates->value.kind != Kind::sequence))
    throw std::logic_error("there is no list to take an entry from");
  if (updates == nullptr || updates->value.items.empty()) return {};
  return updates->value.flow ? from_brackets(bytes, item, *updates)
                             : from_block_list(bytes, item, *updates);
}

std::optional<std::string> entry_fault(const Node& before, const Node& after,
                                       std::span<const EntryChange> changes) {
  return Comparison(changes).visit(before, after, "");
}

}  // namespace wardplan

#include "edit/updates.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "records/entry_keys.h"

namespace wardplan {
namespace {

using yaml::Kind;
using yaml::Node;
using yaml::Pair;

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

std::optional<std::string> entry_fault(const Node& before, const Node& after,
                                       std::span<const EntryChange> changes) {
  return Comparison(changes).visit(before, after, "");
}

}  // namespace wardplan

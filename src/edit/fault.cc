#include "edit/fault.h"

#include <fmt/format.h>

#include <algorithm>

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
Node tree_of(const Entry& entry) {
  Node tree;
  tree.kind = Kind::mapping;
  for (const EntryPart& part : parts(entry)) {
    Node value = part.text != nullptr ? scalar(*part.text) : Node{};
    if (part.values != nullptr) value.kind = Kind::mapping;
    if (part.values != nullptr)
      for (const NamedText& named : *part.values)
        value.pairs.push_back({scalar(named.name), scalar(named.text)});
    if (part.list != nullptr) value.kind = Kind::sequence;
    if (part.list != nullptr)
      for (const std::string& text : *part.list) value.items.push_back(scalar(text));
    tree.pairs.push_back({scalar(part.key), std::move(value)});
  }
  return tree;
}

class Comparison {
 public:
  explicit Comparison(std::span<const EntryChange> changes) : changes_(changes) {}

  /// Path of the first difference below `path`, if there is one.
  std::optional<std::string> visit(const Node& before, const Node& after, const std::string& path) {
    if (before.kind != after.kind || before.text != after.text) return path;
    const auto change = std::ranges::find(changes_, &before, &EntryChange::item);
    if (change != changes_.end()) return changed(before, after, *change, path);
    if (auto difference = items(before.items, after.items, path)) return difference;
    return pairs(before.pairs, after.pairs, path);
  }

 private:
  std::optional<std::string> items(std::span<const Node> before, std::span<const Node> after,
                                   const std::string& path) {
    for (std::size_t at = 0; at < std::min(before.size(), after.size()); ++at)
      if (auto difference = visit(before[at], after[at], fmt::format("{}[{}]", path, at)))
        return difference;
    if (before.size() == after.size()) return std::nullopt;
    return fmt::format("{}[{}]", path, std::min(before.size(), after.size()));
  }

  std::optional<std::string> pairs(std::span<const Pair> before, std::span<const Pair> after,
                                   const std::string& path) {
    for (std::size_t at = 0; at < std::max(before.size(), after.size()); ++at) {
      const Pair& named = at < before.size() ? before[at] : after[at];
      const std::string inner = path + (path.empty() ? "" : ".") + named.key.text;
      if (at >= before.size() || at >= after.size()) return inner;
      if (before[at].key.text != after[at].key.text) return inner;
      if (auto difference = visit(before[at].value, after[at].value, inner)) return difference;
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
    const std::string inner = path + (path.empty() ? "" : ".") + "updates";
    if (now != nullptr && now->value.kind != Kind::sequence) return inner;
    if (change.entry == nullptr) {
      if (had.empty()) return inner;
      if (auto difference = items(had.first(had.size() - 1), has, inner)) return difference;
    } else {
      if (has.empty()) return inner;
      if (auto difference = items(had, has.first(has.size() - 1), inner)) return difference;
      const Node wanted = tree_of(*change.entry);
      const std::string last = fmt::format("{}[{}]", inner, has.size() - 1);
      if (auto difference = visit(wanted, has.back(), last)) return difference;
    }
    return others(before, after, path);
  }

  /// The keys but `updates`, whose place counts only where both have it.
  std::optional<std::string> others(const Node& before, const Node& after,
                                    const std::string& path) {
    const bool both = find(before, "updates") != nullptr && find(after, "updates") != nullptr;
    const auto rest = [both](const Node& node) {
      std::vector<const Pair*> kept;
      for (const Pair& pair : node.pairs)
        if (pair.key.text != "updates" || both) kept.push_back(&pair);
      return kept;
    };
    const std::vector<const Pair*> old = rest(before), now = rest(after);
    for (std::size_t at = 0; at < std::max(old.size(), now.size()); ++at) {
      const Pair& named = at < old.size() ? *old[at] : *now[at];
      const std::string inner = path + (path.empty() ? "" : ".") + named.key.text;
      if (at >= old.size() || at >= now.size()) return inner;
      if (old[at]->key.text != now[at]->key.text) return inner;
      if (named.key.text == "updates") continue;
      if (auto difference = visit(old[at]->value, now[at]->value, inner)) return difference;
    }
    return std::nullopt;
  }

  std::span<const EntryChange> changes_;
};

}  // namespace

std::optional<std::string> entry_fault(const Node& before, const Node& after,
                                       std::span<const EntryChange> changes) {
  return Comparison(changes).visit(before, after, "");
}

}  // namespace wardplan

#include "edit/layout.h"

#include "text/edit.h"

namespace wardplan {
namespace {

using yaml::Kind;
using yaml::Node;
using yaml::Pair;

/// The best list seen so far to learn one thing from.
struct Model {
  int rank = 100;
  const Node* list = nullptr;
  /// The mapping that the list is a value of.
  const Node* owner = nullptr;
};

/// The lists to learn from, for an item that ends at `end`.
struct Search {
  std::size_t end;
  Model dashes = {};
  Model entries = {};

  void visit(const Node& node, bool in_list) {
    for (const Node& item : node.items) visit(item, true);
    for (const Pair& pair : node.pairs) {
      visit(pair.value, in_list);
      if (pair.value.kind != Kind::sequence) continue;
      const int rank = pair.key.text == "updates"   ? 0
                       : pair.key.text == "targets" ? 1
                       : in_list                    ? 2
                                                    : 3;
      if (!pair.value.flow) offer(dashes, {rank, &pair.value, &node});
      if (rank < 2 && last_mapping(pair.value) != nullptr)
        offer(entries, {rank, &pair.value, &node});
    }
  }

  void offer(Model& best, const Model& seen) const {
    const bool before = seen.list->span.begin < end;
    if (seen.rank < best.rank || (seen.rank == best.rank && before)) best = seen;
  }
};

}  // namespace

const Node* last_mapping(const Node& list) {
  const Node* last = nullptr;
  for (const Node& entry : list.items)
    if (entry.kind == Kind::mapping) last = &entry;
  return last;
}

bool is_padded(std::string_view bytes, const Node& mapping) {
  return mapping.flow && !mapping.pairs.empty() && bytes[mapping.span.begin + 1] == ' ';
}

std::size_t gap_behind_dash(std::string_view bytes, const Node& list) {
  const std::size_t entry = list.items.back().span.begin;
  const std::size_t dash = line_begin(bytes, entry) + column(bytes, list.span.begin);
  const bool beside = is_first_on_line(bytes, dash) && bytes[dash] == '-' && dash + 1 < entry;
  return beside ? entry - dash - 1 : 1;
}

Layout learn_layout(std::string_view bytes, const Node& root, const Node& item) {
  Search search{.end = item.span.end};
  search.visit(root, false);
  Layout layout;
  if (const Node* list = search.dashes.list) {
    const std::size_t key = column(bytes, search.dashes.owner->span.begin);
    const std::size_t dash = column(bytes, list->span.begin);
    layout.indent = dash > key ? dash - key : 0;
    layout.gap = gap_behind_dash(bytes, *list);
  }
  if (const Node* list = search.entries.list) {
    const Node& entry = *last_mapping(*list);
    layout.block = !entry.flow;
    layout.padded = is_padded(bytes, entry);
  }
  return layout;
}

}  // namespace wardplan

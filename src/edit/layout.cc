#include "edit/layout.h"

#include <fmt/format.h>

#include "records/entry_keys.h"
#include "text/edit.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

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

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// `key` is one of our own words.
std::string pair(std::string_view key, std::string_view text, bool flow) {
  return fmt::format("{}: {}", key, yaml::scalar(text, flow));
}

std::string pair(const NamedText& named, bool flow) {
  return pair(yaml::scalar(named.name, flow), named.text, flow);
}

std::string braces(const std::vector<std::string>& pairs, bool padded) {
  const std::string_view blank = padded ? " " : "";
  return fmt::format("{{{0}{1}{0}}}", blank, fmt::join(pairs, ", "));
}

/// A key on one line.
std::string one_line(const EntryKey& key, const EntryValue& value, bool flow, bool padded) {
  if (value.text) return pair(key.name, *value.text, flow);
  std::vector<std::string> inner;
  for (const std::string& text : value.list) inner.push_back(yaml::scalar(text, true));
  if (!inner.empty()) return fmt::format("{}: [{}]", key.name, fmt::join(inner, ", "));
  for (const NamedText& named : value.named) inner.push_back(pair(named, true));
  return fmt::format("{}: {}", key.name, braces(inner, padded));
}

/// One key a line, from column `column` on.
std::vector<std::string> block_lines(const EntryDraft& entry, std::size_t column, bool padded) {
  std::vector<std::string> lines;
  for (const EntryKey& key : entry_keys()) {
    const EntryValue& value = entry[key.id];
    if (!value.given()) continue;
    std::string line = one_line(key, value, false, padded);
    if (value.named.empty() || column + display_width(line) <= kMostColumns) {
      lines.push_back(std::move(line));
      continue;
    }
    lines.push_back(fmt::format("{}:", key.name));
    for (const NamedText& named : value.named) lines.push_back(blanks(2) + pair(named, false));
  }
  return lines;
}

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

std::string flow_text(const EntryDraft& entry, bool padded) {
  std::vector<std::string> pairs;
  for (const EntryKey& key : entry_keys())
    if (entry[key.id].given()) pairs.push_back(one_line(key, entry[key.id], true, padded));
  return braces(pairs, padded);
}

std::vector<std::string> entry_lines(const EntryDraft& entry, std::size_t dash,
                                     const Layout& layout) {
  const std::string head = blanks(dash) + '-' + blanks(layout.gap);
  if (!layout.block) {
    std::string line = head + flow_text(entry, layout.padded);
    if (display_width(line) <= kMostColumns) return {std::move(line)};
  }
  std::vector<std::string> lines = block_lines(entry, head.size(), layout.padded);
  for (std::string& line : lines)
    line = (&line == &lines.front() ? head : blanks(head.size())) + line;
  return lines;
}

}  // namespace wardplan

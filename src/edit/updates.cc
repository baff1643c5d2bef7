#include <stdexcept>

#include "edit/updates.h"

#include "edit/layout.h"
#include "text/edit.h"
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

}  // namespace

std::vector<Edit> append_entry(std::string_view bytes, const Node& root, const Node& item,
                               const EntryDraft& entry) {
  const Pair* updates = find(item, "updates");
  if (item.kind != Kind::mapping || entry.count() == 0 ||
      (updates != nullptr && updates->value.kind != Kind::sequence))
    throw std::logic_error("there is no list to append to, or no entry");
  const Layout learnt = learn_layout(bytes, root, item);
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

}  // namespace wardplan

#include <stdexcept>

#include "edit/layout.h"
#include "text/edit.h"

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

}  // namespace wardplan

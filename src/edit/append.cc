#include <stdexcept>

#include "edit/brackets.h"
#include "edit/layout.h"
#include "edit/updates.h"
#include "text/lines.h"

namespace wardplan {
namespace {

using yaml::Kind;
using yaml::Node;
using yaml::Pair;

std::vector<Edit> into_block_list(std::string_view bytes, const Node& list, const Layout& layout,
                                  const EntryDraft& entry) {
  const Node* model = last_mapping(list);
  const EntryStyle style{
      .dash = column(bytes, list.span.begin),
      .gap = gap_behind_dash(bytes, list),
      .block = model != nullptr ? !model->flow : layout.block,
      .padded = model != nullptr && model->flow ? is_padded(bytes, *model) : layout.padded};
  return {lines_behind(bytes, list.span.end, entry_lines(entry, style))};
}

std::vector<Edit> into_brackets(std::string_view bytes, const Node& item, const Node& list,
                                const Layout& layout, const EntryDraft& entry) {
  const Node* model = last_mapping(list);
  const bool padded = model != nullptr && model->flow ? is_padded(bytes, *model) : layout.padded;
  const std::string text = flow_text(entry, padded);
  // The blanks tell a list that was there from one that came with its key.
  const bool marked = item.flow && list.items.empty();
  return add_element(bytes, list, marked ? " " + text + " " : text);
}

std::vector<Edit> new_list(std::string_view bytes, const Node& item, const Layout& layout,
                           const EntryDraft& entry) {
  if (item.flow)
    return add_element(bytes, item, "updates: [" + flow_text(entry, layout.padded) + "]");
  const std::size_t key = column(bytes, item.span.begin);
  std::vector<std::string> lines = entry_lines(entry, {.dash = key + layout.indent,
                                                       .gap = layout.gap,
                                                       .block = layout.block,
                                                       .padded = layout.padded});
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
  const Layout layout = learn_layout(bytes, root, item);
  if (updates == nullptr) return new_list(bytes, item, layout, entry);
  const Node& list = updates->value;
  return list.flow ? into_brackets(bytes, item, list, layout, entry)
                   : into_block_list(bytes, list, layout, entry);
}

}  // namespace wardplan

// What both sides' edits give, told without the merge.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "merge/edits.h"

namespace wardplan::test {
namespace {

/// Whether one sequence stands in another, in its order, what isn't there passed over.
template <class Key>
bool keeps_order(const std::vector<Key>& wanted, const std::vector<Key>& merged) {
  std::multimap<Key, std::size_t> places;
  for (std::size_t at = 0; at < merged.size(); ++at) places.emplace(merged[at], at);
  std::size_t next = 0;
  for (const Key& one : wanted) {
    auto [first, last] = places.equal_range(one);
    if (first == last) continue;
    while (first != last && first->second < next) ++first;
    if (first == last) return false;
    next = first->second + 1;
  }
  return true;
}

std::vector<std::string> entries_of(const Tree& row) {
  std::vector<std::string> all;
  if (const Tree* list = find(row, "updates"))
    for (const Tree& entry : list->children) all.push_back(said(entry));
  return all;
}

/// What both sides' edits make of the base's rows, told by what they say, and in no order.
std::vector<Tree> both_applied(const Version& base, const std::vector<RowEdit>& ours,
                               const std::vector<RowEdit>& theirs) {
  std::vector<Tree> rows = rows_of(base.tree), added;
  std::set<std::size_t> gone;
  std::vector<const RowEdit*> edits;
  for (const RowEdit& edit : ours) edits.push_back(&edit);
  for (const RowEdit& edit : theirs)
    if (std::ranges::find(ours, edit) == ours.end()) edits.push_back(&edit);
  // What goes by places of the base's entries comes before new ones.
  std::ranges::stable_sort(edits, {}, [](const RowEdit* edit) {
    return edit->kind == EditKind::entry ? 2 : edit->kind == EditKind::undo ? 1 : 0;
  });
  for (const RowEdit* edit : edits) {
    if (edit->kind == EditKind::new_row)
      added.push_back(edit->tree);
    else if (edit->kind == EditKind::no_row)
      gone.insert(edit->row);
    else if (is_of_row(edit->kind))
      change_row(rows[edit->row], *edit);
  }
  std::vector<Tree> all;
  for (std::size_t at = 0; at < rows.size(); ++at)
    if (!gone.contains(at)) all.push_back(rows[at]);
  all.insert(all.end(), added.begin(), added.end());
  return all;
}

std::vector<std::string> known_rows(const Tree& root) {
  std::vector<std::string> all;
  for (const Tree& row : rows_of(root)) all.push_back(known_by(row));
  return all;
}

std::string entries_fault(const Tree& side, const Tree& merged) {
  std::map<std::string, const Tree*> rows;
  for (const Tree& row : rows_of(merged)) rows[known_by(row)] = &row;
  for (const Tree& row : rows_of(side)) {
    const auto there = rows.find(known_by(row));
    if (there != rows.end() && !keeps_order(entries_of(row), entries_of(*there->second)))
      return "entries of " + there->first + " in another order";
  }
  return "";
}

/// The days of a row's new entries: those of the base are of March.
std::vector<std::string> new_days(const Tree& row) {
  std::vector<std::string> days;
  if (const Tree* list = find(row, "updates"))
    for (const Tree& entry : list->children)
      if (const std::string& day = find(entry, "date")->text; day > "2026-04") days.push_back(day);
  return days;
}

/// New entries come by day, where those of each side do.
std::string days_fault(const Tree& ours, const Tree& theirs, const Tree& merged) {
  std::set<std::string> mixed;
  for (const Tree* side : {&ours, &theirs})
    for (const Tree& row : rows_of(*side))
      if (!std::ranges::is_sorted(new_days(row))) mixed.insert(known_by(row));
  for (const Tree& row : rows_of(merged))
    if (!mixed.contains(known_by(row)) && !std::ranges::is_sorted(new_days(row)))
      return "entries of " + known_by(row) + " not by day";
  return "";
}

/// Whether edits put rows in another order.
bool moves(const std::vector<RowEdit>& edits) {
  return std::ranges::any_of(edits,
                             [](const RowEdit& edit) { return edit.kind == EditKind::move_row; });
}

}  // namespace

std::string known_by(const Tree& row) {
  const Tree* title = find(row, "title");
  const std::string& text = title != nullptr ? title->text : find(row, "heading")->text;
  return text.substr(0, text.starts_with("Trồng") ? text.find(" từ") : std::string::npos);
}

std::string said(const Tree& tree) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < tree.children.size(); ++at) {
    const bool entries = !tree.keys.empty() && tree.keys[at] == "updates";
    std::string part = tree.keys.empty() ? "" : tree.keys[at] + "=";
    if (entries) {
      std::vector<std::string> all;
      for (const Tree& entry : tree.children[at].children) all.push_back(said(entry));
      std::ranges::sort(all);
      for (const std::string& one : all) part += one + "\n";
    } else {
      part += said(tree.children[at]);
    }
    parts.push_back(std::move(part));
  }
  if (!tree.keys.empty()) std::ranges::sort(parts);
  std::string out = fmt::format("{}<{}>[", static_cast<int>(tree.kind), tree.text);
  for (const std::string& part : parts) out += part + "|";
  return out + "]";
}

std::string merge_fault(const Version& base, const Version& ours, const Version& theirs,
                        const std::vector<RowEdit>& our_edits,
                        const std::vector<RowEdit>& their_edits, const Tree& merged) {
  std::vector<std::string> wanted, is;
  for (const Tree& row : both_applied(base, our_edits, their_edits)) wanted.push_back(said(row));
  for (const Tree& row : rows_of(merged)) is.push_back(said(row));
  std::ranges::sort(wanted);
  std::ranges::sort(is);
  if (wanted != is)
    return fmt::format("rows say otherwise:\n{}\nwanted:\n{}", fmt::join(is, "\n"),
                       fmt::join(wanted, "\n"));
  for (const Version* side : {&ours, &theirs}) {
    const bool other_moves = moves(side == &ours ? their_edits : our_edits);
    if (!other_moves && !keeps_order(known_rows(side->tree), known_rows(merged)))
      return "rows in another order";
    if (auto fault = entries_fault(side->tree, merged); !fault.empty()) return fault;
  }
  Tree heads[2] = {base.tree, merged};
  for (const auto* edits : {&our_edits, &their_edits})
    for (const RowEdit& edit : *edits)
      if (edit.kind == EditKind::head) find(heads[0], edit.key)->text = edit.text;
  for (Tree& head : heads) rows_of(head).clear();
  if (said(heads[0]) != said(heads[1])) return "the head says otherwise";
  return days_fault(ours.tree, theirs.tree, merged);
}

}  // namespace wardplan::test

#include "support/history.h"

#include <fmt/format.h>

#include "edit/updates.h"

namespace wardplan::test {
namespace {

using yaml::Node;

/// Edits that put something in and take nothing out.
bool only_inserts(const std::vector<Edit>& edits) {
  for (const Edit& edit : edits)
    if (edit.begin != edit.end) return false;
  return !edits.empty();
}

/// Whether whole lines stand between the old ones; a file without a last line end excepted.
bool only_new_lines(const std::string& bytes, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    const bool unended = edit.begin == bytes.size() && !bytes.ends_with('\n');
    if (!unended && (bytes[edit.begin - 1] != '\n' || !edit.text.ends_with('\n'))) return false;
  }
  return true;
}

std::string fault_of(const Node& before, const std::string& after, const EntryChange& change) {
  const auto tree = clean_tree(after);
  if (!tree) return "does not read";
  const auto fault = entry_fault(before, *tree, {&change, 1});
  return fault ? fmt::format("differs at `{}`", *fault) : "";
}

}  // namespace

Tree clean_tree(const std::string& bytes) {
  Tree tree(bytes);
  if (!tree.report.findings().empty()) tree.root = {};
  return tree;
}

const Node& row_of(const Node& root, std::size_t index) {
  return find(root, "rows")->value.items[index];
}

EntryDraft drafted(std::initializer_list<std::pair<EntryKeyId, EntryValue>> given) {
  EntryDraft entry;
  for (const auto& [key, value] : given) entry[key] = value;
  return entry;
}

Appended append_and_remove(const std::string& bytes, std::size_t row, const EntryDraft& entry) {
  const auto before = clean_tree(bytes);
  if (!before) return {"did not read before", ""};
  const Node& item = row_of(*before, row);
  const auto edits = append_entry(bytes, Layouts(bytes, *before), item, entry);
  Appended result{"", apply_edits(bytes, edits)};
  result.fault = fault_of(*before, result.after, {&item, &entry});
  const yaml::Pair* updates = find(item, "updates");
  const bool lines = updates == nullptr ? !item.flow : !updates->value.flow;
  if (!only_inserts(edits)) result.fault += " (takes something out)";
  if (lines && !only_new_lines(bytes, edits)) result.fault += " (changes a line)";
  if (!result.fault.empty()) return result;
  const auto tree = clean_tree(result.after);
  const Node& changed = row_of(*tree, row);
  const std::string again = apply_edits(result.after, remove_last_entry(result.after, changed));
  if (again != bytes) result.fault = "leaves when it is taken off:\n" + again;
  return result;
}

Appended remove_entry(const std::string& bytes, std::size_t row) {
  const auto before = clean_tree(bytes);
  if (!before) return {"did not read before", ""};
  const Node& item = row_of(*before, row);
  Appended result{"", apply_edits(bytes, remove_last_entry(bytes, item))};
  result.fault = fault_of(*before, result.after, {&item, nullptr});
  return result;
}

}  // namespace wardplan::test

#include "edit/change.h"

#include <map>
#include <stdexcept>

#include "edit/file_text.h"
#include "edit/updates.h"

namespace wardplan {
namespace {

/// The lists that a plan's rows stand in, in the order in which they are counted.
constexpr std::string_view kLists[] = {"rows", "models", "reporting", "dates"};

const yaml::Node& item_of(const yaml::Node& root, std::size_t row) {
  for (const std::string_view key : kLists) {
    const yaml::Pair* list = yaml::find(root, key);
    if (list == nullptr) continue;
    if (row < list->value.items.size()) return list->value.items[row];
    row -= list->value.items.size();
  }
  throw std::logic_error("no such row");
}

/// The changes in rounds that concern each row once, so that one reading serves them all.
std::vector<std::vector<RowChange>> in_rounds(const std::vector<RowChange>& changes) {
  std::vector<std::vector<RowChange>> rounds;
  std::map<std::size_t, std::size_t> next;
  for (const RowChange& change : changes) {
    const std::size_t round = next[change.row]++;
    if (round == rounds.size()) rounds.emplace_back();
    rounds[round].push_back(change);
  }
  return rounds;
}

ChangedText change_once(const std::string& bytes, const std::vector<RowChange>& round) {
  const FileText before(bytes);
  const Layouts layouts(bytes, *before.root);
  ChangedText changed;
  std::vector<EntryChange> expected;
  for (const RowChange& change : round) {
    const yaml::Node& item = item_of(*before.root, change.row);
    const std::vector<Edit> made = change.entry ? append_entry(bytes, layouts, item, *change.entry)
                                                : remove_last_entry(bytes, item);
    changed.edits.insert(changed.edits.end(), made.begin(), made.end());
    expected.push_back({&item, change.entry ? &*change.entry : nullptr});
  }
  changed.edits = joined({}, changed.edits);
  changed.bytes = apply_edits(bytes, changed.edits);
  const FileText after(changed.bytes);
  const auto fault =
      after.root ? entry_fault(*before.root, *after.root, expected) : std::string("YAML");
  if (fault)
    return {.refusal =
                say("thay đổi này sẽ làm tệp khác đi ở chỗ khác (`{}`); hãy sửa tay chỗ ấy",
                    "the change would alter the file elsewhere (`{}`); edit it by hand", *fault)};
  return changed;
}

}  // namespace

ChangedText change_rows(const std::string& bytes, const std::vector<RowChange>& changes) {
  ChangedText all{.bytes = bytes, .edits = {}};
  for (const std::vector<RowChange>& round : in_rounds(changes)) {
    ChangedText changed = change_once(all.bytes, round);
    if (!changed.refusal.empty()) return changed;
    all.edits = all.edits.empty() ? std::move(changed.edits) : composed(all.edits, changed.edits);
    all.bytes = std::move(changed.bytes);
  }
  return all;
}

}  // namespace wardplan

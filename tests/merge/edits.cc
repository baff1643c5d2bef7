#include "merge/edits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "edit/file_text.h"
#include "edit/reshape.h"
#include "support/sound_plan.h"
#include "text/edit.h"
#include "text/utf8.h"

namespace wardplan::test {
namespace {

const std::vector<std::string_view> kOrder = {"number", "title",   "leader", "lead",   "support",
                                              "due",    "targets", "note",   "updates"};

Tree* updates_in(Tree& row, bool make) {
  if (Tree* list = find(row, "updates"); list != nullptr || !make) return list;
  put(row, "updates", {.kind = yaml::Kind::sequence}, kOrder);
  return find(row, "updates");
}

bool is_item(const Tree& row) { return find(row, "title") != nullptr; }

std::size_t count_under(const Tree& row, std::string_view key) {
  const Tree* list = find(row, key);
  return list == nullptr ? 0 : list->children.size();
}

/// The part that a row stands in, by the heading above it.
std::string part_of(const Tree& root, std::size_t row) {
  for (std::size_t at = row + 1; at-- > 0;)
    if (!is_item(rows_of(root)[at])) return find(rows_of(root)[at], "number")->text;
  return "";
}

Tree mapping_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Tree mapping{.kind = yaml::Kind::mapping};
  for (const auto& [key, text] : pairs) {
    mapping.keys.push_back(key);
    mapping.children.push_back(text_tree(text));
  }
  return mapping;
}

/// Draws edits that don't touch the same thing twice.
struct Draw {
  const Version& base;
  std::mt19937_64& random;
  std::vector<RowEdit> edits = {};
  std::set<std::string> taken = {};

  std::size_t below(std::size_t count) { return random() % count; }

  std::string word() { return fmt::format("từ{}", random() % 1'000'000'000); }

  /// Whether nothing was drawn of it yet.
  bool take(const std::string& what) { return taken.insert(what).second; }

  void add(RowEdit edit) { edits.push_back(std::move(edit)); }

  void of_item(std::size_t row, const Tree& tree) {
    const std::string id = std::to_string(row);
    if (taken.contains("gone" + id)) return;
    switch (below(10)) {
      case 0:
      case 1:
      case 2:
        return entry(row);
      case 3:
        if (const std::size_t count = count_under(tree, "updates"); count > 0 && take("undo" + id))
          add({.kind = EditKind::undo, .row = row, .at = count - 1});
        return;
      case 4:
        return entry_key(row, tree);
      case 5:
        return no_key(row, tree);
      case 6:
        return goal(row, tree);
      case 7:
        return no_row(row);
      default:
        return key(row, tree);
    }
  }

  /// Of few days and words, so that both sides often say the same day.
  void entry(std::size_t row) {
    const std::string today = word();
    std::vector<std::pair<std::string, std::string>> pairs = {
        {"date", fmt::format("2026-0{}-1{}", 4 + below(2), below(3))}};
    // Now and then of a day that has an entry: in its place it would be the same one, changed.
    const Tree* old = find(rows_of(base.tree)[row], "updates");
    if (old != nullptr && !old->children.empty() && below(3) == 0 &&
        take("undo" + std::to_string(row)))
      pairs[0].second = find(old->children[below(old->children.size())], "date")->text;
    if (below(2) == 0) pairs.emplace_back("status", below(2) == 0 ? "done" : "in-progress");
    pairs.emplace_back(below(2) == 0 ? "note" : "evidence", "chữ " + today);
    add({.kind = EditKind::entry, .row = row, .tree = mapping_of(pairs), .word = today});
  }

  void entry_key(std::size_t row, const Tree& tree) {
    const std::size_t count = count_under(tree, "updates");
    if (count == 0) return;
    const std::size_t at = below(count);
    const std::string id = std::to_string(row);
    if (taken.contains("undo" + id) || !take(fmt::format("entry{} {}", row, at))) return;
    taken.insert("undo" + id);
    const std::string said = word();
    if (below(2) == 0)
      return add({.kind = EditKind::entry_key,
                  .row = row,
                  .at = at,
                  .key = "status",
                  .text = below(2) == 0 ? "done" : "cancelled"});
    add({.kind = EditKind::entry_key,
         .row = row,
         .at = at,
         .key = "note",
         .text = said,
         .word = said});
  }

  void comment(std::size_t row, bool item) {
    static constexpr const char* kPlaces[] = {"", "title", "beside"};
    const std::string key = item ? any(random, kPlaces) : "";
    const std::string said = any(random, kWords);
    const std::string id = std::to_string(row);
    if (taken.contains("gone" + id) || !take("comment" + id + said)) return;
    taken.insert("touched" + id);
    add({.kind = EditKind::comment, .row = row, .key = key, .text = said});
  }

  /// Before another item of its part.
  void move(std::size_t row) {
    const std::size_t to = below(base.rows.size());
    const std::vector<Tree>& rows = rows_of(base.tree);
    const bool fits = row != to && is_item(rows[row]) && is_item(rows[to]) &&
                      part_of(base.tree, row) == part_of(base.tree, to);
    if (fits && take("move")) add({.kind = EditKind::move_row, .row = row, .at = to});
  }

  void lines(std::size_t row) {
    if (!take(fmt::format("note {}", row))) return;
    const std::string said = word();
    const std::string text =
        below(2) == 0 ? "dòng một\n  # " + said + "\nhết" : "dòng một " + said + " hết";
    add({.kind = EditKind::lines, .row = row, .key = "note", .text = text, .word = said});
  }

  void key(std::size_t row, const Tree& tree) {
    static constexpr const char* kKeys[] = {"title", "leader", "due", "note", "note"};
    const std::string key = any(random, kKeys);
    if (key == "note" && below(3) == 0) return lines(row);
    if (!take(fmt::format("{} {}", key, row))) return;
    const std::string said = word();
    std::string text = said;
    if (key == "title") text = find(tree, "title")->text + " " + said;
    if (key != "leader" && key != "due" && below(5) == 0)
      text += std::string(" # ") + any(random, kWords);
    if (key == "note" && below(6) == 0) text += " " + nfc(typed_text(random));
    add({.kind = EditKind::key, .row = row, .key = key, .text = text, .word = said});
  }

  void no_key(std::size_t row, const Tree& tree) {
    const std::string key = below(2) == 0 ? "support" : "note";
    if (find(tree, key) == nullptr || !take(fmt::format("{} {}", key, row))) return;
    add({.kind = EditKind::no_key, .row = row, .key = key});
  }

  void goal(std::size_t row, const Tree& tree) {
    const std::size_t count = count_under(tree, "targets");
    if (count == 0) return;
    const std::size_t at = below(count);
    if (!take(fmt::format("goal{} {}", row, at))) return;
    const std::string goal = fmt::format("{}%", 100 + random() % 100'000'000);
    add({.kind = EditKind::goal, .row = row, .at = at, .text = goal, .word = goal});
  }

  void no_row(std::size_t row) {
    const std::string id = std::to_string(row);
    const bool touched = std::ranges::any_of(edits, [&](const RowEdit& one) {
      return one.row == row && one.kind != EditKind::new_row && one.kind != EditKind::head;
    });
    if (touched || taken.contains("touched" + id) || !take("gone" + id)) return;
    add({.kind = EditKind::no_row, .row = row});
  }

  void new_row(std::size_t row) {
    // One a part and side: what follows must go on with its number.
    const std::string part = part_of(base.tree, row);
    if (!take("new" + part)) return;
    while (row + 1 < base.rows.size() && is_item(rows_of(base.tree)[row + 1])) ++row;
    const std::string said = word();
    add({.kind = EditKind::new_row,
         .row = row,
         .tree = mapping_of({{"number", std::to_string(10 + below(4))},
                             {"title", "Mở lớp " + said},
                             {"leader", "an"},
                             {"lead", "vh"}}),
         .word = said});
  }
};

/// Takes rows in and out of the list.
void change_rows_of(Version& version, Tree& wanted, const RowEdit& edit) {
  std::vector<Tree>& rows = rows_of(wanted);
  const std::size_t at = *version.rows[edit.row];
  const bool adds = edit.kind == EditKind::new_row;
  if (adds)
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at) + 1, edit.tree);
  else
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
  for (auto& place : version.rows)
    if (place && *place > at) *place += adds ? 1U : static_cast<std::size_t>(-1);
  if (!adds) version.rows[edit.row].reset();
}

bool contradict_entries(const Tree& one, const Tree& other) {
  if (one == other || find(one, "date")->text != find(other, "date")->text) return false;
  const Tree *first = find(one, "status"), *second = find(other, "status");
  return first != nullptr && second != nullptr && *first != *second;
}

/// Whether one side remarks on or moves a row that the other takes away.
bool of_gone_row(const RowEdit& one, const RowEdit& other) {
  const bool stays = one.kind == EditKind::comment;
  return stays && other.kind == EditKind::no_row && one.row == other.row;
}

/// Whether an entry of the base, which one edit gives another status, contradicts a new one.
bool contradicts_old(const Version& base, const RowEdit& one, const RowEdit& other) {
  if (one.kind != EditKind::entry_key || one.key != "status") return false;
  const Tree& old = find(rows_of(base.tree)[one.row], "updates")->children[one.at];
  const auto differs = [&](const Tree& entry) {
    const Tree* status = find(entry, "status");
    return status != nullptr && status->text != one.text &&
           find(entry, "date")->text == find(old, "date")->text;
  };
  return other.kind == EditKind::entry && differs(other.tree);
}

/// The key of a row that an edit changes; empty: none, or lists of it.
std::string key_changed(const RowEdit& edit) {
  if (edit.kind == EditKind::lines) return "note";
  return edit.kind == EditKind::key || edit.kind == EditKind::no_key ? edit.key : "";
}

}  // namespace

std::vector<Tree>& rows_of(Tree& root) { return find(root, "rows")->children; }
const std::vector<Tree>& rows_of(const Tree& root) { return find(root, "rows")->children; }

bool is_of_row(EditKind kind) {
  return kind != EditKind::head && kind != EditKind::comment && kind != EditKind::new_row &&
         kind != EditKind::move_row;
}

void change_row(Tree& row, const RowEdit& edit) {
  switch (edit.kind) {
    case EditKind::entry:
      updates_in(row, true)->children.push_back(edit.tree);
      break;
    case EditKind::undo: {
      Tree& list = *updates_in(row, false);
      list.children.erase(list.children.begin() + static_cast<std::ptrdiff_t>(edit.at));
      if (list.children.empty()) take_away(row, "updates");
      break;
    }
    case EditKind::entry_key:
      put(updates_in(row, false)->children[edit.at], edit.key, text_tree(edit.text), {});
      break;
    case EditKind::key:
    case EditKind::lines:
      put(row, edit.key, text_tree(edit.text), kOrder);
      break;
    case EditKind::no_key:
      take_away(row, edit.key);
      break;
    case EditKind::goal:
      find(find(row, "targets")->children[edit.at], "goal")->text = edit.text;
      break;
    case EditKind::new_row:
    case EditKind::no_row:
    case EditKind::head:
    case EditKind::comment:
    case EditKind::move_row:
      break;
  }
}

Version base_version(const std::string& bytes) {
  Version base{bytes, read_tree(bytes), {}};
  for (std::size_t at = 0; at < rows_of(base.tree).size(); ++at) base.rows.emplace_back(at);
  return base;
}

std::vector<RowEdit> any_edits(const Version& base, std::mt19937_64& random) {
  Draw draw{base, random};
  for (std::size_t tries = 1 + random() % 5; tries > 0; --tries) {
    const std::size_t row = random() % base.rows.size();
    const Tree& tree = rows_of(base.tree)[row];
    const std::size_t what = random() % 14;
    const std::string said = draw.word();
    if (what == 0 && draw.take("title"))
      draw.add({.kind = EditKind::head, .key = "title", .text = said, .word = said});
    else if (what == 1)
      draw.new_row(row);
    else if (what == 2 || what == 3)
      draw.comment(row, is_item(tree));
    else if (what == 4 && random() % 2 == 0)
      draw.move(row);
    else if (is_item(tree))
      draw.of_item(row, tree);
  }
  return std::move(draw.edits);
}

bool apply(Version& version, const RowEdit& edit) {
  if (edit.kind != EditKind::head && !version.rows[edit.row]) return false;
  if (edit.kind == EditKind::comment) return add_comment(version, edit);
  if (edit.kind == EditKind::lines) return add_lines(version, edit);
  if (edit.kind == EditKind::move_row) return move_row(version, edit);
  Version made = version;
  if (edit.kind == EditKind::head)
    find(made.tree, edit.key)->text = edit.text;
  else if (edit.kind == EditKind::new_row || edit.kind == EditKind::no_row)
    change_rows_of(made, made.tree, edit);
  else
    change_row(rows_of(made.tree)[*made.rows[edit.row]], edit);
  ChangedText changed = reshape(version.bytes, made.tree);
  if (!changed.refusal.empty()) return false;
  made.bytes = std::move(changed.bytes);
  version = std::move(made);
  return true;
}

bool contradict(const Version& base, const RowEdit& one, const RowEdit& other) {
  if (one == other) return false;
  if (one.kind == EditKind::head || other.kind == EditKind::head)
    return one.kind == other.kind && one.text != other.text;
  if (one.kind == EditKind::new_row && other.kind == EditKind::new_row)
    return part_of(base.tree, one.row) == part_of(base.tree, other.row) &&
           find(one.tree, "number")->text == find(other.tree, "number")->text;
  if (of_gone_row(one, other) || of_gone_row(other, one)) return true;
  if (one.row != other.row || !is_of_row(one.kind) || !is_of_row(other.kind)) return false;
  if ((one.kind == EditKind::no_row) != (other.kind == EditKind::no_row)) return true;
  if (!key_changed(one).empty() && key_changed(one) == key_changed(other)) return one != other;
  if (one.kind == EditKind::entry && other.kind == EditKind::entry)
    return contradict_entries(one.tree, other.tree);
  if (contradicts_old(base, one, other) || contradicts_old(base, other, one)) return true;
  const auto of_entry = [](const RowEdit& edit) {
    return edit.kind == EditKind::undo || edit.kind == EditKind::entry_key;
  };
  if (of_entry(one) && of_entry(other))
    return one.at == other.at && (one.kind != other.kind || one.key == other.key);
  return one.kind == EditKind::goal && other.kind == EditKind::goal && one.at == other.at;
}

}  // namespace wardplan::test

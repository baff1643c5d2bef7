#include "lists/change_list.h"

#include <algorithm>
#include <array>

#include "compare/pairs.h"
#include "records/entry_keys.h"
#include "records/key_words.h"
#include "records/words.h"
#include "text/quoted.h"
#include "times/date.h"

namespace wardplan {
namespace {

/// The field of what is a row as a whole.
constexpr std::string_view kWholeRow = "row";

std::string value_in_line(const Tree& tree, std::string_view owner, std::string_view key,
                          const RecordWords& words);

struct ChangeWord {
  ChangeKind kind;
  CodedWord word;
};
constexpr ChangeWord kChangeWords[] = {
    {ChangeKind::added, {"added", {"thêm", "added"}}},
    {ChangeKind::removed, {"removed", {"bỏ", "removed"}}},
    {ChangeKind::changed, {"changed", {"sửa", "changed"}}},
    {ChangeKind::moved, {"moved", {"đổi chỗ", "moved"}}},
};

const CodedWord& change_word(ChangeKind kind) {
  return std::ranges::find(kChangeWords, kind, &ChangeWord::kind)->word;
}

/// Keys whose texts are ids of the register.
constexpr std::array kNameKeys = {std::string_view("leader"), std::string_view("lead"),
                                  std::string_view("support")};

std::string status_words_for(std::string_view token, const RecordWords& words) {
  if (token.empty()) return {};
  if (const StatusWord* known = status_by_token(token))
    return std::string(known->words.in(words.lang));
  const auto own = words.names.find(std::string(token));
  return own != words.names.end() ? own->second : std::string(token);
}

std::string key_words(std::string_view owner, std::string_view key, const RecordWords& words) {
  const auto meaning = key_meaning(words.kind, owner, key);
  return meaning ? std::string(meaning->in(words.lang)) : std::string(key);
}

/// Texts one behind the other, those of a mapping with what they are of.
std::string in_line(const Tree& tree, std::string_view owner, const RecordWords& words) {
  std::string out = tree.text;
  for (std::size_t at = 0; at < tree.children.size(); ++at) {
    const std::string_view key = tree.keys.empty() ? owner : std::string_view(tree.keys[at]);
    std::string inner = value_in_line(tree.children[at], owner, key, words);
    if (!tree.keys.empty()) inner = key_words(owner, key, words) + ": " + inner;
    const bool is_text = tree.keys.empty() && tree.children[at].kind == yaml::Kind::scalar;
    join(out, inner, is_text ? ", " : "; ");
  }
  return out;
}

std::string value_in_line(const Tree& tree, std::string_view owner, std::string_view key,
                          const RecordWords& words) {
  if (key == "status" && owner == kEntries) return status_words_for(tree.text, words);
  if (std::ranges::find(kNameKeys, key) != kNameKeys.end()) {
    const auto known = words.names.find(tree.text);
    if (tree.children.empty()) return known != words.names.end() ? known->second : tree.text;
    return in_line(tree, key, words);
  }
  return in_line(tree, key, words);
}

/// An entry without its day: the status and the value need no name.
std::string entry_in_line(const Tree& entry, const RecordWords& words) {
  std::string out;
  for (const EntryKey& key : entry_keys()) {
    const Tree* value = find(entry, key.name);
    if (value == nullptr || key.id == EntryKeyId::date) continue;
    std::string text = value_in_line(*value, kEntries, key.name, words);
    const bool named =
        key.id != EntryKeyId::status && key.id != EntryKeyId::value && key.id != EntryKeyId::values;
    if (named) text = key_words(kEntries, key.name, words) + ": " + text;
    join(out, text, "; ");
  }
  return out;
}

/// What a row says beside its number and title, and how often it was reported on.
std::string row_in_line(const Tree& row, std::string_view list, const RecordWords& words) {
  std::string out;
  for (std::size_t at = 0; at < row.keys.size(); ++at) {
    const std::string& key = row.keys[at];
    if (key == "number" || key == "id" || key == "title" || key == "heading" || key == "name")
      continue;
    const std::string text = key == kEntries ? std::to_string(row.children[at].children.size())
                                             : value_in_line(row.children[at], list, key, words);
    join(out, key_words(list, key, words) + ": " + text, "; ");
  }
  return out;
}

/// Whether it is all of a row, or of a person or unit.
bool is_row(const ToldChange& told) { return !told.list.empty() && told.key == told.list; }

/// One side of a change.
Cell value_cell(const ToldChange& told, const Tree* value, const RecordWords& words) {
  if (value == nullptr || told.kind == ChangeKind::moved) return {};
  return one(is_row(told) ? row_in_line(*value, told.list, words)
                          : value_in_line(*value, told, words));
}

Cell day_cell(const std::string& day, Lang lang) {
  const auto date = parse_date(day);
  return date ? one(date, lang) : one(day);
}

Cell status_cell(const std::string& token, const RecordWords& words) {
  return token.empty() ? Cell{} : coded(token, status_words_for(token, words));
}

/// A column of changes; one that nothing fills is left out.
struct ChangeColumn {
  std::string_view key;
  Phrase title;
  CellKind kind;
  int weight;
  Cell (*cell)(const ShownChange& change, const RecordWords& words);
  bool always = false;
};

constexpr std::array kChangeColumns = {
    ChangeColumn{"field",
                 {"Mục nào", "Field"},
                 CellKind::coded,
                 2,
                 [](auto& change, auto& words) {
                   const std::string& field = change.told.field;
                   return coded(field.empty() ? kWholeRow : std::string_view(field),
                                field_words(change.told, words));
                 },
                 true},
    ChangeColumn{"part",
                 {"Trong đó", "Which"},
                 CellKind::text,
                 1,
                 [](auto& change, auto&) { return one(change.told.part); }},
    ChangeColumn{"date",
                 {"Ngày", "Date"},
                 CellKind::date,
                 0,
                 [](auto& change, auto& words) { return day_cell(change.told.day, words.lang); }},
    ChangeColumn{
        "change",
        {"Thay đổi", "Change"},
        CellKind::coded,
        0,
        [](auto& change, auto& words) { return coded(change_word(change.told.kind), words.lang); },
        true},
    ChangeColumn{"before",
                 {"Trước", "Before"},
                 CellKind::text,
                 3,
                 [](auto& change, auto& words) {
                   return value_cell(change.told, change.told.before, words);
                 },
                 true},
    ChangeColumn{
        "after",
        {"Sau", "After"},
        CellKind::text,
        3,
        [](auto& change, auto& words) { return value_cell(change.told, change.told.after, words); },
        true},
    ChangeColumn{
        "status_before",
        {"Trạng thái trước", "Status before"},
        CellKind::coded,
        1,
        [](auto& change, auto& words) { return status_cell(change.status_before, words); }},
    ChangeColumn{"status_after",
                 {"Trạng thái sau", "Status after"},
                 CellKind::coded,
                 1,
                 [](auto& change, auto& words) { return status_cell(change.status_after, words); }},
};

/// What changed is never cut: on a terminal all goes on below.
Sheet wrapped(SheetMaker& made) {
  for (Column& column : made.sheet.columns) column.wraps = true;
  return std::move(made.sheet);
}

/// Makes the columns that changes fill, and their cells.
struct ChangeRows {
  SheetMaker& made;
  const std::vector<ShownChange>& changes;
  const RecordWords& words;
  std::vector<const ChangeColumn*> columns = {};

  void add_columns() {
    for (const ChangeColumn& column : kChangeColumns) {
      const bool filled = std::ranges::any_of(
          changes, [&](const ShownChange& change) { return !column.cell(change, words).empty(); });
      if (!filled && !column.always) continue;
      columns.push_back(&column);
      // The longest numbers of papers fit into what they are cut down to.
      made.text(column.key, column.title, column.weight, column.weight > 2 ? 11 : 8);
      made.sheet.columns.back().kind = column.kind;
    }
  }

  void add_cells(const ShownChange& change, std::vector<Cell>& cells) const {
    for (const ChangeColumn* column : columns) cells.push_back(column->cell(change, words));
  }
};

void add_commit_columns(SheetMaker& made) {
  made.date("committed", {"Ngày commit", "Committed"});
  made.text("commit", {"Commit", "Commit"}, 0, 7);
  made.text("author", {"Người ghi", "Author"}, 1);
}

void add_commit_cells(const CommitShown& by, Lang lang, std::vector<Cell>& cells) {
  cells.push_back(day_cell(by.day, lang));
  cells.push_back(one(by.commit));
  cells.push_back(one(by.author));
}

Sheet log_changes(const std::vector<ShownChange>& changes, const RecordWords& words) {
  SheetMaker made("changes", {"Các lần thay đổi", "Changes"}, words.lang);
  add_commit_columns(made);
  ChangeRows rows{made, changes, words};
  rows.add_columns();
  for (const ShownChange& change : changes) {
    std::vector<Cell> cells;
    add_commit_cells(change.by, words.lang, cells);
    rows.add_cells(change, cells);
    made.row(std::move(cells));
  }
  return wrapped(made);
}

Sheet log_entries(const std::vector<ShownEntry>& entries, const RecordWords& words) {
  SheetMaker made("updates", {"Các lần cập nhật", "History"}, words.lang);
  made.date("date", {"Ngày", "Date"});
  made.text("entry", {"Đã ghi", "Entry"}, 4, 12);
  add_commit_columns(made);
  for (const ShownEntry& listed : entries) {
    std::vector<Cell> cells = {day_cell(std::string(text_under(*listed.entry, "date")), words.lang),
                               one(entry_in_line(*listed.entry, words))};
    add_commit_cells(listed.by, words.lang, cells);
    made.row(std::move(cells));
  }
  return wrapped(made);
}

/// The row that a change is of in a version, or null.
const Tree* row_at(const Tree& root, const ToldChange& told, std::optional<std::size_t> row) {
  const Tree* list = row ? find(root, told.list) : nullptr;
  return list == nullptr ? nullptr : &list->children[*row];
}

}  // namespace

std::string field_words(const ToldChange& told, const RecordWords& words) {
  if (is_row(told) && told.field.empty())
    return std::string(Phrase{"cả dòng", "the row"}.in(words.lang));
  if (told.key == kEntries && !told.day.empty())
    return std::string(Phrase{"lần cập nhật", "entry"}.in(words.lang));
  return key_words(told.owner, told.key, words);
}

std::string value_in_line(const Tree& tree, const ToldChange& told, const RecordWords& words) {
  if (told.key == kEntries && tree.kind == yaml::Kind::mapping) return entry_in_line(tree, words);
  return value_in_line(tree, told.owner, told.key, words);
}

std::vector<ShownChange> shown_changes(const Tree& before, const Tree& after) {
  std::vector<ShownChange> all;
  for (ToldChange& told : told_changes(before, after)) {
    ShownChange& listed = all.emplace_back();
    const Tree *was = row_at(before, told, told.row_before),
               *is = row_at(after, told, told.row_after);
    if (told.field.starts_with(kEntries) && was != nullptr && is != nullptr &&
        last_status(*was) != last_status(*is)) {
      listed.status_before = last_status(*was);
      listed.status_after = last_status(*is);
    }
    listed.told = std::move(told);
  }
  return all;
}

Sheet change_sheet(const std::vector<ShownChange>& changes, const std::string& before,
                   const std::string& after, bool by_commit, const RecordWords& words) {
  SheetMaker made("changes", {"Những thay đổi", "Changes"}, words.lang);
  made.sheet.subtitle = before + " → " + after;
  made.sheet.about = {{"before", before}, {"after", after}};
  made.text("address", {"Địa chỉ", "Address"}, 0, 3);
  made.text("title", {"Nội dung", "Title"}, 3, 10);
  ChangeRows rows{made, changes, words};
  rows.add_columns();
  if (by_commit) add_commit_columns(made);
  for (const ShownChange& change : changes) {
    std::vector<Cell> cells = {one(change.told.address), one(change.told.title)};
    rows.add_cells(change, cells);
    if (by_commit) add_commit_cells(change.by, words.lang, cells);
    made.row(std::move(cells), change.told.address);
  }
  return wrapped(made);
}

Card log_card(Card card, const std::vector<ShownChange>& changes,
              const std::vector<ShownEntry>& entries, const RecordWords& words) {
  card.kind = "log";
  card.tables.push_back(log_changes(changes, words));
  card.tables.push_back(log_entries(entries, words));
  return card;
}

}  // namespace wardplan

#include "import/merge.h"

#include <algorithm>
#include <map>
#include <optional>

#include "edit/reshape.h"
#include "import/merge_columns.h"
#include "import/new_rows.h"
#include "records/plan_columns.h"
#include "records/row_keys.h"
#include "text/edit.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Keys that a table says, and where their names are, if they are names.
struct IssuedKey {
  std::string_view key;
  std::vector<Name> Row::*names = nullptr;
  /// Of every table, whatever its columns are.
  bool always = false;
  /// Written by hand in most records, as results are: it must not stand with another row.
  bool of_row = false;
};
constexpr IssuedKey kIssued[] = {
    {"heading", nullptr, true}, {"declares", nullptr, true},
    {"title", nullptr, true},   {"leader", &Row::leader},
    {"lead", &Row::lead},       {"support", &Row::support},
    {"start", nullptr},         {"due", nullptr},
    {"product", nullptr},       {"authority", nullptr},
    {"basis", nullptr},         {"serves", nullptr, false, true},
    {"note", nullptr},          {"solution", nullptr},
};

/// What a row is about: of criteria without a title of their own what the list says.
std::string subject(const Row& row) {
  if (!row.text().given && row.listed != nullptr)
    return with_single_blanks(fold(row.listed->text().value));
  return with_single_blanks(fold(row.text().value));
}

bool are_same(const std::vector<Name>& old, const std::vector<Name>& fresh) {
  return std::ranges::equal(old, fresh, [](const Name& one, const Name& other) {
    return one.index || other.index ? one.index == other.index
                                    : fold(one.as.value) == fold(other.as.value);
  });
}

/// One address needs no list.
bool are_same(const std::vector<Served>& old, const std::vector<Served>& fresh) {
  return std::ranges::equal(old, fresh, [](const Served& one, const Served& other) {
    return with_single_blanks(fold(one.as.value)) == with_single_blanks(fold(other.as.value));
  });
}

bool are_same(const Tree* old, const Tree* fresh) {
  if (old == nullptr || fresh == nullptr) return old == fresh;
  return old->kind == fresh->kind &&
         with_single_blanks(old->text) == with_single_blanks(fresh->text) &&
         old->children == fresh->children;
}

/// Brings the table's rows into the record's.
struct Merger {
  const RecordTree& old;
  const RecordTree& fresh;
  const Headings& headings;
  const PrintedContent& printed;
  /// Those of the table as the record would have them.
  std::vector<Tree> wanted_rows = {};
  Merge made = {};
  /// Of each row of the table the one of the record, and the other way round.
  std::vector<RowIndex> match = {};
  std::vector<RowIndex> found = {};
  std::vector<std::string_view> order = {};
  std::vector<RowKey> keys = {};

  /// What a row of the table is about.
  std::string new_subject(std::size_t at) const {
    const Tree* title = find(wanted_rows[at], "title");
    return title != nullptr ? with_single_blanks(fold(title->text)) : subject(fresh.plan.rows[at]);
  }

  /// Takes from titles what a table prints behind them: the goals of that row.
  void trim_titles() {
    std::map<std::string, std::string> titles;
    for (const Row& row : old.plan.rows)
      if (row.title.given) titles.emplace(with_single_blanks(printed(row)), row.title.value);
    for (std::size_t at = 0; at < wanted_rows.size(); ++at) {
      Tree* title = find(wanted_rows[at], "title");
      if (title == nullptr) continue;
      const auto whole = titles.find(with_single_blanks(title->text));
      if (whole != titles.end())
        title->text = whole->second;
      else if (match[at])
        trim(title->text, old.plan.rows[*match[at]]);
    }
  }

  void trim(std::string& text, const Row& row) const {
    const std::string all = printed(row);
    if (!row.title.given || !all.starts_with(row.title.value)) return;
    const std::string behind = all.substr(row.title.value.size());
    if (!behind.empty() && text.ends_with(behind)) text.resize(text.size() - behind.size());
  }

  std::vector<Tree>& rows() { return find(made.tree, row_list(old.plan.kind, false))->children; }

  void go() {
    keys = row_keys(old.plan.kind, false);
    for (const RowKey& key : keys) order.push_back(key.name);
    made.tree = old.root;
    pair_rows();
    wanted_rows = rows_of(fresh);
    trim_titles();
    for (std::size_t at = 0; at < match.size(); ++at)
      if (match[at]) bring_wording(*match[at], at);
    add_rows();
    for (std::size_t row = 0; row < found.size(); ++row)
      // Conditions stand in no table.
      if (!found[row] && !old.plan.rows[row].is_condition()) made.left.push_back(row);
    find_moved();
    find_others();
    find_lost_columns();
    made.reordered = !std::ranges::is_sorted(match_in_order());
    bring_head();
  }

  void pair_rows() {
    match.resize(fresh.plan.rows.size());
    found.resize(old.plan.rows.size());
    std::map<std::string, std::size_t> by_address;
    for (std::size_t row = 0; row < found.size(); ++row)
      by_address[fold(old.plan.outline[row].address)] = row;
    for (std::size_t at = 0; at < match.size(); ++at) {
      const auto one = by_address.find(fold(fresh.plan.outline[at].address));
      if (one == by_address.end()) continue;
      match[at] = one->second;
      found[one->second] = at;
    }
  }

  bool has_column(const IssuedKey& issued) const {
    return issued.always || headings.find(issued.key).has_value();
  }

  /// Whether a row says the same under a key.
  bool is_same(const IssuedKey& issued, std::size_t row, std::size_t at) const {
    const Row &was = old.plan.rows[row], &is = fresh.plan.rows[at];
    if (issued.names != nullptr) return are_same(was.*issued.names, is.*issued.names);
    const Tree* before = find(rows_of(old)[row], issued.key);
    const Tree* now = find(wanted_rows[at], issued.key);
    if (issued.key == "declares" && was.declares.given && is.declares.given)
      return was.declares.value.number == is.declares.value.number;
    if (issued.key == "serves") return are_same(was.serves, is.serves);
    // What a list says needs not be said again.
    if (issued.key == "title" && was.listed != nullptr && (before == nullptr) != (now == nullptr))
      return subject(was) == new_subject(at);
    return are_same(before, now);
  }

  static const std::vector<Tree>& rows_of(const RecordTree& record) {
    return find(record.root, row_list(record.plan.kind, false))->children;
  }

  void bring_wording(std::size_t row, std::size_t at) {
    NewWording wording{row}, kept{row};
    Tree& tree = rows()[row];
    for (const IssuedKey& issued : kIssued) {
      if (!has_column(issued) || is_same(issued, row, at)) continue;
      const Tree* now = find(wanted_rows[at], issued.key);
      // An empty cell doesn't say that what was written by hand is wrong.
      if (now == nullptr && !issued.always) {
        kept.keys.emplace_back(issued.key);
        continue;
      }
      bring(tree, issued.key, now, order);
      wording.keys.emplace_back(issued.key);
    }
    bring_cells(tree, wanted_rows[at], at, wording, kept);
    if (!wording.keys.empty()) made.changed.push_back(std::move(wording));
    if (!kept.keys.empty()) made.kept.push_back(std::move(kept));
  }

  static void bring(Tree& mapping, std::string_view key, const Tree* value,
                    const std::vector<std::string_view>& order) {
    if (value != nullptr)
      put(mapping, key, *value, order);
    else
      take_away(mapping, key);
  }

  /// Own cells whose words became entries are needless; whether there were any.
  bool drop_replaced(Tree& cells, std::size_t at, NewWording& kept) const {
    bool any = false;
    for (const ImportColumn& column : headings.columns) {
      if (column.replaces.empty() || find(cells, column.replaces) == nullptr) continue;
      if (column.replaced_in.contains(at)) {
        take_away(cells, column.replaces);
        any = true;
      } else if (column.empty_in.contains(at)) {
        kept.keys.push_back("cells." + column.replaces);
      }
    }
    return any;
  }

  /// Those of the table's row `at`, whose tree is `from`.
  void bring_cells(Tree& row, const Tree& from, std::size_t at, NewWording& wording,
                   NewWording& kept) {
    static const Tree kNone{.kind = yaml::Kind::mapping};
    const Tree* had = find(row, "cells");
    const Tree* has = find(from, "cells");
    Tree cells = had == nullptr ? kNone : *had;
    std::vector<std::string_view> columns;
    for (const ImportColumn& column : headings.columns) columns.push_back(column.id);
    bool changed = drop_replaced(cells, at, kept);
    for (const ImportColumn& column : headings.columns) {
      if (column.empty || find_plan_column(old.plan.kind, column.id)) continue;
      const Tree* value = has == nullptr ? nullptr : find(*has, column.id);
      if (are_same(find(cells, column.id), value)) continue;
      if (value == nullptr) {
        kept.keys.push_back("cells." + column.id);
        continue;
      }
      bring(cells, column.id, value, columns);
      changed = true;
    }
    if (!changed) return;
    if (cells.keys.empty())
      take_away(row, "cells");
    else
      put(row, "cells", cells, order);
    wording.keys.emplace_back("cells");
  }

  void add_rows() {
    for (const NewPlace& place : places_of_new(old.plan, fresh.plan, match)) {
      if (made.added.empty() || made.added.back().before != place.before)
        made.added.push_back({place.before});
      made.added.back().rows.push_back(wanted_rows[place.at]);
      made.new_addresses.push_back(fresh.plan.outline[place.at].address);
    }
  }

  /// Whether a row has more than what tables say.
  bool holds(const Tree& row) const {
    return std::ranges::any_of(row.keys, [](const std::string& key) {
      const auto issued = std::ranges::find(kIssued, key, &IssuedKey::key);
      return key != "number" && key != "cells" && (issued == std::end(kIssued) || issued->of_row);
    });
  }

  void find_moved() {
    std::multimap<std::string, std::size_t> elsewhere;
    for (std::size_t at = 0; at < match.size(); ++at) {
      const std::string now = new_subject(at);
      if (!now.empty() && (!match[at] || subject(old.plan.rows[*match[at]]) != now))
        elsewhere.emplace(now, at);
    }
    for (std::size_t row = 0; row < found.size(); ++row) {
      const std::string was = subject(old.plan.rows[row]);
      const bool stays = found[row] && new_subject(*found[row]) == was;
      const auto one = elsewhere.find(was);
      if (stays || one == elsewhere.end()) continue;
      made.moved.push_back({row, fresh.plan.outline[one->second].address,
                            fresh.plan.rows[one->second].number.value, holds(rows_of(old)[row]),
                            !found[row].has_value()});
    }
  }

  /// Rows of the record in the order of the table.
  std::vector<std::size_t> match_in_order() const {
    std::vector<std::size_t> rows;
    for (const RowIndex& row : match)
      if (row) rows.push_back(*row);
    return rows;
  }

  /// A row that holds results and says something else is another one for all that is known.
  void find_others() {
    for (std::size_t at = 0; at < match.size(); ++at) {
      if (!match[at] || !holds(rows_of(old)[*match[at]])) continue;
      const std::string was = subject(old.plan.rows[*match[at]]), is = new_subject(at);
      const bool moves =
          std::ranges::find(made.moved, *match[at], &MovedRow::row) != made.moved.end();
      if (moves || was.empty() || is.empty() || shares_words(was, is)) continue;
      const Tree* title = find(wanted_rows[at], "title");
      made.others.push_back({*match[at], title != nullptr ? title->text : is});
    }
  }

  /// Whether the table has such a column that became the record's own, which is told.
  bool is_settled(std::string_view key) const {
    return std::ranges::find(headings.columns, key, &ImportColumn::was) != headings.columns.end();
  }

  bool is_replaced(const std::string& id) const {
    return std::ranges::find(headings.columns, id, &ImportColumn::replaces) !=
           headings.columns.end();
  }

  void find_lost_columns() {
    for (const IssuedKey& issued : kIssued) {
      if (issued.always || headings.find(issued.key) || is_settled(issued.key)) continue;
      const auto says = [&](const Tree& row) { return find(row, issued.key) != nullptr; };
      if (std::ranges::any_of(rows_of(old), says)) made.lost_columns.emplace_back(issued.key);
    }
    for (const PlanColumn& column : old.plan.columns) {
      const std::string& id = column.id.value;
      if (find_plan_column(old.plan.kind, id) || headings.find(id) || is_replaced(id)) continue;
      const auto says = [&](const Row& row) { return own_cell(row, id) != nullptr; };
      if (std::ranges::any_of(old.plan.rows, says)) made.lost_columns.push_back(id);
    }
  }

  void bring_head() {
    for (const char* key : {"title", "issued"}) {
      const Tree* is = find(fresh.root, key);
      if (is == nullptr || are_same(find(old.root, key), is)) continue;
      put(made.tree, key, *is, head_order());
      made.head.emplace_back(key);
    }
    if (bring_columns(made.tree, row_list(old.plan.kind, false), fresh.root, headings,
                      old.plan.kind))
      made.head.emplace_back("columns");
  }
};

/// Whether edits only insert.
bool only_insert(const std::vector<Edit>& edits) {
  return std::ranges::all_of(edits, [](const Edit& edit) { return edit.begin == edit.end; });
}

}  // namespace

Merge merge_records(const RecordTree& old, const RecordTree& fresh, const Headings& headings,
                    const PrintedContent& printed) {
  Merger merger{old, fresh, headings, printed};
  merger.go();
  return std::move(merger.made);
}

ChangedText merged_text(const std::string& bytes, const Merge& merge, std::string_view rows) {
  Tree wanted = merge.tree;
  std::vector<Tree>& list = find(wanted, rows)->children;
  // Rows that come into an empty list find no others to be taken for.
  if (list.empty()) {
    for (const NewRows& added : merge.added)
      list.insert(list.end(), added.rows.begin(), added.rows.end());
    return reshape(bytes, wanted);
  }
  ChangedText changed = reshape(bytes, wanted);
  // From the end, so that the places before stay; one place at a time, where nothing else changes.
  for (auto added = merge.added.rbegin(); added != merge.added.rend(); ++added) {
    if (!changed.refusal.empty()) return changed;
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(added->before), added->rows.begin(),
                added->rows.end());
    ChangedText next = reshape(changed.bytes, wanted);
    if (next.refusal.empty() && !only_insert(next.edits))
      next.refusal = {
          "các dòng mới không thêm được mà giữ nguyên các dòng khác; hãy thêm từng dòng "
          "bằng `wardplan add`",
          "the new rows can't be added with all others left alone; add them with "
          "`wardplan add`"};
    if (next.refusal.empty()) next.edits = composed(changed.edits, next.edits);
    changed = std::move(next);
  }
  return changed;
}

}  // namespace wardplan

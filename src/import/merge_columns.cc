#include "import/merge_columns.h"

#include <algorithm>
#include <set>
#include <string>

#include "records/plan_columns.h"

namespace wardplan {
namespace {

std::string text_of(const Tree& column, std::string_view key) {
  const Tree* text = find(column, key);
  return text == nullptr ? "" : text->text;
}

/// As it is headed.
std::string title_of(const Tree& column, RecordKind kind) {
  if (find(column, "title") != nullptr) return text_of(column, "title");
  const auto known = find_plan_column(kind, text_of(column, "id"));
  return known ? std::string(plan_columns(kind)[*known].title) : text_of(column, "id");
}

std::vector<Tree> columns_of(const Tree& record) {
  const Tree* columns = find(record, "columns");
  return columns == nullptr ? std::vector<Tree>{} : columns->children;
}

std::vector<Tree>::iterator find_column(std::vector<Tree>& columns, const std::string& id) {
  return std::ranges::find(columns, id, [](const Tree& one) { return text_of(one, "id"); });
}

/// The columns that a table has which says nothing of them.
std::vector<Tree> usual_columns(const Headings& headings) {
  std::vector<Tree> columns;
  for (const ImportColumn& column : headings.columns) {
    if (column.empty) continue;
    Tree one{.kind = yaml::Kind::mapping};
    put(one, "id", text_tree(column.id), {});
    put(one, "title", text_tree(column.title), {});
    columns.push_back(std::move(one));
  }
  return columns;
}

/// The columns of how work stands that an entry fills.
void add_columns_of(const Tree& entry, std::set<std::string>& used) {
  for (const std::string& key : entry.keys) used.insert("entry_" + key);
  if (find(entry, "status") != nullptr) used.insert("entry_done");
}

/// The columns in which some row says something.
std::set<std::string> used_columns(const Tree& rows) {
  std::set<std::string> used;
  for (const Tree& row : rows.children) {
    used.insert(row.keys.begin(), row.keys.end());
    if (const Tree* cells = find(row, "cells")) used.insert(cells->keys.begin(), cells->keys.end());
    if (const Tree* updates = find(row, "updates"))
      for (const Tree& entry : updates->children) add_columns_of(entry, used);
  }
  return used;
}

}  // namespace

const std::vector<std::string_view>& head_order() {
  static const std::vector<std::string_view> kOrder = {
      "kind",   "format",       "ward",   "catalogue",    "year",       "title",
      "issued", "rebuilt_from", "rounds", "registration", "recognised", "columns"};
  return kOrder;
}

bool bring_columns(Tree& record, std::string_view rows, const Tree& fresh, const Headings& headings,
                   RecordKind kind) {
  std::vector<Tree> old = columns_of(record);
  std::vector<Tree> wanted = columns_of(fresh);
  const bool usual = wanted.empty();
  if (usual && old.empty()) return false;
  if (usual) wanted = usual_columns(headings);
  for (Tree& column : wanted) {
    const auto had = find_column(old, text_of(column, "id"));
    // One without a header keeps the one that it had.
    if (had != old.end() &&
        (find(column, "title") == nullptr || title_of(column, kind) == title_of(*had, kind)))
      column = *had;
  }
  const std::set<std::string> used = used_columns(*find(record, rows));
  bool more = false;
  for (std::size_t at = 0; at < old.size(); ++at) {
    const std::string id = text_of(old[at], "id");
    if (!used.contains(id) || find_column(wanted, id) != wanted.end()) continue;
    auto place = at == 0 ? wanted.end() : find_column(wanted, text_of(old[at - 1], "id"));
    if (place != wanted.end()) ++place;
    wanted.insert(place, old[at]);
    more = true;
  }
  if (wanted == old) return false;
  if (usual && !more)
    take_away(record, "columns");
  else
    put(record, "columns", {.kind = yaml::Kind::sequence, .children = wanted}, head_order());
  return true;
}

}  // namespace wardplan

#include "import/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "import/cell_signs.h"
#include "import/entry_columns.h"
#include "import/names.h"
#include "import/people.h"
#include "import/points.h"
#include "import/served_targets.h"
#include "import/targets.h"
#include "records/outline.h"
#include "records/plan_columns.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

std::string list_of(const std::vector<std::string>& names) {
  if (names.size() == 1) return yaml::scalar(names.front(), false);
  std::string out = "[";
  for (const std::string& name : names)
    out.append(out.size() == 1 ? "" : ", ").append(yaml::scalar(name, true));
  return out + "]";
}

/// Whether the columns are those that every table has that says nothing of them.
bool are_usual(RecordKind kind, const Headings& headings) {
  std::vector<std::pair<std::string, std::string>> usual, own;
  for (const PlanColumnWord& word : plan_columns(kind))
    if (word.usual) usual.emplace_back(word.id, word.title);
  for (const ImportColumn& column : headings.columns)
    if (!column.empty) own.emplace_back(column.id, column.title);
  return own == usual;
}

struct RecordWriter {
  const RecordHead& head;
  const Headings& headings;
  const Plan* read;
  const Ward* ward = read == nullptr ? nullptr : read->ward;
  std::string out = {};
  /// Of criteria: how each row is numbered.
  std::vector<std::string> addresses = {};

  void head_keys() {
    const bool of_list = head.kind == RecordKind::criteria;
    out = of_list ? "kind: criteria\nformat: 1\n" : "kind: plan\nformat: 1\n";
    line("", "ward", yaml::scalar(head.ward, false));
    if (of_list) line("", "catalogue", yaml::scalar(head.catalogue, false));
    line("", "year", std::to_string(head.year));
    line("", "title", yaml::scalar(head.title, false));
    if (!head.issued.empty()) line("", "issued", yaml::scalar(head.issued, false));
    if (!of_list) return;
    out += "rounds:\n";
    for (std::size_t at = 0; at < head.rounds.size(); ++at)
      out += fmt::format("  - {{number: \"{}\", when: {}}}\n", at + 1,
                         yaml::scalar(head.rounds[at], true));
  }

  void line(std::string_view before, std::string_view key, const std::string& value) {
    out.append(before).append(key).append(": ").append(value).append("\n");
  }

  void key(std::string_view key, const std::string& text) {
    if (!text.empty()) line("    ", key, yaml::scalar(text, false));
  }

  void columns() {
    if (are_usual(head.kind, headings)) return;
    out += "columns:\n";
    for (const ImportColumn& column : headings.columns) {
      if (column.empty || is_points_of_round(column)) continue;
      out += "  - {id: " + yaml::scalar(column.id, true);
      // An own column has a title; where the table has none, its id is one.
      const bool known = find_plan_column(head.kind, column.id).has_value();
      const std::string& title = column.title.empty() && !known ? column.id : column.title;
      if (!title.empty()) out += ", title: " + yaml::scalar(title, true);
      out += "}\n";
    }
  }

  /// Of criteria points are said by entries.
  bool is_points_of_round(const ImportColumn& column) const {
    return head.kind == RecordKind::criteria && is_score_column(column.id);
  }

  const std::string& cell(const ImportRow& row, std::string_view id) const {
    static const std::string kNothing;
    const auto column = headings.find(id);
    return column ? row.cells[*column] : kNothing;
  }

  void names(const ImportRow& row, std::string_view id) {
    std::vector<std::string> names =
        id == "leader" ? people_in(cell(row, id), ward).names : units_in(cell(row, id), ward);
    for (std::string& name : names)
      name = id == "leader" ? person_as_known(name, ward) : unit_as_known(name, ward);
    if (!names.empty()) line("    ", id, list_of(names));
  }

  /// What a title asks for: taken, or in a comment for whoever looks at the record.
  void targets(const ImportRow& row) {
    if (row.heading) return;
    std::string list;
    // A threshold that was printed behind the title is the list's.
    const bool listed = head.kind == RecordKind::criteria;
    for (const ProposedTarget& target :
         targets_in(listed ? goal_parted(row.text).title : row.text)) {
      list += list.empty() ? "{" : ", {";
      if (!target.name.empty()) list += "name: " + yaml::scalar(target.name, true) + ", ";
      list += "goal: " + yaml::scalar(target.goal, true) + "}";
    }
    if (!list.empty()) line(head.with_targets ? "    " : "    # ", "targets", "[" + list + "]");
  }

  void own_cells(const ImportRow& row) {
    std::string cells;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const std::string& id = headings.columns[at].id;
      if (row.cells[at].empty() || find_plan_column(head.kind, id)) continue;
      if (is_points_of_round(headings.columns[at])) continue;
      cells +=
          "      " + yaml::scalar(id, false) + ": " + yaml::scalar(row.cells[at], false) + "\n";
    }
    if (!cells.empty()) out += "    cells:\n" + cells;
  }

  /// Whether the list that was read says just what a row says.
  bool is_said(const ImportRow& row, std::size_t at) const {
    if (read == nullptr || at >= read->rows.size() || read->rows[at].listed == nullptr)
      return false;
    const std::string listed = fold(read->rows[at].listed->text().value);
    if (listed == fold(row.text)) return true;
    // The program prints the threshold behind the title.
    const TitleAndGoal parted = goal_parted(row.text);
    return listed == fold(parted.title) &&
           std::ranges::any_of(read->rows[at].targets, [&](const Target& target) {
             return target.goal.value == parted.goal;
           });
  }

  /// Numbers of criteria that start again in each group don't say which content is meant: then all
  /// are written as addresses, by which the list knows them.
  void find_addresses(const std::vector<ImportRow>& all) {
    if (head.kind != RecordKind::criteria) return;
    std::set<std::string> met;
    for (const ImportRow& row : all) met.insert(fold(row.number));
    if (met.size() < all.size()) addresses = addresses_of(all);
  }

  /// Of the last reading, in which the ward's own statuses are known.
  void entry(const ImportRow& row, std::size_t at) {
    if (read == nullptr || !head.day || row.heading || at >= read->rows.size()) return;
    if (head.kind == RecordKind::criteria) return points(row);
    const RowEntry entry = entry_of(row, headings, ward);
    if (entry.said.empty() || is_of_no_time(entry, read->rows[at], ward)) return;
    out += "    updates:\n";
    line("      - ", "date", iso(entry.day.value_or(*head.day)));
    for (const auto& [key, text] : entry.said) line("        ", key, yaml::scalar(text, false));
  }

  void points(const ImportRow& row) {
    const auto all = points_of(row, headings, head.rounds.size());
    if (!all.empty()) out += "    updates:\n";
    for (const RoundPoints& round : all) {
      if (round.round >= read->rounds.size()) continue;
      // What a round gave that is over was given in it.
      const std::optional<Date> last = read->rounds[round.round].when.read->last;
      line("      - ", "date", iso(last ? std::min(*last, *head.day) : *head.day));
      line("        ", "round", fmt::format("\"{}\"", round.round + 1));
      for (const auto& [key, text] : round.said) line("        ", key, yaml::scalar(text, false));
    }
  }

  void row(const ImportRow& row, std::size_t at) {
    line("  - ", "number", yaml::scalar(addresses.empty() ? row.number : addresses[at], false));
    if (head.kind == RecordKind::criteria) {
      if (!is_said(row, at)) key("title", row.text);
      key("solution", cell(row, "solution"));
    } else {
      key(row.heading ? "heading" : "title", row.text);
      key("declares", row.declares);
    }
    for (const std::string_view id : {"leader", "lead", "support"}) names(row, id);
    for (const std::string_view id : {"start", "due"}) key(id, without_line_ends(cell(row, id)));
    for (const std::string_view id : {"product", "authority", "basis"}) key(id, cell(row, id));
    if (const auto served = served_in(cell(row, "serves")); !served.empty())
      line("    ", "serves", list_of(served));
    targets(row);
    key("note", cell(row, "note"));
    own_cells(row);
    entry(row, at);
  }

  void listed_row(const ImportRow& row) {
    line("  - ", "number", yaml::scalar(row.number, false));
    const TitleAndGoal parted = row.heading ? TitleAndGoal{row.text, {}} : goal_parted(row.text);
    key(row.heading ? "heading" : "title", parted.title);
    key("declares", row.declares);
    for (const std::string_view id : {"points", "weight"})
      if (!leaves_empty(cell(row, id))) key(id, cell(row, id));
    if (!parted.goal.empty())
      line("    ", "targets", "[{goal: " + yaml::scalar(parted.goal, true) + "}]");
  }
};

}  // namespace

std::string record_text(const RecordHead& head, const Headings& headings, const ImportedRows& rows,
                        const Plan* read) {
  RecordWriter writer{head, headings, read};
  writer.head_keys();
  writer.columns();
  writer.find_addresses(rows.rows);
  writer.out += "rows:\n";
  for (std::size_t at = 0; at < rows.rows.size(); ++at) writer.row(rows.rows[at], at);
  return std::move(writer.out);
}

std::vector<std::string> addresses_of(const std::vector<ImportRow>& rows) {
  std::vector<Row> numbered(rows.size());
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const Text text{rows[at].text, {}, true};
    numbered[at].at = at;
    numbered[at].number = {rows[at].number, {}, true};
    (rows[at].heading ? numbered[at].heading : numbered[at].title) = text;
    numbered[at].kind = rows[at].heading ? RowKind::heading : RowKind::item;
  }
  std::vector<std::string> addresses;
  for (const Place& place : make_outline(numbered)) addresses.push_back(place.address);
  return addresses;
}

std::string catalogue_text(const RecordHead& head, const Headings& headings,
                           const ImportedRows& rows) {
  RecordWriter writer{head, headings, nullptr};
  writer.out = "kind: catalogue\nformat: 1\n";
  writer.line("", "id", yaml::scalar(head.catalogue, false));
  writer.line("", "name", yaml::scalar(head.title, false));
  if (!head.issued.empty()) writer.line("", "source", yaml::scalar(head.issued, false));
  writer.out += "rows:\n";
  for (const ImportRow& row : rows.rows) writer.listed_row(row);
  return std::move(writer.out);
}

}  // namespace wardplan

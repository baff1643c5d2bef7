#include "import/record.h"

#include <fmt/format.h>

#include <algorithm>

#include "import/names.h"
#include "records/plan_columns.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

/// Times and names stand in one line.
std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string list_of(const std::vector<std::string>& names) {
  if (names.size() == 1) return yaml::scalar(names.front(), false);
  std::string out = "[";
  for (const std::string& name : names)
    out.append(out.size() == 1 ? "" : ", ").append(yaml::scalar(name, true));
  return out + "]";
}

/// Whether the columns are those that every table has that says nothing of them.
bool are_usual(const Headings& headings) {
  std::vector<std::pair<std::string, std::string>> usual, own;
  for (const PlanColumnWord& word : plan_columns(RecordKind::plan))
    if (word.usual) usual.emplace_back(word.id, word.title);
  for (const ImportColumn& column : headings.columns)
    if (!column.empty) own.emplace_back(column.id, column.title);
  return own == usual;
}

struct RecordWriter {
  const Headings& headings;
  const Ward* ward;
  std::string out = {};

  void line(std::string_view before, std::string_view key, const std::string& value) {
    out.append(before).append(key).append(": ").append(value).append("\n");
  }

  void key(std::string_view key, const std::string& text) {
    if (!text.empty()) line("    ", key, yaml::scalar(text, false));
  }

  void columns() {
    if (are_usual(headings)) return;
    out += "columns:\n";
    for (const ImportColumn& column : headings.columns) {
      if (column.empty) continue;
      out += "  - {id: " + yaml::scalar(column.id, true);
      // An own column has a title; where the table has none, its id is one.
      const bool known = find_plan_column(RecordKind::plan, column.id).has_value();
      const std::string& title = column.title.empty() && !known ? column.id : column.title;
      if (!title.empty()) out += ", title: " + yaml::scalar(title, true);
      out += "}\n";
    }
  }

  const std::string& cell(const ImportRow& row, std::string_view id) const {
    static const std::string kNothing;
    const auto column = headings.find(id);
    return column ? row.cells[*column] : kNothing;
  }

  void names(const ImportRow& row, std::string_view id) {
    std::vector<std::string> names =
        id == "leader" ? people_in(cell(row, id)) : units_in(cell(row, id), ward);
    for (std::string& name : names)
      name = id == "leader" ? person_as_known(name, ward) : unit_as_known(name, ward);
    if (!names.empty()) line("    ", id, list_of(names));
  }

  void own_cells(const ImportRow& row) {
    std::string cells;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const std::string& id = headings.columns[at].id;
      if (row.cells[at].empty() || find_plan_column(RecordKind::plan, id)) continue;
      cells +=
          "      " + yaml::scalar(id, false) + ": " + yaml::scalar(row.cells[at], false) + "\n";
    }
    if (!cells.empty()) out += "    cells:\n" + cells;
  }

  void row(const ImportRow& row) {
    line("  - ", "number", yaml::scalar(row.number, false));
    key(row.heading ? "heading" : "title", row.text);
    key("declares", row.declares);
    for (const std::string_view id : {"leader", "lead", "support"}) names(row, id);
    for (const std::string_view id : {"start", "due"}) key(id, in_one_line(cell(row, id)));
    key("note", cell(row, "note"));
    own_cells(row);
  }
};

bool is_issued(std::string_view line) {
  const std::string bare = fold_bare(trimmed(line, " ("));
  return bare.starts_with("ban hanh kem") || bare.starts_with("kem theo");
}

bool in_capitals_only(std::string_view line) {
  return in_capitals(line) == line && fold_bare(line) != line;
}

std::string without_brackets(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
  return std::string(trimmed(line));
}

constexpr std::size_t kMostTitleLines = 3;

}  // namespace

TableTitle title_of(const std::vector<std::string>& lines, const std::optional<std::string>& said) {
  TableTitle found;
  std::size_t end = lines.size();
  if (end > 0 && is_issued(lines[end - 1])) found.issued = without_brackets(lines[--end]);
  if (said) {
    found.title = *said;
    if (end > 0 && fold(lines[end - 1]) == fold(*said)) --end;
  } else if (end > 0) {
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < kMostTitleLines && in_capitals_only(lines[begin]) &&
           in_capitals_only(lines[begin - 1]))
      --begin;
    for (std::size_t at = begin; at < end; ++at) join(found.title, lines[at], " ");
    end = begin;
  }
  found.others.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end));
  return found;
}

std::string record_text(const RecordHead& head, const Headings& headings, const ImportedRows& rows,
                        const Ward* ward) {
  RecordWriter writer{headings, ward};
  writer.out =
      fmt::format("kind: plan\nformat: 1\nward: {}\nyear: {}\ntitle: {}\n",
                  yaml::scalar(head.ward, false), head.year, yaml::scalar(head.title, false));
  if (!head.issued.empty()) writer.line("", "issued", yaml::scalar(head.issued, false));
  writer.columns();
  writer.out += "rows:\n";
  for (const ImportRow& row : rows.rows) writer.row(row);
  return std::move(writer.out);
}

}  // namespace wardplan

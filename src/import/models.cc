#include "import/models.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "import/people.h"
#include "import/people_told.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "times/date.h"
#include "yaml/scalars.h"

namespace wardplan {
namespace {

constexpr std::string_view kMarks[] = {"1", "x", "X", "+", "✓", "✔", "√"};

bool is_mark(std::string_view text) { return std::ranges::find(kMarks, text) != std::end(kMarks); }

/// A field of the movement: one of the form's columns, or a text in its one column of fields.
struct Field {
  std::string id;
  std::string name;
  std::optional<std::size_t> column = {};
};

/// Goes through the rows of a form.
struct ModelWriter {
  const Headings& headings;
  ImportedRows& rows;
  std::size_t table;
  std::string out = {};
  std::vector<Field> fields = {};
  /// Where they are by their folded names.
  std::map<std::string, std::size_t> fields_at = {};
  std::set<std::string> ids = {};
  /// How many times an id was wanted.
  std::map<std::string, int> wanted = {};
  /// What the last heading says the models below it are.
  std::string group = {};
  std::size_t guessed = 0;

  std::string new_id(const std::string& name) {
    const std::string base = id_of(name).empty() ? "mo-hinh" : id_of(name);
    for (int& number = wanted[base];;) {
      std::string id = ++number == 1 ? base : base + "-" + std::to_string(number);
      if (ids.insert(id).second) return id;
    }
  }

  void leave_out(const ImportRow& row, std::size_t column) {
    const std::string& text = row.cells[column];
    if (!text.empty())
      rows.unplaced.push_back({{text, text}, {}, CellAddress{table, row.row_of(column), column}});
  }

  const std::string& cell(const ImportRow& row, std::string_view id) const {
    static const std::string kNothing;
    const auto column = headings.find(id);
    return column ? row.cells[*column] : kNothing;
  }

  /// The names of fields stand in the header, or where only marks don't, in the cells.
  void find_fields() {
    std::vector<std::size_t> columns;
    for (std::size_t at = 0; at < headings.columns.size(); ++at)
      if (headings.columns[at].id == "field") columns.push_back(at);
    const bool marked =
        columns.size() != 1 || std::ranges::all_of(rows.rows, [&](const ImportRow& row) {
          const std::string& text = row.cells[columns.front()];
          return text.empty() || is_mark(text);
        });
    for (const std::size_t column : columns) {
      if (marked) {
        const std::string& name = headings.columns[column].title;
        add_field(name, column);
        continue;
      }
      for (const ImportRow& row : rows.rows)
        for (const std::string_view name : split(row.cells[column], ";\n"))
          if (!trimmed(name).empty() && find_field(trimmed(name)) == nullptr)
            add_field(std::string(trimmed(name)), std::nullopt);
    }
    ids.clear();
    wanted.clear();
  }

  void add_field(const std::string& name, std::optional<std::size_t> column) {
    fields_at.emplace(fold(name), fields.size());
    fields.push_back({new_id(name), name, column});
  }

  const Field* find_field(std::string_view name) const {
    const auto found = fields_at.find(fold(name));
    return found == fields_at.end() ? nullptr : &fields[found->second];
  }

  std::vector<std::string> fields_of(const ImportRow& row) {
    std::vector<std::string> found;
    for (const Field& field : fields)
      if (field.column && is_mark(row.cells[*field.column])) found.push_back(field.id);
    for (std::size_t at = 0; at < headings.columns.size(); ++at) {
      if (headings.columns[at].id != "field" || is_mark(row.cells[at])) continue;
      if (!fields.empty() && fields.front().column) {
        leave_out(row, at);
        continue;
      }
      for (const std::string_view name : split(row.cells[at], ";\n"))
        if (const Field* field = find_field(trimmed(name))) found.push_back(field->id);
    }
    return found;
  }

  void key(std::string_view key, const std::string& text) {
    if (!text.empty())
      out.append("    ").append(key).append(": ").append(yaml::scalar(text, false)).append("\n");
  }

  /// `Tập thể` or `Cá nhân`, as forms head their parts.
  static std::string group_of(std::string_view heading) {
    const std::string bare = fold_bare(heading);
    if (bare.find("ca nhan") != bare.npos && bare.find("tap the") == bare.npos) return "individual";
    return bare.find("tap the") != bare.npos ? "collective" : "";
  }

  void open_group(const ImportRow& row) {
    group = group_of(row.text);
    if (group.empty())
      rows.unplaced.push_back(
          {{row.text, row.text}, {}, CellAddress{table, row.at, *headings.main}});
  }

  /// Whether the form itself lists people: `Họ và tên`.
  bool lists_people() const {
    const std::string header = fold(headings.columns[*headings.main].title);
    return header.starts_with("họ tên") || header.starts_with("họ và tên") ||
           header.starts_with("họ, tên");
  }

  /// Whether a text names more people than one, or may.
  static bool may_be_several(const std::string& text) {
    const PeopleText people = people_in(text, nullptr);
    return people.names.size() > 1 || !people.unsure.empty();
  }

  /// Who registers a model, and an individual's office: behind the name, or in further lines.
  void who(const ImportRow& row) {
    const std::size_t line = find_or_end(row.text, "\n");
    const std::string first = row.text.substr(0, line);
    const PersonText person = person_text(first);
    const bool of_people = group.empty() && lists_people();
    const bool individual = group.empty() ? of_people || person.is_name || !person.honorific.empty()
                                          : group == "individual";
    guessed += group.empty() && !of_people ? 1U : 0U;
    std::string office = cell(row, "office");
    std::string name = without_line_ends(row.text);
    if (individual && line < row.text.size()) {
      name = first;
      join(office, without_line_ends(row.text.substr(line + 1)), "; ");
    } else if (individual && may_be_several(first)) {
      rows.told.push_back(unsure_people(first, {table, row.at, *headings.main}));
    } else if (individual && person.is_name && !person.office.empty()) {
      name = person.honorific.empty() ? person.name : person.honorific + " " + person.name;
      join(office, person.office, "; ");
    }
    key("by", name);
    if (individual) key("office", office);
    key("group", individual ? "individual" : "collective");
    if (const auto column = headings.find("office"); column && !individual) leave_out(row, *column);
  }

  void registered(const ImportRow& row) {
    const auto column = headings.find("registered");
    if (!column || row.cells[*column].empty()) return;
    if (const auto date = parse_typed_date(row.cells[*column]))
      key("registered", iso(*date));
    else
      leave_out(row, *column);
  }

  void model(const ImportRow& row) {
    const std::string title = without_line_ends(cell(row, "title"));
    out += "  - id: " + new_id(title.empty() ? row.text : title) + "\n";
    key("title", title);
    who(row);
    const std::vector<std::string> of_fields = fields_of(row);
    if (of_fields.size() == 1) key("fields", of_fields.front());
    if (of_fields.size() > 1) out += "    fields: [" + joined(of_fields, ", ") + "]\n";
    registered(row);
    key("note", cell(row, "note"));
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const std::string& id = headings.columns[at].id;
      if (id != "field" && id != "title" && id != "office" && id != "registered" && id != "note")
        leave_out(row, at);
    }
  }

  void write() {
    find_fields();
    out = fields.empty() ? "fields: []\n" : "fields:\n";
    for (const Field& field : fields)
      out += "  - {id: " + yaml::scalar(field.id, true) +
             ", name: " + yaml::scalar(field.name, true) + "}\n";
    out += "models:\n";
    for (const ImportRow& row : rows.rows) {
      if (row.heading)
        open_group(row);
      else
        model(row);
    }
    if (guessed > 0)
      rows.told.push_back({say("biểu không chia tập thể, cá nhân: đoán theo tên ở {} mô hình",
                               "the form has no parts for collectives and individuals: guessed by "
                               "the name of {1}",
                               guessed, counted(guessed, "model")),
                           {},
                           {}});
  }
};

}  // namespace

std::string models_text(const Headings& headings, ImportedRows& rows, std::size_t at) {
  ModelWriter writer{headings, rows, at};
  writer.write();
  return std::move(writer.out);
}

}  // namespace wardplan

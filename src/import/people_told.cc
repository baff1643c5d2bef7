#include "import/people_told.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "import/names.h"
#include "import/people.h"
#include "records/register.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Goes through the names of a table; the same text is told once, where it stands first.
struct PeopleTeller {
  const Ward* ward;
  std::size_t table;
  std::vector<TableRemark> told = {};
  std::set<std::string> met = {};
  struct Office {
    std::string text;
    std::set<std::string> words;
  };
  /// More offices of one name than these are neither compared nor told.
  static constexpr std::size_t kMostOffices = 16;
  /// The offices of each name.
  std::map<std::string, std::vector<Office>> offices = {};

  bool is_decided(const std::string& name) const {
    return ward != nullptr && find_entry(ward->people_words, name).has_value();
  }

  void cell(const std::string& text, const CellAddress& at) {
    if (text.empty() || !met.insert(text).second) return;
    const PeopleText people = people_in(text, ward);
    for (const std::string& name : people.names) honorific(name, at);
    for (const std::string& name : people.unsure) told.push_back(unsure_people(name, at));
    if (people.shared)
      told.push_back({say("`{}` là {} người: {}", "`{}` are {} people: {}",
                          with_single_blanks(text), people.names.size(), quoted_list(people.names)),
                      {},
                      at});
    for (const std::string& name : people.names) office(name, at);
  }

  /// What stands before a name that the register knows without it is told once.
  void honorific(const std::string& name, const CellAddress& at) {
    if (ward == nullptr || ward->honorific.given || is_decided(name)) return;
    const std::string said = person_text(name).honorific;
    if (said.empty() || person_as_known(name, ward) == name) return;
    if (!met.insert("\n" + fold(said)).second) return;
    told.push_back({say("`{}` trước tên không đưa vào: danh mục chưa có `honorific`",
                        "`{}` before names isn't taken: the register has no `honorific`", said),
                    say("thêm `honorific: {}` vào ward.yaml nếu các biểu in như vậy",
                        "add `honorific: {}` to ward.yaml where tables are to have it", said),
                    at});
  }

  /// A cell of units is cut where units begin: more people in it stay one.
  void unit_cell(const std::string& text, const CellAddress& at) {
    if (text.empty() || !met.insert(text).second) return;
    for (const std::string& unit : units_in(text, ward)) {
      if (!begins_person(unit) || is_named_as_unit(unit) || is_decided(unit)) continue;
      const PeopleText people = people_in(unit, ward);
      if (people.names.size() > 1 || !people.unsure.empty())
        told.push_back(unsure_people(unit, at));
    }
  }

  void office(const std::string& text, const CellAddress& at) {
    const PersonText person = person_text(text);
    if (!person.is_name || person.office.empty() || is_decided(text)) return;
    std::vector<Office>& all = offices[fold_tones(fold(person.name))];
    if (all.empty() && ward != nullptr)
      if (const auto known = find_entry(ward->people_words, person.name))
        if (const std::string& role = ward->people[*known].role.value; !role.empty())
          all.push_back({role, name_words(role)});
    if (all.size() >= kMostOffices) return;
    const std::set<std::string> words = name_words(person.office);
    const bool same = all.empty() || std::ranges::any_of(all, [&](const Office& other) {
                        return std::ranges::includes(words, other.words) ||
                               std::ranges::includes(other.words, words);
                      });
    if (!same)
      told.push_back(
          {say("`{}` có chức vụ khác nhau: `{}` và `{}`, coi là một người",
               "`{}` has different offices: `{}` and `{}`, taken as one person", person.name,
               all.front().text, person.office),
           {"nếu là hai người, tách trong danh mục", "if these are two, part them in the register"},
           at});
    if (std::ranges::find(all, person.office, &Office::text) == all.end())
      all.push_back({person.office, words});
  }
};

}  // namespace

TableRemark unsure_people(const std::string& text, const CellAddress& cell) {
  return {say("`{}` có thể là nhiều người, ghi nguyên như một",
              "`{}` may be several people, kept as one", text),
          {"nếu đúng, tách ra trong hồ sơ", "if so, part them in the record"},
          cell};
}

std::vector<TableRemark> people_told(const ImportedRows& rows, const Headings& headings,
                                     const Ward* ward, std::size_t table) {
  PeopleTeller teller{ward, table};
  const auto each = [&](std::string_view id,
                        void (PeopleTeller::*look)(const std::string&, const CellAddress&)) {
    if (const auto column = headings.find(id))
      for (const ImportRow& row : rows.rows)
        (teller.*look)(row.cells[*column], {table, row.row_of(*column), *column});
  };
  each("leader", &PeopleTeller::cell);
  each("lead", &PeopleTeller::unit_cell);
  each("support", &PeopleTeller::unit_cell);
  return std::move(teller.told);
}

}  // namespace wardplan

#include "lists/digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/render.h"
#include "lists/left_out.h"
#include "text/quoted.h"
#include "text/terminal.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Places of `digest_columns`.
enum Place : std::size_t { ward, leader, lead, state, deadline, title, address };

struct Unit {
  std::string name;
  /// Lines, of what is overdue first.
  std::vector<std::string> items;
  std::ptrdiff_t overdue = 0;
};

struct Leader {
  std::string name;
  int overdue = 0, soon = 0;
  std::vector<Unit> units;
};

/// A line in as many as it takes: at blanks, or within a word that is longer than a line.
std::string lines_of(const std::string& text, std::string_view indent = "") {
  std::string out;
  const std::size_t room = kDigestWidth - indent.size();
  for (const std::string& line : wrap(printable(text), room)) {
    std::string_view before = out.empty() ? std::string_view() : indent;
    std::size_t width = 0;
    out += before;
    each_character(line, [&](const CodePoint& c, std::string_view bytes) {
      const auto columns = static_cast<std::size_t>(display_width(c.value));
      if (width + columns > room) {
        out += "\n" + std::string(indent);
        width = 0;
      }
      width += columns;
      out += bytes;
    });
    out += "\n";
  }
  return out;
}

/// The one of this name, made where there is none yet.
template <class Named>
Named& named_in(std::vector<Named>& all, const std::string& name) {
  const auto known = std::ranges::find(all, name, &Named::name);
  if (known != all.end()) return *known;
  all.emplace_back().name = name;
  return all.back();
}

Message counts_in_words(int overdue, int soon) {
  const Message late = say("{} quá hạn", "{} overdue", overdue);
  const Message near = say("{} sắp đến hạn", "{} due soon", soon);
  if (overdue + soon == 0) return {"không có việc nào", "nothing"};
  if (soon == 0) return late;
  return overdue == 0 ? near : say("{}, {}", "{}, {}", late, near);
}

std::string item_line(const SheetRow& row, const std::vector<Column>& columns, Lang lang) {
  const auto text = [&](Place at) { return cell_text(columns[at], row.cells[at]); };
  return say("- {}, hạn {}: {} [{}]", "- {}, due {}: {} [{}]", text(state), text(deadline),
             text(title), text(address))
      .in(lang);
}

void add(const SheetRow& row, std::string line, Unit& unit) {
  const bool late = row.tone == Tone::late;
  unit.items.insert(late ? unit.items.begin() + unit.overdue++ : unit.items.end(), std::move(line));
}

std::vector<Leader> by_leaders(const Sheet& due, Lang lang) {
  const bool many = has_many_wards(due);
  std::vector<Leader> leaders;
  each_row(due, [&](const SheetRow& row) {
    Cell names = row.cells[leader];
    if (names.empty()) names.emplace_back(Phrase{"(không ghi lãnh đạo)", "(no leader)"}.in(lang));
    const std::string of =
        many ? ", " + cell_text(due.columns[ward], row.cells[ward]) : std::string();
    const std::string unit = cell_text(due.columns[lead], row.cells[lead]);
    for (const std::string& name : names) {
      Leader& group = named_in(leaders, name + of);
      ++(row.tone == Tone::late ? group.overdue : group.soon);
      add(row, item_line(row, due.columns, lang), named_in(group.units, unit));
    }
  });
  std::ranges::stable_sort(leaders, {}, [](const Leader& one) { return -one.overdue; });
  return leaders;
}

}  // namespace

bool has_many_wards(const Sheet& list) {
  bool many = false;
  Cell first;
  each_row(list, [&](const SheetRow& row) {
    if (first.empty()) first = row.cells.front();
    many = many || row.cells.front() != first;
  });
  return many;
}

const std::vector<std::string>& digest_columns() {
  static const std::vector<std::string> kColumns = {"ward",     "leader", "lead",   "state",
                                                    "deadline", "title",  "address"};
  return kColumns;
}

std::string digest(const Sheet& due, const std::vector<LeftOut>& left_out, Lang lang) {
  int overdue = 0, soon = 0;
  each_row(due, [&](const SheetRow& row) { ++(row.tone == Tone::late ? overdue : soon); });
  std::string out = lines_of(due.title);
  out += lines_of(fmt::format("({}; {})", counts_in_words(overdue, soon).in(lang), due.subtitle));
  for (const LeftOut& file : left_out) {
    const std::string of = file.ward_name.empty() ? "" : file.ward_name + ", ";
    out += lines_of(
        say("! Chưa tính: {}{} ({})", "! Left out: {}{} ({})", of, file.file, errors_in_words(file))
            .in(lang),
        "  ");
  }
  for (const Leader& group : by_leaders(due, lang)) {
    out += "\n" + lines_of(group.name + ": " + counts_in_words(group.overdue, group.soon).in(lang));
    for (const Unit& unit : group.units) {
      // Items of no unit don't stand under the one before them.
      if (!unit.name.empty())
        out += lines_of(unit.name + ":");
      else if (group.units.size() > 1)
        out += lines_of(std::string(Phrase{"(không ghi đơn vị):", "(no unit):"}.in(lang)));
      for (const std::string& item : unit.items) out += lines_of(item, "  ");
    }
  }
  return out;
}

}  // namespace wardplan

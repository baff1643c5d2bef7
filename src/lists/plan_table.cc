#include "lists/cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "figures/numerals.h"
#include "figures/said.h"
#include "lists/points.h"
#include "records/issuer.h"
#include "records/plan_columns.h"
#include "records/steps.h"
#include "standing/scores.h"
#include "standing/verdict.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// What a row is about with what it asks for and doesn't say itself, or with all that it asks for:
/// `Hộ dùng nước sạch: >= 90% (phường: 100%)`.
std::string title_with_goals(const Row& row, bool all) {
  const std::string& title = row.text().value;
  std::string text = title;
  for (const Target& target : row.targets) {
    if (!target.goal.given) continue;
    const auto same = std::ranges::count_if(row.targets, [&](const Target& other) {
      return other.goal.given && other.goal.value == target.goal.value;
    });
    if (!all && says_figure(title, target.goal.value, same)) continue;
    const std::string goal = goal_with_name(row, target, Lang::vi);
    text += (text != title ? "; " : goal.starts_with('(') ? " " : ": ") + goal;
  }
  return text;
}

}  // namespace

std::string printed_content(const Row& row, bool with_targets) {
  if (row.is_heading()) return heading_as_issued(row);
  return title_with_goals(row, with_targets);
}

namespace {

Sheet plan_sheet(std::string_view kind, const Plan& plan) {
  Sheet sheet;
  sheet.kind = kind;
  sheet.title = plan.title.value;
  sheet.subtitle = plan.issued.value;
  sheet.about = {
      {"ward", plan.ward_id.value}, {"ward_name", ward_name(plan)}, {"year", plan.year.value}};
  if (plan.rebuilt_from.given) {
    sheet.subtitle +=
        (plan.issued.given ? "; biểu dựng lại từ " : "Biểu dựng lại từ ") + plan.rebuilt_from.value;
    sheet.about.emplace_back("rebuilt_from", plan.rebuilt_from.value);
  }
  return sheet;
}

/// A number and a name: `1. Quy hoạch đô thị`.
std::string numbered(const Place& place, const std::string& text) {
  return fmt::format("{}. {}", place.address, text);
}

/// One line of a table: the row that the ward has for it, and what its text columns say.
struct TableLine {
  const Plan& plan;
  const Row& row;
  std::string content = {};
  Cell group = {};
  /// As the list of criteria numbers it.
  const Text& number = row.number;
  /// Of an item where it stands; null: nobody asks.
  const Standing* at = nullptr;
  /// Of criteria: the list's row.
  const Row* listed = nullptr;
  /// How well it was done, as said last; null: nobody said.
  const Text* grade = nullptr;
};

Cell most_points(const TableLine& line) {
  return line.listed == nullptr ? Cell() : figure_cell(line.listed->points);
}

Cell weight_of(const TableLine& line) {
  return line.listed == nullptr ? Cell() : figure_cell(line.listed->weight);
}

/// How a column of `plan_columns` looks and what stands in it.
struct TableColumn {
  std::string_view id;
  std::string_view separator;
  int weight;
  int least;
  Cell (*cell)(const TableLine& line);
};

/// In a table for a terminal the first one has more room.
constexpr std::array kTableColumns = {
    TableColumn{"number", "", 0, 6, [](auto& line) { return one(line.number); }},
    TableColumn{"group", "", 2, 6, [](auto& line) { return line.group; }},
    TableColumn{"content", "", 6, 16, [](auto& line) { return Cell{line.content}; }},
    TableColumn{"points", "", 0, 6, most_points},
    TableColumn{"weight", "", 0, 6, weight_of},
    TableColumn{"solution", "", 5, 16, [](auto& line) { return one(line.row.solution); }},
    TableColumn{"leader", "; ", 2, 6,
                [](auto& line) { return people_in_full(line.row.leader, line.plan.ward); }},
    TableColumn{"lead", "; ", 2, 6,
                [](auto& line) { return unit_names(line.row.lead, line.plan.ward); }},
    TableColumn{"support", "; ", 1, 6,
                [](auto& line) { return unit_names(line.row.support, line.plan.ward); }},
    TableColumn{"start", "", 1, 13, [](auto& line) { return one(line.row.start); }},
    TableColumn{"due", "", 1, 13, [](auto& line) { return one(line.row.due); }},
    TableColumn{"product", "", 3, 12, [](auto& line) { return one(line.row.product); }},
    TableColumn{"authority", "", 2, 10, [](auto& line) { return one(line.row.authority); }},
    TableColumn{"basis", "", 2, 10, [](auto& line) { return one(line.row.basis); }},
    TableColumn{"serves", "; ", 1, 8,
                [](auto& line) {
                  return texts(line.row.serves, [](auto& served) { return served.as.value; });
                }},
    TableColumn{"entry_status", "", 1, 10,
                [](auto& line) {
                  return line.at == nullptr || line.at->last == nullptr
                             ? Cell()
                             : Cell{std::string(told_status(*line.at).words.vi)};
                }},
    TableColumn{"entry_percent", "", 0, 6,
                [](auto& line) {
                  return line.at == nullptr || !line.at->percent
                             ? Cell()
                             : Cell{fmt::format("{}%", *line.at->percent)};
                }},
    TableColumn{"entry_waiting", "", 2, 10,
                [](auto& line) {
                  return line.at == nullptr || line.at->waiting == nullptr
                             ? Cell()
                             : one(line.at->waiting->waits_for());
                }},
    TableColumn{"entry_obstacle", "", 3, 12,
                [](auto& line) {
                  return line.at == nullptr || line.at->obstructed == nullptr
                             ? Cell()
                             : one(line.at->obstructed->obstacle);
                }},
    TableColumn{"entry_done", "", 0, 10,
                [](auto& line) {
                  return line.at == nullptr || !line.at->done_on
                             ? Cell()
                             : Cell{written(*line.at->done_on, Lang::vi)};
                }},
    TableColumn{"entry_grade", "", 1, 8,
                [](auto& line) { return line.grade == nullptr ? Cell() : one(*line.grade); }},
    TableColumn{"note", "", 3, 12, [](auto& line) { return one(line.row.note); }},
};

const TableColumn& table_column(std::string_view id) {
  return *std::ranges::find(kTableColumns, id, &TableColumn::id);
}

/// Whether a column that isn't usual stands in the table of a list that gives points.
bool is_of_points(const Plan& plan, std::string_view id) {
  if (plan.catalogue == nullptr) return false;
  return std::ranges::any_of(plan.catalogue->rows, [&](const Row& row) {
    return (id == "points" && row.points.given) || (id == "weight" && row.weight.given);
  });
}

/// The columns that were asked for, or else those that the plan names, or else the usual ones.
std::vector<std::string> chosen_columns(const Plan& plan, const TableLook& look) {
  if (!look.columns.empty()) return look.columns;
  std::vector<std::string> ids = texts(plan.columns, [](auto& column) { return column.id.value; });
  if (ids.empty())
    for (const PlanColumnWord& word : plan_columns(plan.kind))
      if (word.usual || is_of_points(plan, word.id)) ids.emplace_back(word.id);
  return ids;
}

/// A column as the plan heads it, as usual, or by its id.
Column headed(const Plan& plan, const std::string& id) {
  const auto known = find_plan_column(plan.kind, id);
  const auto named = std::ranges::find_if(
      plan.columns, [&](const PlanColumn& column) { return column.id.value == id; });
  std::string title = known ? std::string(plan_columns(plan.kind)[*known].title) : id;
  if (named != plan.columns.end() && named->title.given) title = named->title.value;
  if (!known) return {"own_" + id, std::move(title), "", 3, 12};
  const TableColumn& column = table_column(id);
  Column made{id, std::move(title), column.separator, column.weight, column.least};
  if (id == "points" || id == "weight") made.kind = CellKind::figure;
  return made;
}

/// Adds lines to a table of some of the columns.
class LineMaker {
 public:
  LineMaker(Sheet& sheet, const Plan& plan, std::vector<std::string> ids)
      : sheet_(sheet), plan_(plan), ids_(std::move(ids)) {
    for (const std::string& id : ids_) sheet_.columns.push_back(headed(plan_, id));
  }

  void add(const TableLine& line, bool heading, const std::string& address) {
    SheetRow& row = sheet_.rows.emplace_back();
    row.heading = heading;
    row.address = address;
    for (const std::string& id : ids_) {
      const Text* own = own_cell(line.row, id);
      if (find_plan_column(plan_.kind, id))
        row.cells.push_back(table_column(id).cell(line));
      else
        row.cells.push_back(own != nullptr ? one(*own) : Cell());
    }
    row.about = register_ids(line.row, plan_.ward);
  }

 private:
  Sheet& sheet_;
  const Plan& plan_;
  std::vector<std::string> ids_;
};

/// Whether a table has a column that goes by entries.
bool says_standing(const Sheet& sheet) {
  return std::ranges::any_of(sheet.columns,
                             [](const Column& column) { return column.key.starts_with("entry_"); });
}

Sheet progress_table(const Plan& plan, const TableLook& look) {
  Sheet sheet = plan_sheet("progress-table", plan);
  LineMaker lines(sheet, plan, chosen_columns(plan, look));
  for (std::size_t at = 0; at < plan.rows.size(); ++at) {
    const Row& row = plan.rows[at];
    std::optional<Standing> standing;
    if (look.as_of && says_standing(sheet) && !row.is_heading())
      standing = standing_at(row, plan.ward, *look.as_of);
    TableLine line{plan, row, printed_content(row, look.with_targets)};
    if (standing) {
      line.at = &*standing;
      // Which time of what comes back it is of, the table doesn't say.
      if (standing->occurrences == 0) line.grade = grade_of(history(row, *look.as_of));
    }
    lines.add(line, row.heading.given, plan.outline[at].address);
  }
  return sheet;
}

/// Whether a table has a column.
bool has_column(const Sheet& sheet, std::string_view key) {
  return std::ranges::find(sheet.columns, key, &Column::key) != sheet.columns.end();
}

/// Groups stand in a column of their own, or in rows above their contents where there is none;
/// numbers before the words, or in a column of their own.
Sheet criteria_table(const Plan& plan, const TableLook& look) {
  static const Row kNothing;
  Sheet sheet = plan_sheet("criteria-table", plan);
  sheet.about.emplace_back("catalogue", plan.catalogue_id.value);
  LineMaker lines(sheet, plan, chosen_columns(plan, look));
  for (Column& column : sheet.columns) column.reaches_down = column.key == "group";
  const bool numbers = has_column(sheet, "number"), groups = has_column(sheet, "group");
  const auto named = [&](const Place& place, const std::string& text) {
    return numbers ? text : numbered(place, text);
  };
  const Verdict verdict = verdict_at(plan, first_of_year(kFirstYear));
  std::optional<std::size_t> group;
  for (const ContentVerdict& at : verdict.contents) {
    const Row& row = at.row != nullptr ? *at.row : kNothing;
    TableLine line{plan, row, {}, {}, at.listed->number, nullptr, at.listed};
    if (at.group && at.group != group) {
      const GroupVerdict& opened = verdict.groups[*at.group];
      const Row& of = opened.row != nullptr ? *opened.row : *opened.listed;
      const std::string& heading = of.heading.value;
      if (groups) line.group = {numbered(*opened.place, heading)};
      if (!groups)
        lines.add({plan,
                   opened.row != nullptr ? *opened.row : kNothing,
                   named(*opened.place, heading),
                   {},
                   opened.listed->number,
                   nullptr,
                   opened.listed},
                  true, opened.place->address);
    }
    group = at.group;
    line.content = named(
        *at.place,
        title_with_goals(at.row != nullptr ? row : as_asked(*at.listed, plan), look.with_targets));
    lines.add(line, false, at.place->address);
  }
  return sheet;
}

/// Of a step only what was said of it is told: it ends with its item.
bool has_no_state(const Row& row) {
  return row.is_heading() || (!is_listed(row) && row.updates.empty());
}

void add_standings(Sheet& sheet, const Plan& plan, const Date& as_of, int soon) {
  sheet.columns.push_back({"state", "Tình trạng", "", 6, 22, Align::left, CellKind::coded});
  sheet.columns.push_back({"result", "Kết quả", "; ", 2, 12});
  for (std::size_t at = 0; at < plan.rows.size(); ++at) {
    SheetRow& row = sheet.rows[at];
    if (has_no_state(plan.rows[at])) {
      row.cells.resize(sheet.columns.size());
      continue;
    }
    const Standing standing = standing_at(plan.rows[at], plan.ward, as_of, soon);
    row.tone = tone_of(standing);
    row.cells.push_back(
        coded(state_word(standing.state).token, with_time(standing, in_words(standing)).vi));
    row.cells.push_back(results_in_words(plan, plan.rows[at], as_of, Lang::vi));
  }
}

/// As it was written of a content, and computed of a group.
Cell round_points(const RowPoints& row, std::size_t side) {
  return row.listed->is_heading() ? computed_cell(row.points[side]) : points_cell(row.points[side]);
}

/// Each round's points, the ward's own first; of a group's row their sums.
void add_scores(Sheet& sheet, const Plan& plan, const Date& as_of, const Round& round) {
  static constexpr std::array kTitles = {"Tự chấm đợt {}", "Được chấm đợt {}"};
  static constexpr std::array kKeys = {"round_{}_self_score", "round_{}_score"};
  const Scores scores = scores_at(plan, as_of, round.number.value);
  std::unordered_map<std::string_view, std::size_t> row_of;
  for (std::size_t row = 0; row < scores.rows.size(); ++row)
    row_of.emplace(plan.catalogue->outline[row].address, row);
  for (std::size_t side = 0; side < kTitles.size(); ++side) {
    sheet.columns.push_back({fmt::format(fmt::runtime(kKeys[side]), round.number.value),
                             fmt::format(fmt::runtime(kTitles[side]), round.number.value), "", 0, 6,
                             Align::left, CellKind::figure});
    for (SheetRow& row : sheet.rows) {
      const auto known = row_of.find(row.address);
      row.cells.push_back(known == row_of.end() ? Cell()
                                                : round_points(scores.rows[known->second], side));
    }
  }
}

void add_rounds(Sheet& sheet, const Plan& plan, const Date& as_of) {
  for (const Round& round : plan.rounds) {
    sheet.columns.push_back({"round_" + round.number.value,
                             fmt::format("Đợt {} ({})", round.number.value, round.when.value), "",
                             1, 10, Align::left, CellKind::coded});
    sheet.columns.push_back({"round_" + round.number.value + "_value",
                             fmt::format("Kết quả đợt {}", round.number.value), "; ", 1, 10});
    const Verdict verdict = verdict_at(plan, as_of, round.number.value);
    auto content_at = verdict.contents.begin();
    for (SheetRow& row : sheet.rows) {
      if (row.heading) {
        row.cells.resize(sheet.columns.size());
        continue;
      }
      const ContentVerdict& content = *content_at++;
      row.cells.push_back(coded(status_word(content.judged.status), Lang::vi));
      row.cells.push_back(values_of_round(plan, content, as_of, round.number.value, Lang::vi));
      if (content.judged.by != nullptr) row.tone = tone_of(content.judged.status);
    }
    if (plan.catalogue != nullptr && gives_points(*plan.catalogue))
      add_scores(sheet, plan, as_of, round);
  }
}

}  // namespace

Sheet plan_table(const Plan& plan, const TableLook& look) {
  return plan.kind == RecordKind::criteria ? criteria_table(plan, look)
                                           : progress_table(plan, look);
}

document::Origin plan_origin(const Plan& plan, const Date& as_of) {
  Date last = first_of_year(plan.year.value);
  for (std::size_t row = 0; row < plan.row_count(); ++row)
    for (const Update* entry : history(plan.row(row), as_of))
      last = std::max(last, entry->date.value);
  const Text& issuer = plan.letterhead.issuer;
  return {issuer.given ? issuer.value : ward_name(plan), last};
}

const document::Layout& plan_layout(const Plan& plan, const Date& day) {
  const Issuer issuer = issuer_of(plan);
  const bool unknown = issuer.name.empty() && issuer.body == nullptr;
  const bool party = unknown ? plan.kind == RecordKind::movement : issuer.party;
  return document::layout_of(party ? document::kPartyLayout : document::kStateLayout, day);
}

void add_state(Sheet& sheet, const Plan& plan, const Date& as_of, int soon) {
  sheet.about.emplace_back("as_of", iso(as_of));
  if (plan.kind == RecordKind::criteria)
    add_rounds(sheet, plan, as_of);
  else
    add_standings(sheet, plan, as_of, soon);
}

}  // namespace wardplan

#include "lists/cards.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/numerals.h"
#include "figures/said.h"
#include "records/steps.h"
#include "standing/verdict.h"

namespace wardplan {
namespace {

/// `27 chỉ tiêu` as documents print it: `(27 chỉ tiêu)`, with two digits at least.
std::string declared(const Count& count) {
  return count.noun.empty() ? fmt::format(" ({:02})", count.number)
                            : fmt::format(" ({:02} {})", count.number, count.noun);
}

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

std::string content(const Row& row, bool with_targets) {
  if (row.is_heading())
    return row.heading.value + (row.declares.given ? declared(row.declares.value) : "");
  return title_with_goals(row, with_targets);
}

Sheet progress_table(const Plan& plan, bool with_targets) {
  Sheet sheet = plan_sheet("progress-table", plan);
  sheet.columns = {{"number", "TT", "", 0},
                   {"content", "Nội dung thực hiện", "", 6, 16},
                   {"leader", "Lãnh đạo phụ trách", "; ", 2},
                   {"lead", "Đơn vị chủ trì", "; ", 2},
                   {"support", "Đơn vị phối hợp", "; "},
                   {"start", "Thời gian bắt đầu", "", 1, 13},
                   {"due", "Thời gian hoàn thành", "", 1, 13}};
  for (std::size_t at = 0; at < plan.rows.size(); ++at) {
    const Row& row = plan.rows[at];
    sheet.rows.push_back({row.heading.given,
                          plan.outline[at].address,
                          {one(row.number),
                           {content(row, with_targets)},
                           people_in_full(row.leader, plan.ward),
                           unit_names(row.lead, plan.ward),
                           unit_names(row.support, plan.ward),
                           one(row.start),
                           one(row.due)},
                          Tone::plain,
                          register_ids(row, plan.ward)});
  }
  return sheet;
}

/// A number and a name: `1. Quy hoạch đô thị`.
std::string numbered(const Place& place, const std::string& text) {
  return fmt::format("{}. {}", place.address, text);
}

Sheet criteria_table(const Plan& plan, bool with_targets) {
  Sheet sheet = plan_sheet("criteria-table", plan);
  sheet.about.emplace_back("catalogue", plan.catalogue_id.value);
  sheet.columns = {{"group", "Tên tiêu chí", "", 2},
                   {"content", "Nội dung tiêu chí", "", 4, 16},
                   {"solution", "Giải pháp thực hiện", "", 5, 16},
                   {"leader", "Lãnh đạo phụ trách", "; ", 2},
                   {"lead", "Đơn vị/ cá nhân thực hiện", "; ", 2},
                   {"support", "Đơn vị/ cá nhân phối hợp", "; ", 2},
                   {"due", "Thời gian hoàn thành", "", 1, 10}};
  sheet.columns.front().reaches_down = true;
  const Verdict verdict = verdict_at(plan, first_of_year(kFirstYear));
  std::optional<std::size_t> group;
  for (const ContentVerdict& at : verdict.contents) {
    static const Row kNothing;
    const Row& row = at.row != nullptr ? *at.row : kNothing;
    Cell name;
    if (at.group && at.group != group) {
      const GroupVerdict& opened = verdict.groups[*at.group];
      name = {numbered(*opened.place, opened.listed->heading.value)};
    }
    group = at.group;
    sheet.rows.push_back(
        {false,
         at.place->address,
         {name,
          {numbered(*at.place,
                    title_with_goals(at.row != nullptr ? row : *at.listed, with_targets))},
          one(row.solution),
          people_in_full(row.leader, plan.ward),
          unit_names(row.lead, plan.ward),
          unit_names(row.support, plan.ward),
          one(row.due)},
         Tone::plain,
         register_ids(row, plan.ward)});
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
    const Standing standing = standing_at(plan.rows[at], as_of, soon);
    row.tone = tone_of(standing);
    row.cells.push_back(coded(state_word(standing.state).token, in_words(standing).vi));
    row.cells.push_back(results_in_words(plan.rows[at], as_of, Lang::vi));
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
    for (std::size_t at = 0; at < verdict.contents.size(); ++at) {
      const ContentVerdict& content = verdict.contents[at];
      SheetRow& row = sheet.rows[at];
      row.cells.push_back(coded(status_word(content.judged.status), Lang::vi));
      row.cells.push_back(values_of_round(content, as_of, round.number.value, Lang::vi));
      if (content.judged.by != nullptr) row.tone = tone_of(content.judged.status);
    }
  }
}

}  // namespace

Sheet plan_table(const Plan& plan, bool with_targets) {
  return plan.kind == RecordKind::criteria ? criteria_table(plan, with_targets)
                                           : progress_table(plan, with_targets);
}

document::Origin plan_origin(const Plan& plan, const Date& as_of) {
  Date last = first_of_year(plan.year.value);
  for (std::size_t row = 0; row < plan.row_count(); ++row)
    for (const Update* entry : history(plan.row(row), as_of))
      last = std::max(last, entry->date.value);
  const Text& issuer = plan.letterhead.issuer;
  return {issuer.given ? issuer.value : ward_name(plan), last};
}

void add_state(Sheet& sheet, const Plan& plan, const Date& as_of, int soon) {
  sheet.about.emplace_back("as_of", iso(as_of));
  if (plan.kind == RecordKind::criteria)
    add_rounds(sheet, plan, as_of);
  else
    add_standings(sheet, plan, as_of, soon);
}

}  // namespace wardplan

#include "lists/criteria_table.h"

#include <fmt/format.h>

#include "figures/numerals.h"
#include "lists/item.h"
#include "sheet/cells.h"
#include "standing/verdict.h"
#include "text/phrase.h"

namespace wardplan {
namespace {

/// A number and a name: `1. Quy hoạch đô thị`.
std::string numbered(const Place& place, const std::string& text) {
  return fmt::format("{}. {}", place.address, text);
}

}  // namespace

Sheet criteria_table(const Plan& plan) {
  const Ward* ward = plan.ward;
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
    SheetRow line{.address = at.place->address, .cells = {}};
    Cell name;
    if (at.group && at.group != group) {
      const GroupVerdict& opened = verdict.groups[*at.group];
      name = {numbered(*opened.place, opened.listed->heading.value)};
    }
    group = at.group;
    line.cells = {name,
                  {numbered(*at.place, title_with_goals(at.row != nullptr ? row : *at.listed))},
                  one(row.solution),
                  people_in_full(row.leader, ward),
                  unit_names(row.lead, ward),
                  unit_names(row.support, ward),
                  one(row.due)};
    sheet.rows.push_back(std::move(line));
  }
  return sheet;
}

void add_rounds(Sheet& sheet, const Plan& plan, const Date& as_of) {
  sheet.about.emplace_back("as_of", iso(as_of));
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
      row.cells.push_back(
          content.row == nullptr
              ? Cell{}
              : values_in_words(*content.row,
                                history_of_round(*content.row, as_of, round.number.value),
                                Lang::vi));
      if (content.judged.by != nullptr) row.tone = tone_of(content.judged.status);
    }
  }
}

}  // namespace wardplan

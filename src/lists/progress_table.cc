#include "lists/progress_table.h"

#include <fmt/format.h>

#include "lists/item.h"
#include "sheet/cells.h"

namespace wardplan {
namespace {

/// `27 chỉ tiêu` as documents print it: `(27 chỉ tiêu)`, with two digits at least.
std::string declared(const Count& count) {
  return count.noun.empty() ? fmt::format(" ({:02})", count.number)
                            : fmt::format(" ({:02} {})", count.number, count.noun);
}

std::string content(const Row& row) {
  if (row.is_heading())
    return row.heading.value + (row.declares.given ? declared(row.declares.value) : "");
  return title_with_goals(row);
}

}  // namespace

Sheet progress_table(const Plan& plan) {
  const Ward* ward = plan.ward;
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
    sheet.rows.push_back({row.is_heading(),
                          plan.outline[at].address,
                          {one(row.number),
                           {content(row)},
                           people_in_full(row.leader, ward),
                           unit_names(row.lead, ward),
                           unit_names(row.support, ward),
                           one(row.start),
                           one(row.due)}});
  }
  return sheet;
}

void add_state(Sheet& sheet, const Plan& plan, const Date& as_of, int soon) {
  sheet.about.emplace_back("as_of", iso(as_of));
  sheet.columns.push_back({"state", "Tình trạng", "", 6, 22, Align::left, CellKind::coded});
  sheet.columns.push_back({"result", "Kết quả", "; ", 2, 12});
  for (std::size_t at = 0; at < plan.rows.size(); ++at) {
    SheetRow& row = sheet.rows[at];
    if (row.heading) {
      row.cells.resize(sheet.columns.size());
      continue;
    }
    const Standing standing = standing_at(plan.rows[at], as_of, soon);
    row.tone = tone_of(standing);
    row.cells.push_back(coded(state_word(standing.state).token, in_words(standing).vi));
    row.cells.push_back(results_in_words(plan.rows[at], as_of, Lang::vi));
  }
}

}  // namespace wardplan

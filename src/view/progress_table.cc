#include "view/progress_table.h"

#include <fmt/format.h>

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
  std::string text = row.title.value;
  for (std::size_t at = 0; at < row.targets.size(); ++at) {
    const Target& target = row.targets[at];
    text += at == 0 ? ": " : "; ";
    if (target.name.given) text += target.name.value + " ";
    text += target.goal.value;
  }
  return text;
}

Cell people(const std::vector<Name>& names, const Ward* ward) {
  Cell cell;
  for (const Name& name : names) {
    if (ward == nullptr || name.index < 0) {
      cell.push_back(name.as.value);
      continue;
    }
    const Person& person = ward->people[static_cast<std::size_t>(name.index)];
    std::string text = ward->honorific.given ? ward->honorific.value + " " : "";
    text += person.name.value;
    if (person.role.given) text += " – " + person.role.value;
    cell.push_back(std::move(text));
  }
  return cell;
}

Cell units(const std::vector<Name>& names, const Ward* ward) {
  Cell cell;
  for (const Name& name : names)
    cell.push_back(ward == nullptr || name.index < 0
                       ? name.as.value
                       : ward->units[static_cast<std::size_t>(name.index)].name.value);
  return cell;
}

Cell one(const Text& text) { return text.given ? Cell{text.value} : Cell{}; }

}  // namespace

Sheet progress_table(const Plan& plan) {
  const Ward* ward = plan.register_of_ward;
  Sheet sheet;
  sheet.kind = "progress-table";
  sheet.title = plan.title.value;
  sheet.subtitle = plan.issued.value;
  sheet.about = {{"ward", plan.ward.value},
                 {"ward_name", ward != nullptr ? ward->name.value : ""},
                 {"year", plan.year.value}};
  sheet.columns = {{"no", "TT", "", 0},
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
                          {one(row.no),
                           {content(row)},
                           people(row.leader, ward),
                           units(row.lead, ward),
                           units(row.support, ward),
                           one(row.start),
                           one(row.due)}});
  }
  return sheet;
}

}  // namespace wardplan

#include "import/served_targets.h"

#include <algorithm>
#include <optional>

#include "records/addresses.h"
#include "records/serves.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// Whether what a row of `read` serves is a target: of its own plan it is one in the record that it
/// is brought into.
bool is_there(const Served& served, const Row& row, const Plan& read, const Plan* into) {
  if (into == nullptr || served.plan != &read)
    return served.row != nullptr && served.row != &row && is_target(*served.row);
  const RowIndex found = Addresses(*into).row(address_in(served));
  return found && *found < into->rows.size() && is_target(into->rows[*found]) && served.row != &row;
}

Message targets_known(const std::string& said, const Plan& plan) {
  const std::vector<std::string> known = target_addresses(plan);
  if (known.empty())
    return {"chưa dòng nào có chỉ tiêu (`targets`): thêm `--targets`, hoặc ghi trong hồ sơ",
            "no row has `targets` yet: add `--targets`, or write them in the record"};
  return offer_nearest(
      said, known,
      say("ghi địa chỉ của chỉ tiêu, như `{}`, hay `mã/địa chỉ` của kế hoạch khác",
          "write the address of a target, as `{}`, or `id/address` of another plan",
          known.front()));
}

}  // namespace

std::vector<std::string> served_in(std::string_view cell) {
  std::vector<std::string> addresses;
  for (const std::string_view part : split(cell, ";,\n"))
    if (const auto words = trimmed(part); !words.empty()) addresses.emplace_back(words);
  return addresses;
}

SettledHeadings settle_serves(const Headings& headings, const ImportedRows& rows, const Plan& read,
                              const Plan* into, std::size_t at) {
  SettledHeadings made{headings, {}};
  const auto column = headings.find("serves");
  if (!column || read.rows.size() != rows.rows.size()) return made;
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    const CellAddress cell{at, rows.rows[row].row_of(*column), *column};
    if (rows.rows[row].heading && !rows.rows[row].cells[*column].empty())
      made.told.push_back(
          {{"đề mục không góp vào chỉ tiêu nào", "a heading serves no target"}, {}, cell});
    for (const Served& served : read.rows[row].serves)
      if (!is_there(served, read.rows[row], read, into))
        made.told.push_back({say("`{}` không phải địa chỉ của một chỉ tiêu",
                                 "`{}` is no address of a target", served.as.value),
                             targets_known(served.as.value, into != nullptr ? *into : read), cell});
  }
  if (made.told.empty()) return made;
  ImportColumn& own = made.headings.columns[*column];
  own.id = own_column_id(made.headings, *column);
  for (TableRemark& remark : made.told)
    remark.message += say(": cột `{}` giữ nguyên chữ (`{}`)",
                          ": the column `{}` stays as it is (`{}`)", own.title, own.id);
  return made;
}

}  // namespace wardplan

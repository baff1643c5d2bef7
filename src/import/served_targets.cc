#include "import/served_targets.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "import/cell_signs.h"
#include "records/addresses.h"
#include "records/serves.h"
#include "text/limits.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// Looks at what the rows of a table serve.
struct ServesSettler {
  const Plan& read;
  /// The record whose targets they are.
  const Plan& plan;
  Addresses addresses = Addresses(plan);
  std::vector<std::string> known = target_addresses(plan);
  /// Addresses that were told already.
  std::set<std::string> met = {};
  std::vector<TableRemark> odd = {};
  std::vector<TableRemark> nothing = {};

  /// Whether what a row of `read` serves is a target: of its own plan it is one of the record.
  bool is_there(const Served& served, const Row& row) const {
    if (&plan == &read || served.plan != &read)
      return served.row != nullptr && served.row != &row && is_target(*served.row);
    const RowIndex found = addresses.row(address_in(served));
    return found && *found < plan.rows.size() && is_target(plan.rows[*found]) && served.row != &row;
  }

  Message targets_known(const std::string& said) const {
    if (known.empty())
      return {"chưa dòng nào có chỉ tiêu (`targets`): thêm `--targets`, hoặc ghi trong hồ sơ",
              "no row has `targets` yet: add `--targets`, or write them in the record"};
    Message any = say("ghi địa chỉ của chỉ tiêu, như `{}`, hay `mã/địa chỉ` của kế hoạch khác",
                      "write the address of a target, as `{}`, or `id/address` of another plan",
                      known.front());
    // A sheet may say as many things that are no addresses as it has rows.
    return met.size() > kMaxOffers ? any : offer_nearest(said, known, std::move(any));
  }

  void look(const ImportRow& row, const Row& as_read, const std::string& text, CellAddress cell) {
    if (leaves_empty(text)) {
      nothing.push_back({say("`{}` ở cột này được hiểu là không có gì",
                             "`{}` in this column is taken for nothing", text),
                         {},
                         cell});
    } else if (row.heading) {
      if (!text.empty())
        odd.push_back(
            {{"đề mục không góp vào chỉ tiêu nào", "a heading serves no target"}, {}, cell});
    } else {
      for (const Served& served : as_read.serves)
        if (!is_there(served, as_read) && met.insert(served.as.value).second)
          odd.push_back({say("`{}` không phải địa chỉ của một chỉ tiêu",
                             "`{}` is no address of a target", served.as.value),
                         targets_known(served.as.value), cell});
    }
  }
};

}  // namespace

std::vector<std::string> served_in(std::string_view cell) {
  std::vector<std::string> addresses;
  if (leaves_empty(cell)) return addresses;
  for (const std::string_view part : split(cell, ";,\n"))
    if (const auto words = trimmed(part); !words.empty()) addresses.emplace_back(words);
  return addresses;
}

SettledHeadings settle_serves(const Headings& headings, const ImportedRows& rows, const Plan& read,
                              const Plan* into, std::size_t at) {
  SettledHeadings made{headings, {}};
  const auto column = headings.find("serves");
  if (!column || read.rows.size() != rows.rows.size()) return made;
  ServesSettler settler{read, into != nullptr ? *into : read};
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    const ImportRow& one = rows.rows[row];
    settler.look(one, read.rows[row], one.cells[*column], {at, one.row_of(*column), *column});
  }
  const bool stays = !settler.odd.empty();
  made.told = std::move(stays ? settler.odd : settler.nothing);
  if (!stays) return made;
  ImportColumn& own = made.headings.columns[*column];
  own.was = std::exchange(own.id, own_column_id(made.headings, *column));
  for (TableRemark& remark : made.told)
    remark.message += say(": cột `{}` giữ nguyên chữ (`{}`)",
                          ": the column `{}` stays as it is (`{}`)", own.title, own.id);
  return made;
}

}  // namespace wardplan

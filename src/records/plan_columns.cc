#include "records/plan_columns.h"

#include <algorithm>
#include <array>

#include "text/quoted.h"

namespace wardplan {
namespace {

constexpr std::array kProgress = {
    PlanColumnWord{"number", "TT", true},
    PlanColumnWord{"content", "Nội dung thực hiện", true, false},
    PlanColumnWord{"leader", "Lãnh đạo phụ trách", true},
    PlanColumnWord{"lead", "Đơn vị chủ trì", true},
    PlanColumnWord{"support", "Đơn vị phối hợp", true},
    PlanColumnWord{"start", "Thời gian bắt đầu", true},
    PlanColumnWord{"due", "Thời gian hoàn thành", true},
    PlanColumnWord{"product", "Sản phẩm", false},
    PlanColumnWord{"authority", "Thẩm quyền quyết định", false},
    PlanColumnWord{"basis", "Căn cứ giao việc", false},
    PlanColumnWord{"serves", "Góp vào chỉ tiêu", false},
    PlanColumnWord{"entry_status", "Trạng thái", false, false},
    PlanColumnWord{"entry_percent", "Tiến độ (%)", false, false},
    PlanColumnWord{"entry_waiting", "Đang chờ", false, false},
    PlanColumnWord{"entry_obstacle", "Khó khăn, vướng mắc", false, false},
    PlanColumnWord{"entry_done", "Ngày hoàn thành thực tế", false, false},
    PlanColumnWord{"entry_grade", "Xếp loại", false, false},
    PlanColumnWord{"note", "Ghi chú", false},
};

constexpr std::array kCriteria = {
    PlanColumnWord{"number", "TT", false},
    PlanColumnWord{"group", "Tên tiêu chí", true, false},
    PlanColumnWord{"content", "Nội dung tiêu chí", true, false},
    PlanColumnWord{"points", "Điểm tối đa", false, false},
    PlanColumnWord{"weight", "Trọng số", false, false},
    PlanColumnWord{"solution", "Giải pháp thực hiện", true},
    PlanColumnWord{"leader", "Lãnh đạo phụ trách", true},
    PlanColumnWord{"lead", "Đơn vị/ cá nhân thực hiện", true},
    PlanColumnWord{"support", "Đơn vị/ cá nhân phối hợp", true},
    PlanColumnWord{"due", "Thời gian hoàn thành", true},
    PlanColumnWord{"note", "Ghi chú", false},
};

}  // namespace

std::span<const PlanColumnWord> plan_columns(RecordKind kind) {
  switch (kind) {
    case RecordKind::plan:
      return kProgress;
    case RecordKind::criteria:
      return kCriteria;
    case RecordKind::movement:
      return {};
  }
  return {};
}

std::optional<std::size_t> find_plan_column(RecordKind kind, std::string_view id) {
  const auto all = plan_columns(kind);
  const auto found = std::ranges::find(all, id, &PlanColumnWord::id);
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

std::vector<std::string> column_ids(const Plan& plan) {
  std::vector<std::string> ids = texts(plan_columns(plan.kind), &PlanColumnWord::id);
  for (const PlanColumn& column : plan.columns)
    if (std::ranges::find(ids, column.id.value) == ids.end()) ids.push_back(column.id.value);
  return ids;
}

const Text* own_cell(const Row& row, std::string_view id) {
  const auto found =
      std::ranges::find_if(row.cells, [&](const KeyedText& cell) { return cell.name.value == id; });
  return found == row.cells.end() ? nullptr : &found->value;
}

}  // namespace wardplan

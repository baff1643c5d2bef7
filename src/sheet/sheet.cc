#include "sheet/sheet.h"

namespace wardplan {

std::string cell_text(const Column& column, const Cell& cell) {
  if (column.kind != CellKind::text && column.kind != CellKind::number)
    return cell.empty() ? "" : cell.back();
  std::string text;
  for (const std::string& value : cell) {
    if (!text.empty()) text += column.separator;
    text += value;
  }
  return text;
}

}  // namespace wardplan

#include "records/kinds.h"

#include <cstddef>

namespace wardplan {
namespace {

constexpr RowKindWords kRowKinds[] = {
    {RowKind::heading, {"tiêu chí", "group"}, {"kết luận", "verdict"}},
    {RowKind::item, {"việc", "item"}, {"trạng thái", "status"}},
    {RowKind::content, {"nội dung", "content"}, {"kết luận", "verdict"}},
    {RowKind::condition, {"điều kiện", "condition"}, {"kết luận", "verdict"}},
    {RowKind::model, {"mô hình", "model"}, {"trạng thái của mô hình", "status of a model"}},
    {RowKind::report_day, {"mốc", "date"}, {"trạng thái", "status"}}};

constexpr RecordKindWords kRecordKinds[] = {
    {RecordKind::plan, "plan", RowKind::item, false},
    {RecordKind::criteria, "criteria", RowKind::content, false},
    {RecordKind::movement, "movement", RowKind::model, true}};

}  // namespace

const RowKindWords& row_kind_words(RowKind kind) {
  return kRowKinds[static_cast<std::size_t>(kind)];
}

const RecordKindWords& record_kind_words(RecordKind kind) {
  return kRecordKinds[static_cast<std::size_t>(kind)];
}

}  // namespace wardplan

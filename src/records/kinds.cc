#include "records/kinds.h"

#include <array>
#include <cstddef>

namespace wardplan {
namespace {

constexpr std::array kRowKinds = {
    RowKindWords{RowKind::heading, {"tiêu chí", "group"}, {"kết luận", "verdict"}},
    RowKindWords{RowKind::item, {"việc", "item"}, {"trạng thái", "status"}},
    RowKindWords{RowKind::content, {"nội dung", "content"}, {"kết luận", "verdict"}},
    RowKindWords{RowKind::condition, {"điều kiện", "condition"}, {"kết luận", "verdict"}},
    RowKindWords{
        RowKind::model, {"mô hình", "model"}, {"trạng thái của mô hình", "status of a model"}},
    RowKindWords{RowKind::report_day, {"mốc", "date"}, {"trạng thái", "status"}}};

constexpr std::array kRecordKinds = {
    RecordKindWords{RecordKind::plan, "plan", RowKind::item, false},
    RecordKindWords{RecordKind::criteria, "criteria", RowKind::content, false},
    RecordKindWords{RecordKind::movement, "movement", RowKind::model, true}};

}  // namespace

const RowKindWords& row_kind_words(RowKind kind) {
  return kRowKinds[static_cast<std::size_t>(kind)];
}

const RecordKindWords& record_kind_words(RecordKind kind) {
  return kRecordKinds[static_cast<std::size_t>(kind)];
}

}  // namespace wardplan

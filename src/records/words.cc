#include "records/words.h"

#include <algorithm>

#include "text/utf8.h"

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

constexpr RowKinds kItems = {RowKind::item, RowKind::report_day};
constexpr RowKinds kCriteria = {RowKind::heading, RowKind::content, RowKind::condition};
constexpr RowKinds kWork = {RowKind::item, RowKind::report_day, RowKind::model};

constexpr StatusWord kStatusWords[] = {
    {Status::not_started, "not-started", {"chưa thực hiện", "not started"}, Closure::open, kItems},
    {Status::in_progress, "in-progress", {"đang thực hiện", "in progress"}, Closure::open, kWork},
    {Status::done, "done", {"hoàn thành", "done"}, Closure::done, kItems},
    {Status::paused, "paused", {"tạm dừng", "paused"}, Closure::aside, kWork},
    {Status::cancelled, "cancelled", {"hủy", "cancelled"}, Closure::aside, kWork},
    {Status::not_judged, "not-judged", {"chưa xét", "not judged"}, Closure::open, {}},
    {Status::met, "met", {"đạt", "met"}, Closure::done, kCriteria},
    {Status::not_met, "not-met", {"chưa đạt", "not met"}, Closure::open, kCriteria},
    {Status::not_applicable,
     "not-applicable",
     {"không áp dụng", "not applicable"},
     Closure::aside,
     kCriteria},
    {Status::effective, "effective", {"có hiệu quả", "effective"}, Closure::done, RowKind::model},
    {Status::not_effective,
     "not-effective",
     {"chưa hiệu quả", "not effective"},
     Closure::open,
     RowKind::model},
    {Status::scored, "scored", {"đã chấm", "scored"}, Closure::done, {}},
};
static_assert(std::ranges::is_sorted(kStatusWords, std::ranges::less_equal{}, &StatusWord::status));
static_assert(std::size(kStatusWords) == static_cast<std::size_t>(Status::scored) + 1);

/// Further words for the same statuses, as reports use them.
struct OtherWord {
  Status status;
  std::string_view words;
};
constexpr OtherWord kOtherWords[] = {
    {Status::not_started, "chưa triển khai"},
    {Status::not_started, "chưa làm"},
    {Status::in_progress, "đang triển khai"},
    {Status::in_progress, "đang làm"},
    {Status::done, "đã hoàn thành"},
    {Status::done, "đã xong"},
    {Status::done, "đã thực hiện"},
    {Status::done, "xong"},
    {Status::paused, "tạm hoãn"},
    {Status::cancelled, "không thực hiện"},
    {Status::cancelled, "hủy bỏ"},
    {Status::not_met, "không đạt"},
    {Status::effective, "hiệu quả"},
    {Status::not_effective, "không hiệu quả"},
};

constexpr RequiredWord kRequired[] = {
    {Required::leader, "leader", {"người phụ trách", "who leads"}},
    {Required::title, "title", {"việc", "what is done"}},
    {Required::due, "due", {"thời gian", "by when"}},
    {Required::lead, "lead", {"trách nhiệm", "which unit answers for it"}},
    {Required::product, "product", {"sản phẩm", "what comes of it"}},
    {Required::authority, "authority", {"thẩm quyền", "who decides"}},
    {Required::basis, "basis", {"căn cứ giao việc", "what assigned it"}},
    {Required::allowed, "allowed", {"ai cho gia hạn", "who allowed its extensions"}},
};
static_assert(std::ranges::is_sorted(kRequired, std::ranges::less_equal{},
                                     &RequiredWord::required));

}  // namespace

std::span<const RequiredWord> required_words() { return kRequired; }

const RowKindWords& row_kind_words(RowKind kind) {
  return kRowKinds[static_cast<std::size_t>(kind)];
}

const RecordKindWords& record_kind_words(RecordKind kind) {
  return kRecordKinds[static_cast<std::size_t>(kind)];
}

std::span<const StatusWord> status_words() { return kStatusWords; }

std::vector<StatusWord> status_words_of(RowKind kind) {
  std::vector<StatusWord> words;
  for (const StatusWord& word : kStatusWords)
    if (word.said_of.has(kind)) words.push_back(word);
  return words;
}

const StatusWord& status_word(Status status) {
  return kStatusWords[static_cast<std::size_t>(status)];
}

const StatusWord* status_by_token(std::string_view token) {
  const auto found = std::ranges::find(kStatusWords, token, &StatusWord::token);
  return found == std::end(kStatusWords) ? nullptr : &*found;
}

const StatusWord* status_by_words(std::string_view said) {
  const std::string key = fold_bare(said);
  for (const StatusWord& word : kStatusWords)
    if (key == word.token || key == fold_bare(word.words.vi) || key == fold_bare(word.words.en))
      return &word;
  for (const OtherWord& other : kOtherWords)
    if (key == fold_bare(other.words)) return &status_word(other.status);
  return nullptr;
}

}  // namespace wardplan

#include "records/words.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr RowKinds kItems = {RowKind::item, RowKind::report_day};
constexpr RowKinds kCriteria = {RowKind::heading, RowKind::content, RowKind::condition};
constexpr RowKinds kWork = {RowKind::item, RowKind::report_day, RowKind::model};

constexpr std::array kStatusWords = {
    StatusWord{Status::not_started,
               "not-started",
               {"chưa thực hiện", "not started"},
               Closure::open,
               kItems},
    StatusWord{Status::in_progress,
               "in-progress",
               {"đang thực hiện", "in progress"},
               Closure::open,
               kWork},
    StatusWord{Status::done, "done", {"hoàn thành", "done"}, Closure::done, kItems},
    StatusWord{Status::paused, "paused", {"tạm dừng", "paused"}, Closure::aside, kWork},
    StatusWord{Status::cancelled, "cancelled", {"hủy", "cancelled"}, Closure::aside, kWork},
    StatusWord{Status::not_judged, "not-judged", {"chưa xét", "not judged"}, Closure::open, {}},
    StatusWord{Status::met, "met", {"đạt", "met"}, Closure::done, kCriteria},
    StatusWord{Status::not_met, "not-met", {"chưa đạt", "not met"}, Closure::open, kCriteria},
    StatusWord{Status::not_applicable,
               "not-applicable",
               {"không áp dụng", "not applicable"},
               Closure::aside,
               kCriteria},
    StatusWord{Status::effective,
               "effective",
               {"có hiệu quả", "effective"},
               Closure::done,
               RowKind::model},
    StatusWord{Status::not_effective,
               "not-effective",
               {"chưa hiệu quả", "not effective"},
               Closure::open,
               RowKind::model},
};

/// Further words for the same statuses, as reports use them.
struct OtherWord {
  Status status;
  std::string_view words;
};
constexpr std::array kOtherWords = {
    OtherWord{Status::not_started, "chưa triển khai"},
    OtherWord{Status::in_progress, "đang triển khai"},
    OtherWord{Status::done, "đã hoàn thành"},
    OtherWord{Status::done, "đã thực hiện"},
    OtherWord{Status::done, "xong"},
    OtherWord{Status::paused, "tạm hoãn"},
    OtherWord{Status::cancelled, "không thực hiện"},
    OtherWord{Status::not_met, "không đạt"},
    OtherWord{Status::effective, "hiệu quả"},
    OtherWord{Status::not_effective, "không hiệu quả"},
};

}  // namespace

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
  return found == kStatusWords.end() ? nullptr : &*found;
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

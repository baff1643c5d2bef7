#include "records/words.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::array kStatusWords = {
    StatusWord{Status::not_started, "not-started", {"chưa thực hiện", "not started"}},
    StatusWord{Status::in_progress, "in-progress", {"đang thực hiện", "in progress"}},
    StatusWord{Status::done, "done", {"hoàn thành", "done"}},
    StatusWord{Status::paused, "paused", {"tạm dừng", "paused"}},
    StatusWord{Status::cancelled, "cancelled", {"hủy", "cancelled"}},
    StatusWord{Status::not_judged, "not-judged", {"chưa xét", "not judged"}},
    StatusWord{Status::met, "met", {"đạt", "met"}},
    StatusWord{Status::not_met, "not-met", {"chưa đạt", "not met"}},
    StatusWord{Status::not_applicable, "not-applicable", {"không áp dụng", "not applicable"}},
    StatusWord{Status::effective, "effective", {"có hiệu quả", "effective"}},
    StatusWord{Status::not_effective, "not-effective", {"chưa hiệu quả", "not effective"}},
};
constexpr std::size_t kItemWords = 5;
constexpr std::size_t kVerdictsFrom = 6;
constexpr std::size_t kVerdictWords = 3;
constexpr std::array kModelWords = {
    kStatusWords[static_cast<std::size_t>(Status::in_progress)],
    kStatusWords[static_cast<std::size_t>(Status::paused)],
    kStatusWords[static_cast<std::size_t>(Status::cancelled)],
    kStatusWords[static_cast<std::size_t>(Status::effective)],
    kStatusWords[static_cast<std::size_t>(Status::not_effective)],
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

std::span<const StatusWord> item_status_words() { return status_words().first(kItemWords); }

std::span<const StatusWord> verdict_words() {
  return status_words().subspan(kVerdictsFrom, kVerdictWords);
}

std::span<const StatusWord> model_status_words() { return kModelWords; }

bool is_among(std::span<const StatusWord> words, const StatusWord& word) {
  return std::ranges::find(words, word.status, &StatusWord::status) != words.end();
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

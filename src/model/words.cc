#include "model/words.h"

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
};

/// Tokens and words of verdicts on criteria.
constexpr std::array kVerdictWords = {std::string_view("met"),
                                      std::string_view("đạt"),
                                      std::string_view("not-met"),
                                      std::string_view("chưa đạt"),
                                      std::string_view("not-applicable"),
                                      std::string_view("không áp dụng")};

}  // namespace

bool is_verdict_word(std::string_view said) {
  const std::string key = fold_bare(said);
  return std::ranges::any_of(kVerdictWords,
                             [&](std::string_view word) { return key == fold_bare(word); });
}

std::span<const StatusWord> status_words() { return kStatusWords; }

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

#pragma once

#include <span>
#include <string_view>

#include "text/phrase.h"

namespace wardplan {

enum class Status { not_started, in_progress, done, paused, cancelled };

/// A status: the token that files hold and the words that people say.
struct StatusWord {
  Status status;
  std::string_view token;
  Phrase words;
};

/// All statuses of plan items, in the order of the enumeration.
std::span<const StatusWord> status_words();

/// The row of a status.
const StatusWord& status_word(Status status);

/// The row whose token is exactly `token`, or null.
const StatusWord* status_by_token(std::string_view token);

/// Whether `said` is a word of criteria (`met`, `chưa đạt`), which items don't have.
bool is_verdict_word(std::string_view said);

/// The row that `said` means: its token or its words in either language, without regard to case and
/// marks; or null.
const StatusWord* status_by_words(std::string_view said);

}  // namespace wardplan

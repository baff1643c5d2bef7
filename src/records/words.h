#pragma once

#include <span>
#include <string_view>

#include "text/phrase.h"

namespace wardplan {

enum class Status {
  not_started,
  in_progress,
  done,
  paused,
  cancelled,
  /// Of criteria. No file says `not_judged`: it is where no verdict has been given.
  not_judged,
  met,
  not_met,
  not_applicable,
  /// Of a movement's models: what their results came to.
  effective,
  not_effective
};

/// The first recognition, or being recognised again.
enum class Applies { first, again };

/// Who registers a model.
enum class Registrant { collective, individual };

/// What a date of a movement closes: models registered later, or results given later, are late.
enum class Closes { registration, results };

/// A status: the token that files hold and the words that people say.
struct StatusWord {
  Status status;
  std::string_view token;
  Phrase words;
};

/// All statuses, in the order of the enumeration.
std::span<const StatusWord> status_words();

/// Those that an entry of a plan's item can have; those of criteria (verdicts).
std::span<const StatusWord> item_status_words();
std::span<const StatusWord> verdict_words();

/// Those that an entry of a movement's model can have.
std::span<const StatusWord> model_status_words();

/// The row of a status.
const StatusWord& status_word(Status status);

/// The row whose token is exactly `token`, or null.
const StatusWord* status_by_token(std::string_view token);

/// Whether a status is one of a table above.
bool is_among(std::span<const StatusWord> words, const StatusWord& word);

/// The row that `said` means: its token or its words in either language, without regard to case and
/// marks; or null.
const StatusWord* status_by_words(std::string_view said);

}  // namespace wardplan

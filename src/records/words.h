#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "records/kinds.h"
#include "text/phrase.h"

// What is said of rows; what belongs to one word stands in these tables alone.

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
  not_effective,
  /// Of a content that nothing is said of but its points; no file says it.
  scored
};

/// The first recognition, or being recognised again.
enum class Applies { first, again };

/// Who registers a model.
enum class Registrant { collective, individual };

/// What a date of a movement closes: models registered later, or results given later, are late.
enum class Closes { registration, results };

/// What a plan can ask of each of its items by `requires`: the six clear things of a task (who,
/// what, by when, who answers for it, what comes of it, who decides), what assigned it, and of its
/// extensions who allowed them.
enum class Required { leader, title, due, lead, product, authority, basis, allowed };

struct RequiredWord {
  Required required;
  /// The key of a row that says it.
  std::string_view token;
  /// What is clear by it.
  Phrase words;
};

/// All of them, in the order of the enumeration.
std::span<const RequiredWord> required_words();

/// Where a status leaves what it is said of: still to be done, done, or set aside.
enum class Closure { open, done, aside };

/// A status: the token that files hold, the words that people say, and what follows from it.
struct StatusWord {
  Status status;
  std::string_view token;
  Phrase words;
  Closure closure;
  /// Rows whose entries can say it; none: no file says it.
  RowKinds said_of;
};

/// All statuses, in the order of the enumeration.
std::span<const StatusWord> status_words();

/// Those that entries of a kind of row can say, in that order.
std::vector<StatusWord> status_words_of(RowKind kind);

/// The row of a status.
const StatusWord& status_word(Status status);

/// The row whose token is exactly `token`, or null.
const StatusWord* status_by_token(std::string_view token);

/// The row that `said` means: its token or its words in either language, without regard to case and
/// marks; or null.
const StatusWord* status_by_words(std::string_view said);

}  // namespace wardplan

#pragma once

#include <optional>
#include <vector>

#include "records/record.h"
#include "standing/due.h"
#include "standing/state_words.h"
#include "text/phrase.h"

// Where an item stands on a day: derived from its due, its extensions and its updates, never
// stored.

namespace wardplan {

/// A deadline as near as this (days) is due soon, where nobody says otherwise.
inline constexpr int kSoonDays = 15;

/// Where one item stands on a day.
struct Standing {
  Status status = Status::not_started;
  State state = State::without_deadline;
  Due due = {};
  /// Days from the day asked about to the deadline (negative: overdue by so many); of a done item
  /// from the day it was done. Nothing without a deadline.
  std::optional<int> days_left = {};
  /// The day on which it was said to be done, of a done item.
  std::optional<Date> done_on = {};
  /// It goes on without end by itself (`Thường xuyên`).
  bool continuous = false;
  /// The last entry up to that day; null when nothing has been reported.
  const Update* last = nullptr;
  /// Of a date that comes up several times: which time this is about, and of how many.
  int occurrence = 0;
  int occurrences = 0;
};

/// Of a date that comes up several times: where the first time stands that is still open, or else
/// the last. `soon`: days from the deadline within which an item that isn't done is due soon.
Standing standing_at(const Row& row, const Date& as_of, int soon = kSoonDays);

/// Of a date that comes up several times: where each of them stands, by the entries about it. Of
/// what comes up once the one standing.
std::vector<Standing> standings_at(const Row& row, const Date& as_of, int soon = kSoonDays);

/// The bucket that an item of this standing counts in.
inline Bucket bucket_of(const Standing& standing) { return state_word(standing.state).bucket; }

/// `quá hạn 5 ngày`; of what goes on without end, when it was last reported on.
Message state_in_words(const Standing& standing);

/// The same with the status of what isn't done, where nothing else says it: `đang thực hiện, quá
/// hạn 5 ngày`.
Message in_words(const Standing& standing);

}  // namespace wardplan

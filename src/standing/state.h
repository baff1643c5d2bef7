#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"
#include "standing/occurrences.h"
#include "text/phrase.h"
#include "times/schedule.h"

// Where an item stands on a day: derived from its due, its extensions and its updates, never
// stored. The states that it can be in, what people call them, and where they count.

namespace wardplan {

/// How an item stands to its deadline.
enum class State {
  done_early,
  done_on_time,
  done_late,
  done_without_deadline,
  within_time,
  due_soon,
  overdue,
  without_deadline,
  paused,
  cancelled,
  not_applicable,
  /// Only its points are known, and nobody is late with them.
  scored
};

/// What items are counted in: every one in exactly one, so that the buckets make the whole.
enum class Bucket { done, done_late, open, overdue, aside };

/// A state: the token for data and filters, the words that people say, and where it counts.
struct StateWord {
  State state;
  std::string_view token;
  Phrase words;
  Bucket bucket;
};

/// All states, in the order of the enumeration.
std::span<const StateWord> state_words();

/// The row of a state.
const StateWord& state_word(State state);

/// The row that `said` means: its token or its words in either language, without regard to case and
/// marks; or null.
const StateWord* state_by_words(std::string_view said);

inline constexpr std::size_t kBucketCount = 5;

struct BucketWord {
  Bucket bucket;
  std::string_view token;
  Phrase words;
};

/// All buckets, in the order of the enumeration.
std::span<const BucketWord> bucket_words();

// What the entries of an item say up to a day, and when it is due by them.

/// The updates up to and including a day, in order of their dates; those of one day as they stand
/// in the file.
std::vector<const Update*> history(const Row& row, const Date& as_of);

/// Of what comes back the entries about one of its times.
std::vector<const Update*> history_of(const Row& row, const Occurrence& occurrence,
                                      const Date& as_of);

/// Of a history, the entries since the item has been done (or the content met) without a break, the
/// first of them the one that says so; none when it isn't done at its end.
std::vector<const Update*> done_entries(const std::vector<const Update*>& entries);

/// Whether a status leaves something to be done.
bool is_open(Status status);

/// The due that holds on a day.
struct Due {
  /// Where it is written: the plan's `due`, the latest extension, or a `start` of several times
  /// (`Tháng 6, 11/2023`); null when there is none, or only the row's `deadline`.
  const WrittenTime* text = nullptr;
  /// The update that set it, for an extension.
  const Update* extension = nullptr;
  /// The first day of its last stretch: before it, what is done is done early.
  std::optional<Date> begins = {};
  /// Its last day, or the row's own `deadline`; nothing when it is open or not understood.
  std::optional<Date> deadline = {};
};

/// Of what comes back as a whole: each of its times has its own.
Due due_at(const Row& row, const Date& as_of);

/// Whether the item goes on without end by itself (`Thường xuyên`) as its times say.
bool is_continuous(const Row& row);

// Where it stands by them.

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
  /// The ward's own word for the status, where it was said by one.
  const WardStatus* own = nullptr;
  /// Per cent done, as said last.
  std::optional<int> percent = {};
  /// The first of the entries that say, up to the last, whom the open work waits for; null: nobody.
  const Update* waiting = nullptr;
  /// What the last entry says stands in its way; null: nothing.
  const Update* obstructed = nullptr;
  /// By how many days it was overdue when the entry was recorded that last put it off after its
  /// day; nothing: none did.
  std::optional<int> extended_late = {};
  /// Of a row that comes back: which time this is about, and of how many.
  int occurrence = 0;
  int occurrences = 0;
};

/// A status as it is told and filtered by: of a ward's own its id and name.
struct ToldStatus {
  std::string_view token;
  Phrase words;
};
ToldStatus told_status(const Standing& standing);
ToldStatus told_status(const SaidStatus& said);

/// `chờ UBND quận từ 12/05/2026`; empty where the work waits for nobody.
Message waiting_in_words(const Standing& standing);

/// How it stands to its deadline: points end the work of a content as being done does.
State kept_state(const Standing& standing);

/// Of a row that comes back: where the first time stands that is still open, or else the last, or
/// where that was set aside with others before it the first of them.
/// `soon`: days from the deadline within which an item that isn't done is due soon.
Standing standing_at(const Row& row, const Ward* ward, const Date& as_of, int soon = kSoonDays);

/// Of a row that comes back: where each of its times stands, by the entries about it, without those
/// whose last day is none of the ward's own (null: it isn't known), which nobody there answers for;
/// where none is left the one standing, without a deadline. Of what comes up once the one standing.
std::vector<Standing> standings_at(const Row& row, const Ward* ward, const Date& as_of,
                                   int soon = kSoonDays);

/// Of the standings of a row's times that of the row, as `standing_at` has it.
const Standing& first_open(const std::vector<Standing>& times);

/// The bucket that an item of this standing counts in.
inline Bucket bucket_of(const Standing& standing) { return state_word(standing.state).bucket; }

/// `quá hạn 5 ngày`; of what goes on without end, when it was last reported on; with whom it waits
/// for.
Message state_in_words(const Standing& standing);

/// The same with the status of what isn't done, where nothing else says it: `đang thực hiện, quá
/// hạn 5 ngày`.
Message in_words(const Standing& standing);

/// Of what comes back which time it is about: `lần 2/4`; of other rows nothing.
Message time_in_words(const Standing& standing);

/// The same before what is said of it: `lần 2/4: đang thực hiện`.
Message with_time(const Standing& standing, const Message& said);

}  // namespace wardplan

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/record.h"
#include "times/schedule.h"

// What the entries of an item say up to a day, and when it is due by them.

namespace wardplan {

/// The updates up to and including a day, in order of their dates; those of one day as they stand
/// in the file.
std::vector<const Update*> history(const Row& row, const Date& as_of);

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

Due due_at(const Row& row, const Date& as_of);

/// Whether the item goes on without end by itself (`Thường xuyên`) as its times say.
bool is_continuous(const Row& row);

/// One time that a date comes up: what entries call it (`1` for the first of the year), and its
/// days.
struct Occurrence {
  std::string number;
  Stretch days;
};

/// The times that a date comes up in a plan's year, in order; none where its due is open
/// (`Thường xuyên`), more often than each month, or not understood.
std::vector<Occurrence> occurrences_of(const Row& date);

}  // namespace wardplan

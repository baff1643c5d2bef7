#pragma once

#include <string>
#include <vector>

#include "records/record.h"
#include "times/date.h"

// The times of what comes back in a plan's year.

namespace wardplan {

/// One time that a row comes up: what entries call it (`1` for the first of the year), and its
/// days.
struct Occurrence {
  std::string number;
  Stretch days;
};

/// The times that a date, or an item whose due recurs or names steps, comes up in a plan's year
/// from its start on, in order; none where the due is open (`Thường xuyên`), more often than each
/// month, or not understood, and of other rows.
std::vector<Occurrence> occurrences_of(const Row& row);

/// Whether a ward is there on a day; of one that isn't known nobody says otherwise.
bool is_there(const Ward* ward, const Date& day);

/// Whether a row comes up several times, so that each entry says of which time it is.
bool comes_back(const Row& row);

/// The time that an entry names, or null.
const Occurrence* find_occurrence(const std::vector<Occurrence>& occurrences, const Text& round);

/// Whether an entry of a row that comes back is about all its times: it names none, and sets the
/// row aside or takes it up again. Where a due names steps (`Đợt 1: …; Đợt 2: …`) every entry
/// without a round is.
bool speaks_of_all(const Row& row, const Update& update);

/// Whether an entry of a row that comes back is about one of its times.
bool is_about(const Row& row, const Update& update, const Occurrence& occurrence);

}  // namespace wardplan

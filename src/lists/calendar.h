#pragma once

#include <string>
#include <vector>

#include "sheet/sheet.h"
#include "text/phrase.h"

namespace wardplan {

/// Keys of the columns that a calendar is made of.
const std::vector<std::string>& calendar_columns();

/// A list of `calendar_columns` as a calendar (RFC 5545): each item that has a deadline stands on
/// that day, under an identifier that stays the same from list to list.
struct Calendar {
  /// Whose it is, as a person of the ward whose id comes first; both empty: of everybody.
  std::string ward = {};
  std::string leader = {};
  std::string text = {};
};
Calendar calendar(const Sheet& list, const Date& as_of, const std::vector<LeftOut>& left_out,
                  Lang lang);

/// The same for each leader, in the order in which they come up: an item of several leaders stands
/// in the calendar of each, and those of nobody in one whose `leader` is empty.
std::vector<Calendar> calendars_by_leader(const Sheet& list, const Date& as_of,
                                          const std::vector<LeftOut>& left_out, Lang lang);

/// Those of a list that have no deadline, so that no calendar has them: file and address.
std::vector<std::string> without_day(const Sheet& list);

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/change.h"
#include "cmd/update_columns.h"

namespace wardplan {

/// A line of a list of updates and what came of it.
struct UpdateLine {
  /// Where it stands, for people: `dòng 3`, `phiếu.xlsx, Biểu!A5`.
  Message where = {};
  /// Where its cells stand, by their columns' English titles; none: that isn't known.
  std::map<std::string_view, Message> places = {};
  ListedChange change = {};
  /// Whether it asks for anything: a row of a sheet may only have been printed.
  bool filled = true;
  /// Its record could not be read or written.
  bool unread = false;
  /// The place among several sheets of that which it stands in.
  std::size_t sheet = 0;
  /// One spelling for every way to name the file.
  std::string file = {};
  ChangeAnswer answer = {};
};

/// Records lines, all or none for each file (but for rows that moved on, which hold back no other),
/// and answers every one of them; the exit code.
int record_lines(std::vector<UpdateLine>& lines, bool dry_run, Io& io);

/// Records what stands in sheets that were filled in, and names the units without one; the exit
/// code. What can't be read is told, and the others are recorded.
int update_from_sheets(const UpdateOptions& options, Io& io);

}  // namespace wardplan

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cmd/io.h"
#include "cmd/update_lines.h"

namespace wardplan {

/// The rows of a record that a sheet has.
struct SheetRows {
  std::string path;
  std::set<std::string> units;
  std::set<std::string> addresses;
};

/// What was read of one file.
struct FilledSheet {
  std::string path;
  /// Its rows, those in which nothing was filled in, too.
  std::vector<UpdateLine> lines;
  /// By the identity of the record.
  std::map<std::string, SheetRows> records;
};

/// Reads a sheet that was filled in. Lines that can't be taken are answered; what stands in no row
/// is told. Throws `Failure` where the file can't be read or is no such sheet.
FilledSheet read_sheet(const std::string& path, const UpdateOptions& options, Io& io);

}  // namespace wardplan

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/report.h"
#include "disk/files.h"
#include "records/catalogue.h"
#include "records/readings.h"
#include "records/record.h"
#include "text/source.h"
#include "times/date.h"

namespace wardplan {

/// Everything that one run has read; records keep their place in memory.
struct Project {
  Sources sources;
  Readings readings;
  std::deque<Ward> wards;
  std::deque<Catalogue> catalogues;
  /// Plans and criteria.
  std::deque<Plan> plans;
  /// Number of files that were asked for (a register or list read along isn't).
  std::size_t files_asked = 0;
  /// Files and folders that could not be read.
  std::vector<Message> failures;
};

/// What stands for standard input among the paths.
inline constexpr std::string_view kStdin = "-";

/// Reads every file of `paths` (files, folders, `-` for `stdin_bytes`), with the registers and
/// lists of criteria they refer to, and links them. A path that can't be read goes to `failures`.
Project read_project(const std::vector<std::string>& paths, const std::string& stdin_bytes,
                     Report& report);

/// The same for one file whose bytes are known; the registers and lists it refers to are read.
Project read_file_as(const std::string& path, std::string bytes, Report& report);

/// The same for texts in memory (path, bytes): no file is looked at.
Project read_texts(const std::vector<std::pair<std::string, std::string>>& texts, Report& report);

}  // namespace wardplan

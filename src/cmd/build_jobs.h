#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cmd/build_templates.h"
#include "cmd/commands.h"
#include "cmd/wards.h"
#include "pages/pages.h"
#include "summary/summary.h"
#include "write/formats.h"
#include "write/manifest.h"

namespace wardplan {

/// A paper in one format, and how many paragraphs that leaves out.
struct Printed {
  std::string bytes = {};
  std::size_t left_out = 0;
};

/// Writes what was made, in any format.
using Paper = std::function<Printed(const Format& format)>;

/// The files of a project with their hashes, each hashed once.
class FileHashes {
 public:
  explicit FileHashes(const Project& project) : project_(project) {}

  const HashedFile& operator()(FileId file);

  /// Those that a plan is made from.
  std::vector<HashedFile> of(const Plan& plan);

 private:
  const Project& project_;
  std::map<FileId, HashedFile> known_;
};

/// One paper: where, without the ending, and how it is made, once for all formats.
struct BuildJob {
  /// Below the output folder.
  std::string path;
  /// Which of `kBuildParts` it is.
  std::string_view part;
  std::function<Paper()> make;
};

/// Papers that are made from the same files.
struct BuildJobs {
  std::vector<HashedFile> from;
  std::vector<BuildJob> jobs;
};

/// The period that a plan is reported on; nothing where it has no day of the plan's year, or hasn't
/// begun.
std::optional<Period> report_period(const Plan& plan, const BuildOptions& options,
                                    const Date& as_of);

/// Whether this one of `kBuildParts` is asked for.
bool is_built(const BuildOptions& options, std::string_view part);

/// What the path of everything that is made of a plan begins with. Throws `Failure` when the ward's
/// id is no name for a folder, or the plan's file has too long a name.
std::string plan_start(const Project& project, const Plan& plan);

/// What papers are made with, as long as it is there.
struct BuildAsked {
  const BuildOptions& options;
  const OwnTemplates& own;
  Date as_of;
  int soon = kSoonDays;
};

/// Everything that can be made of a plan, as long as it and the project are there.
BuildJobs plan_jobs(const Project& project, const Plan& plan, FileHashes& hashes,
                    const std::string& start, const BuildAsked& asked);

/// Why a ward's id can't name the folder of its papers; empty: it can.
Message ward_folder_fault(const std::string& id);

/// What leads to a ward's papers, in HTML alone: `index` in their folder.
BuildJobs ward_page_jobs(const Project& project, const std::string& folder, WardOfPage ward,
                         std::vector<HashedFile> from, const PageAsked& asked);

/// The summary, made from these files.
BuildJobs summary_jobs(const Summary& summary, std::vector<HashedFile> from,
                       const std::optional<std::string>& layout, Lang lang);

}  // namespace wardplan

#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diag/report.h"
#include "disk/files.h"
#include "records/catalogue.h"
#include "records/readings.h"
#include "records/record.h"
#include "records/references.h"
#include "records/settings.h"
#include "text/phrase.h"
#include "text/source.h"
#include "times/date.h"

namespace wardplan {

/// Records that were read together; they keep their place in memory.
struct Project {
  Sources sources;
  ReadBytes read = read_file;
  /// Others may share them, one at a time adding to them.
  std::shared_ptr<Readings> readings = std::make_shared<Readings>();
  std::deque<Ward> wards;
  std::deque<Catalogue> catalogues;
  /// Plans and criteria.
  std::deque<Plan> plans;
  /// Those that nobody asked for, whose targets others may name and whose figures they may take.
  std::deque<Plan> read_along;
  std::deque<Settings> settings;
  /// Number of files that were asked for (a register or list read along isn't).
  std::size_t files_asked = 0;
  /// Files and folders that could not be read.
  std::vector<UnreadPath> failures;
  /// Folders that were looked through for what plans refer to, as `identity` spells them.
  std::set<std::string> searched;
};

/// Files above this number were read for several wards.
inline constexpr FileId kFirstShared = FileId{1} << 31;

/// The registers and lists of one folder above those of wards.
struct SharedFolder {
  Project project;
  References references;
};

/// What stands above the folders of wards: each folder is read once, when somebody looks for
/// something there, and then only looked at; several threads may ask at once.
class Shared {
 public:
  /// `check` adds to `held_back` what else is wrong with a folder's records.
  explicit Shared(std::function<void(SharedFolder&)> check, ReadBytes read = read_file)
      : check_(std::move(check)), read_(std::move(read)) {}

  const ReadBytes& read() const { return read_; }

  const SharedFolder& folder(const std::string& folder);

  /// From now on `listed` is kept of each folder, as it was before it was read.
  void note_listings() { notes_ = true; }
  /// No thread may be looking.
  const std::map<std::string, std::string>& listed() const { return listed_; }

 private:
  std::function<void(SharedFolder&)> check_;
  ReadBytes read_;
  std::mutex mutex_;
  std::map<std::string, SharedFolder> folders_;
  std::map<std::string, std::string> listed_;
  bool notes_ = false;
  FileId next_ = kFirstShared;
};

/// Whether a file was read for several wards.
constexpr bool is_shared(FileId file) { return file >= kFirstShared; }

/// What stands for standard input among the paths, and what it is called among the sources.
inline constexpr std::string_view kStdin = "-";
inline constexpr std::string_view kStdinPath = "<stdin>";

/// The records of a folder, each with the hash of its bytes, and whether nothing above it is looked
/// at: two equal ones mean that nothing was changed in between.
std::string listed(const std::string& folder);

/// Whether a plan, its register and its list were read without errors: others show nothing.
bool is_sound(const Plan& plan, const Report& report);

/// Files that are read together: all of a ward, whose register stands in `folder`, or else those of
/// one folder.
struct WardFiles {
  /// As `identity` spells it.
  std::string folder;
  /// As they were named or found, each once; `-` is standard input.
  std::vector<std::string> paths = {};
};

/// The files that `paths` (files, folders, `-`) lead to, by wards, in the order of their folders;
/// what can't be read goes to `failures`.
std::vector<WardFiles> ward_files(const std::vector<std::string>& paths,
                                  std::vector<UnreadPath>& failures);

/// Whether a file may be a ward's register: a cheap look at its bytes.
using IsRegister = std::function<bool(const std::string& path)>;

/// The files that are read together with one, which need not be there (yet): those of the ward
/// whose register stands in the nearest folder above it, or else those of its own folder.
WardFiles ward_files_around(const std::string& path, const IsRegister& is_register);

/// Reads every file of `paths` (files, folders, `-` for `stdin_bytes`), with the registers and
/// lists of criteria they refer to, and links them. A path that can't be read goes to `failures`.
Project read_project(const std::vector<std::string>& paths, const std::string& stdin_bytes,
                     Report& report);

/// Reads the files of one ward; what stands above its folder is taken from `shared`, which must
/// stay where it is as long as the project is used, and what its texts say from `readings` where it
/// can.
Project read_ward(const WardFiles& files, const std::string& stdin_bytes, Shared& shared,
                  std::shared_ptr<Readings> readings, Report& report);

/// The same for files whose bytes are known (path, bytes), there or not; the registers and lists
/// that they refer to are read.
Project read_files_as(std::vector<std::pair<std::string, std::string>> files, Report& report);

/// The same for texts in memory (path, bytes): no file is looked at.
Project read_texts(const std::vector<std::pair<std::string, std::string>>& texts, Report& report);

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cmd/build_jobs.h"
#include "cmd/io.h"
#include "disk/files.h"
#include "disk/folder.h"
#include "disk/replace.h"
#include "write/manifest.h"

namespace wardplan {

/// One file of a build.
struct MadeFile {
  ManifestEntry entry;
  /// Nothing: it stands there as it is.
  std::optional<std::string> bytes;
};

/// Whether a paper stays that was made from the same files.
enum class Keep { what_holds, nothing };

/// Files that no build makes any more.
struct LeftFiles {
  std::vector<std::string> kept;
  std::vector<std::string> removed;
};

/// The folder that a build fills: what the build before left there, and what this one puts there.
class BuildFolder {
 public:
  /// Waits until no other build fills it, which is told.
  BuildFolder(std::string folder, ManifestHead head, Io& io);

  /// Whether everything stands there as a run left it that was asked the same, and of which
  /// `inputs` are all that it read.
  bool holds_all(const std::optional<std::string>& inputs, int threads) const;

  /// Makes papers in these formats; several threads may ask.
  void make(const BuildJobs& jobs, const std::vector<std::string>& formats,
            std::vector<MadeFile>& made, Keep keep) const;

  /// Removes what killed runs left beside the files of the build before.
  void sweep();

  /// Puts a file into the folder; throws `Failure`.
  void put(const MadeFile& file);

  /// Puts all on the disk, and the manifest after it.
  void finish(const ManifestEnd& end);

  const Manifest& before() const { return before_; }
  std::size_t count() const { return made_.size(); }
  std::size_t written() const { return written_; }
  /// Of each file that was put there and leaves something out, what.
  const std::vector<LeftOutOfFile>& left_out() const { return left_out_; }

  /// What builds before this one made and it doesn't, as far as the last of them wrote it down.
  std::vector<std::string> left() const;

  /// All of that, behind what this one made; where `prune`, what still is as it was written goes.
  LeftFiles settle_left(bool prune);

 private:
  void hold() const;
  Manifest read_earlier() const;
  std::string at(const std::string& path) const;
  bool stands(const std::string& path, const KnownFile& known) const;
  /// Where a file is to stand, with nothing beside it of killed runs.
  FileSpot spot(const std::string& path);
  /// Makes the folder and opens the manifest, before anything is written.
  void begin();
  void write(std::string_view line);

  std::string path_;
  Io& io_;
  ManifestHead head_;
  std::optional<Folder> folder_;
  /// What was there when this began, and once it alone may write there.
  Manifest before_;
  Manifest earlier_;
  std::optional<WholeFile> manifest_;
  Hash lines_;
  std::set<std::string> made_;
  /// Folders in which nothing is left of killed runs.
  std::set<std::string> swept_;
  std::size_t written_ = 0;
  std::vector<LeftOutOfFile> left_out_;
};

}  // namespace wardplan

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "disk/system.h"

namespace wardplan {

/// Where a file stands or is to stand: its folder, open, so that nobody can put another in its
/// place, and its name there.
struct FileSpot {
  std::string folder;
  Descriptor opened;
  std::string file;
};

/// The spot that a path without links on its way says; throws `Failure` with `name` when there is
/// no such folder.
FileSpot spot_of(const std::string& path, const std::string& name);

/// An open folder, of which everything is reached without following a link. Paths are below it;
/// one that leads out of it (`..`) is one where nothing stands.
class Folder {
 public:
  /// Links on its own way are followed, for somebody named it; nothing where there is no folder.
  static std::optional<Folder> find(const std::string& path);

  /// The same, made where it isn't there; throws `Failure`.
  static Folder make(const std::string& path);

  /// Waits until no other run holds it, and says so once by `waits`; held as long as it is open.
  void hold(const std::function<void()>& waits) const;

  /// Whether anything stands there.
  bool has(const std::string& path) const;

  /// An ordinary file, to be read; none where it is anything else.
  Descriptor open_file(const std::string& path) const;

  /// Where a file is to stand; folders on the way are made. Throws `Failure`, also at a link.
  FileSpot spot(const std::string& path) const;

  /// Removes a file, and the folder that it leaves empty; whether it is gone.
  bool remove(const std::string& path) const;

  /// Puts everything on the disk that was written where it stands; throws `Failure`.
  void sync() const;

 private:
  Folder(std::string path, Descriptor opened)
      : path_(std::move(path)), opened_(std::move(opened)) {}

  std::optional<FileSpot> walk(const std::string& path, bool make) const;

  std::string path_;
  Descriptor opened_;
};

/// SHA-256 of an open file; nothing where it is none, or can't be read.
std::optional<std::string> sha256_of(const Descriptor& file);

/// Throws the `Failure` that something, or a link, is in the way of what this run would write.
[[noreturn]] void is_in_the_way(const std::string& path, bool link);

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "disk/folder.h"

namespace wardplan {

/// Files of a folder that grow piece by piece, many at once and none of them kept open or in
/// memory, beside their names until all are whole.
class GrownFiles {
 public:
  /// `shown`: what a `Failure` calls the folder.
  GrownFiles(Folder folder, std::string shown);
  GrownFiles(const GrownFiles&) = delete;
  GrownFiles& operator=(const GrownFiles&) = delete;
  /// Removes what `finish` gave no name.
  ~GrownFiles();

  /// Puts bytes behind what a file has; throws `Failure`.
  void add(const std::string& path, std::string_view bytes);
  /// What a file is called until it is whole; no program takes it for one of a table.
  static std::string until_whole(const std::string& path) { return path + ".partial"; }
  bool has(const std::string& path) const { return paths_.contains(path); }

  /// Gives all their names, over the files that stand there, on the disk; throws `Failure`, before
  /// any has its name where something else stands there.
  void finish();

  const std::set<std::string>& paths() const { return paths_; }

 private:
  void write();

  Folder folder_;
  std::string shown_;
  std::set<std::string> paths_;
  std::map<std::string, std::string> waiting_;
  /// Those that have begun on the disk.
  std::set<std::string> begun_;
  std::size_t bytes_ = 0;
};

}  // namespace wardplan

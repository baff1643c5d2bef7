#pragma once

#include <sys/stat.h>

#include <string>
#include <string_view>

#include "disk/system.h"

namespace wardplan {

/// Whether what is written is on the disk before anything else happens, or once the system sees fit
/// (or `sync_all` is called): until then a power cut may leave it empty.
enum class Durable { now, later };

/// A new file `.NAME.wardplan-XXXXXX` beside its target, gone again unless it takes its place.
class Temporary {
 public:
  /// `target` has no link on its way; `name` is what a `Failure` calls it, also of the other calls.
  Temporary(std::string target, std::string name);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary();

  /// Writes further bytes.
  void add(std::string_view bytes);

  /// Ends writing; mode and, if allowed, owner are those of `old`, or without it those of any new
  /// file.
  void finish(const struct stat* old, Durable durable);

  /// Renames it over its target: from here on there is only the new text.
  void take_place();

 private:
  std::string target_;
  std::string name_;
  std::string path_;
  Descriptor file_;
};

/// The folder of a path, `.` when it names none.
std::string folder_of(const std::string& path);

/// Puts a folder's names on the disk; 0 or the error.
int sync_folder(const std::string& folder);

/// Puts everything on the disk that was written where `folder` stands; throws `Failure`.
void sync_all(const std::string& folder);

/// Removes what killed runs left beside `target`; what a living run is writing stays.
void sweep_leftovers(const std::string& target);

/// The same of every file in a folder.
void sweep_folder(const std::string& folder);

}  // namespace wardplan

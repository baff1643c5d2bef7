#pragma once

#include <string>
#include <string_view>

namespace wardplan {

/// A new folder of its own among the system's temporary ones, gone again with all in it; throws
/// `Failure`.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  const std::string& path() const { return path_; }

  /// Puts a file there, and the folders that it stands in; throws `Failure`.
  void add(const std::string& path, std::string_view bytes) const;

  /// The same of a link.
  void add_link(const std::string& path, const std::string& target) const;

  /// The same of a folder.
  void add_folder(const std::string& path) const;

 private:
  std::string path_;
};

/// Where relative paths begin: another folder as long as this lives. Throws `Failure`; no other
/// thread may be reading.
class StandingIn {
 public:
  explicit StandingIn(const std::string& folder);
  StandingIn(const StandingIn&) = delete;
  StandingIn& operator=(const StandingIn&) = delete;
  ~StandingIn();

 private:
  std::string before_;
};

}  // namespace wardplan

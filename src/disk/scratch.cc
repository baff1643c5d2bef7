#include "disk/scratch.h"

#include <fcntl.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "disk/files.h"
#include "disk/system.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

void make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) cannot_write(folder.string(), error.value());
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::error_code error;
  fs::path folder = fs::temp_directory_path(error);
  if (error) folder = "/tmp";
  path_ = (folder / "wardplan-XXXXXX").string();
  if (mkdtemp(path_.data()) == nullptr) cannot_write(folder.string(), errno);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void ScratchFolder::add(const std::string& path, std::string_view bytes) const {
  const fs::path file = fs::path(path_) / path;
  make_folders(file.parent_path());
  Descriptor opened(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!opened.is_open()) cannot_write(file.string(), errno);
  write_all(opened.fd(), bytes, file.string());
  if (const int error = opened.close()) cannot_write(file.string(), error);
}

void ScratchFolder::add_link(const std::string& path, const std::string& target) const {
  const fs::path link = fs::path(path_) / path;
  make_folders(link.parent_path());
  std::error_code error;
  fs::create_symlink(target, link, error);
  if (error) cannot_write(link.string(), error.value());
}

void ScratchFolder::add_folder(const std::string& path) const {
  make_folders(fs::path(path_) / path);
}

StandingIn::StandingIn(const std::string& folder) {
  std::error_code error;
  before_ = fs::current_path(error).string();
  if (!error) fs::current_path(folder, error);
  if (error) cannot_read(folder, error.value());
}

StandingIn::~StandingIn() {
  std::error_code ignored;
  fs::current_path(before_, ignored);
}

}  // namespace wardplan

#include "disk/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "disk/files.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_make_folder(const std::string& folder, int error) {
  const Message why = reason(error);
  throw Failure(
      say("không tạo được thư mục `{}`: {}", "can't make the folder `{}`: {}", folder, why));
}

Descriptor open_folder(const std::string& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

std::optional<struct stat> status_at(const FileSpot& spot) {
  struct stat status {};
  if (::fstatat(spot.opened.fd(), spot.file.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
    return std::nullopt;
  return status;
}

/// The folder of this name in that of `spot`, no link; closed where there is none.
Descriptor enter(const FileSpot& spot) {
  return Descriptor(
      ::openat(spot.opened.fd(), spot.file.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

std::string path_of(const FileSpot& spot) {
  return (fs::path(spot.folder) / spot.file).generic_string();
}

}  // namespace

void is_in_the_way(const std::string& path, bool link) {
  if (link)
    throw Failure(say("`{}` là liên kết, không ghi qua nó; chuyển nó đi chỗ khác",
                      "`{}` is a link, which nothing is written through; move it away", path));
  throw Failure(say("`{}` không phải là tệp thường; chuyển nó đi chỗ khác",
                    "`{}` is no ordinary file; move it away", path));
}

FileSpot spot_of(const std::string& path, const std::string& name) {
  const fs::path folder = fs::path(path).parent_path();
  FileSpot spot{folder.empty() ? "." : folder.string(), Descriptor(-1),
                fs::path(path).filename().string()};
  // Files may be made in folders that can't be listed.
  spot.opened = Descriptor(::open(spot.folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!spot.opened.is_open()) cannot_write(name, errno);
  return spot;
}

std::optional<Folder> Folder::find(const std::string& path) {
  Descriptor opened = open_folder(path);
  if (!opened.is_open()) return std::nullopt;
  return Folder(path, std::move(opened));
}

Folder Folder::make(const std::string& path) {
  std::error_code failed;
  fs::create_directories(path, failed);
  if (failed) cannot_make_folder(path, failed.value());
  Descriptor opened = open_folder(path);
  if (!opened.is_open()) cannot_make_folder(path, errno);
  return Folder(path, std::move(opened));
}

void Folder::hold(const std::function<void()>& waits) const {
  if (::flock(opened_.fd(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
  waits();
  while (::flock(opened_.fd(), LOCK_EX) != 0 && errno == EINTR) continue;
}

std::optional<FileSpot> Folder::walk(const std::string& path, bool make) const {
  FileSpot spot{path_, Descriptor(::openat(opened_.fd(), ".", O_PATH | O_DIRECTORY | O_CLOEXEC)),
                ""};
  for (const fs::path& part : fs::path(path)) {
    if (part.empty() || part == "." || part == ".." || part.is_absolute()) return std::nullopt;
    if (!spot.file.empty()) {
      if (make && ::mkdirat(spot.opened.fd(), spot.file.c_str(), 0777) != 0 && errno != EEXIST)
        cannot_make_folder(path_of(spot), errno);
      Descriptor inner = enter(spot);
      if (!inner.is_open() && !make) return std::nullopt;
      const auto status = status_at(spot);
      if (!inner.is_open() && status && !S_ISDIR(status->st_mode))
        is_in_the_way(path_of(spot), S_ISLNK(status->st_mode));
      if (!inner.is_open()) cannot_make_folder(path_of(spot), errno);
      spot.folder = path_of(spot);
      spot.opened = std::move(inner);
    }
    spot.file = part.string();
  }
  if (spot.file.empty() || !spot.opened.is_open()) return std::nullopt;
  return spot;
}

bool Folder::has(const std::string& path) const {
  const auto spot = walk(path, false);
  return spot && status_at(*spot);
}

Descriptor Folder::open_file(const std::string& path) const {
  const auto spot = walk(path, false);
  if (!spot) return Descriptor(-1);
  Descriptor file(::openat(spot->opened.fd(), spot->file.c_str(),
                           O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (file.is_open() && ::fstat(file.fd(), &status) == 0 && S_ISREG(status.st_mode)) return file;
  return Descriptor(-1);
}

FileSpot Folder::spot(const std::string& path) const {
  auto spot = walk(path, true);
  if (!spot) cannot_write((fs::path(path_) / path).generic_string(), ENOENT);
  return std::move(*spot);
}

bool Folder::remove(const std::string& path) const {
  const auto spot = walk(path, false);
  if (!spot || ::unlinkat(spot->opened.fd(), spot->file.c_str(), 0) != 0) return false;
  if (const std::string above = fs::path(path).parent_path().string(); !above.empty())
    if (const auto folder = walk(above, false))
      ::unlinkat(folder->opened.fd(), folder->file.c_str(), AT_REMOVEDIR);
  return true;
}

void Folder::sync() const {
  if (::syncfs(opened_.fd()) != 0) cannot_write(path_, errno);
}

}  // namespace wardplan

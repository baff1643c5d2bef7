#include "disk/grown.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "disk/files.h"

namespace wardplan {
namespace {

/// Bytes that wait in memory at most before they are written.
constexpr std::size_t kMostWaiting = 1 << 20;

}  // namespace

GrownFiles::GrownFiles(Folder folder, std::string shown)
    : folder_(std::move(folder)), shown_(std::move(shown)) {}

GrownFiles::~GrownFiles() {
  for (const std::string& path : begun_) folder_.remove(until_whole(path));
}

void GrownFiles::add(const std::string& path, std::string_view bytes) {
  paths_.insert(path);
  waiting_[path] += bytes;
  bytes_ += bytes.size();
  if (bytes_ > kMostWaiting) write();
}

void GrownFiles::write() {
  for (const auto& [path, bytes] : waiting_) {
    const FileSpot spot = folder_.spot(until_whole(path));
    const bool is_first = begun_.insert(path).second;
    const Descriptor file(::openat(
        spot.opened.fd(), spot.file.c_str(),
        O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | (is_first ? O_TRUNC : O_APPEND), 0666));
    const std::string name = shown_ + "/" + path;
    if (!file.is_open()) cannot_write(name, errno);
    write_all(file.fd(), bytes, name);
  }
  waiting_.clear();
  bytes_ = 0;
}

void GrownFiles::finish() {
  write();
  for (const std::string& path : paths_) {
    const FileSpot spot = folder_.spot(path);
    struct stat old {};
    if (::fstatat(spot.opened.fd(), spot.file.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0 &&
        !S_ISREG(old.st_mode))
      is_in_the_way(shown_ + "/" + path, S_ISLNK(old.st_mode));
  }
  for (const std::string& path : paths_) {
    const FileSpot spot = folder_.spot(path), partial = folder_.spot(until_whole(path));
    if (::renameat(partial.opened.fd(), partial.file.c_str(), spot.opened.fd(),
                   spot.file.c_str()) != 0)
      cannot_write(shown_ + "/" + path, errno);
    begun_.erase(path);
  }
  folder_.sync();
}

}  // namespace wardplan

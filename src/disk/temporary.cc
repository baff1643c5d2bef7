#include "disk/temporary.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "disk/files.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRandomPart = "XXXXXX";

constexpr std::string_view kMark = ".wardplan-";

/// What the name of a temporary file of `target` begins with.
std::string beginning(const std::string& target) {
  return "." + fs::path(target).filename().string() + std::string(kMark);
}

/// Whether a name is that of a temporary file, one that begins so.
bool is_leftover(std::string_view name, std::string_view start) {
  if (name.size() < kMark.size() + kRandomPart.size() || !name.starts_with(start)) return false;
  name.remove_suffix(kRandomPart.size());
  return name.ends_with(kMark) && (start == "." || name.size() == start.size());
}

void sweep(const std::string& folder, std::string_view start) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!is_leftover(at->path().filename().string(), start)) continue;
    const Descriptor file(
        ::open(at->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    const bool alive = ::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (file.is_open() && !alive) ::unlink(at->path().c_str());
  }
}

int flush(int fd) {
  while (::fsync(fd) != 0)
    if (errno != EINTR) return errno;
  return 0;
}

/// Whose file and of which group, as far as this user may give files away.
void give(int fd, const struct stat& old) {
  if (::fchown(fd, old.st_uid, old.st_gid) == 0) return;
  if (::fchown(fd, static_cast<uid_t>(-1), old.st_gid) == 0) return;
}

/// The mask as the system tells it, or nothing: asking for it by `umask` sets it for a moment,
/// which other threads would see.
std::optional<mode_t> mask_from_system() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("Umask:"))
      return static_cast<mode_t>(std::strtoul(line.c_str() + 6, nullptr, 8));
  return std::nullopt;
}

mode_t mask_of_new_files() {
  if (const auto mask = mask_from_system()) return *mask;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

mode_t mode_of_new_files() {
  static const mode_t kMode = 0666 & ~mask_of_new_files();
  return kMode;
}

[[noreturn]] void cannot_make(const std::string& folder, const std::string& name, int error) {
  if (error != EACCES && error != EPERM) cannot_write(name, error);
  cannot_write(name, say("không được phép tạo tệp trong thư mục `{}`",
                         "no permission to make a file in the folder `{}`", folder));
}

}  // namespace

Temporary::Temporary(std::string target, std::string name)
    : target_(std::move(target)), name_(std::move(name)), file_(-1) {
  const std::string folder = folder_of(target_);
  path_ = (fs::path(folder) / (beginning(target_) + std::string(kRandomPart))).string();
  const std::string pattern = path_;
  for (struct stat made{}; made.st_nlink == 0;) {
    path_ = pattern;
    file_ = Descriptor(::mkostemp(path_.data(), O_CLOEXEC));
    if (!file_.is_open()) cannot_make(folder, name_, errno);
    // Tells a sweeper that this one is alive; where nothing can be locked, nothing is. One that
    // came before may have taken it away.
    ::flock(file_.fd(), LOCK_EX | LOCK_NB);
    if (::fstat(file_.fd(), &made) != 0) cannot_make(folder, name_, errno);
  }
}

Temporary::~Temporary() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

void Temporary::add(std::string_view bytes) { write_all(file_.fd(), bytes, name_); }

void Temporary::finish(const struct stat* old, Durable durable) {
  // A change of owner clears bits of the mode, so it comes first.
  if (old != nullptr) give(file_.fd(), *old);
  const mode_t mode = old != nullptr ? old->st_mode & 07777 : mode_of_new_files();
  if (::fchmod(file_.fd(), mode) != 0) cannot_write(name_, errno);
  if (durable == Durable::now)
    if (const int error = flush(file_.fd()); error != 0) cannot_write(name_, error);
  // Closing says what writing kept to itself; the lock stays with the other until the file has its
  // name.
  Descriptor twin(::dup(file_.fd()));
  if (!twin.is_open()) cannot_write(name_, errno);
  if (const int error = twin.close(); error != 0) cannot_write(name_, error);
}

void Temporary::take_place() {
  if (::rename(path_.c_str(), target_.c_str()) != 0) cannot_write(name_, errno);
  path_.clear();
  file_.close();
}

std::string folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

int sync_folder(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.is_open() ? flush(opened.fd()) : errno;
}

void sync_all(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open() || ::syncfs(opened.fd()) != 0) cannot_write(folder, errno);
}

void sweep_leftovers(const std::string& target) { sweep(folder_of(target), beginning(target)); }

void sweep_folder(const std::string& folder) { sweep(folder, "."); }

}  // namespace wardplan

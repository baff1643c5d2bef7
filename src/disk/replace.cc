#include "disk/replace.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <random>
#include <thread>
#include <utility>

#include "disk/files.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

// A file beside its target, until it takes its place.

constexpr std::string_view kRandomPart = "XXXXXX";

constexpr std::string_view kMark = ".wardplan-";

/// As much of the file's name as leaves room for the rest.
std::string beginning(const FileSpot& spot) {
  constexpr std::size_t kMost = 255 - 1 - kMark.size() - kRandomPart.size();
  return "." + spot.file.substr(0, kMost) + std::string(kMark);
}

/// Whether a name is that of a temporary file, one that begins so.
bool is_leftover(std::string_view name, std::string_view start) {
  if (name.size() < kMark.size() + kRandomPart.size() || !name.starts_with(start)) return false;
  name.remove_suffix(kRandomPart.size());
  return name.ends_with(kMark) && (start == "." || name.size() == start.size());
}

/// The names in a folder that begin so and are those of temporary files.
std::vector<std::string> leftovers_in(const FileSpot& spot, std::string_view start) {
  std::vector<std::string> names;
  const int listed = ::openat(spot.opened.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* const entries = listed < 0 ? nullptr : ::fdopendir(listed);
  if (entries == nullptr) {
    const Descriptor unlisted(listed);
    return names;
  }
  while (const dirent* entry = ::readdir(entries))
    if (is_leftover(entry->d_name, start)) names.emplace_back(entry->d_name);
  ::closedir(entries);
  return names;
}

/// Removes what killed runs left there; what a living run is writing stays.
void sweep(const FileSpot& spot, std::string_view start) {
  for (const std::string& name : leftovers_in(spot, start)) {
    const Descriptor file(
        ::openat(spot.opened.fd(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    const bool alive = ::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (file.is_open() && !alive) ::unlinkat(spot.opened.fd(), name.c_str(), 0);
  }
}

/// A name that nobody foresees.
std::string temporary_name(const FileSpot& spot) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static thread_local std::random_device random;
  std::string name = beginning(spot);
  for (std::size_t left = kRandomPart.size(); left > 0; --left)
    name += kLetters[random() % kLetters.size()];
  return name;
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

[[noreturn]] void cannot_make(const std::string& folder, const std::string& name, int error) {
  if (error != EACCES && error != EPERM) cannot_write(name, error);
  cannot_write(name, say("không được phép tạo tệp trong thư mục `{}`",
                         "no permission to make a file in the folder `{}`", folder));
}

/// `.` when the path names none.
std::string folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

/// Puts a folder's names on the disk; 0 or the error.
int sync_folder(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.is_open() ? flush(opened.fd()) : errno;
}

// The target.

/// A rename goes over a read-only file, and root may write to every file: so it is asked here.
void refuse_read_only(const FileSpot& spot, const struct stat& status, const std::string& name) {
  constexpr Phrase kReadOnly = {"tệp chỉ cho đọc", "the file is read-only"};
  if ((status.st_mode & 0222) == 0) cannot_write(name, kReadOnly);
  if (::faccessat(spot.opened.fd(), spot.file.c_str(), W_OK, 0) != 0) cannot_write(name, errno);
}

/// An ordinary file, its links followed, which this run alone may change.
struct Target {
  std::string path;
  struct stat status;  ///< when the lock was got
  Descriptor lock;
};

/// Where `path` leads, if that is an ordinary file that may be written.
std::string writable_target(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  std::error_code ignored;
  if (error == std::errc::no_such_file_or_directory && fs::is_symlink(path, ignored))
    cannot_read(path, Phrase{"liên kết không dẫn tới tệp nào", "the link leads to no file"});
  if (error) cannot_read(path, error.value());
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) cannot_read(path, errno);
  if (S_ISDIR(status.st_mode)) cannot_write(path, EISDIR);
  if (!S_ISREG(status.st_mode))
    cannot_write(path, Phrase{"không phải là tệp thường", "it is not an ordinary file"});
  refuse_read_only(spot_of(target.string(), path), status, path);
  return target.string();
}

/// The files are one and the same, not only of one name.
bool is_same(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

void wait_for_lock(int fd, const std::string& path, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds kPause{10};
  const auto end = std::chrono::steady_clock::now() + patience;
  // Waiting inside flock() could not be given up.
  while (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      const Message why = reason(errno);
      cannot_write(path, say("không khóa được tệp ({})", "the file cannot be locked ({})", why));
    }
    if (std::chrono::steady_clock::now() >= end)
      cannot_write(path, Phrase{"một chương trình khác đang giữ tệp này, hãy thử lại sau",
                                "another program is holding the file, try again later"});
    std::this_thread::sleep_for(kPause);
  }
}

/// Who waited may hold the lock of a file that has been replaced meanwhile: then once more, with
/// new patience, since somebody got done.
Target lock_target(const std::string& path, std::chrono::milliseconds patience) {
  for (;;) {
    std::string real = writable_target(path);
    Descriptor file(::open(real.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    if (!file.is_open()) cannot_write(path, errno);
    wait_for_lock(file.fd(), path, patience);
    struct stat locked {
    }, now{};
    if (::fstat(file.fd(), &locked) != 0) cannot_read(path, errno);
    if (::stat(path.c_str(), &now) == 0 && is_same(locked, now))
      return {std::move(real), locked, std::move(file)};
  }
}

/// An editor takes no lock: what it saved since `bytes` were read must not be lost.
void refuse_if_changed(const Target& target, const std::string& bytes, const std::string& name) {
  struct stat now {};
  if (::stat(target.path.c_str(), &now) == 0 && is_same(target.status, now) &&
      read_file(target.path) == bytes)
    return;
  cannot_write(name, Phrase{"một chương trình khác vừa sửa tệp này; chưa ghi gì, hãy chạy lại lệnh",
                            "another program has just changed the file; nothing was written, run "
                            "the command again"});
}

std::vector<Message> warnings_after(const Target& target, const std::string& name) {
  std::vector<Message> warnings;
  if (target.status.st_nlink > 1)
    warnings.push_back(
        say("`{}` đã ghi xong, nhưng tên khác của tệp (liên kết cứng) vẫn giữ nội "
            "dung cũ",
            "`{}` is written, but another name of the file (a hard link) keeps the "
            "old text",
            name));
  if (const int error = sync_folder(folder_of(target.path)); error != 0) {
    const Message why = reason(error);
    warnings.emplace_back(
        say("`{}` đã ghi xong, nhưng chưa chắc giữ được nếu mất điện lúc này: {}",
            "`{}` is written, but whether it survives a power cut is not known: {}", name, why));
  }
  return warnings;
}

/// A pipe that nobody reads is refused; one that is read is written to at its reader's pace.
Descriptor open_device(const std::string& path) {
  Descriptor device(::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));
  if (!device.is_open() && errno == ENXIO)
    cannot_write(path, Phrase{"không phải là tệp thường, và không chương trình nào đọc nó",
                              "it is not an ordinary file, and no program reads it"});
  if (!device.is_open()) cannot_write(path, errno);
  const int flags = ::fcntl(device.fd(), F_GETFL);
  if (flags < 0 || ::fcntl(device.fd(), F_SETFL, flags & ~O_NONBLOCK) != 0)
    cannot_write(path, errno);
  return device;
}

}  // namespace

std::string behind_links(const std::string& path) {
  constexpr int kMostLinks = 40;
  std::error_code error;
  fs::path target = path;
  // Only of links that lead nowhere yet: others (/dev/stdout) mean more than their text.
  for (int links = 0; !fs::exists(path, error) && fs::is_symlink(target, error); ++links) {
    if (links == kMostLinks) cannot_write(path, ELOOP);
    target = target.parent_path() / fs::read_symlink(target, error);
    if (error) cannot_write(path, error.value());
  }
  const fs::path canonical = fs::weakly_canonical(target, error);
  return canonical.empty() ? target.string() : canonical.string();
}

Rewritten rewrite_file(const std::string& path, const Change& change,
                       std::chrono::milliseconds patience) {
  const Target target = lock_target(path, patience);
  const std::string bytes = read_all(target.lock.fd(), path);
  if (bytes.size() > kMaxFileSize)
    cannot_read(path, Phrase{"tệp lớn hơn 16 MiB", "the file is larger than 16 MiB"});
  const std::optional<std::string> changed = change(bytes);
  if (!changed || *changed == bytes) return {};
  if (changed->size() > kMaxFileSize)
    cannot_write(path, Phrase{"nội dung mới lớn hơn 16 MiB", "the new text is over 16 MiB"});
  FileSpot spot = spot_of(target.path, path);
  sweep(spot, beginning(spot));
  Temporary temporary(std::move(spot), path, target.status);
  temporary.add(*changed);
  temporary.finish(Durable::now);
  refuse_if_changed(target, bytes, path);
  temporary.take_place();
  return {.written = true, .warnings = warnings_after(target, path)};
}

WholeFile::WholeFile(const std::string& path) : path_(path) {
  const std::string target = behind_links(path);
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) old_ = old;
  if (old_ && !S_ISREG(old.st_mode)) {
    device_.emplace(open_device(path));
    return;
  }
  FileSpot spot = spot_of(target, path);
  folder_ = spot.folder;
  if (old_) refuse_read_only(spot, old, path);
  sweep(spot, beginning(spot));
  temporary_.emplace(std::move(spot), path, old_);
}

WholeFile::WholeFile(FileSpot spot, const std::string& name) : path_(name), folder_(spot.folder) {
  struct stat old {};
  if (::fstatat(spot.opened.fd(), spot.file.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0) old_ = old;
  if (old_ && !S_ISREG(old.st_mode)) is_in_the_way(name, S_ISLNK(old.st_mode));
  if (old_) refuse_read_only(spot, old, name);
  temporary_.emplace(std::move(spot), name, old_);
}

void WholeFile::add(std::string_view bytes) {
  if (device_)
    write_all(device_->fd(), bytes, path_);
  else
    temporary_->add(bytes);
}

void WholeFile::finish(Durable durable) {
  if (device_) return;
  temporary_->finish(durable);
  temporary_->take_place();
  if (durable == Durable::now) sync_folder(folder_);
}

void write_whole(const std::string& path, std::string_view bytes, Durable durable) {
  WholeFile file(path);
  file.add(bytes);
  file.finish(durable);
}

void write_new(const std::string& path, std::string_view bytes) {
  const fs::path file(path);
  FileSpot spot = spot_of(fs::path(behind_links(folder_of(path))) / file.filename(), path);
  const std::string folder = spot.folder;
  sweep(spot, beginning(spot));
  Temporary temporary(std::move(spot), path, std::nullopt);
  temporary.add(bytes);
  temporary.finish(Durable::now);
  if (!temporary.take_new_place())
    cannot_write(path, Phrase{"tệp vừa có, không ghi đè", "it is there by now; not written over"});
  sync_folder(folder);
}

Temporary::Temporary(FileSpot spot, std::string name, const std::optional<struct stat>& old)
    : spot_(std::move(spot)), name_(std::move(name)), old_(old), file_(-1) {
  // Who may not read the old text gets no sight of the new one; a new file is as the system makes
  // any here, by the mask and by what the folder says.
  const mode_t mode = old_ ? 0600 : 0666;
  while (!file_.is_open()) {
    path_ = temporary_name(spot_);
    Descriptor file(::openat(spot_.opened.fd(), path_.c_str(),
                             O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!file.is_open() && errno == EEXIST) continue;
    if (!file.is_open()) cannot_make(spot_.folder, name_, errno);
    // Tells a sweeper that this one is alive; where nothing can be locked, nothing is. A sweeper
    // that came before has it, or has taken it away.
    const bool swept = ::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    struct stat made {};
    if (::fstat(file.fd(), &made) != 0) cannot_make(spot_.folder, name_, errno);
    if (swept || made.st_nlink == 0)
      ::unlinkat(spot_.opened.fd(), path_.c_str(), 0);
    else
      file_ = std::move(file);
  }
}

Temporary::~Temporary() {
  if (!path_.empty()) ::unlinkat(spot_.opened.fd(), path_.c_str(), 0);
}

void Temporary::add(std::string_view bytes) { write_all(file_.fd(), bytes, name_); }

void Temporary::finish(Durable durable) {
  // A change of owner clears bits of the mode, so it comes first.
  if (old_) give(file_.fd(), *old_);
  if (old_ && ::fchmod(file_.fd(), old_->st_mode & 07777) != 0) cannot_write(name_, errno);
  if (durable == Durable::now)
    if (const int error = flush(file_.fd()); error != 0) cannot_write(name_, error);
  // Closing says what writing kept to itself; the lock stays with the other until the file has its
  // name.
  Descriptor twin(::dup(file_.fd()));
  if (!twin.is_open()) cannot_write(name_, errno);
  if (const int error = twin.close(); error != 0) cannot_write(name_, error);
}

void Temporary::take_place() {
  const int folder = spot_.opened.fd();
  if (::renameat(folder, path_.c_str(), folder, spot_.file.c_str()) != 0)
    cannot_write(name_, errno);
  path_.clear();
  file_.close();
}

bool Temporary::take_new_place() {
  const int folder = spot_.opened.fd();
  if (::linkat(folder, path_.c_str(), folder, spot_.file.c_str(), 0) == 0) {
    ::unlinkat(folder, path_.c_str(), 0);
    path_.clear();
    return true;
  }
  if (errno == EEXIST) return false;
  // Not every file system has links (a stick's, a share's): there an empty file takes the name
  // until the whole one does.
  const Descriptor claim(::openat(folder, spot_.file.c_str(),
                                  O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (claim.is_open()) take_place();
  if (!claim.is_open() && errno != EEXIST) cannot_write(name_, errno);
  return claim.is_open();
}

void sweep_folder(const FileSpot& spot) { sweep(spot, "."); }

}  // namespace wardplan

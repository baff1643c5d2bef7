#include "disk/replace.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <thread>

#include "disk/files.h"
#include "disk/temporary.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// A rename goes over a read-only file, and root may write to every file: so it is asked here.
void refuse_read_only(const std::string& target, const struct stat& status,
                      const std::string& name) {
  constexpr Phrase kReadOnly = {"tệp chỉ cho đọc", "the file is read-only"};
  if ((status.st_mode & 0222) == 0) cannot_write(name, kReadOnly);
  if (::access(target.c_str(), W_OK) != 0) cannot_write(name, errno);
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
  refuse_read_only(target.string(), status, path);
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

/// Where a path leads, be there a file at its end or not yet.
fs::path behind_links(const fs::path& path) {
  constexpr int kMostLinks = 40;
  std::error_code error;
  fs::path target = path;
  // Only of links that lead nowhere yet: others (/dev/stdout) mean more than their text.
  for (int links = 0; !fs::exists(path, error) && fs::is_symlink(target, error); ++links) {
    if (links == kMostLinks) cannot_write(path.string(), ELOOP);
    target = target.parent_path() / fs::read_symlink(target, error);
    if (error) cannot_write(path.string(), error.value());
  }
  const fs::path canonical = fs::weakly_canonical(target, error);
  return canonical.empty() ? target : canonical;
}

}  // namespace

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
  sweep_leftovers(target.path);
  Temporary temporary(target.path, path);
  temporary.add(*changed);
  temporary.finish(&target.status, Durable::now);
  refuse_if_changed(target, bytes, path);
  temporary.take_place();
  return {.written = true, .warnings = warnings_after(target, path)};
}

WholeFile::WholeFile(const std::string& path) : path_(path), target_(behind_links(path).string()) {
  struct stat old {};
  if (::stat(target_.c_str(), &old) == 0) old_ = old;
  if (old_ && !S_ISREG(old.st_mode)) {
    device_.emplace(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device_->is_open()) cannot_write(path, errno);
    return;
  }
  if (old_) refuse_read_only(target_, old, path);
  temporary_.emplace(target_, path);
}

void WholeFile::add(std::string_view bytes) {
  if (device_)
    write_all(device_->fd(), bytes, path_);
  else
    temporary_->add(bytes);
}

void WholeFile::finish(Durable durable) {
  if (device_) return;
  temporary_->finish(old_ ? &*old_ : nullptr, durable);
  temporary_->take_place();
  if (durable == Durable::now) sync_folder(folder_of(target_));
}

void write_whole(const std::string& path, std::string_view bytes, Durable durable) {
  WholeFile file(path);
  file.add(bytes);
  file.finish(durable);
}

}  // namespace wardplan

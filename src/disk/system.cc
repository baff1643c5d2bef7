#include "disk/system.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "disk/files.h"
#include "text/quoted.h"

namespace wardplan {

namespace fs = std::filesystem;

Descriptor::Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Descriptor::~Descriptor() { close(); }

int Descriptor::close() {
  const int fd = std::exchange(fd_, -1);
  if (fd < 0 || ::close(fd) == 0) return 0;
  // Interrupted or not, Linux has closed it; closing again could hit another file.
  return errno == EINTR ? 0 : errno;
}

Message reason(int error) {
  static constexpr std::pair<int, Phrase> kReasons[] = {
      {ENOENT, {"không có tệp hay thư mục này", "no such file or folder"}},
      {EACCES, {"không được phép", "permission denied"}},
      {EPERM, {"không được phép", "permission denied"}},
      {EISDIR, {"là một thư mục", "it is a folder"}},
      {ENOTDIR,
       {"một phần của đường dẫn không phải thư mục", "a part of the path is not a folder"}},
      {ENOSPC, {"đĩa đã đầy", "no space left"}},
      {EDQUOT, {"đã dùng hết phần đĩa được cấp", "the disk quota is used up"}},
      {EFBIG, {"tệp lớn hơn mức máy cho phép", "the file is larger than this machine allows"}},
      {EIO, {"ổ đĩa báo lỗi khi đọc hoặc ghi", "the disk reports an error"}},
      {EROFS, {"ổ đĩa chỉ cho đọc", "the file system is read-only"}},
      {ELOOP, {"liên kết chạy vòng", "links lead in a circle"}},
      {ENAMETOOLONG, {"tên quá dài", "the name is too long"}},
  };
  for (const auto& [known, words] : kReasons)
    if (known == error) return words;
  return {std::strerror(error), std::strerror(error)};
}

Message unreadable(const std::string& path, const Message& why) {
  return say("không đọc được `{}`: {}", "cannot read `{}`: {}", path, why);
}

void cannot_read(const std::string& path, const Message& why) {
  throw Failure(unreadable(path, why));
}

Message unread_reason(const std::string& path, int error) {
  if (error != ENOENT) return reason(error);
  // Up to the first folder that is there; what is missing in it may be misspelt.
  fs::path missing(path);
  std::error_code ignored;
  for (; missing.has_parent_path() && missing.has_relative_path(); missing = missing.parent_path())
    if (fs::exists(missing.parent_path(), ignored)) break;
  const fs::path folder = missing.parent_path();
  std::vector<std::string> names;
  fs::directory_iterator entries(folder.empty() ? "." : folder, ignored);
  for (; !ignored && entries != fs::directory_iterator(); entries.increment(ignored))
    if (std::string name = entries->path().filename().string();
        !name.starts_with('.') && name != missing.filename())
      names.push_back(std::move(name));
  std::ranges::sort(names);
  const auto near = nearest(missing.filename().string(), names);
  if (!near) return reason(error);
  const fs::path meant = folder / *near;
  const fs::path whole = meant / fs::path(path).lexically_relative(missing);
  return with_hint(
      reason(error),
      did_you_mean(
          (fs::exists(whole, ignored) ? whole : meant).lexically_normal().generic_string()));
}

void cannot_read(const std::string& path, int error) {
  cannot_read(path, unread_reason(path, error));
}

void cannot_write(const std::string& path, const Message& why) {
  throw Failure(say("không ghi được `{}`: {}", "cannot write `{}`: {}", path, why));
}

void cannot_write(const std::string& path, int error) { cannot_write(path, reason(error)); }

}  // namespace wardplan

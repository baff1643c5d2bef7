#include "disk/system.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "disk/files.h"

namespace wardplan {

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

void cannot_read(const std::string& path, int error) { cannot_read(path, reason(error)); }

void cannot_write(const std::string& path, const Message& why) {
  throw Failure(say("không ghi được `{}`: {}", "cannot write `{}`: {}", path, why));
}

void cannot_write(const std::string& path, int error) { cannot_write(path, reason(error)); }

}  // namespace wardplan

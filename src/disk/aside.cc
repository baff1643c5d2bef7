#include "disk/aside.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "disk/files.h"
#include "disk/system.h"

namespace wardplan {

std::string written_aside(const std::function<void(const std::string& path)>& write) {
  const Descriptor file(::memfd_create("wardplan", MFD_CLOEXEC));
  const std::string path = fmt::format("/proc/self/fd/{}", file.fd());
  if (!file.is_open()) cannot_write(path, errno);
  write(path);
  struct stat status = {};
  if (::fstat(file.fd(), &status) != 0) cannot_read(path, errno);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got =
        ::pread(file.fd(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) cannot_read(path, got < 0 ? errno : EIO);
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace wardplan

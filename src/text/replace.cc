#include "text/replace.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "text/files.h"
#include "text/temporary.h"

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

}  // namespace

void write_whole(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  fs::path target = fs::weakly_canonical(path, ignored);
  if (target.empty()) target = path;
  struct stat old {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) {
    // A device or a pipe (/dev/stdout) has no whole to keep.
    const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device.is_open()) cannot_write(path, errno);
    return write_all(device.fd(), bytes, path);
  }
  if (exists) refuse_read_only(target.string(), old, path);
  Temporary temporary(target.string(), path);
  temporary.finish(bytes, exists ? &old : nullptr);
  temporary.take_place();
  sync_folder(folder_of(target.string()));
}

}  // namespace wardplan

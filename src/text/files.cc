#include "text/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// Owns a file descriptor.
struct Descriptor {
  explicit Descriptor(int descriptor) : fd(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
  int fd;
};

/// Removes the temporary file unless it was renamed into place.
struct Temporary {
  explicit Temporary(std::string pattern) : path(std::move(pattern)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!path.empty()) ::unlink(path.c_str());
  }
  std::string path;
};

/// What the system says, in both languages where people will meet it.
Message reason(int error) {
  switch (error) {
    case ENOENT:
      return {"không có tệp hay thư mục này", "no such file or folder"};
    case EACCES:
    case EPERM:
      return {"không được phép", "permission denied"};
    case EISDIR:
      return {"là một thư mục", "it is a folder"};
    case ENOTDIR:
      return {"một phần của đường dẫn không phải thư mục", "a part of the path is not a folder"};
    case ENOSPC:
      return {"đĩa đã đầy", "no space left"};
    case EROFS:
      return {"ổ đĩa chỉ cho đọc", "the file system is read-only"};
    case ELOOP:
      return {"liên kết chạy vòng", "links lead in a circle"};
    case ENAMETOOLONG:
      return {"tên quá dài", "the name is too long"};
    default:
      return {std::strerror(error), std::strerror(error)};
  }
}

Message unreadable(const std::string& path, int error) {
  const Message why = reason(error);
  return {fmt::format("không đọc được `{}`: {}", path, why.vi),
          fmt::format("cannot read `{}`: {}", path, why.en)};
}

[[noreturn]] void cannot_read(const std::string& path, int error) {
  throw Failure(unreadable(path, error));
}

[[noreturn]] void cannot_write(const std::string& path, int error) {
  const Message why = reason(error);
  throw Failure(Message(fmt::format("không ghi được `{}`: {}", path, why.vi),
                        fmt::format("cannot write `{}`: {}", path, why.en)));
}

bool is_yaml(const fs::path& path) {
  const std::string extension = fold(path.extension().string());
  return extension == ".yaml" || extension == ".yml";
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// Entries that may hold records: anything but pipes and sockets, which would be waited for.
bool may_be_read(const fs::directory_entry& entry) {
  std::error_code ignored;
  return is_yaml(entry.path()) && !entry.is_fifo(ignored) && !entry.is_socket(ignored);
}

void collect(const fs::path& folder, bool deep, std::vector<std::string>& files,
             std::vector<Message>& failures) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  if (error) failures.push_back(unreadable(folder.string(), error.value()));
  std::sort(entries.begin(), entries.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  for (const fs::path& path : entries) {
    if (is_hidden(path)) continue;
    std::error_code ignored;
    const fs::directory_entry entry(path, ignored);
    if (entry.is_directory(ignored)) {
      // A link to a folder above would be walked for ever.
      if (deep && !entry.is_symlink(ignored)) collect(path, deep, files, failures);
    } else if (may_be_read(entry)) {
      files.push_back(path.lexically_normal().string());
    }
  }
}

}  // namespace

std::string read_all(int fd, const std::string& name) {
  std::string bytes;
  std::size_t used = 0;
  while (used <= kMaxFileSize) {
    if (used == bytes.size()) bytes.resize(std::max<std::size_t>(1u << 16, 2 * used));
    const ssize_t got = ::read(fd, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot_read(name, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(std::min(used, kMaxFileSize + 1));
  return bytes;
}

std::string read_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd < 0) cannot_read(path, errno);
  return read_all(file.fd, path);
}

void write_all(int fd, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int error = errno;
      try {
        cannot_write(name, error);
      } catch (...) {
        errno = error;
        throw;
      }
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_whole(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  fs::path target = fs::weakly_canonical(path, ignored);
  if (target.empty()) target = path;
  struct stat old {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) {
    // A device or a pipe (/dev/stdout) has no whole to keep.
    const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.fd < 0) cannot_write(path, errno);
    return write_all(device.fd, bytes, path);
  }
  if (exists && ::access(target.c_str(), W_OK) != 0) cannot_write(path, errno);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  Temporary temporary((folder / ("." + target.filename().string() + ".wardplan-XXXXXX")).string());
  const Descriptor file(::mkostemp(temporary.path.data(), O_CLOEXEC));
  if (file.fd < 0) {
    const int error = errno;
    temporary.path.clear();
    cannot_write(path, error);
  }
  write_all(file.fd, bytes, path);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(file.fd, exists ? old.st_mode & 07777 : 0666 & ~mask) != 0 ||
      ::fsync(file.fd) != 0 || ::rename(temporary.path.c_str(), target.c_str()) != 0)
    cannot_write(path, errno);
  temporary.path.clear();
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.fd >= 0) ::fsync(parent.fd);
}

std::vector<std::string> yaml_files(const std::string& path, std::vector<Message>& failures) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  std::vector<std::string> files;
  if (!fs::exists(status))
    failures.push_back(unreadable(path, error ? error.value() : ENOENT));
  else if (fs::is_directory(status))
    collect(path, true, files, failures);
  else
    files.push_back(path);
  return files;
}

std::vector<std::string> yaml_files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::vector<Message> unheard;
  collect(folder.empty() ? "." : folder, false, files, unheard);
  return files;
}

}  // namespace wardplan

#include "disk/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "disk/system.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// Entries that may hold records: anything but pipes and sockets, which would be waited for.
bool may_be_read(const fs::directory_entry& entry) {
  std::error_code ignored;
  return is_yaml(entry.path().string()) && !entry.is_fifo(ignored) && !entry.is_socket(ignored);
}

/// Whether a shell gave the path (`<(…)`): a stream that is open already and has its writer.
bool is_own_stream(const std::string& path) {
  return path == "/dev/stdin" || path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/");
}

UnreadPath unread(const std::string& path, const Message& why) {
  return {path, unreadable(path, why)};
}

/// The files of a folder, and of those below it `deep` levels down.
void collect(const fs::path& folder, int deep, std::vector<std::string>& files,
             std::vector<UnreadPath>& failures) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  if (error) failures.push_back(unread(folder.string(), reason(error.value())));
  std::sort(entries.begin(), entries.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  for (const fs::path& path : entries) {
    if (is_hidden(path)) continue;
    std::error_code ignored, hidden;
    // A folder may be listed and not entered: which of its entries are folders isn't known then.
    static_cast<void>(fs::symlink_status(path, hidden));
    if (hidden == std::errc::permission_denied) {
      failures.push_back(unread(folder.string(), reason(hidden.value())));
      return;
    }
    const fs::directory_entry entry(path, ignored);
    if (entry.is_directory(ignored)) {
      // A link to a folder above would be walked for ever.
      if (deep == 0 || entry.is_symlink(ignored)) continue;
      if (deep > 1)
        collect(path, deep - 1, files, failures);
      else
        failures.push_back(unread(path.string(), {"nằm quá sâu", "it lies too deep"}));
    } else if (may_be_read(entry)) {
      files.push_back(path.lexically_normal().string());
    }
  }
}

}  // namespace

std::string identity(const std::string& path) {
  std::error_code ignored;
  fs::path canonical = fs::weakly_canonical(path, ignored);
  // So is what isn't there yet.
  if (canonical.is_relative() && !canonical.empty()) canonical = fs::absolute(canonical, ignored);
  return canonical.empty() ? path : canonical.string();
}

const std::string& Identities::folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  const auto [known, fresh] = folders_.try_emplace(folder);
  if (fresh) known->second = identity(folder.empty() ? "." : folder);
  return known->second;
}

std::string Identities::operator()(const std::string& path) {
  std::error_code ignored;
  const fs::path file = path;
  if (fs::is_symlink(file, ignored) || !file.has_filename()) return identity(path);
  return (fs::path(folder_of(path)) / file.filename()).string();
}

bool is_yaml(const std::string& path) {
  const std::string extension = fold(fs::path(path).extension().string());
  return extension == ".yaml" || extension == ".yml";
}

std::string read_all(int fd, const std::string& name) {
  // One byte more than a file has shows its end.
  struct stat about {};
  const bool sized = ::fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
  std::string bytes;
  bytes.resize(sized ? std::min(static_cast<std::size_t>(about.st_size), kMaxFileSize) + 1
                     : 1u << 16);
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
  // A pipe that nobody writes to would be waited for.
  const Descriptor file(
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC | (is_own_stream(path) ? 0 : O_NONBLOCK)));
  if (!file.is_open()) cannot_read(path, errno);
  struct stat about {};
  if (::fstat(file.fd(), &about) != 0) cannot_read(path, errno);
  if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode) && !is_own_stream(path))
    cannot_read(path, Phrase{"không phải là tệp thường", "it is not an ordinary file"});
  return read_all(file.fd(), path);
}

std::string read_whole(const std::string& path) {
  std::string bytes = read_file(path);
  if (bytes.size() > kMaxFileSize)
    cannot_read(path, Phrase{"tệp lớn hơn 16 MiB", "the file is larger than 16 MiB"});
  return bytes;
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

std::vector<std::string> yaml_files(const std::string& path, std::vector<UnreadPath>& failures) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  std::vector<std::string> files;
  if (!fs::exists(status))
    failures.push_back(unread(path, unread_reason(path, error ? error.value() : ENOENT)));
  else if (fs::is_directory(status))
    collect(path, kMaxFolders, files, failures);
  else
    files.push_back(path);
  return files;
}

std::vector<std::string> first_yaml_files(const std::string& path, std::size_t most) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return {path};
  std::vector<std::string> files;
  std::vector<fs::path> folders = {path};
  for (std::size_t at = 0; at < folders.size() && at < most && files.size() < most; ++at) {
    std::vector<fs::path> below;
    for (fs::directory_iterator entry(folders[at], ignored), end; !ignored && entry != end;
         entry.increment(ignored))
      if (!is_hidden(entry->path()) && entry->is_directory(ignored) && !entry->is_symlink(ignored))
        below.push_back(entry->path());
    std::ranges::sort(below, {}, [](const fs::path& one) { return one.native(); });
    folders.insert(folders.end(), below.begin(), below.end());
    for (std::string& file : yaml_files_in(folders[at].string()))
      if (files.size() < most) files.push_back(std::move(file));
  }
  return files;
}

std::vector<std::string> yaml_files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::vector<UnreadPath> unheard;
  collect(folder.empty() ? "." : folder, 0, files, unheard);
  return files;
}

}  // namespace wardplan

#include "cmd/lock_file.h"

#include <filesystem>
#include <string_view>

#include "disk/files.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOfficeLock = "~$", kLibreLock = ".~lock.";

/// The name without its first two characters: Word puts its sign in their place.
std::string without_two(std::string name) {
  for (int times = 0; times < 2 && !name.empty(); ++times) name.erase(0, decode(name, 0).size);
  return name;
}

/// The file that is open, as it stands there: with the sign before its name, or in place of its
/// first two characters.
std::string opened_file(const fs::path& folder, const std::string& rest) {
  std::error_code ignored;
  if (fs::exists(folder / rest, ignored)) return (folder / rest).string();
  std::string found;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (without_two(name) != rest || name.starts_with(kOfficeLock)) continue;
    if (found.empty() || name < found) found = name;
  }
  return found.empty() ? "" : (folder / found).string();
}

}  // namespace

void refuse_lock_file(const std::string& path) {
  const fs::path place(path);
  const std::string name = place.filename().string();
  std::string rest;
  if (name.starts_with(kOfficeLock))
    rest = name.substr(kOfficeLock.size());
  else if (name.starts_with(kLibreLock) && name.ends_with('#'))
    rest = name.substr(kLibreLock.size(), name.size() - kLibreLock.size() - 1);
  if (rest.empty()) return;
  const std::string meant = opened_file(place.parent_path(), rest);
  throw Failure(with_hint(
      say("`{}` là tệp khóa mà Word, Excel hay LibreOffice để lại khi đang mở một tệp, trong đó "
          "không có biểu",
          "`{}` is a lock that Word, Excel or LibreOffice leave while a file is open; no table is "
          "in "
          "it",
          path),
      meant.empty() ? say("chọn tệp `…{}`", "choose the file `…{}`", rest)
                    : say("chọn `{}`", "choose `{}`", meant)));
}

}  // namespace wardplan

#include "disk/new_files.h"

#include <algorithm>
#include <filesystem>

#include "disk/files.h"
#include "disk/replace.h"
#include "disk/system.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// What has been made so far; taken away again unless it is all.
class Made {
 public:
  Made() = default;
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;

  ~Made() {
    std::error_code ignored;
    if (kept_) return;
    // A folder in which somebody else put something meanwhile stays.
    for (auto path = paths_.rbegin(); path != paths_.rend(); ++path) fs::remove(*path, ignored);
  }

  void add(const NewFile& file) {
    make_folders(fs::path(file.first).parent_path());
    write_new(file.first, file.second);
    paths_.emplace_back(file.first);
  }

  void keep() { kept_ = true; }

 private:
  void make_folders(const fs::path& folder) {
    std::error_code failed;
    if (folder.empty() || fs::exists(folder, failed)) return;
    make_folders(folder.parent_path());
    if (fs::create_directory(folder, failed)) paths_.push_back(folder);
    if (failed) cannot_write(folder.string(), reason(failed.value()));
  }

  std::vector<fs::path> paths_ = {};
  bool kept_ = false;
};

}  // namespace

void write_all_new(const std::vector<NewFile>& files, const std::function<void()>& then) {
  for (std::size_t at = 0; at < files.size(); ++at)
    for (std::size_t next = at + 1; next < files.size(); ++next)
      if (fs::path(files[at].first).lexically_normal() ==
          fs::path(files[next].first).lexically_normal())
        throw Failure(say("hai tệp cùng một đường dẫn `{}`; chưa ghi gì",
                          "two files have the same path `{}`; nothing was written",
                          files[at].first));
  Made made;
  for (const NewFile& file : files) made.add(file);
  if (then) then();
  made.keep();
}

}  // namespace wardplan

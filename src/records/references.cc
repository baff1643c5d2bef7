#include "records/references.h"

#include <filesystem>

#include "text/quoted.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

bool has_kind(std::string_view bytes, std::string_view word) {
  for (std::size_t at = bytes.find("kind"); at != std::string_view::npos;
       at = bytes.find("kind", at + 1)) {
    const std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
    if (line.find(word) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

Message where_to_put(const ReferenceWords& words, const std::vector<std::string>& reachable) {
  constexpr std::size_t kFew = 8;
  const Message help =
      words.subfolder.empty()
          ? Message{"đặt tệp ấy cùng thư mục hoặc ở thư mục trên",
                    "put it into this folder or one above"}
          : say("đặt tệp ấy cùng thư mục, ở thư mục trên hoặc trong `{}/` ở đó",
                "put it into this folder, one above, or `{}/` there", words.subfolder);
  const bool few = !reachable.empty() && reachable.size() <= kFew;
  return few ? with_hint(there_are(reachable), help) : help;
}

bool is_reference(const yaml::Node& root) {
  const yaml::Pair* kind = yaml::find(root, "kind");
  if (kind == nullptr) return false;
  const std::string_view word = kind->value.text;
  return word == kReferenceWords<Ward>.kind || word == kReferenceWords<Catalogue>.kind ||
         (word == kReferenceWords<Plan>.kind && yaml::find(root, "id") != nullptr);
}

bool may_be_register(std::string_view bytes) { return has_kind(bytes, kReferenceWords<Ward>.kind); }

bool may_be_reference(std::string_view bytes) {
  // The ids of rows stand further in.
  const bool has_id = bytes.starts_with('{') || bytes.starts_with("id:") ||
                      bytes.find("\nid:") != std::string_view::npos ||
                      bytes.find("\n\"id\":") != std::string_view::npos;
  return may_be_register(bytes) || has_kind(bytes, kReferenceWords<Catalogue>.kind) ||
         (has_id && has_kind(bytes, kReferenceWords<Plan>.kind));
}

std::string parent_of(const std::string& folder) { return fs::path(folder).parent_path().string(); }

bool is_topmost(const std::string& folder) {
  return folder == parent_of(folder) || fs::exists(fs::path(folder) / ".git");
}

std::vector<std::string> folders_from(std::string folder) {
  std::vector<std::string> folders = {folder};
  while (!is_topmost(folder)) folders.push_back(folder = parent_of(folder));
  return folders;
}

std::string shown_path(const std::string& path) {
  std::error_code ignored;
  std::string shown = std::filesystem::proximate(path, ignored).string();
  return shown.empty() ? path : shown;
}

}  // namespace wardplan

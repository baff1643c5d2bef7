#include "cmd/name_parts.h"

#include <map>

#include "disk/files.h"
#include "text/file_name.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {

std::vector<std::string> distinct_name_parts(const std::vector<std::string>& names) {
  constexpr std::size_t kHashPart = 6, kMost = kLongestNamePart - 1 - kHashPart;
  std::vector<std::string> parts =
      texts(names, [](const std::string& name) { return name_part(name, kMost); });
  std::map<std::string, int> met;
  for (const std::string& part : parts) ++met[part];
  for (std::size_t at = 0; at < parts.size(); ++at) {
    std::string& part = parts[at];
    if (!part.empty() && met[part] == 1) continue;
    part += (part.empty() ? "" : "-") + sha256(fold(names[at])).substr(0, kHashPart);
  }
  return parts;
}

}  // namespace wardplan

#include "write/manifest.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace wardplan {

using Json = nlohmann::ordered_json;

namespace {

/// Names of files may be no UTF-8, which JSON is.
std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_manifest(const std::string& as_of, const std::vector<ManifestEntry>& entries) {
  std::string out = line_of({{"manifest_version", 1}, {"as_of", as_of}});
  for (const ManifestEntry& entry : entries) {
    Json from = Json::array();
    for (const HashedFile& source : entry.from)
      from.push_back({{"path", source.path}, {"sha256", source.sha256}});
    out += line_of({{"path", entry.file.path},
                    {"bytes", entry.bytes},
                    {"sha256", entry.file.sha256},
                    {"from", from}});
  }
  return out;
}

std::vector<std::string> manifest_paths(const std::string& manifest) {
  std::vector<std::string> paths;
  std::istringstream lines(manifest);
  for (std::string line; std::getline(lines, line);) {
    const Json entry = Json::parse(line, nullptr, false);
    if (entry.is_object() && entry.contains("path") && entry["path"].is_string())
      paths.push_back(entry["path"].get<std::string>());
  }
  return paths;
}

}  // namespace wardplan

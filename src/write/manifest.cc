#include "write/manifest.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "disk/files.h"

namespace wardplan {

using Json = nlohmann::ordered_json;

namespace {

constexpr int kVersion = 2;

/// Names of files may be no UTF-8, which JSON is.
std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(const std::vector<HashedFile>& files) {
  Json all = Json::array();
  for (const HashedFile& file : files)
    all.push_back({{"path", file.path}, {"sha256", file.sha256}});
  return all;
}

/// What an object says under a key, or what stands for nothing.
template <class T>
T member(const Json& object, const char* key, T otherwise = {}) {
  const auto found = object.find(key);
  if (found == object.end() || (std::is_integral_v<T> && !found->is_number_integer()))
    return otherwise;
  try {
    return found->get<T>();
  } catch (const Json::exception&) {
    return otherwise;
  }
}

void read_line(const Json& line, Manifest& manifest) {
  if (line.contains("manifest_version")) {
    manifest.head = {member<std::string>(line, "as_of"), member<std::string>(line, "program"),
                     member<std::string>(line, "asked")};
  } else if (const auto path = member<std::string>(line, "path"); !path.empty()) {
    manifest.files[path] = {
        member<std::string>(line, "sha256"),
        member<std::size_t>(line, "bytes"),
        sha256(line_of(line.value("from", Json::array()))),
        {member<std::string>(line, "part"), member<std::size_t>(line, "paragraphs_left_out")}};
  } else if (const auto left = member<std::string>(line, "left"); !left.empty()) {
    manifest.left[left] = {
        member<std::string>(line, "sha256"), member<std::size_t>(line, "bytes"), {}, {}};
  } else if (line.contains("lines")) {
    if (const auto inputs = member<std::string>(line, "inputs"); !inputs.empty())
      manifest.end.inputs = inputs;
    manifest.end.looked = member<std::vector<std::string>>(line, "looked");
    manifest.end.silent = member<int>(line, "without_report");
  }
}

}  // namespace

std::string manifest_line(const ManifestHead& head) {
  return line_of({{"manifest_version", kVersion},
                  {"as_of", head.as_of},
                  {"program", head.program},
                  {"asked", head.asked}});
}

std::string manifest_line(const ManifestEntry& entry) {
  Json line = {{"path", entry.file.path},
               {"bytes", entry.bytes},
               {"sha256", entry.file.sha256},
               {"from", json_of(entry.from)}};
  if (entry.left_out.paragraphs > 0) {
    line["part"] = entry.left_out.part;
    line["paragraphs_left_out"] = entry.left_out.paragraphs;
  }
  return line_of(line);
}

std::string left_line(const std::string& path, const KnownFile& known) {
  return line_of({{"left", path}, {"bytes", known.bytes}, {"sha256", known.sha256}});
}

std::string manifest_line(const ManifestEnd& end, const std::string& lines) {
  return line_of({{"inputs", end.inputs ? Json(*end.inputs) : Json(nullptr)},
                  {"looked", end.looked},
                  {"without_report", end.silent},
                  {"lines", lines}});
}

std::string hash_of(const std::vector<HashedFile>& files) {
  return sha256(line_of(json_of(files)));
}

Manifest read_manifest(std::istream& lines) {
  Manifest manifest;
  Hash before;
  bool complete = false;
  for (std::string text; std::getline(lines, text);) {
    const Json line = Json::parse(text, nullptr, false);
    complete = line.is_object() && line.contains("lines") &&
               member<std::string>(line, "lines") == before.digits();
    before.add(text + "\n");
    if (line.is_object()) read_line(line, manifest);
  }
  if (complete) return manifest;
  manifest.head = {};
  manifest.end = {};
  for (auto* files : {&manifest.files, &manifest.left})
    for (auto& [path, known] : *files) known.sha256.clear();
  return manifest;
}

}  // namespace wardplan

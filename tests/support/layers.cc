#include "support/layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <string_view>

namespace wardplan::test {
namespace {

namespace fs = std::filesystem;

/// Folders of src/ in the order in which data flows through them.
constexpr std::array<std::string_view, 26> kLayers = {
    "text",     "disk",   "diag",    "figures",  "times", "document", "picture",
    "template", "yaml",   "records", "standing", "rules", "edit",     "compare",
    "table",    "import", "sheet",   "lists",    "tidy",  "forms",    "summary",
    "pages",    "write",  "cmd",     "lsp",      "cli"};

/// A library that only files with one of these beginnings may include.
struct Reserved {
  std::string_view header;
  std::array<std::string_view, 3> places;
};

constexpr std::array kReserved = {
    Reserved{"yaml-cpp/", {"yaml/foreign.cc", "yaml/foreign.cc"}},
    Reserved{"CLI/", {"cli/run.cc", "cli/run.cc"}},
    Reserved{"pugixml", {"document/", "table/"}},
    Reserved{"minizip/", {"document/zip.cc", "table/archive.cc"}},
    Reserved{"nettle/", {"disk/hash.cc", "disk/hash.cc"}},
    Reserved{"xlsxwriter", {"write/xlsx", "write/xlsx"}},
    Reserved{"nlohmann/", {"write/", "diag/", "lsp/"}},
};

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// Place in the order; files of src/ itself come last, unknown folders have none.
int rank(std::string_view folder) {
  if (folder.empty()) return static_cast<int>(kLayers.size());
  const auto found = std::ranges::find(kLayers, folder);
  return found == kLayers.end() ? -1 : static_cast<int>(found - kLayers.begin());
}

/// What each folder shows to the others: its face and what that includes.
using Faces = std::map<std::string, std::set<std::string>, std::less<>>;

constexpr std::string_view kFace = "/face.h";

/// What an include of our own does wrong, or nothing.
std::string own_fault(const Faces& faces, std::string_view file, std::string_view header) {
  const std::string_view from = folder_of(file), to = folder_of(header);
  if (rank(from) < 0) return fmt::format("the folder `{}` is not among the layers", from);
  if (rank(to) < 0) return fmt::format("includes are written from src/: \"{}\"", header);
  if (from == to) return {};
  if (rank(to) <= rank(from)) {
    const auto face = faces.find(to);
    if (face != faces.end() && face->second.contains(std::string(header))) return {};
    return fmt::format("\"{}\" is the inside of {}: {}{} doesn't show it", header, to, to, kFace);
  }
  return fmt::format("{} may not include \"{}\", which stands below it",
                     from.empty() ? "src" : from, header);
}

std::string library_fault(std::string_view file, std::string_view header) {
  for (const Reserved& library : kReserved) {
    if (!header.starts_with(library.header)) continue;
    const bool allowed = std::ranges::any_of(library.places, [&](std::string_view place) {
      return !place.empty() && file.starts_with(place);
    });
    if (!allowed) return fmt::format("<{}> belongs to {} alone", header, library.places.front());
  }
  return {};
}

/// The header that a line includes, with the sign before it (`"` or `<`); empty where it is none.
std::string_view included(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!line.starts_with('#')) return {};
  const std::size_t word = line.find("include");
  const std::size_t open = line.find_first_of("\"<");
  if (word == std::string_view::npos || open == std::string_view::npos || open < word) return {};
  const char closing = line[open] == '"' ? '"' : '>';
  const std::size_t close = line.find(closing, open + 1);
  return line.substr(open, close - open);
}

std::string include_fault(const Faces& faces, std::string_view file, std::string_view line) {
  const std::string_view header = included(line);
  if (header.empty()) return {};
  if (auto fault = library_fault(file, header.substr(1)); !fault.empty()) return fault;
  return header.front() == '"' ? own_fault(faces, file, header.substr(1)) : std::string();
}

Faces faces_of(const fs::path& src) {
  Faces faces;
  for (const std::string_view folder : kLayers) {
    const std::string face = std::string(folder) + std::string(kFace);
    std::ifstream in(src / face);
    if (!in) continue;
    auto& shown = faces[std::string(folder)];
    shown.insert(face);
    for (std::string line; std::getline(in, line);)
      if (const std::string_view header = included(line); !header.empty())
        shown.emplace(header.substr(1));
  }
  return faces;
}

void check_file(const fs::path& src, const Faces& faces, const std::string& file,
                std::vector<std::string>& faults) {
  std::ifstream in(src / file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number)
    if (auto fault = include_fault(faces, file, line); !fault.empty())
      faults.push_back(fmt::format("{}:{}: {}", file, number, fault));
}

}  // namespace

std::vector<std::string> layer_faults(const fs::path& src) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(src)) {
    const fs::path extension = entry.path().extension();
    if (extension == ".h" || extension == ".cc")
      files.push_back(entry.path().lexically_relative(src).generic_string());
  }
  std::ranges::sort(files);
  std::vector<std::string> faults;
  const Faces faces = faces_of(src);
  for (const auto& [folder, shown] : faces)
    for (const std::string& header : shown)
      if (!fs::exists(src / header))
        faults.push_back(
            fmt::format("{}{} shows \"{}\", which isn't there", folder, kFace, header));
  for (const std::string& file : files) check_file(src, faces, file, faults);
  return faults;
}

}  // namespace wardplan::test

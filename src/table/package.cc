#include "table/package.h"

#include <utility>

#include "table/xml.h"
#include "text/trim.h"

namespace wardplan::tables {
namespace {

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

/// A target beside a part, with `..` and a leading `/` resolved.
std::string resolved(std::string_view part, std::string_view target) {
  std::vector<std::string_view> steps;
  if (!target.starts_with('/')) {
    steps = split(part, "/");
    steps.pop_back();
  }
  for (const std::string_view step : split(target, "/")) {
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (step != ".." && step != "." && !step.empty()) steps.push_back(step);
  }
  std::string name;
  for (const std::string_view step : steps) name += (name.empty() ? "" : "/") + std::string(step);
  return small_letters(name);
}

}  // namespace

std::unique_ptr<Part> Package::load(std::string_view name) {
  return parse(archive_.part(name), name);
}

std::unique_ptr<Part> Package::parse(std::string bytes, std::string_view name) {
  const std::size_t size = tree_size(bytes);
  if (size > trees_left_)
    refuse(say("phần `{}` của tệp quá lớn để đọc", "the part `{}` of the file is too large",
               std::string(name)),
           {"chỉ giữ bảng cần đọc trong tệp", "keep only the table to be read in the file"});
  std::unique_ptr<Part> part(new Part{{trees_left_, size}, std::move(bytes)});
  parse_xml(part->bytes, name, part->tree);
  return part;
}

std::vector<Relation> Package::relations(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t cut = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string name =
      std::string(part.substr(0, cut)) + "_rels/" + std::string(part.substr(cut)) + ".rels";
  std::vector<Relation> found;
  if (!archive_.has(name)) return found;
  const auto rels = load(name);
  for (const pugi::xml_node each : rels->root().children()) {
    const std::string_view type = attribute(each, "Type");
    const std::size_t last = type.rfind('/');
    if (found.size() == kMaxRelations)
      refuse(say("phần `{}` của tệp trỏ tới quá {} phần khác",
                 "the part `{}` of the file refers to more than {} others", std::string(part),
                 kMaxRelations));
    const bool external = attribute(each, "TargetMode") == "External";
    found.push_back({std::string(attribute(each, "Id")),
                     std::string(last == std::string_view::npos ? type : type.substr(last + 1)),
                     external ? "" : resolved(part, attribute(each, "Target")), external});
  }
  return found;
}

std::optional<std::string> Package::related(std::string_view part, std::string_view type) {
  for (const Relation& each : relations(part))
    if (each.type == type && !each.external && archive_.has(each.target)) return each.target;
  return std::nullopt;
}

}  // namespace wardplan::tables

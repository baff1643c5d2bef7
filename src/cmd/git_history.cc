#include "cmd/git_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compare/pairs.h"
#include "diag/render.h"
#include "records/project.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

std::set<std::string> keys_between(const Tree& before, const Tree& after) {
  std::set<std::string> keys;
  for (const ToldChange& told : told_changes(before, after)) keys.insert(change_key(told));
  return keys;
}

/// What a commit has otherwise than each of its parents.
std::set<std::string> keys_of(GitVersions& versions, const std::optional<std::string>& object,
                              std::span<const std::optional<std::string>> parents) {
  std::set<std::string> keys;
  const auto after = object ? versions[*object] : nullptr;
  bool first = true;
  for (const auto& parent : parents) {
    const auto before = parent ? versions[*parent] : nullptr;
    if (!before || !after) continue;
    std::set<std::string> more = keys_between(*before, *after);
    if (!first) std::erase_if(more, [&](const std::string& key) { return !keys.contains(key); });
    keys = std::move(more);
    first = false;
  }
  return keys;
}

}  // namespace

std::string change_key(const ToldChange& told) {
  const Tree* value = told.after != nullptr ? told.after : told.before;
  return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", static_cast<int>(told.kind),
                     told.list, told.address, told.field, told.part, told.day,
                     value == nullptr ? "" : canonical(*value));
}

CommitShown shown(const GitCommit& commit) { return {commit.shown, commit.author, commit.day}; }

std::vector<std::string> names_in(const std::vector<GitCommit>& commits) {
  std::vector<std::string> names;
  for (const GitCommit& commit : commits) {
    names.push_back(commit.hash + ":" + commit.path);
    for (const std::string& parent : commit.parents)
      names.push_back(parent + ":" + commit.parent_path);
  }
  return names;
}

void find_commits(const GitFile& file, const std::vector<GitCommit>& commits,
                  std::vector<ShownChange>& changes) {
  const auto objects = objects_of(file, names_in(commits));
  GitVersions versions(file);
  std::map<std::string, std::vector<ShownChange*>> open;
  for (ShownChange& change : changes) open[change_key(change.told)].push_back(&change);
  std::size_t next = 0;
  for (const GitCommit& commit : commits) {
    const std::size_t at = next;
    next += 1 + commit.parents.size();
    if (open.empty()) return;
    const auto parents = std::span(objects).subspan(at + 1, commit.parents.size());
    for (const std::string& key : keys_of(versions, objects[at], parents)) {
      const auto found = open.find(key);
      if (found == open.end()) continue;
      for (ShownChange* change : found->second) change->by = shown(commit);
      open.erase(found);
    }
  }
}

std::optional<Tree> version_tree(const std::string& name, const std::string& bytes, Io& io) {
  Sources sources;
  Report report;
  const FileId id = sources.add(name, bytes);
  const yaml::Document root = yaml::read(sources, id, report);
  if (root) return tree_of(*root);
  Report errors;
  for (const Finding& finding : report.findings())
    if (finding.code->severity == Severity::error) errors.add(finding);
  io.err += render_text(sources, errors, {io.lang, io.color_err});
  return std::nullopt;
}

RecordWords record_words(const std::string& path, const std::string& bytes, const Tree& tree,
                         Lang lang) {
  RecordWords words{.kind = std::string(text_under(tree, "kind")), .lang = lang};
  Report report;
  const Project project = read_files_as({{path, bytes}}, report);
  const Ward* ward = !project.plans.empty() ? project.plans.front().ward : nullptr;
  if (ward == nullptr) return words;
  for (const auto* list : {&ward->people, &ward->units})
    for (const Registered& one : *list) words.names.emplace(one.id.value, one.name.value);
  for (const WardStatus& status : ward->statuses)
    words.names.emplace(status.id.value, status.name.value);
  return words;
}

}  // namespace wardplan

#include "cmd/git_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compare/pairs.h"
#include "diag/render.h"
#include "records/project.h"
#include "text/trim.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

std::set<std::string> keys_between(const Tree& before, const Tree& after) {
  std::set<std::string> keys;
  for (const ToldChange& told : told_changes(before, after)) keys.insert(change_key(told));
  return keys;
}

/// The version that stands in for one that can't be read: the one behind it, and who brought that.
struct StandIn {
  std::string object;
  CommitShown by;
};

struct CommitFinder {
  GitVersions versions;
  std::map<std::string, StandIn> stand_ins = {};

  /// What a commit has otherwise than each of its parents; one that can't be read has nothing, and
  /// what it has counts with the commit for which `is` stands in.
  std::set<std::string> keys_of(const StandIn& is,
                                std::span<const std::optional<std::string>> parents) {
    std::set<std::string> keys;
    const auto after = versions[is.object];
    bool first = true;
    for (const auto& parent : parents) {
      if (!parent || !after) continue;
      const auto before = versions[*parent];
      if (!before) stand_ins.emplace(*parent, is);
      std::set<std::string> more = keys_between(before ? *before : *after, *after);
      if (!first) std::erase_if(more, [&](const std::string& key) { return !keys.contains(key); });
      keys = std::move(more);
      first = false;
    }
    return keys;
  }

  StandIn version_of(const GitCommit& commit, const std::string& object) const {
    const auto instead = stand_ins.find(object);
    if (instead == stand_ins.end()) return {object, shown(commit)};
    return {instead->second.object, either(instead->second.by, commit)};
  }
};

}  // namespace

std::string change_key(const ToldChange& told) {
  const Tree* value = told.after != nullptr ? told.after : told.before;
  return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", static_cast<int>(told.kind),
                     told.list, told.address, told.field, told.part, told.day,
                     value == nullptr ? "" : canonical(*value));
}

CommitShown shown(const GitCommit& commit) { return {commit.shown, commit.author, commit.day}; }

CommitShown either(const CommitShown& later, const GitCommit& earlier) {
  CommitShown both = later;
  if (both.commit.empty()) return shown(earlier);
  both.commit += ", " + earlier.shown;
  const auto authors = split(both.author, ", ");
  if (std::ranges::find(authors, earlier.author) == authors.end())
    both.author += ", " + earlier.author;
  return both;
}

void tell_gaps(std::size_t unread, const std::vector<GitCommit>& commits, Io& io) {
  if (unread > 0)
    complain(say("{0} bản cũ không đọc được; thay đổi ở đó có thể là của commit ấy hoặc của commit "
                 "sau, nên ghi cả hai",
                 "{1} can't be read; what changed there may be of that commit or of the one behind "
                 "it, and both are named",
                 unread, counted(unread, "earlier version")),
             io);
  for (const GitCommit& commit : commits)
    if (commit.cut)
      complain(
          say("lịch sử bị cắt ở commit {}: điều đã có ở đó không rõ của ai; `git fetch "
              "--unshallow` lấy đủ lịch sử",
              "the history is cut off here at commit {}: who recorded what it has isn't known; "
              "`git fetch --unshallow` gets all of it",
              commit.shown),
          io);
}

std::vector<std::string> names_in(const std::vector<GitCommit>& commits) {
  std::vector<std::string> names;
  for (const GitCommit& commit : commits) {
    names.push_back(commit.hash + ":" + commit.path);
    for (std::size_t at = 0; at < commit.parents.size(); ++at)
      names.push_back(commit.parents[at] + ":" + commit.parent_paths[at]);
  }
  return names;
}

std::size_t find_commits(const GitFile& file, const std::vector<GitCommit>& commits,
                         std::vector<ShownChange>& changes) {
  const auto objects = objects_of(file, names_in(commits));
  CommitFinder finder{GitVersions(file)};
  finder.versions.expect(objects);
  std::map<std::string, std::vector<ShownChange*>> open;
  for (ShownChange& change : changes) open[change_key(change.told)].push_back(&change);
  std::size_t next = 0;
  for (const GitCommit& commit : commits) {
    const std::size_t at = next;
    next += 1 + commit.parents.size();
    if (open.empty()) break;
    if (!objects[at]) continue;
    const auto parents = std::span(objects).subspan(at + 1, commit.parents.size());
    const StandIn is = finder.version_of(commit, *objects[at]);
    for (const std::string& key : finder.keys_of(is, parents)) {
      const auto found = open.find(key);
      if (found == open.end()) continue;
      for (ShownChange* change : found->second) change->by = is.by;
      open.erase(found);
    }
  }
  return finder.stand_ins.size();
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

// `diff`: what two versions of a record say otherwise.
#include <algorithm>

#include "cmd/commands.h"
#include "cmd/git_history.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "compare/pairs.h"
#include "disk/files.h"
#include "lists/change_list.h"
#include "records/project.h"

namespace wardplan {
namespace {

/// A version as it is told: `2026.yaml`, or `a1b2c3d:plans/mau/2026.yaml`.
struct Version {
  std::string name;
  std::string bytes;
};

Version file_version(const std::string& path, Io& io) {
  refuse_folder(path);
  if (path == kStdin) return {std::string(kStdinPath), io.read_stdin()};
  return {path, read_whole(path)};
}

Version commit_version(const GitFile& file, const GitCommit& commit, const std::string& path) {
  const std::string name = commit.hash + ":" + commit.path;
  const auto object = objects_of(file, {name}).front();
  if (!object)
    throw Failure(say("commit {} không có tệp `{}`", "there is no `{1}` in the commit {0}",
                      commit.shown, path));
  return {commit.shown + ":" + commit.path, object_bytes(file, *object)};
}

/// Both versions, and who brought what is new.
struct Compared {
  Version before;
  Version after;
  std::optional<GitFile> file = {};
  std::vector<GitCommit> commits = {};
};

Compared compared(const DiffOptions& options, Io& io) {
  const std::string& path = options.files.front();
  if (options.files.size() == 2)
    return {file_version(path, io), file_version(options.files.back(), io)};
  refuse_folder(path);
  const GitFile file = git_file(path);
  const GitCommit since =
      options.since ? commit_named(file, *options.since, DayMeans::before_it) : last_commit(file);
  const GitCommit until =
      options.until ? commit_named(file, *options.until, DayMeans::all_of_it) : last_commit(file);
  Compared made{commit_version(file, since, path), {}, file, commits_of(file, since.hash, until)};
  made.after = options.until ? commit_version(file, until, path) : file_version(path, io);
  return made;
}

/// Contents of criteria are called what their list calls them.
void fill_titles(std::vector<ShownChange>& changes, const std::string& path, const Version& version,
                 std::optional<std::size_t> ToldChange::*row) {
  const auto lacks = [](const ShownChange& change) {
    return change.told.list == "rows" && change.told.title.empty();
  };
  if (std::ranges::none_of(changes, lacks)) return;
  Report report;
  const Project project = read_files_as({{path, version.bytes}}, report);
  if (project.plans.empty()) return;
  const Plan& plan = project.plans.front();
  for (ShownChange& change : changes) {
    const auto at = change.told.*row;
    if (!lacks(change) || !at || *at >= plan.rows.size()) continue;
    if (const Row* listed = plan.rows[*at].listed) change.told.title = listed->text().value;
  }
}

std::optional<Message> why_not_compared(const Version& before, const Tree& was,
                                        const Version& after, const Tree& is) {
  const std::string_view had = text_under(was, "kind"), has = text_under(is, "kind");
  for (const auto& [kind, version] : {std::pair(had, &before), std::pair(has, &after)})
    if (kind.empty())
      return say("`{}` không phải hồ sơ: không có `kind`", "`{}` is no record: it has no `kind`",
                 version->name);
  if (had == has) return std::nullopt;
  return say("`{}` là `kind: {}`, còn `{}` là `kind: {}`, không so với nhau được",
             "`{}` is `kind: {}`, and `{}` is `kind: {}`: they can't be compared", before.name, had,
             after.name, has);
}

}  // namespace

int diff_command(const DiffOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  const Compared made = compared(options, io);
  const auto was = version_tree(made.before.name, made.before.bytes, io);
  const auto is = version_tree(made.after.name, made.after.bytes, io);
  if (!was || !is)
    return refused({"hồ sơ có chỗ không đọc được nên không so được",
                    "a record can't be read, so that nothing is compared"},
                   io);
  if (const auto why = why_not_compared(made.before, *was, made.after, *is))
    return refused(*why, io);
  std::vector<ShownChange> changes = shown_changes(*was, *is);
  const std::string& path = options.files.back();
  fill_titles(changes, path, made.after, &ToldChange::row_after);
  fill_titles(changes, path, made.before, &ToldChange::row_before);
  const std::size_t unread =
      made.file ? find_commits(*made.file, made.commits, changes) : std::size_t{0};
  RecordWords words = record_words(path, made.after.bytes, *is, io.lang);
  words.names.merge(record_words(options.files.front(), made.before.bytes, *was, io.lang).names);
  // To read, an empty table says nothing that the sentence doesn't.
  const bool to_read = options.output.format == "text" || options.output.format == "md";
  if (!changes.empty() || !to_read)
    deliver_sheet(
        change_sheet(changes, made.before.name, made.after.name, made.file.has_value(), words),
        options.output, io);
  tell_gaps(unread, made.commits, io);
  if (changes.empty()) complain(Phrase{"không có gì thay đổi", "nothing changed"}, io);
  return options.exit_code && !changes.empty() ? kFound : kFine;
}

}  // namespace wardplan

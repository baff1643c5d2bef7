// `log`: the history of one item over the commits in which it changed.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <span>

#include "cmd/commands.h"
#include "cmd/git_history.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "compare/pairs.h"
#include "disk/files.h"
#include "lists/change_list.h"
#include "records/row_keys.h"
#include "text/quoted.h"
#include "text/terminal.h"

namespace wardplan {
namespace {

using Version = std::shared_ptr<const Tree>;
using Object = std::optional<std::string>;

/// Follows one row from the file as it is back through its commits.
struct ItemLog {
  const GitFile& file;
  /// The list that it stands in.
  std::string list;
  /// How far it is, for who waits at a terminal; empty where nobody does.
  std::function<void(const std::string&)> progress = {};
  GitVersions versions{file};
  /// Where it stands in each version.
  std::map<std::string, std::size_t> row_of = {};
  /// What stands in for versions that can't be read: the one behind them, and who brought that.
  std::map<std::string, std::pair<Version, CommitShown>> stand_ins = {};
  std::vector<ShownChange> changes = {};
  /// The commit that each entry came with.
  std::map<std::string, CommitShown> came_with = {};
  /// What the changes point into.
  std::vector<Version> held = {};

  /// `last`: the file as the last commit has it.
  void go(const Version& now, std::size_t row, const std::string& last,
          const std::vector<GitCommit>& commits) {
    const std::vector<Object> committed = {last};
    const std::vector<Object> objects = objects_of(file, names_in(commits));
    versions.expect(committed);
    versions.expect(objects);
    step(now, row, {}, committed);
    std::size_t next = 0, done = 0;
    for (const GitCommit& commit : commits) {
      tell_progress(done++, commits.size());
      const std::size_t at = next;
      next += 1 + commit.parents.size();
      const auto known = objects[at] ? row_of.find(*objects[at]) : row_of.end();
      if (known == row_of.end()) continue;
      step(version(*objects[at]), known->second, brought_by(commit, *objects[at]),
           std::span(objects).subspan(at + 1, commit.parents.size()));
    }
  }

  /// Of a long history how much of it was gone through.
  void tell_progress(std::size_t done, std::size_t all) const {
    constexpr std::size_t kMany = 200, kOften = 20;
    if (progress && all >= kMany && done % kOften == 0)
      progress(fmt::format("\r{}/{} ", done, all));
  }

  Version version(const std::string& object) {
    const auto instead = stand_ins.find(object);
    return instead != stand_ins.end() ? instead->second.first : versions[object];
  }

  /// Nobody of what stands where the history is cut off.
  CommitShown brought_by(const GitCommit& commit, const std::string& object) const {
    if (commit.cut) return {};
    const auto instead = stand_ins.find(object);
    return instead != stand_ins.end() ? either(instead->second.second, commit) : shown(commit);
  }

  /// What a version says otherwise than all versions before it.
  void step(const Version& is, std::size_t row, const CommitShown& by,
            std::span<const Object> parents) {
    std::optional<std::vector<ShownChange>> found;
    for (const Object& parent : parents)
      if (parent) compare(*parent, is, row, by, found);
    if (!found && !by.commit.empty()) found = {{whole_row(is, row)}};
    for (ShownChange& change : found.value_or(std::vector<ShownChange>())) {
      change.by = by;
      note_entries(change.told, by);
      changes.push_back(std::move(change));
    }
    if (found && !found->empty()) held.push_back(is);
  }

  void compare(const std::string& parent, const Version& is, std::size_t row, const CommitShown& by,
               std::optional<std::vector<ShownChange>>& found) {
    Version was = version(parent);
    if (!was) {
      was = is;
      stand_ins.emplace(parent, std::pair(is, by));
    }
    if (stays(*was, *is, row)) {
      row_of.emplace(parent, row);
      found.emplace();
      return;
    }
    follow(*was, *is, row, parent);
    std::vector<ShownChange> mine = shown_changes(*was, *is);
    std::erase_if(mine, [&](const ShownChange& one) {
      return one.told.list != list || one.told.row_after != row ||
             one.told.kind == ChangeKind::moved;
    });
    if (!mine.empty()) held.push_back(was);
    if (!found) {
      found = std::move(mine);
      return;
    }
    std::erase_if(*found, [&](const ShownChange& one) {
      return std::ranges::none_of(mine, [&](const ShownChange& other) {
        return change_key(one.told) == change_key(other.told);
      });
    });
  }

  /// Whether the row is at its place as it was: so in nearly all versions of a long history.
  bool stays(const Tree& was, const Tree& is, std::size_t row) const {
    const Tree *before = find(was, list), *after = find(is, list);
    return before != nullptr && after != nullptr && row < before->children.size() &&
           before->children[row] == after->children[row];
  }

  void follow(const Tree& was, const Tree& is, std::size_t row, const std::string& parent) {
    const Tree *before = find(was, list), *after = find(is, list);
    if (before == nullptr || after == nullptr) return;
    if (const auto old = pair_elements(*before, *after, list).of_new[row])
      row_of.emplace(parent, *old);
  }

  ShownChange whole_row(const Version& is, std::size_t row) const {
    const Path path = with_place(with_key({}, list), row);
    ShownChange change{.told = told_place(*is, path)};
    change.told.kind = ChangeKind::added;
    change.told.row_after = row;
    change.told.after = &value_at(*is, path);
    return change;
  }

  void note_entries(const ToldChange& told, const CommitShown& by) {
    if (told.kind == ChangeKind::removed || told.after == nullptr) return;
    if (told.key == list) {
      if (const Tree* entries = find(*told.after, "updates"))
        for (const Tree& entry : entries->children) came_with.emplace(canonical(entry), by);
    } else if (told.key == "updates") {
      came_with.emplace(canonical(*told.after), by);
    }
  }

  std::vector<ShownEntry> entries(const Tree& row) const {
    std::vector<ShownEntry> all;
    const Tree* entries = find(row, "updates");
    if (entries == nullptr) return all;
    for (const Tree& entry : entries->children) {
      const auto by = came_with.find(canonical(entry));
      all.push_back({&entry, by != came_with.end() ? by->second : CommitShown()});
    }
    return all;
  }
};

/// What the item is.
Card card_of(const PlanFile& file, const Plan& plan, std::size_t row) {
  const Row& item = plan.row(row);
  Card card;
  card.about = {{"file", file.project.sources[plan.file].path()},
                {"ward", plan.ward_id.value},
                {"ward_name", ward_name(plan)},
                {"year", plan.year.value}};
  card.address = plan.outline[row].address;
  card.title =
      item.text().given || item.listed == nullptr ? item.text().value : item.listed->text().value;
  card.subtitle = ward_name(plan) + ", " + std::to_string(plan.year.value);
  return card;
}

}  // namespace

int log_command(const LogOptions& options, Io& io) {
  const PlanFile plan_file =
      read_plan_file(options.path, {"không hiện gì", "nothing is shown"}, io);
  if (plan_file.plan == nullptr) return plan_file.exit_code;
  const Plan& plan = *plan_file.plan;
  const auto found = find_item(plan, options.address);
  if (const auto* why = std::get_if<Message>(&found)) return refused(*why, io);
  const std::size_t row = std::get<std::size_t>(found);
  const bool dates = row >= plan.rows.size();
  const GitFile file = git_file(options.path);
  const GitCommit head = last_commit(file);
  const std::vector<GitCommit> commits = commits_of(file, "", head);
  if (commits.empty())
    return refused(say("`{}` chưa có trong commit nào", "`{}` is in no commit yet", options.path),
                   io);
  const Object last = objects_of(file, {head.hash + ":" + head.path}).front();
  if (!last)
    return refused(
        say("`{}` không có trong commit cuối cùng, nên không lần được lịch sử của tệp",
            "`{}` isn't in the last commit, so that its history can't be followed", options.path),
        io);
  const std::string bytes(plan_file.project.sources[plan.file].bytes());
  const auto now = std::make_shared<const Tree>(read_tree(bytes));
  ItemLog log{
      .file = file, .list = std::string(row_list(plan.kind, dates)), .progress = io.progress};
  const std::size_t place = dates ? row - plan.rows.size() : row;
  log.go(now, place, *last, commits);
  if (io.progress) io.progress(std::string(kClearLine));
  const RecordWords words = record_words(options.path, bytes, *now, io.lang);
  const Tree& item = find(*now, log.list)->children[place];
  deliver_card(log_card(card_of(plan_file, plan, row), log.changes, log.entries(item), words),
               options.output, io);
  tell_gaps(log.stand_ins.size(), commits, io);
  mention_warnings(plan_file.report, options.path, io);
  return kFine;
}

}  // namespace wardplan

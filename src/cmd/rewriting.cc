#include "cmd/rewriting.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "cmd/plan_file.h"
#include "cmd/typed.h"
#include "diag/render.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "edit/reshape.h"
#include "rules/check.h"
#include "text/edit.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

/// The first file with an error: the register's may be the one.
const std::string& file_with_error(const JudgedText& text) {
  const auto& findings = text.report.findings();
  const auto first = std::ranges::find(
      findings, Severity::error, [](const Finding& finding) { return finding.code->severity; });
  return text.project.sources[first->primary.span.file].path();
}

/// The path as `git apply` takes it: from the root of the repository, or from this folder.
std::string path_in_diff(const std::string& path) {
  std::error_code ignored;
  const fs::path file = identity(path);
  fs::path root = file.parent_path();
  while (!fs::exists(root / ".git", ignored) && root != root.parent_path())
    root = root.parent_path();
  if (!fs::exists(root / ".git", ignored)) root = fs::current_path(ignored);
  return file.lexically_relative(root).generic_string();
}

/// One run of what is asked of a record, on the bytes that it has under its lock.
struct RecordChange {
  const std::string& path;
  const WantRecord& want;
  Io& io;
  /// What was done, or why not.
  Message message = {};
  bool done = false;

  std::nullopt_t refuse_because(Message why) {
    message = std::move(why);
    return std::nullopt;
  }

  std::optional<ChangedText> run(const std::string& bytes) {
    const JudgedText before = judge_text(path, bytes, io);
    if (auto why = why_not_changed(path, before, io)) return refuse_because(*why);
    try {
      const WantedRecord wanted = want(before, read_tree(bytes));
      ChangedText changed = reshape(bytes, wanted.tree);
      if (!changed.refusal.empty()) return refuse_because(changed.refusal);
      return judged(before, wanted, std::move(changed));
    } catch (const Refused& refused) {
      return refuse_because(refused.message);
    }
  }

  std::optional<ChangedText> judged(const JudgedText& before, const WantedRecord& wanted,
                                    ChangedText changed) {
    const JudgedText after = judge_text(path, changed.bytes, io);
    const std::vector<Finding> brought = new_findings(before, after, wanted.moved);
    std::vector<Finding> errors = brought;
    std::erase_if(errors, [](const Finding& one) { return one.code->severity != Severity::error; });
    io.err += rendered(after, errors.empty() ? brought : errors, io);
    if (!errors.empty())
      return refuse_because(Phrase{"như vậy thì hồ sơ có lỗi", "the record would have an error"});
    done = true;
    message = wanted.told(after.project.plans.front());
    return changed;
  }
};

}  // namespace

JudgedText judge_text(const std::string& path, std::string bytes, const Io& io) {
  return judge_texts({{path, std::move(bytes)}}, io);
}

JudgedText judge_texts(std::vector<std::pair<std::string, std::string>> files, const Io& io) {
  JudgedText text;
  text.project = read_files_as(std::move(files), text.report);
  check(text.project, {.as_of = io.as_of, .told = io.told_codes, .policy = policy_in(io)},
        text.report);
  return text;
}

std::optional<Message> why_not_changed(const std::string& path, const JudgedText& text, Io& io) {
  if (tell_errors(text.project, text.report, io))
    return say("`{}` có lỗi, hãy sửa trước", "`{}` has errors; mend them first",
               file_with_error(text));
  // A register that can't be read leaves names unjudged.
  if (!text.project.failures.empty()) throw Failure(text.project.failures.front().why);
  if (text.project.plans.empty()) return no_plan_in(text.project, path);
  return std::nullopt;
}

std::vector<Finding> new_findings(const JudgedText& before, const JudgedText& after,
                                  const MovedRows& moved) {
  using Key = std::tuple<std::string_view, std::string, std::string>;
  const auto key = [&moved](const Finding& finding, bool old) {
    const auto found = moved.find(finding.at);
    return Key{finding.code->id, old && found != moved.end() ? found->second : finding.at,
               moved.empty() ? finding.message.en : ""};
  };
  std::map<Key, int> known;
  for (const Finding& finding : before.report.findings()) ++known[key(finding, true)];
  std::vector<Finding> fresh;
  for (const Finding& finding : after.report.findings())
    if (known[key(finding, false)]-- <= 0) fresh.push_back(finding);
  return fresh;
}

std::string rendered(const JudgedText& text, const std::vector<Finding>& findings, const Io& io) {
  Report report;
  for (const Finding& finding : findings) report.add(finding);
  return render_text(text.project.sources, report, {io.lang, io.color_err});
}

std::string record_diff(const std::string& path, const std::string& bytes,
                        const ChangedText& changed) {
  return unified_diff(bytes, changed.edits, path_in_diff(path));
}

void rewrite_record(const std::string& path, bool dry_run, Io& io, const ChangeText& change) {
  refuse_folder(path);
  if (dry_run) {
    const std::string bytes = read_file(path);
    if (const auto changed = change(bytes)) io.out += record_diff(path, bytes, *changed);
    return;
  }
  const Rewritten rewritten =
      rewrite_file(path, [&](const std::string& bytes) -> std::optional<std::string> {
        const auto changed = change(bytes);
        return changed ? std::optional(changed->bytes) : std::nullopt;
      });
  for (const Message& warning : rewritten.warnings) complain(warning, io);
}

int change_record(const std::string& path, bool dry_run, Io& io, const WantRecord& want) {
  RecordChange change{path, want, io};
  rewrite_record(path, dry_run, io, [&](const std::string& bytes) { return change.run(bytes); });
  if (!change.done)
    return refused(say("{}; không ghi gì", "{}; nothing was written", change.message), io);
  complain(change.message, io);
  return kFine;
}

}  // namespace wardplan

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cmd/check_changed.h"
#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/wards.h"
#include "diag/render.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// More findings than these are counted by code behind them.
constexpr std::size_t kMany = 50;

/// How often each code was found.
using CodeCounts = std::map<const Code*, int,
                            decltype([](const Code* a, const Code* b) { return a->id < b->id; })>;

/// The findings that were asked for; `scope`: null where all are.
Report asked_for(const WardRecords& records, const CheckOptions& options,
                 const ChangedScope* scope) {
  const Report& report = records.report;
  if (options.only == Severity::info && options.select.empty() && scope == nullptr) return report;
  Report kept;
  const std::vector<bool> told =
      scope != nullptr ? scope->tells(report, records.project.sources) : std::vector<bool>();
  for (std::size_t at = 0; at < report.findings().size(); ++at) {
    const Finding& finding = report.findings()[at];
    if (scope != nullptr && !told[at]) continue;
    const bool selected =
        options.select.empty() || std::ranges::any_of(options.select, [&](const std::string& code) {
          return finding.code->id.starts_with(code);
        });
    if (selected && finding.code->severity <= options.only) kept.add(finding);
  }
  return kept;
}

/// `P501     7  warning  lead and support at once`
std::string statistics_of(const CodeCounts& counts, Lang lang) {
  std::string out;
  for (const auto& [code, count] : counts)
    out += fmt::format("{:<5}{:>6}  {}: {}\n", code->id, count, severity_word(code->severity, lang),
                       code->title.in(lang));
  return out;
}

/// What was found in a ward, drawn.
struct Drawn {
  std::string text = {};
  FindingCounts counts = {};
  std::vector<const Code*> codes = {};
  /// How many findings aren't told, since they were there before.
  std::size_t untold = 0;
};

std::size_t untold_of(const WardRecords& records, const ChangedScope& scope) {
  const Sources& sources = records.project.sources;
  const std::vector<bool> told = scope.tells(records.report, sources);
  std::size_t untold = 0;
  for (std::size_t at = 0; at < told.size(); ++at) {
    const Finding& finding = records.report.findings()[at];
    const std::string path = scope.from_root(sources[finding.primary.span.file].path());
    untold += !told[at] && !scope.is_of_submodule(path) ? 1u : 0u;
  }
  return untold;
}

/// A mistyped id of a ward looks like one that wasn't read; nobody but people can tell.
void tell_unknown_wards(const std::vector<std::string>& ids, Io& io) {
  if (!ids.empty())
    complain(
        say("`successors`, `predecessors` nêu phường không có trong các tệp đã đọc: {}",
            "`successors` and `predecessors` name wards that weren't read: {}", quoted_list(ids)),
        io);
}

constexpr Phrase kNoFile = {"không có tệp .yaml nào ở đó", "there is no .yaml file there"};

/// What stands behind the findings of all wards.
std::string end_of(const ReportFormat& format, const FindingCounts& counts, const CodeCounts& codes,
                   const Wards& wards, const CheckOptions& options, Lang lang) {
  FoundInAll found{counts, {}, wards.failures()};
  for (const auto& [code, often] : codes) found.codes.push_back(code);
  if (found.unread.empty() && wards.files_asked() == 0)
    for (const std::string& path : options.paths) found.unread.push_back({path, kNoFile});
  return format.end(found, {lang});
}

/// The files of a ward that could be read, of a scope only those that changed or have findings.
std::vector<std::string> read_files_of(const WardRecords& records, const Report& report,
                                       const ChangedScope* scope) {
  std::vector<std::string> files = records.files->paths;
  for (const UnreadPath& unread : records.project.failures) std::erase(files, unread.path);
  if (scope == nullptr) return files;
  std::set<std::string> told;
  for (const Finding& finding : report.findings())
    told.insert(records.project.sources[finding.primary.span.file].path());
  std::erase_if(files, [&](const std::string& path) {
    return !told.contains(path) && !scope->files.contains(scope->from_root(path));
  });
  return files;
}

/// Settings that set nothing here, and patterns of those that do.
void tell_settings(const std::vector<std::string>& files, Io& io) {
  if (!io.settings) return;
  const std::string used = identity(io.settings->path);
  for (const std::string& file : files)
    if (std::filesystem::path(file).filename() == kSettingsFile && identity(file) != used)
      complain(say("`{}` không có tác dụng: thiết lập đang dùng là `{}`",
                   "`{}` sets nothing here: the settings in use are `{}`", file, io.settings->path),
               io);
  tell_unmatched_patterns(files, io);
}

std::vector<std::string> files_of(const Wards& wards) {
  std::vector<std::string> files;
  for (const WardFiles& ward : wards.wards())
    files.insert(files.end(), ward.paths.begin(), ward.paths.end());
  return files;
}

/// How many records changed, and how many findings of before aren't told.
void tell_scope(const ChangedScope& scope, const std::vector<std::string>& paths,
                std::size_t untold, Io& io) {
  const auto changed = std::ranges::count_if(
      scope.files, [&](const std::string& file) { return scope.is_asked(file, paths); });
  Message message = changed == 0 ? say("không hồ sơ nào thay đổi so với {}",
                                       "no record changed since {}", scope.since)
                                 : say("{0} tệp thay đổi so với {2}", "{1} changed since {2}",
                                       changed, counted(changed, "file"), scope.since);
  if (untold > 0)
    message += say("; {0} chỗ đã có từ trước không nêu", "; {1} of before not told", untold,
                   counted(untold, "finding"));
  complain(message, io);
}

/// What is said behind the findings, on the other stream.
void tell_about(const Wards& wards, const FindingCounts& counts, const CheckOptions& options,
                const ChangedScope* scope, std::size_t untold, Io& io) {
  if (options.quiet) return;
  tell_unknown_wards(wards.unknown_wards(), io);
  if (scope != nullptr) tell_scope(*scope, options.paths, untold, io);
  tell_settings(files_of(wards), io);
  complain(summary_of(counts, wards.files_asked(), wards.accepted()), io);
}

/// `scope`: null where everything is told.
int check_paths(const CheckOptions& options, const ChangedScope* scope, Io& io) {
  const auto format = std::ranges::find(report_formats(), options.format, &ReportFormat::name);
  const bool told = !options.quiet && !options.statistics;
  Wards wards(options.paths, {.as_of = io.as_of}, io);
  FindingCounts counts = {};
  CodeCounts codes;
  std::size_t untold = 0;
  const auto draw = [&](const WardRecords& records) {
    const Report report = asked_for(records, options, scope);
    Drawn drawn{.counts = report.counts()};
    for (const Finding& finding : report.findings()) drawn.codes.push_back(finding.code);
    const std::vector<std::string> files = read_files_of(records, report, scope);
    if (scope != nullptr) drawn.untold = untold_of(records, *scope);
    if (told)
      drawn.text = format->render(records.project.sources, report, {io.lang, io.color_out, files});
    return drawn;
  };
  if (told) io.out += format->begin;
  wards.each(io.threads, draw, [&](const WardRecords&, const Drawn& drawn) {
    if (counts.total() > 0 && drawn.counts.total() > 0) io.out += format->separator;
    io.out += drawn.text;
    counts += drawn.counts;
    untold += drawn.untold;
    for (const Code* code : drawn.codes) ++codes[code];
    if (io.flush) io.flush(io);
  });
  if (told) io.out += end_of(*format, counts, codes, wards, options, io.lang);
  const bool many = told && options.format == "text" && counts.total() > kMany;
  if (!options.quiet && (options.statistics || many)) io.out += statistics_of(codes, io.lang);

  const bool failed = complain_about_failures(wards.failures(), io);
  if (wards.files_asked() == 0) {
    if (!failed) complain(kNoFile, io);
    return kCannot;
  }
  tell_about(wards, counts, options, scope, untold, io);
  if (failed) return kCannot;
  const bool found = counts[Severity::error] > 0 ||
                     (options.fail_on == Severity::warning && counts[Severity::warning] > 0);
  return found ? kFound : kFine;
}

}  // namespace

int check_command(const CheckOptions& options, Io& io) {
  if (!options.staged && !options.since) return check_paths(options, nullptr, io);
  return check_changed(options, io, [&](const CheckOptions& asked, const ChangedScope& scope) {
    return check_paths(asked, &scope, io);
  });
}

}  // namespace wardplan

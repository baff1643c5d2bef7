#include <algorithm>
#include <map>

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

/// The findings that were asked for.
Report asked_for(const Report& report, const CheckOptions& options) {
  if (options.only == Severity::info && options.select.empty()) return report;
  Report kept;
  for (const Finding& finding : report.findings()) {
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
};

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

/// The files of a ward that could be read.
std::vector<std::string> read_files_of(const WardRecords& records) {
  std::vector<std::string> files = records.files->paths;
  for (const UnreadPath& unread : records.project.failures) std::erase(files, unread.path);
  return files;
}

}  // namespace

int check_command(const CheckOptions& options, Io& io) {
  const auto format = std::ranges::find(report_formats(), options.format, &ReportFormat::name);
  const bool told = !options.quiet && !options.statistics;
  Wards wards(options.paths, {.as_of = io.as_of}, io);
  FindingCounts counts = {};
  CodeCounts codes;
  const auto draw = [&](const WardRecords& records) {
    const Report report = asked_for(records.report, options);
    Drawn drawn{.counts = report.counts()};
    for (const Finding& finding : report.findings()) drawn.codes.push_back(finding.code);
    const std::vector<std::string> files = read_files_of(records);
    if (told)
      drawn.text = format->render(records.project.sources, report, {io.lang, io.color_out, files});
    return drawn;
  };
  if (told) io.out += format->begin;
  wards.each(io.threads, draw, [&](const WardRecords&, const Drawn& drawn) {
    if (counts.total() > 0 && drawn.counts.total() > 0) io.out += format->separator;
    io.out += drawn.text;
    counts += drawn.counts;
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
  if (!options.quiet) tell_unknown_wards(wards.unknown_wards(), io);
  if (!options.quiet) complain(summary_of(counts, wards.files_asked(), wards.accepted()), io);
  if (failed) return kCannot;
  const bool found = counts[Severity::error] > 0 ||
                     (options.fail_on == Severity::warning && counts[Severity::warning] > 0);
  return found ? kFound : kFine;
}

}  // namespace wardplan

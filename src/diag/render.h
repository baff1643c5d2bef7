#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "disk/files.h"

namespace wardplan {

struct RenderOptions {
  Lang lang = Lang::vi;
  bool color = false;
  /// The files that were asked about and read, whether anything was found in them or not.
  std::span<const std::string> files = {};
};

/// What was found in all reports: how often, and which codes, each once; and what couldn't be read.
struct FoundInAll {
  FindingCounts counts = {};
  std::vector<const Code*> codes = {};
  std::vector<UnreadPath> unread = {};
};

/// A way to show findings, report by report.
struct ReportFormat {
  std::string_view name;
  std::string (*render)(const Sources&, const Report&, const RenderOptions&);
  /// What stands before all reports and, when there are several, between two.
  std::string_view begin = {};
  std::string_view separator = {};
  /// What stands behind them all.
  std::string (*end)(const FoundInAll&, const RenderOptions&) =
      [](const FoundInAll&, const RenderOptions&) { return std::string(); };
};

/// text, short, json, and what CI shows: github, gitlab, sarif, junit.
std::span<const ReportFormat> report_formats();

/// Findings with the user's own lines and carets under the very characters.
std::string render_text(const Sources& sources, const Report& report, const RenderOptions& options);

/// One line a finding: path:line:column: severity[code]: message.
std::string render_short(const Sources& sources, const Report& report,
                         const RenderOptions& options);

/// One JSON document; positions count from 1 in code points, offsets from 0 in bytes. The members
/// of `findings`, and what stands before and behind them.
std::string render_json(const Sources& sources, const Report& report, const RenderOptions& options);
std::string_view json_begin();
std::string json_end(const FoundInAll& found, const RenderOptions& options);

/// Workflow commands of GitHub and Forgejo, a line a finding.
std::string render_github(const Sources& sources, const Report& report,
                          const RenderOptions& options);

/// A code quality report of GitLab: the members of its array.
std::string render_gitlab(const Sources& sources, const Report& report,
                          const RenderOptions& options);

/// SARIF 2.1.0: the members of `results`, and what stands before and behind them.
std::string render_sarif(const Sources& sources, const Report& report,
                         const RenderOptions& options);
std::string_view sarif_begin();
std::string sarif_end(const FoundInAll& found, const RenderOptions& options);

/// JUnit's XML: a test a file, which fails where there are errors; a suite a report, and one of
/// what couldn't be read, whose tests are errors.
std::string render_junit(const Sources& sources, const Report& report,
                         const RenderOptions& options);
std::string junit_end(const FoundInAll& found, const RenderOptions& options);

/// The message of a finding with what it says to type in a line of its own, safe to show, for
/// formats that have one text for both.
std::string told(const Finding& finding, Lang lang);

/// What tells each finding of a report from others though lines move: SHA-256 of its file, code and
/// words, and which of several alike it is.
std::vector<std::string> fingerprints(const Sources& sources, const Report& report);

/// `lỗi`, `error` and so on.
std::string_view severity_word(Severity severity, Lang lang);

/// Text that is safe to show: control characters and wrong bytes become U+FFFD.
std::string printable(std::string_view text);

}  // namespace wardplan

// JUnit's XML, which CI servers show as tests: a file is a test, and fails where it has errors.
#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "diag/render.h"
#include "text/escape.h"

namespace wardplan {
namespace {

/// What was found in a file, as lines.
struct Judged {
  std::size_t errors = 0;
  std::string failures = {};
  std::string others = {};
};

std::string begin_of(const std::string& suite, std::size_t tests, std::size_t failed,
                     std::size_t unread) {
  return fmt::format("<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
                     xml_text(printable(suite)), tests, failed, unread);
}

std::string test_of(const std::string& file, const Judged& judged) {
  std::string out =
      fmt::format("<testcase classname=\"wardplan\" name=\"{}\"", xml_text(printable(file)));
  if (judged.failures.empty() && judged.others.empty()) return out + "/>\n";
  out += ">\n";
  if (judged.errors > 0)
    out += fmt::format("<failure message=\"{}\">{}</failure>\n", judged.errors,
                       xml_text(judged.failures));
  if (!judged.others.empty())
    out += fmt::format("<system-out>{}</system-out>\n", xml_text(judged.others));
  return out + "</testcase>\n";
}

}  // namespace

std::string render_junit(const Sources& sources, const Report& report,
                         const RenderOptions& options) {
  std::map<std::string, Judged> files;
  for (const std::string& file : options.files) files[file];
  std::size_t failed = 0;
  for (const Finding& finding : report.findings()) {
    const Source& source = sources[finding.primary.span.file];
    Judged& judged = files[source.path()];
    const bool is_error = finding.code->severity == Severity::error;
    if (is_error && ++judged.errors == 1) ++failed;
    const Position place = source.position(finding.primary.span.begin);
    (is_error ? judged.failures : judged.others) +=
        fmt::format("{}:{}: {}[{}]: {}\n", place.line, place.column,
                    severity_word(finding.code->severity, options.lang), finding.code->id,
                    printable(told(finding, options.lang)));
  }
  if (files.empty()) return {};
  const std::string folder = std::filesystem::path(files.begin()->first).parent_path().string();
  std::string out = begin_of(folder.empty() ? "." : folder, files.size(), failed, 0);
  for (const auto& [file, judged] : files) out += test_of(file, judged);
  return out + "</testsuite>\n";
}

std::string junit_end(const FoundInAll& found, const RenderOptions& options) {
  std::string out;
  if (!found.unread.empty())
    out += begin_of("wardplan", found.unread.size(), 0, found.unread.size());
  for (const UnreadPath& path : found.unread)
    out += fmt::format(
        "<testcase classname=\"wardplan\" name=\"{}\">\n<error message=\"{}\"/>\n</testcase>\n",
        xml_text(printable(path.path)), xml_text(printable(path.why.in(options.lang))));
  if (!found.unread.empty()) out += "</testsuite>\n";
  return out + "</testsuites>\n";
}

}  // namespace wardplan

// What code hosts show beside the lines of a change: workflow commands of GitHub and Forgejo, code
// quality reports of GitLab.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "diag/render.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

/// A value in a workflow command, whose lines end it; `,` and `:` end a property.
std::string command_text(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool kept = c != '%' && c != '\r' && c != '\n' && !(property && (c == ':' || c == ','));
    out += kept ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string_view command_of(Severity severity) {
  return severity == Severity::info ? "notice" : severity_word(severity, Lang::en);
}

/// GitLab's words for how bad it is.
std::string_view weight_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::info:
      return "info";
  }
  return {};
}

}  // namespace

std::string render_github(const Sources& sources, const Report& report,
                          const RenderOptions& options) {
  std::string out;
  for (const Finding& finding : report.findings()) {
    const Source& source = sources[finding.primary.span.file];
    const Position begin = source.position(finding.primary.span.begin);
    const Position end = source.position(finding.primary.span.end);
    out += fmt::format("::{} file={},line={},endLine={},col={},endColumn={},title={}::{}\n",
                       command_of(finding.code->severity),
                       command_text(printable(source.path()), true), begin.line, end.line,
                       begin.column, end.column, finding.code->id,
                       command_text(told(finding, options.lang), false));
  }
  return out;
}

std::string render_gitlab(const Sources& sources, const Report& report,
                          const RenderOptions& options) {
  std::string out;
  const std::vector<std::string> prints = fingerprints(sources, report);
  for (std::size_t at = 0; at < prints.size(); ++at) {
    const Finding& finding = report.findings()[at];
    const Source& source = sources[finding.primary.span.file];
    const Json json = {{"description", told(finding, options.lang)},
                       {"check_name", finding.code->id},
                       {"fingerprint", prints[at]},
                       {"severity", weight_of(finding.code->severity)},
                       {"location",
                        {{"path", source.path()},
                         {"lines",
                          {{"begin", source.position(finding.primary.span.begin).line},
                           {"end", source.position(finding.primary.span.end).line}}}}}};
    out += out.empty() ? "\n" : ",\n";
    out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return out;
}

}  // namespace wardplan

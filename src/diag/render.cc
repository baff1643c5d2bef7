#include "diag/render.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "disk/files.h"
#include "text/utf8.h"

namespace wardplan {

std::span<const ReportFormat> report_formats() {
  static const std::array kFormats = {
      ReportFormat{"text", render_text},
      ReportFormat{"short", render_short},
      ReportFormat{"json", render_json, json_begin(), ",", json_end},
      ReportFormat{"github", render_github},
      ReportFormat{"gitlab", render_gitlab, "[", ",",
                   [](const FoundInAll&, const RenderOptions&) { return std::string("\n]\n"); }},
      ReportFormat{"sarif", render_sarif, sarif_begin(), ",", sarif_end},
      ReportFormat{"junit", render_junit,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n", "", junit_end}};
  return kFormats;
}

std::string_view severity_word(Severity severity, Lang lang) {
  static constexpr std::array<Phrase, 3> kWords = {
      {{"lỗi", "error"}, {"cảnh báo", "warning"}, {"lưu ý", "note"}}};
  return kWords[static_cast<std::size_t>(severity)].in(lang);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain_ascii(text[at])) {
      ++at;
      continue;
    }
    const CodePoint c = decode(text, at);
    const bool shown = c.valid && !is_invisible(c.value) && c.value != '\r' && c.value != '\n';
    if (!shown) {
      out.append(text, taken, at - taken);
      out += c.value == '\n' ? " " : "\uFFFD";
      taken = at + c.size;
    }
    at += c.size;
  }
  return out.append(text, taken);
}

std::string told(const Finding& finding, Lang lang) {
  std::string text = printable(finding.message.in(lang));
  if (!finding.help.empty())
    text +=
        fmt::format("\n{}: {}", Phrase{"gợi ý", "help"}.in(lang), printable(finding.help.in(lang)));
  return text;
}

std::vector<std::string> fingerprints(const Sources& sources, const Report& report) {
  std::map<std::string, int> met;
  std::vector<std::string> prints;
  for (const Finding& finding : report.findings()) {
    const std::string key = fmt::format("{}\n{}\n{}\n{}", sources[finding.primary.span.file].path(),
                                        finding.code->id, finding.at, finding.message.in(Lang::en));
    prints.push_back(sha256(fmt::format("{}\n{}", key, ++met[key])));
  }
  return prints;
}

std::string render_short(const Sources& sources, const Report& report,
                         const RenderOptions& options) {
  std::string out;
  for (const Finding& finding : report.findings()) {
    const Source& source = sources[finding.primary.span.file];
    const Position place = source.position(finding.primary.span.begin);
    out += fmt::format("{}:{}:{}: {}[{}]: {}\n", printable(source.path()), place.line, place.column,
                       severity_word(finding.code->severity, options.lang), finding.code->id,
                       printable(finding.message.in(options.lang)));
  }
  return out;
}

}  // namespace wardplan

#include "diag/render.h"

#include <array>

#include "text/utf8.h"

namespace wardplan {

std::span<const ReportFormat> report_formats() {
  static const std::array kFormats = {
      ReportFormat{"text", render_text}, ReportFormat{"short", render_short},
      ReportFormat{"json", render_json, json_begin(), ",", json_end}};
  return kFormats;
}

std::string_view severity_word(Severity severity, Lang lang) {
  static constexpr std::array<Phrase, 3> kWords = {
      {{"lỗi", "error"}, {"cảnh báo", "warning"}, {"lưu ý", "note"}}};
  return kWords[static_cast<std::size_t>(severity)].in(lang);
}

std::string printable(std::string_view text) {
  std::string out;
  each_character(text, [&](const CodePoint& c, std::string_view bytes) {
    if (!c.valid || is_invisible(c.value) || c.value == '\r')
      out += "\uFFFD";
    else if (c.value == '\n')
      out += ' ';
    else
      out += bytes;
  });
  return out;
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

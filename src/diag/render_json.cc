#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "diag/render.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

Json place(const Sources& sources, Span span) {
  const Source& source = sources[span.file];
  const Position begin = source.position(span.begin);
  const Position end = source.position(span.end);
  return {{"file", source.path()},          {"line", begin.line},       {"column", begin.column},
          {"end_line", end.line},           {"end_column", end.column}, {"offset", span.begin},
          {"length", span.end - span.begin}};
}

Json one(const Sources& sources, const Finding& finding, Lang lang) {
  Json json = {{"code", finding.code->id},
               {"severity", severity_word(finding.code->severity, Lang::en)},
               {"message", finding.message.in(lang)}};
  json.update(place(sources, finding.primary.span));
  if (!finding.primary.text.empty()) json["label"] = finding.primary.text.in(lang);
  if (!finding.at.empty()) json["at"] = finding.at;
  if (!finding.help.empty()) json["help"] = finding.help.in(lang);
  json["related"] = Json::array();
  for (const Label& label : finding.related) {
    Json related = place(sources, label.span);
    related["message"] = label.text.in(lang);
    json["related"].push_back(std::move(related));
  }
  return json;
}

/// Behind line ends as many blanks as what stands within `findings` is indented by.
std::string indented(const std::string& json) {
  std::string out;
  for (const char c : json) out += c == '\n' ? std::string("\n    ") : std::string(1, c);
  return out;
}

}  // namespace

std::string render_json(const Sources& sources, const Report& report,
                        const RenderOptions& options) {
  std::string out;
  for (const Finding& finding : report.findings()) {
    const Json json = one(sources, finding, options.lang);
    out += out.empty() ? "" : ",";
    out += indented("\n" + json.dump(2, ' ', false, Json::error_handler_t::replace));
  }
  return out;
}

std::string_view json_begin() { return "{\n  \"schema_version\": 1,\n  \"findings\": ["; }

std::string json_end(const FoundInAll& found, const RenderOptions&) {
  const FindingCounts& counts = found.counts;
  return fmt::format("{}],\n  \"errors\": {},\n  \"warnings\": {},\n  \"notes\": {}\n}}\n",
                     counts.total() > 0 ? "\n  " : "", counts[Severity::error],
                     counts[Severity::warning], counts[Severity::info]);
}

}  // namespace wardplan

#include <nlohmann/json.hpp>

#include "diag/render.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

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

}  // namespace

std::string render_json(const Sources& sources, const Report& report,
                        const RenderOptions& options) {
  Json findings = Json::array();
  for (const Finding& finding : report.findings())
    findings.push_back(one(sources, finding, options.lang));
  const Json document = {{"schema_version", kSchemaVersion},
                         {"errors", report.count(Severity::error)},
                         {"warnings", report.count(Severity::warning)},
                         {"notes", report.count(Severity::info)},
                         {"findings", std::move(findings)}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace wardplan

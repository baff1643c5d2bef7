// SARIF 2.1.0, the exchange format of static analysis (OASIS).
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "diag/render.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

/// Its words are ours.
std::string_view level_of(Severity severity) { return severity_word(severity, Lang::en); }

/// A path as a reference to a resource: what isn't plain in one is written by its bytes.
std::string reference(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       kPlain.find(c) != kPlain.npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json location(const Sources& sources, const Label& label, const std::string& message) {
  const Source& source = sources[label.span.file];
  const Position begin = source.position(label.span.begin), end = source.position(label.span.end);
  Json json = {{"physicalLocation",
                {{"artifactLocation", {{"uri", reference(source.path())}}},
                 {"region",
                  {{"startLine", begin.line},
                   {"startColumn", begin.column},
                   {"endLine", end.line},
                   {"endColumn", end.column}}}}}};
  if (!message.empty()) json["message"] = {{"text", message}};
  return json;
}

Json result(const Sources& sources, const Finding& finding, const std::string& print, Lang lang) {
  Json json = {{"ruleId", finding.code->id},
               {"level", level_of(finding.code->severity)},
               {"message", {{"text", told(finding, lang)}}},
               {"locations",
                Json::array({location(sources, finding.primary, finding.primary.text.in(lang))})},
               {"partialFingerprints", {{"wardplan/v1", print}}}};
  for (const Label& label : finding.related)
    json["relatedLocations"].push_back(location(sources, label, label.text.in(lang)));
  return json;
}

}  // namespace

std::string render_sarif(const Sources& sources, const Report& report,
                         const RenderOptions& options) {
  std::string out;
  const std::vector<std::string> prints = fingerprints(sources, report);
  for (std::size_t at = 0; at < prints.size(); ++at) {
    out += out.empty() ? "\n" : ",\n";
    out += result(sources, report.findings()[at], prints[at], options.lang)
               .dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return out;
}

std::string_view sarif_begin() {
  return "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
         "\"runs\": [{\"columnKind\": \"unicodeCodePoints\", \"results\": [";
}

std::string sarif_end(const FoundInAll& found, const RenderOptions& options) {
  Json rules = Json::array();
  for (const Code* code : found.codes)
    rules.push_back({{"id", code->id},
                     {"shortDescription", {{"text", code->title.in(options.lang)}}},
                     {"fullDescription", {{"text", code->what.in(options.lang)}}},
                     {"help", {{"text", code->why.in(options.lang)}}},
                     {"defaultConfiguration", {{"level", level_of(code->severity)}}}});
  const Json tool = {{"driver", {{"name", "wardplan"}, {"rules", std::move(rules)}}}};
  return fmt::format("\n], \"tool\": {}}}]}}\n", tool.dump());
}

}  // namespace wardplan

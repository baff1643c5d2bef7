// SARIF 2.1.0, the exchange format of static analysis (OASIS).
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "diag/render.h"
#include "text/escape.h"
#include "text/trim.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

/// Its words are ours.
std::string_view level_of(Severity severity) { return severity_word(severity, Lang::en); }

/// A text as a message has it (3.11.5, 3.11.6): braces would be places for words, brackets before
/// parentheses a link; other brackets stay as they are.
std::string message_text(std::string_view text) {
  const bool may_link = text.find("](") != std::string_view::npos;
  std::string out;
  for (const char c : text) {
    if (c == '{' || c == '}') out += c;
    if (may_link && is_one_of(c, "\\[]")) out += '\\';
    out += c;
  }
  return out;
}

Json message(std::string_view text) { return {{"text", message_text(text)}}; }

Json location(const Sources& sources, const Label& label, Lang lang) {
  const Source& source = sources[label.span.file];
  const Position begin = source.position(label.span.begin), end = source.position(label.span.end);
  Json json = {{"physicalLocation",
                {{"artifactLocation", {{"uri", url_path(source.path())}}},
                 {"region",
                  {{"startLine", begin.line},
                   {"startColumn", begin.column},
                   {"endLine", end.line},
                   {"endColumn", end.column}}}}}};
  if (!label.text.empty()) json["message"] = message(printable(label.text.in(lang)));
  return json;
}

Json result(const Sources& sources, const Finding& finding, const std::string& print, Lang lang) {
  Json json = {{"ruleId", finding.code->id},
               {"level", level_of(finding.code->severity)},
               {"message", message(told(finding, lang))},
               {"locations", Json::array({location(sources, finding.primary, lang)})},
               {"partialFingerprints", {{"wardplan/v1", print}}}};
  for (const Label& label : finding.related)
    json["relatedLocations"].push_back(location(sources, label, lang));
  return json;
}

/// Whether the run could read what it was asked about.
Json invocation(const FoundInAll& found, const RenderOptions& options) {
  Json json = {{"executionSuccessful", found.unread.empty()}};
  for (const UnreadPath& path : found.unread)
    json["toolExecutionNotifications"].push_back(
        {{"level", level_of(Severity::error)},
         {"message", message(printable(path.why.in(options.lang)))},
         {"locations",
          {{{"physicalLocation", {{"artifactLocation", {{"uri", url_path(path.path)}}}}}}}}});
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
                     {"shortDescription", message(code->title.in(options.lang))},
                     {"fullDescription", message(code->what.in(options.lang))},
                     {"help", message(code->why.in(options.lang))},
                     {"defaultConfiguration", {{"level", level_of(code->severity)}}}});
  const Json tool = {{"driver", {{"name", "wardplan"}, {"rules", std::move(rules)}}}};
  return fmt::format(
      "\n], \"tool\": {}, \"invocations\": [{}]}}]}}\n", tool.dump(),
      invocation(found, options).dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace wardplan

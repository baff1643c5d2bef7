#include "lsp/capabilities.h"

#include <algorithm>
#include <array>

namespace wardplan::lsp {
namespace {

struct UnitsWord {
  Units units;
  std::string_view name;
};

constexpr std::array kUnitsWords = {UnitsWord{Units::utf8, "utf-8"},
                                    UnitsWord{Units::utf16, "utf-16"},
                                    UnitsWord{Units::utf32, "utf-32"}};

/// The value at the end of a way of keys, or null.
Json at_way(const Json& from, std::initializer_list<std::string_view> way) {
  const Json* here = &from;
  for (const std::string_view key : way) {
    if (!here->is_object()) return nullptr;
    const auto found = here->find(std::string(key));
    if (found == here->end()) return nullptr;
    here = &*found;
  }
  return *here;
}

/// Of the units that the editor names, best first, the first that is known; the protocol's own
/// without any.
Units units_of(const Json& named) {
  if (named.is_array())
    for (const Json& name : named)
      for (const UnitsWord& word : kUnitsWords)
        if (name == word.name) return word.units;
  return Units::utf16;
}

}  // namespace

Client client_of(const Json& params) {
  const Json can = params.value("capabilities", Json::object());
  const Json formats = at_way(can, {"textDocument", "hover", "contentFormat"});
  return {
      .units = units_of(at_way(can, {"general", "positionEncodings"})),
      .markdown =
          formats.is_array() && std::ranges::find(formats, Json("markdown")) != formats.end(),
      .related = at_way(can, {"textDocument", "publishDiagnostics", "relatedInformation"}) == true,
      .versions = at_way(can, {"workspace", "workspaceEdit", "documentChanges"}) == true,
      .trees = at_way(can, {"textDocument", "documentSymbol",
                            "hierarchicalDocumentSymbolSupport"}) == true,
      .watches =
          at_way(can, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"}) == true};
}

Json capabilities(const Client& client, const std::string& version) {
  // 2: changes come as parts of the text.
  const Json sync = {{"openClose", true}, {"change", 2}, {"save", true}};
  const auto units = std::ranges::find(kUnitsWords, client.units, &UnitsWord::units);
  return {{"capabilities",
           {{"positionEncoding", units->name},
            {"textDocumentSync", sync},
            {"definitionProvider", true},
            {"referencesProvider", true},
            {"documentHighlightProvider", true},
            {"renameProvider", {{"prepareProvider", true}}},
            {"hoverProvider", true},
            {"completionProvider", {{"triggerCharacters", {" ", "[", "/"}}}},
            {"documentSymbolProvider", true}}},
          {"serverInfo", {{"name", "wardplan"}, {"version", version}}}};
}

Json watched_files() {
  const Json watcher = {{"globPattern", "**/*.{yaml,yml}"}};
  const Json records = {{"id", "records"},
                        {"method", "workspace/didChangeWatchedFiles"},
                        {"registerOptions", {{"watchers", Json::array({watcher})}}}};
  return {{"registrations", Json::array({records})}};
}

}  // namespace wardplan::lsp

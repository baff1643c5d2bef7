#include "lsp/session.h"

#include "lsp/uris.h"

namespace wardplan::lsp {
std::optional<Asked> asked(Session& session, const Json& params) {
  const std::string uri = params.at("textDocument").at("uri").get<std::string>();
  Document* document = session.workspace.documents().find(uri);
  if (document == nullptr) return std::nullopt;
  Asked found{*document, session.workspace.view(*document)};
  found.file = found.view->file(document->path);
  if (const auto position = params.find("position"); position != params.end())
    found.offset = Lines(document->text).offset(point_of(*position), session.client.units);
  return found;
}

Point point_of(const Json& position) {
  return {position.at("line").get<std::size_t>(), position.at("character").get<std::size_t>()};
}

Json json_of(const Point& point) { return {{"line", point.line}, {"character", point.character}}; }

Json range_of(const Lines& lines, std::size_t begin, std::size_t end, Units units) {
  return {{"start", json_of(lines.point(begin, units))}, {"end", json_of(lines.point(end, units))}};
}

Json Ranges::range(Span span) {
  const Source& source = view_.project().sources[span.file];
  const Lines& lines = lines_.try_emplace(span.file, source.bytes(), source.bom()).first->second;
  return range_of(lines, span.begin, span.end, session_.client.units);
}

Json Ranges::location(Span span) {
  const std::string path = view_.path(span.file);
  if (path.empty()) return nullptr;
  return {{"uri", uri_of(session_, path)}, {"range", range(span)}};
}

std::string uri_of(Session& session, const std::string& path) {
  const Document* document = session.workspace.documents().at(path);
  return document != nullptr ? document->uri : uri_of_path(path);
}

Json markup(const Session& session, const std::string& markdown, const std::string& plain) {
  const bool rich = session.client.markdown;
  return {{"kind", rich ? "markdown" : "plaintext"}, {"value", rich ? markdown : plain}};
}

}  // namespace wardplan::lsp

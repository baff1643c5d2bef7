// Findings, as editors draw them.
#include <algorithm>
#include <map>

#include "diag/render.h"
#include "lsp/answers.h"
#include "lsp/spot.h"
#include "records/face.h"
#include "text/quoted.h"

namespace wardplan::lsp {
namespace {

int severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::info:
      return 3;
  }
  return 1;
}

Json related_of(Ranges& ranges, const Finding& finding, Lang lang) {
  Json related = Json::array();
  for (const Label& label : finding.related) {
    Json location = ranges.location(label.span);
    if (location.is_null()) continue;
    const std::string text = printable(label.text.in(lang));
    related.push_back({{"location", std::move(location)},
                       {"message", text.empty() ? std::string(finding.code->id) : text}});
  }
  return related;
}

Json diagnostic(Session& session, Ranges& ranges, const Finding& finding) {
  Json json = {{"range", ranges.range(finding.primary.span)},
               {"severity", severity_of(finding.code->severity)},
               {"code", finding.code->id},
               {"source", "wardplan"},
               {"message", told(finding, session.lang())}};
  if (!session.client.related || finding.related.empty()) return json;
  if (Json related = related_of(ranges, finding, session.lang()); !related.empty())
    json["relatedInformation"] = std::move(related);
  return json;
}

/// Whether any of the files is a record, or is to be one: editors show us all YAML that they open.
bool is_ours(const WardView& view) {
  const Project& project = view.project();
  if (!project.plans.empty() || !project.wards.empty() || !project.catalogues.empty()) return true;
  for (FileId file = 0; file < project.sources.size(); ++file) {
    const std::string kind = kind_of(project.sources[file].bytes());
    if (!kind.empty() && nearest(kind, file_kinds())) return true;
  }
  return false;
}

}  // namespace

std::vector<Json> diagnostics(Session& session, const WardView& view, Told& told) {
  Told files;
  const Documents& documents = session.workspace.documents();
  for (const auto& [path, list] : told) files[path] = Json::array();
  for (const std::string& path : view.paths)
    if (documents.at(path) != nullptr) files[path] = Json::array();
  static const std::vector<Finding> kNone;
  Ranges ranges(session, view);
  for (const Finding& finding : is_ours(view) ? view.records.report.findings() : kNone) {
    const std::string path = view.path(finding.primary.span.file);
    if (path.empty()) continue;
    Json& list = files.try_emplace(path, Json::array()).first->second;
    list.push_back(diagnostic(session, ranges, finding));
  }
  std::vector<Json> all;
  for (const auto& [path, list] : files) {
    const Document* document = documents.at(path);
    const auto before = told.find(path);
    if (document == nullptr && before != told.end() && before->second == list) continue;
    Json params = {{"uri", uri_of(session, path)}};
    if (document != nullptr) params["version"] = document->version;
    params["diagnostics"] = list;
    all.push_back(std::move(params));
  }
  std::erase_if(files, [](const auto& file) { return file.second.empty(); });
  told = std::move(files);
  return all;
}

}  // namespace wardplan::lsp

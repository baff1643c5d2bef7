#include "cmd/build_templates.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "cmd/print.h"
#include "diag/render.h"
#include "disk/files.h"
#include "template/fill.h"
#include "write/manifest.h"

namespace wardplan {
namespace {

/// One hash for a template and its partials; pages that were made of it bear its name.
std::string hash_of_template(const Sources& sources, FileId file) {
  std::map<std::string, std::string> hashes;
  for (FileId at = 0; at < sources.size(); ++at)
    if (at == file || sources[at].path() != sources[file].path())
      hashes.emplace(sources[at].path(), sha256(sources[at].bytes()));
  std::vector<HashedFile> files;
  for (const auto& [path, hash] : hashes) files.push_back({path, hash});
  return hash_of(files);
}

/// Nothing where it has errors, which go to `report`.
std::optional<OwnTemplate> judged(const Form& form, const std::string& path, Sources& sources,
                                  Report& report) {
  const TemplateFile made = own_template(path, sources);
  if (made.kind != TemplateKind::page)
    throw Failure(say("mẫu `{}` chỉ in ra {}; `build` in ra mọi định dạng, cần mẫu .html",
                      "the template `{}` gives {} only; `build` gives all formats and needs .html",
                      path, made.ending));
  check_template(made, form.shape(), form.examples(), sources, report);
  if (report.counts()[Severity::error] > 0) return std::nullopt;
  return OwnTemplate{path, hash_of_template(sources, made.file)};
}

}  // namespace

std::optional<OwnTemplates> own_templates(const BuildOptions& options, Io& io) {
  OwnTemplates own;
  bool faults = false;
  for (const auto& [form, path] : options.templates) {
    Sources sources;
    Report report;
    if (const auto one = judged(*find_form(form), path, sources, report)) {
      own.emplace(form, *one);
      continue;
    }
    report.sort(sources);
    io.err += render_text(sources, report, {io.lang, io.color_err});
    faults = true;
  }
  if (!faults) return own;
  refused({"mẫu có lỗi nên không in gì", "the template has errors: nothing was printed"}, io);
  return std::nullopt;
}

document::Document filled_page(const Form& form, const OwnTemplates& own,
                               const mustache::Value& value) {
  const auto found = own.find(form.name);
  if (found == own.end()) return shipped_page(form.template_name(), form.shape(), value);
  const auto& [path, hash] = found->second;
  Sources sources;
  Report report;
  const TemplateFile made = own_template(path, sources);
  auto filled = fill(made, form.shape(), value, sources, report);
  if (hash_of_template(sources, made.file) != hash)
    throw Failure(
        say("mẫu `{}` đã đổi trong lúc in", "the template `{}` was changed meanwhile", path));
  if (!filled)
    throw Failure(
        say("mẫu `{}`: {}", "the template `{}`: {}", path, report.findings().front().message));
  return std::get<document::Document>(std::move(*filled));
}

}  // namespace wardplan

#include "template/fill.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "disk/files.h"
#include "template/render.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;
using mustache::Escape;
using mustache::Shape;
using mustache::Value;

struct Ending {
  std::string_view ending;
  TemplateKind kind;
  Escape escape;
};
constexpr std::array kEndings = {Ending{".html", TemplateKind::page, Escape::page},
                                 Ending{".md", TemplateKind::text, Escape::markdown_cell},
                                 Ending{".csv", TemplateKind::text, Escape::csv},
                                 Ending{".txt", TemplateKind::text, Escape::none}};

const Ending* find_ending(std::string_view ending) {
  const auto found = std::ranges::find(kEndings, ending, &Ending::ending);
  return found == kEndings.end() ? nullptr : &*found;
}

std::optional<FileId> add_shipped(std::string_view name, Sources& sources) {
  for (const ShippedTemplate& shipped : shipped_templates())
    if (shipped.name == name)
      return sources.add("templates/" + std::string(name), std::string(shipped.bytes));
  return std::nullopt;
}

/// A file in the folder itself, also after links are followed.
bool is_inside(const fs::path& path, const std::string& folder) {
  std::error_code failed;
  const fs::path real = fs::canonical(path, failed);
  if (failed || !fs::is_regular_file(real, failed)) return false;
  return real.parent_path() == fs::canonical(folder, failed) && !failed;
}

/// The file of this name in a folder, also where its name is kept with its marks apart; nothing
/// when there is none.
std::optional<fs::path> entry_of(const std::string& folder, const std::string& file) {
  std::error_code failed;
  const fs::path path = fs::path(folder) / file;
  if (fs::exists(fs::symlink_status(path, failed))) return path;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    if (nfc(at->path().filename().string()) == file) return at->path();
  return std::nullopt;
}

/// Partials of one's own template stand beside it, and what isn't there may be shipped; names have
/// no separators (`LoadPartial`). Throws `Failure` at a file that may not be read: the
/// shipped one must not take its place.
mustache::LoadPartial loader(const TemplateFile& made, Sources& sources) {
  return [&made, &sources](std::string_view name) -> std::optional<FileId> {
    const std::string file = std::string(name) + made.ending;
    if (made.folder.empty()) return add_shipped(file, sources);
    const auto path = entry_of(made.folder, file);
    if (!path) return add_shipped(file, sources);
    if (!is_inside(*path, made.folder))
      throw Failure(say("mẫu con `{}` không phải là tệp trong thư mục mẫu, hoặc dẫn ra ngoài nó",
                        "the partial `{}` is no file of the templates' folder, or leads out of it",
                        path->string()));
    return sources.add(path->string(), read_whole(path->string()));
  };
}

/// What the page was made of, for what is found in it.
struct Printed {
  FileId file = 0;
  std::vector<mustache::Origin> origins;
};

void move_to_template(Span& span, const Printed& printed) {
  if (span.file == printed.file && !printed.origins.empty())
    span = mustache::origin_of(printed.origins, span.begin, span.end);
}

bool is_same(const Finding& a, const Finding& b) {
  return a.code == b.code && a.primary.span == b.primary.span && a.message.en == b.message.en;
}

/// Findings of a page at their places in the templates; what a section says often is told once.
void tell_in_template(const Report& found, const Printed& printed, Report& report) {
  for (Finding finding : found.findings()) {
    move_to_template(finding.primary.span, printed);
    for (Label& label : finding.related) move_to_template(label.span, printed);
    const auto& told = report.findings();
    if (std::ranges::none_of(told, [&](const Finding& one) { return is_same(one, finding); }))
      report.add(std::move(finding));
  }
}

std::optional<document::Document> read_page(const std::string& bytes, Printed printed,
                                            const TemplateFile& made, Sources& sources,
                                            Report& report) {
  printed.file = sources.add(sources[made.file].path(), bytes);
  Report found;
  auto document = document::read(sources, printed.file, found);
  tell_in_template(found, printed, report);
  return document;
}

std::optional<Filled> fill_with(const mustache::Template& parsed, const TemplateFile& made,
                                mustache::Partials& partials, const Value& value, Sources& sources,
                                Report& report) {
  const Escape escape = find_ending(made.ending)->escape;
  if (made.kind == TemplateKind::text) {
    auto text = mustache::render(parsed, value, escape, partials, report);
    if (!text) return std::nullopt;
    return Filled(std::move(*text));
  }
  Printed printed;
  const auto bytes = mustache::render(parsed, value, escape, partials, report, &printed.origins);
  if (!bytes) return std::nullopt;
  auto document = read_page(*bytes, std::move(printed), made, sources, report);
  if (!document) return std::nullopt;
  return Filled(std::move(*document));
}

/// The template filled with the last of the values, when it is fine by the declared fields (if
/// these are given) and with all of them.
std::optional<Filled> fill_each(const TemplateFile& made, const Shape* shape,
                                std::span<const Value> values, Sources& sources, Report& report) {
  const auto parsed = mustache::parse(sources, made.file, report);
  if (!parsed) return std::nullopt;
  mustache::Partials partials(sources, loader(made, sources));
  if (shape != nullptr) mustache::check(*parsed, *shape, partials, report);
  std::optional<Filled> filled;
  if (report.counts()[Severity::error] > 0) return filled;
  for (const Value& value : values)
    filled = fill_with(*parsed, made, partials, value, sources, report);
  return filled;
}

}  // namespace

TemplateFile shipped_template(std::string_view name, Sources& sources) {
  const std::string ending = fs::path(name).extension().string();
  return {.file = add_shipped(name, sources).value(),
          .kind = find_ending(ending)->kind,
          .ending = ending,
          .folder = {}};
}

TemplateFile own_template(const std::string& path, Sources& sources) {
  const std::string ending = fold(fs::path(path).extension().string());
  const Ending* known = find_ending(ending);
  if (known == nullptr)
    throw Failure(say("mẫu `{}` phải là tệp .html, .md, .csv hoặc .txt",
                      "the template `{}` must be a file .html, .md, .csv or .txt", path));
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    throw Failure(say("`{}` là thư mục, không phải mẫu", "`{}` is a folder, no template", path));
  const FileId file = sources.add(path, read_whole(path));
  const std::string folder = fs::path(path).parent_path().string();
  return {.file = file,
          .kind = known->kind,
          .ending = std::string(known->ending),
          .folder = folder.empty() ? "." : folder};
}

std::optional<Filled> fill(const TemplateFile& made, const Shape& shape, const Value& value,
                           Sources& sources, Report& report) {
  // Those that are shipped are checked where they are tested.
  return fill_each(made, made.folder.empty() ? nullptr : &shape, {&value, 1}, sources, report);
}

void check_template(const TemplateFile& made, const Shape& shape, std::span<const Value> examples,
                    Sources& sources, Report& report) {
  fill_each(made, &shape, examples, sources, report);
}

}  // namespace wardplan

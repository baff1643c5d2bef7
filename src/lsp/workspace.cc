#include "lsp/workspace.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "disk/files.h"
#include "records/references.h"

namespace wardplan::lsp {
namespace {

namespace fs = std::filesystem;

/// The folder below which files may refer to one: that of its own, or the one above lists and plans
/// that stand there for others.
std::string reach_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  const std::string name = folder.filename().string();
  const bool above =
      name == kReferenceWords<Catalogue>.subfolder || name == kReferenceWords<Plan>.subfolder;
  return (above ? folder.parent_path() : folder).string();
}

bool stands_in(const std::string& folder, const std::string& above) {
  return folder == above || folder.starts_with(above + "/");
}

std::string path_of(const Source& source) {
  return source.path().starts_with('<') ? std::string() : identity(source.path());
}

std::unique_ptr<WardView> read_view(const WardFiles& files, Io& io) {
  auto view = std::make_unique<WardView>();
  view->wards = std::make_unique<Wards>(std::vector<WardFiles>{files}, CheckRun{io.as_of}, io);
  view->wards->each(
      1, [](const WardRecords&) { return 0; },
      [&](WardRecords& records, int) { view->records = std::move(records); });
  const Sources& sources = view->project().sources;
  for (FileId file = 0; file < sources.size(); ++file)
    view->paths.push_back(path_of(sources[file]));
  return view;
}

}  // namespace

std::optional<FileId> WardView::file(const std::string& path) const {
  const auto found = std::ranges::find(paths, path);
  if (path.empty() || found == paths.end()) return std::nullopt;
  return static_cast<FileId>(found - paths.begin());
}

std::string WardView::path(FileId file) const {
  return file < paths.size() ? paths[file] : path_of(project().sources[file]);
}

bool WardView::has_record(FileId file) const {
  const auto is_of = [&](const auto& record) { return record.file == file; };
  return std::ranges::any_of(project().plans, is_of) ||
         std::ranges::any_of(project().wards, is_of) ||
         std::ranges::any_of(project().catalogues, is_of);
}

Workspace::Workspace(Io& io) : io_(io) {
  io_.read_record = [this](const std::string& path) {
    if (!texts_.empty())
      if (const auto found = texts_.find(identity(path)); found != texts_.end())
        return found->second;
    return documents_.read(path);
  };
}

WardFiles Workspace::files_around(const Document& document) {
  return ward_files_around(
      document.path, [this](const std::string& path) { return documents_.is_register(path); });
}

void Workspace::changed(const std::string& path) {
  const std::string reach = reach_of(path);
  for (Document* document : documents_.all()) {
    const WardFiles files = files_around(*document);
    if (stands_in(files.folder, reach) || stands_in(path, files.folder))
      stale_.insert(document->uri);
  }
}

void Workspace::all_changed() {
  for (Document* document : documents_.all()) stale_.insert(document->uri);
}

std::shared_ptr<const WardView> Workspace::check(const WardFiles& files) {
  std::shared_ptr<const WardView> view = read_view(files, io_);
  views_[files.folder] = fresh_[files.folder] = view;
  for (Document* document : documents_.all()) {
    const auto file = view->file(document->path);
    if (!file) continue;
    stale_.erase(document->uri);
    if (view->has_record(*file)) document->good = view;
  }
  return view;
}

std::shared_ptr<const WardView> Workspace::view(Document& document) {
  const WardFiles files = files_around(document);
  const auto known = views_.find(files.folder);
  if (known != views_.end() && !stale_.contains(document.uri)) return known->second;
  return check(files);
}

std::unique_ptr<WardView> Workspace::view_with(const Document& document, const Texts& texts) {
  struct Guard {
    Texts& texts;
    ~Guard() { texts.clear(); }
  } guard{texts_};
  texts_ = texts;
  return read_view(files_around(document), io_);
}

void Workspace::check_next() {
  while (!stale_.empty()) {
    const Document* document = documents_.find(*stale_.begin());
    stale_.erase(stale_.begin());
    if (document == nullptr) continue;
    check(files_around(*document));
    return;
  }
}

std::vector<std::shared_ptr<const WardView>> Workspace::take_fresh() {
  std::vector<std::shared_ptr<const WardView>> fresh;
  for (auto& [folder, view] : fresh_) fresh.push_back(std::move(view));
  fresh_.clear();
  return fresh;
}

std::vector<std::string> Workspace::take_left() {
  std::set<std::string> open;
  for (Document* document : documents_.all()) open.insert(files_around(*document).folder);
  std::vector<std::string> left;
  for (const auto& [folder, view] : views_)
    if (!open.contains(folder)) left.push_back(folder);
  for (const std::string& folder : left) {
    views_.erase(folder);
    fresh_.erase(folder);
  }
  return left;
}

}  // namespace wardplan::lsp

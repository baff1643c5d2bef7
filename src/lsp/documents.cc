#include "lsp/documents.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "disk/files.h"
#include "lsp/uris.h"
#include "records/references.h"

namespace wardplan::lsp {

void change_text(std::string& text, const TextChange& change, Units units) {
  if (change.whole) {
    text = change.text;
    return;
  }
  const Lines lines(text);
  const std::size_t one = lines.offset(change.begin, units),
                    other = lines.offset(change.end, units);
  const std::size_t begin = std::min(one, other);
  text.replace(begin, std::max(one, other) - begin, change.text);
}

Document* Documents::open(const std::string& uri, std::string text, std::int64_t version) {
  const auto path = path_of_uri(uri);
  if (!path) return nullptr;
  Document& document = by_uri_[uri];
  document = {uri, identity(*path), std::move(text)};
  changed(document, version);
  return &document;
}

Document* Documents::find(const std::string& uri) {
  const auto found = by_uri_.find(uri);
  return found == by_uri_.end() ? nullptr : &found->second;
}

void Documents::close(const std::string& uri) { by_uri_.erase(uri); }

const Document* Documents::at(const std::string& path) const {
  for (const auto& [uri, document] : by_uri_)
    if (document.path == path) return &document;
  return nullptr;
}

std::vector<Document*> Documents::all() {
  std::vector<Document*> documents;
  for (auto& [uri, document] : by_uri_) documents.push_back(&document);
  return documents;
}

const Documents::Kept* Documents::kept(const std::string& name) {
  std::error_code unknown;
  const auto written = std::filesystem::last_write_time(name, unknown);
  const std::uintmax_t size = unknown ? 0 : std::filesystem::file_size(name, unknown);
  if (unknown) {
    kept_.erase(name);
    return nullptr;
  }
  const auto known = kept_.find(name);
  if (known != kept_.end() && known->second.written == written && known->second.size == size)
    return &known->second;
  std::string bytes = read_file(name);
  const bool is_register = may_be_register(bytes);
  Kept& fresh = kept_[name];
  fresh = {written, size, std::move(bytes), is_register};
  return &fresh;
}

std::string Documents::read(const std::string& path) {
  const std::string name = identity(path);
  if (const Document* document = at(name)) return document->text;
  const Kept* file = kept(name);
  return file != nullptr ? file->bytes : read_file(path);
}

bool Documents::is_register(const std::string& path) {
  if (const Document* document = at(path)) return document->is_register;
  try {
    const Kept* file = kept(path);
    return file != nullptr && file->is_register;
  } catch (const Failure&) {
    return false;  // told when it is read
  }
}

void Documents::changed(Document& document, std::int64_t version) {
  document.version = version;
  document.is_register = may_be_register(document.text);
}

}  // namespace wardplan::lsp

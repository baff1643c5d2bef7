#include "lsp/uris.h"

#include "text/escape.h"
#include "text/utf8.h"

namespace wardplan::lsp {
namespace {

constexpr std::string_view kFile = "file://";

std::optional<unsigned> digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (fold(uri.substr(0, kFile.size())) != kFile) return std::nullopt;
  uri.remove_prefix(kFile.size());
  if (uri.starts_with("localhost/")) uri.remove_prefix(std::string_view("localhost").size());
  if (!uri.starts_with('/')) return std::nullopt;  // of another machine
  uri = uri.substr(0, uri.find_first_of("?#"));
  std::string path;
  for (std::size_t at = 0; at < uri.size(); ++at) {
    if (uri[at] != '%') {
      path += uri[at];
      continue;
    }
    if (at + 2 >= uri.size()) return std::nullopt;
    const auto high = digit(uri[at + 1]), low = digit(uri[at + 2]);
    if (!high || !low || (*high == 0 && *low == 0)) return std::nullopt;
    path += static_cast<char>(*high * 16 + *low);
    at += 2;
  }
  return path;
}

std::string uri_of_path(std::string_view path) { return std::string(kFile) + url_path(path); }

}  // namespace wardplan::lsp

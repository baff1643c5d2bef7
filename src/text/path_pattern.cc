#include "text/path_pattern.h"

#include <span>
#include <vector>

#include "text/trim.h"

namespace wardplan {
namespace {

constexpr std::string_view kAnyFolders = "**";

/// Bytes of the letter that a name begins with.
std::size_t letter_size(std::string_view name) {
  std::size_t size = 1;
  while (size < name.size() && (static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

/// Goes back to the last `*` alone: an earlier one has nothing to give.
bool name_matches(std::string_view name, std::string_view pattern) {
  std::size_t at = 0, in = 0, star = pattern.size(), from = 0;
  while (at < name.size()) {
    if (in < pattern.size() && pattern[in] == '*') {
      star = in++;
      from = at;
    } else if (in < pattern.size() && pattern[in] == '?') {
      at += letter_size(name.substr(at));
      ++in;
    } else if (in < pattern.size() && pattern[in] == name[at]) {
      ++at;
      ++in;
    } else if (star < pattern.size()) {
      from += letter_size(name.substr(from));
      at = from;
      in = star + 1;
    } else {
      return false;
    }
  }
  while (in < pattern.size() && pattern[in] == '*') ++in;
  return in == pattern.size();
}

using Names = std::span<const std::string_view>;

/// Where a name doesn't match, the last `**` before it takes one more: those before that one need
/// not be tried anew.
bool names_match(Names path, Names pattern) {
  std::size_t at = 0, in = 0, from = 0, any = pattern.size();
  // Behind the pattern stands the path itself, or something in a folder that was named.
  while (in < pattern.size()) {
    if (pattern[in] == kAnyFolders) {
      any = in++;
      from = at;
    } else if (at < path.size() && name_matches(path[at], pattern[in])) {
      ++at;
      ++in;
    } else if (any < pattern.size() && from < path.size()) {
      at = ++from;
      in = any + 1;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

bool path_matches(std::string_view path, std::string_view pattern) {
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  std::vector<std::string_view> names;
  // Two of them together say no more than one, and would be tried in every combination.
  for (const std::string_view name : split(pattern, "/"))
    if (name != kAnyFolders || names.empty() || names.back() != kAnyFolders) names.push_back(name);
  const std::vector<std::string_view> wanted = std::move(names);
  names = {};
  for (const std::string_view name : split(path, "/")) names.push_back(name);
  return names_match(names, wanted);
}

}  // namespace wardplan

#include "import/title.h"

#include <algorithm>

#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

bool is_issued(std::string_view line) {
  const std::string bare = fold_bare(trimmed(line, " ("));
  return bare.starts_with("ban hanh kem") || bare.starts_with("kem theo");
}

std::string without_brackets(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
  return std::string(trimmed(line));
}

constexpr std::size_t kMostTitleLines = 3;

}  // namespace

TableTitle title_of(const std::vector<std::string>& lines, const std::optional<std::string>& said) {
  TableTitle found;
  std::size_t end = lines.size();
  if (end > 0 && is_issued(lines[end - 1])) found.issued = without_brackets(lines[--end]);
  if (said) {
    found.title = *said;
    if (end > 0 && fold(lines[end - 1]) == fold(*said)) --end;
  } else if (end > 0) {
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < kMostTitleLines && is_in_capitals(lines[begin]) &&
           is_in_capitals(lines[begin - 1]))
      --begin;
    for (std::size_t at = begin; at < end; ++at) join(found.title, lines[at], " ");
    end = begin;
  }
  found.others.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end));
  return found;
}

std::string quoted_in(std::string_view title) {
  constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {{"“", "”"}, {"\"", "\""}};
  for (const auto& [open, close] : kQuotes) {
    const std::size_t begin = title.find(open);
    if (begin == title.npos) continue;
    const std::size_t end = title.find(close, begin + open.size());
    if (end != title.npos)
      return std::string(trimmed(title.substr(begin + open.size(), end - begin - open.size())));
  }
  return {};
}

}  // namespace wardplan

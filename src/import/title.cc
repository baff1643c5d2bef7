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

/// `Đơn vị tính: triệu đồng`.
bool is_measure(std::string_view line) {
  const std::string bare = fold_bare(trimmed(line, " ("));
  return bare.starts_with("don vi tinh") || bare.starts_with("dvt") || bare.starts_with("don vi: ");
}

/// How a paper's first lines begin: who issued it, and the state's motto.
constexpr std::string_view kLetterhead[] = {"dang bo",
                                            "dang uy",
                                            "dang cong san",
                                            "huyen uy",
                                            "thanh uy",
                                            "tinh uy",
                                            "quan uy",
                                            "uy ban",
                                            "ubnd",
                                            "hoi dong nhan dan",
                                            "hdnd",
                                            "ubmttq",
                                            "mat tran to quoc",
                                            "cong hoa xa hoi",
                                            "doc lap",
                                            "van phong",
                                            "cong an",
                                            "ban chi dao"};
/// Who it is of, in a line of its own below them.
constexpr std::string_view kPlaces[] = {"xa",    "phuong", "thi tran",  "dac khu",
                                        "huyen", "quan",   "thanh pho", "tinh"};

template <std::size_t N>
bool begins_with_any(std::string_view line, const std::string_view (&words)[N]) {
  const std::string bare = fold_bare(line);
  return std::ranges::any_of(words, [&](std::string_view word) {
    return bare.starts_with(word) && (bare.size() == word.size() || bare[word.size()] == ' ');
  });
}

constexpr std::size_t kMostTitleLines = 3;

/// The first of the last lines that are in capitals, behind those of a letterhead.
std::size_t title_begin(const std::vector<std::string>& lines, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && is_in_capitals(lines[begin]) && is_in_capitals(lines[begin - 1])) --begin;
  bool of_issuer = false;
  while (begin + 1 < end) {
    const bool issuer = begins_with_any(lines[begin], kLetterhead);
    if (!issuer && !(of_issuer && begins_with_any(lines[begin], kPlaces))) break;
    of_issuer = true;
    ++begin;
  }
  return std::max(begin, end - std::min(end, kMostTitleLines));
}

}  // namespace

TableTitle title_of(const std::vector<std::string>& lines, const std::optional<std::string>& said) {
  TableTitle found;
  std::size_t end = lines.size();
  std::vector<std::size_t> measures;
  for (; end > 0; --end) {
    if (is_measure(lines[end - 1]))
      measures.insert(measures.begin(), end - 1);
    else if (found.issued.empty() && is_issued(lines[end - 1]))
      found.issued = without_brackets(lines[end - 1]);
    else
      break;
  }
  if (said) {
    found.title = *said;
    if (end > 0 && fold(lines[end - 1]) == fold(*said)) --end;
  } else if (end > 0) {
    const std::size_t begin = title_begin(lines, end);
    for (std::size_t at = begin; at < end; ++at) join(found.title, lines[at], " ");
    end = begin;
  }
  for (std::size_t at = 0; at < end; ++at) found.others.push_back(at);
  found.others.insert(found.others.end(), measures.begin(), measures.end());
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

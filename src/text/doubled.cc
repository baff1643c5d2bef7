// Words and signs typed twice.
#include <algorithm>
#include <string>

#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Words that are never said twice for emphasis; of others (`luôn luôn`, `ngày ngày`) nobody knows.
constexpr std::string_view kNeverTwice[] = {
    "báo cáo",  "các",          "cho",      "chỉ tiêu",  "công tác", "của",        "để",
    "địa bàn",  "đơn vị",       "được",     "đạt",       "gia đình", "hoạt động",  "hoặc",
    "kế hoạch", "khu phố",      "nhân dân", "nhằm",      "những",    "nhiệm vụ",   "phối hợp",
    "phường",   "tại",          "theo",     "thực hiện", "tổ chức",  "triển khai", "trong",
    "trên",     "tuyên truyền", "ủy ban",   "và",        "với",      "xây dựng"};

constexpr std::string_view kEnds = " ,.;:()\n\t\"";

/// How many bytes the words take that stand at a byte and once more behind a blank; 0: none do.
std::size_t twice_at(std::string_view text, std::size_t at) {
  for (const std::string_view word : kNeverTwice) {
    const std::size_t again = at + word.size() + 1;
    const std::size_t end = again + word.size();
    if (end > text.size() || text[again - 1] != ' ') continue;
    if (text.substr(again, word.size()) != word) continue;
    if (end < text.size() && !is_one_of(text[end], kEnds)) continue;
    const std::string_view first = text.substr(at, word.size());
    if (first == word || fold(first) == word) return end - at;
  }
  return 0;
}

}  // namespace

std::vector<TextPart> doubled(std::string_view text) {
  std::vector<TextPart> found;
  for (std::size_t at = 0; at != kNone && at < text.size();) {
    const std::size_t size = twice_at(text, at);
    if (size > 0) found.push_back({at, at + size, std::string(text.substr(at, size / 2))});
    const std::size_t end = text.find_first_of(kEnds, at + std::max<std::size_t>(size, 1));
    at = end == kNone ? kNone : text.find_first_not_of(kEnds, end);
  }
  if (ends_doubled(text))
    found.push_back({text.size() - 2, text.size(), std::string(1, text.back())});
  return found;
}

}  // namespace wardplan

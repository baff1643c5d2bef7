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

std::size_t word_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(kEnds, at), text.size());
}

/// Whether what stands in [at, end) stands once more behind a blank, as a word of its own; the
/// first letter may be a capital.
bool stands_again(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t size = end - at;
  if (end + 1 + size > text.size() || text[end] != ' ') return false;
  if (word_end(text, end + 1 + size) != end + 1 + size) return false;
  // The last byte of two words differs more often than their first.
  if (text[end - 1] != text[end + size]) return false;
  const std::string_view first = text.substr(at, size), again = text.substr(end + 1, size);
  return first == again || fold(first) == again;
}

/// How many bytes one or two words take that stand at a byte and once more; 0: none do.
std::size_t twice_at(std::string_view text, std::size_t at) {
  const std::size_t one = word_end(text, at);
  const std::size_t two = one < text.size() && text[one] == ' ' ? word_end(text, one + 1) : one;
  for (const std::size_t end : {one, two})
    if (stands_again(text, at, end) &&
        std::ranges::count(kNeverTwice, text.substr(end + 1, end - at)) > 0)
      return 2 * (end - at) + 1;
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

// Words and signs typed twice.
#include <algorithm>
#include <string>

#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Syllables that are never said twice and are no part of longer words, as those of `tham gia gia
/// đình` or `nhà nước nước sạch` are.
constexpr std::string_view kNeverTwice[] = {"các",   "của",  "không", "hoặc", "khi",  "nhằm",
                                            "những", "này",  "phải",  "sẽ",   "thẻ",  "theo",
                                            "trong", "trên", "tại",   "vào",  "và",   "với",
                                            "đang",  "đã",   "đạt",   "để",   "được", "phường"};

constexpr std::string_view kEnds = " ,.;:()\n\t\"";

std::size_t word_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(kEnds, at), text.size());
}

/// Whether what stands in [at, end) stands once more behind a blank, as a word of its own. Behind
/// other words only in the same letters: `Ban Tổ chức tổ chức`.
bool stands_again(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t size = end - at;
  if (end + 1 + size > text.size() || text[end] != ' ') return false;
  if (word_end(text, end + 1 + size) != end + 1 + size) return false;
  // The last byte of two words differs more often than their first.
  if (text[end - 1] != text[end + size]) return false;
  const std::string_view first = text.substr(at, size), again = text.substr(end + 1, size);
  return first == again || (at == 0 && fold(first) == fold(again));
}

/// Pairs that may stand twice: they name what is also done (`các tổ chức tổ chức hội nghị`), or are
/// said so.
constexpr std::string_view kPairsMayStandTwice[] = {
    "báo cáo",   "hoạt động",    "hướng dẫn",  "khen thưởng", "kiểm tra",  "kế hoạch", "lần lượt",
    "quy định",  "quản lý",      "sản xuất",   "thi đua",     "thực hiện", "tổ chức",  "từng bước",
    "từng ngày", "tuyên truyền", "vận động",   "xây dựng",    "yêu cầu",   "đầu tư",   "đề nghị",
    "đào tạo",   "đăng ký",      "phát triển", "chỉ đạo",     "giám sát",  "hỗ trợ",   "phối hợp"};

bool has_letters_only(std::string_view text) {
  return text.find_first_of("0123456789/-+*&%") == kNone;
}

/// How many bytes one or two words take that stand at a byte and once more; 0: none do.
std::size_t twice_at(std::string_view text, std::size_t at) {
  const std::size_t one = word_end(text, at);
  const std::size_t two = one < text.size() && text[one] == ' ' ? word_end(text, one + 1) : one;
  if (two > one && has_letters_only(text.substr(at, two - at)) && stands_again(text, at, two) &&
      std::ranges::count(kPairsMayStandTwice, fold(text.substr(at, two - at))) == 0)
    return 2 * (two - at) + 1;
  // `ông Đạt Đạt` is a name.
  const bool again = stands_again(text, at, one) &&
                     std::ranges::count(kNeverTwice, text.substr(one + 1, one - at)) > 0;
  return again ? 2 * (one - at) + 1 : 0;
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

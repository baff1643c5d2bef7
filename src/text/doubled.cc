// Words and signs typed twice.
#include <algorithm>
#include <array>
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

/// Bytes that end a word.
constexpr std::array<bool, 256> kEnds = [] {
  std::array<bool, 256> ends{};
  for (const char sign : std::string_view(" ,.;:()\n\t\""))
    ends[static_cast<unsigned char>(sign)] = true;
  return ends;
}();

bool ends_word(char c) { return kEnds[static_cast<unsigned char>(c)]; }

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

/// Whether the second is the first again. At the begin of a text that may have a capital; behind
/// other words it is a name then: `Ban Tổ chức tổ chức`.
bool is_again(std::string_view first, std::string_view second, bool begins) {
  if (first.size() != second.size() || first.back() != second.back()) return false;
  return first == second || (begins && fold(first) == fold(second));
}

/// The last words of a text, each behind the one before it and one blank.
struct Words {
  struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::array<Word, 4> last = {};
  std::size_t count = 0;

  void add(Word word) {
    std::shift_left(last.begin(), last.end(), 1);
    last.back() = word;
    ++count;
  }
};

/// What stands twice at the end of these words; an empty part: nothing.
TextPart twice_in(std::string_view text, const Words& words) {
  const auto from = [&](std::size_t begin, std::size_t end) {
    return text.substr(words.last[begin].begin, words.last[end].end - words.last[begin].begin);
  };
  if (words.count >= 4) {
    const std::string_view pair = from(0, 1), again = from(2, 3);
    if (is_again(pair, again, words.last[0].begin == 0) && has_letters_only(again) &&
        std::ranges::count(kPairsMayStandTwice, fold(again)) == 0)
      return {words.last[0].begin, words.last[3].end, std::string(pair)};
  }
  if (words.count < 2) return {};
  const std::string_view one = from(2, 2), again = from(3, 3);
  const bool twice = is_again(one, again, words.last[2].begin == 0) &&
                     // `ông Đạt Đạt` is a name.
                     std::ranges::count(kNeverTwice, again) > 0;
  return twice ? TextPart{words.last[2].begin, words.last[3].end, std::string(one)} : TextPart{};
}

}  // namespace

std::vector<TextPart> doubled(std::string_view text) {
  std::vector<TextPart> found;
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !ends_word(text[end])) ++end;
    if (end > at) {
      words.add({at, end});
      if (TextPart part = twice_in(text, words); part.end > part.begin) {
        found.push_back(std::move(part));
        words.count = 0;
      }
    }
    // Anything but one blank parts words.
    const bool one_blank =
        end > at && end + 1 < text.size() && text[end] == ' ' && !ends_word(text[end + 1]);
    if (!one_blank) words.count = 0;
    at = end + 1;
  }
  if (ends_doubled(text))
    found.push_back({text.size() - 2, text.size(), std::string(1, text.back())});
  return found;
}

}  // namespace wardplan

// Texts whose letters are those of another encoding: typed in the fonts of TCVN3 or VNI, or UTF-8
// that was read as Windows-1252.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Letters = std::u32string_view;

constexpr Phrase kMisread = {"chữ hỏng do chuyển mã (UTF-8 bị đọc thành Windows-1252)",
                             "text broken by a conversion (UTF-8 read as Windows-1252)"};
constexpr Phrase kInTcvn3 = {"chữ còn ở bảng mã TCVN3 (ABC)",
                             "text in the old encoding TCVN3 (ABC)"};
constexpr Phrase kInVni = {"chữ còn ở bảng mã VNI", "text in the old encoding VNI"};

/// What Windows-1252 has from 0x80 on in place of control characters; 0: nothing.
using namespace std::string_view_literals;
constexpr Letters kWindows = U"€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"sv;
static_assert(kWindows.size() == 0x20);

constexpr Letters kTcvn3 =
    U"µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";
constexpr Letters kOfTcvn3 =
    U"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
static_assert(kTcvn3.size() == kOfTcvn3.size());

/// VNI: letters of their own, and marks behind a letter.
constexpr Letters kVni = U"öôñÖÔÑíìæóòîÍÌÆÓÒÎ";
constexpr Letters kOfVni = U"ươđƯƠĐíìỉĩịỵÍÌỈĨỊỴ";
static_assert(kVni.size() == kOfVni.size());
struct VniMark {
  char32_t mark;
  Letters of;
  Letters meant;
};
constexpr VniMark kVniMarks[] = {{U'ø', U"aeouyöô", U"\u0300"},   {U'ù', U"aeouyöô", U"\u0301"},
                                 {U'û', U"aeouyöô", U"\u0309"},   {U'õ', U"aeouyöô", U"\u0303"},
                                 {U'ï', U"aeouyöô", U"\u0323"},   {U'â', U"aeo", U"\u0302"},
                                 {U'à', U"aeo", U"\u0302\u0300"}, {U'á', U"aeo", U"\u0302\u0301"},
                                 {U'å', U"aeo", U"\u0302\u0309"}, {U'ã', U"aeo", U"\u0302\u0303"},
                                 {U'ä', U"aeo", U"\u0302\u0323"}, {U'ê', U"a", U"\u0306"},
                                 {U'è', U"a", U"\u0306\u0300"},   {U'é', U"a", U"\u0306\u0301"},
                                 {U'ú', U"a", U"\u0306\u0309"},   {U'ü', U"a", U"\u0306\u0303"},
                                 {U'ë', U"a", U"\u0306\u0323"}};

/// What Vietnamese has of the letters up to U+00FF.
constexpr Letters kOwn = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý";

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_upper(char32_t c) { return lower_case(c) != c; }
/// Dashes, quotes and dots are the same in all of them.
bool is_sign(char32_t c) { return c < 0x80 || c == 0xA0 || (c >= 0x2010 && c <= 0x2026); }

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    out += static_cast<char32_t>(c.value);
    at += c.size;
  }
  return out;
}

std::string utf8(Letters text) {
  std::string out;
  for (const char32_t c : text) append(out, c);
  return out;
}

/// The bytes that were read as Windows-1252, where they are UTF-8.
std::string read_again(Letters text) {
  std::string bytes;
  for (const char32_t c : text) {
    const std::size_t high = c == 0 ? Letters::npos : kWindows.find(c);
    if (high == Letters::npos && c > 0xFF) return {};
    bytes += static_cast<char>(high == Letters::npos ? c : 0x80 + high);
  }
  bool any = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    if (!c.valid) return {};
    any = any || c.size > 1;
    at += c.size;
  }
  return any ? bytes : std::string();
}

std::string from_tcvn3(Letters text) {
  std::u32string out;
  for (const char32_t c : text) {
    const std::size_t known = kTcvn3.find(c);
    if (known == Letters::npos && !is_sign(c)) return {};
    out += known == Letters::npos ? c : kOfTcvn3[known];
  }
  return utf8(out);
}

const VniMark* mark_on(char32_t letter, char32_t mark) {
  if (is_upper(letter) != is_upper(mark)) return nullptr;
  const auto found = std::ranges::find(kVniMarks, lower_case(mark), &VniMark::mark);
  if (found == std::end(kVniMarks) || found->of.find(lower_case(letter)) == Letters::npos)
    return nullptr;
  return &*found;
}

std::string from_vni(Letters text) {
  std::u32string out;
  bool marked = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t known = kVni.find(text[at]);
    if (known == Letters::npos && !is_sign(text[at])) return {};
    out += known == Letters::npos ? text[at] : kOfVni[known];
    const VniMark* mark = at + 1 < text.size() ? mark_on(text[at], text[at + 1]) : nullptr;
    if (mark == nullptr) continue;
    out += mark->meant;
    marked = true;
    ++at;
  }
  return marked ? nfc(utf8(out)) : std::string();
}

/// Whether a word without its marks could be one: consonants, vowels, one of few ends.
bool is_syllable(std::string_view word) {
  constexpr std::string_view kVowels = "aeiouy";
  const std::size_t begin = std::min(word.find_first_of(kVowels), word.size());
  const std::size_t end = std::min(word.find_first_not_of(kVowels, begin), word.size());
  const std::string_view behind = word.substr(end);
  constexpr std::string_view kEnds[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  return begin <= 3 && end > begin && end - begin <= 3 &&
         std::ranges::find(kEnds, behind) != std::end(kEnds);
}

/// Whether nearly all words with letters that aren't ASCII read as Vietnamese.
bool is_vietnamese(std::string_view text) {
  int words = 0, wrong = 0;
  std::string word;
  int tones = 0;
  bool marked = false;
  const auto end_word = [&] {
    words += marked ? 1 : 0;
    wrong += marked && (tones > 1 || !is_syllable(word)) ? 1 : 0;
    word.clear();
    tones = 0;
    marked = false;
  };
  constexpr Letters kTones = U"\u0300\u0301\u0303\u0309\u0323";
  constexpr Letters kMarks = U"\u0302\u0306\u031B";
  for (const char32_t c : decomposed(text)) {
    const bool tone = kTones.find(c) != Letters::npos;
    const bool stroke = c == U'đ' || c == U'Đ';
    tones += tone ? 1 : 0;
    marked = marked || tone || stroke || kMarks.find(c) != Letters::npos;
    if (is_ascii_letter(c) || stroke)
      word += stroke ? 'd' : static_cast<char>(lower_case(c));
    else if (!tone && kMarks.find(c) == Letters::npos)
      end_word();
  }
  end_word();
  return words > 0 && wrong * 5 <= words;
}

/// Whether a word without its marks has vowels that Vietnamese has beside each other.
bool has_own_vowels(std::string_view word) {
  constexpr std::string_view kNone[] = {"aa", "ae", "ea", "ee", "ei", "ii", "oia", "yi", "yo"};
  const bool french = word.find("ou") != std::string_view::npos && !word.ends_with("uou");
  return !french && std::ranges::none_of(kNone, [&](std::string_view pair) {
    return word.find(pair) != std::string_view::npos;
  });
}

/// Whether its tone and its vowels can stand so: before `c`, `ch`, `p`, `t` there are two tones
/// alone, and behind `ê` no `o`.
bool has_own_tone(std::string_view word) {
  constexpr char32_t kAcute = 0x0301, kDot = 0x0323, kHat = 0x0302;
  std::u32string marks;
  bool hat = false;
  for (const char32_t c : decomposed(word)) {
    if (is_ascii_letter(c) && hat && lower_case(c) == U'o') return false;
    if (!is_ascii_letter(c)) marks += c;
    if (is_ascii_letter(c) || c == kHat) hat = c == kHat;
  }
  const std::string bare = fold_bare(word);
  const bool stopped = !bare.empty() && (is_one_of(bare.back(), "cpt") || bare.ends_with("ch"));
  return !stopped || marks.find(kAcute) != Letters::npos || marks.find(kDot) != Letters::npos;
}

/// Whether that is a word of Vietnamese other than `ó` (French `où`), or an abbreviation.
bool is_own_word(Letters word) {
  constexpr std::size_t kLongestShort = 5;
  const auto is_capital = [](char32_t c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() > 1 && word.size() <= kLongestShort && std::ranges::all_of(word, is_capital))
    return true;
  const std::string text = utf8(word), bare = fold_bare(text);
  const bool french = word == U"ó" || word == U"Ó";
  return !french && is_syllable(bare) && has_own_vowels(bare) && has_own_tone(text);
}

/// Whether a text in which nothing but the place of its letters tells VNI can be that: several
/// words, all of them Vietnamese; `Où` and `Leão` are of other languages.
bool may_be_alone(std::string_view read) {
  std::size_t words = 0;
  std::u32string word;
  for (const char32_t c : characters(read) + U' ') {
    if (is_letter(c)) {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    if (!is_own_word(word)) return false;
    ++words;
    word.clear();
  }
  return words > 1;
}

/// Letters of Vietnamese behind vowels where it never has them, though VNI does (`thaùng`), and
/// what they count as: two, unless names of abroad are written so (`Raúl`).
struct MisplacedLetter {
  char32_t letter;
  Letters behind;
  std::size_t count;
};
constexpr MisplacedLetter kMisplaced[] = {
    {U'ù', U"aeouy", 2}, {U'õ', U"aeouy", 2}, {U'â', U"aeo", 2}, {U'à', U"ae", 2}, {U'á', U"ae", 2},
    {U'ã', U"ae", 2},    {U'ê', U"a", 2},     {U'è', U"a", 2},   {U'é', U"a", 1},  {U'ú', U"a", 1}};

std::size_t count_misplaced(char32_t before, char32_t c) {
  if (is_upper(before) != is_upper(c)) return 0;
  const auto found = std::ranges::find(kMisplaced, lower_case(c), &MisplacedLetter::letter);
  if (found == std::end(kMisplaced)) return 0;
  return found->behind.find(lower_case(before)) == Letters::npos ? 0 : found->count;
}

/// Letters beside others that Vietnamese hasn't, or hasn't there; a name of abroad has one. A sign
/// within a word
/// (`ho¹ch`) is a letter of no name and counts as two, unless units are written so (`N·m`).
std::size_t count_foreign(Letters text) {
  constexpr Letters kSigns = U"§¨©¬\u00AD®¶¸¹¼¾";
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (c < 0xA1 || c > 0xFF) continue;
    if (kOwn.find(c) != Letters::npos) {
      count += at > 0 ? count_misplaced(text[at - 1], c) : 0;
      continue;
    }
    const bool behind = at > 0 && is_letter(text[at - 1]);
    const bool before = at + 1 < text.size() && is_letter(text[at + 1]);
    const bool within = behind && before && kSigns.find(c) != Letters::npos;
    count += within ? 2 : behind || before ? 1 : 0;
  }
  return count;
}

/// Whether a letter is one of those that Vietnamese adds beyond Latin-1.
bool is_beyond(char32_t c) {
  constexpr Letters kBeyond = U"ĂăĐđĨĩŨũƠơƯư";
  return kBeyond.find(c) != Letters::npos || (c >= 0x1EA0 && c <= 0x1EF9);
}

}  // namespace

std::vector<TextPart> old_letters(std::string_view text) {
  const std::u32string letters = characters(text);
  const auto whole = [&](std::string meant, Phrase what) {
    return std::vector<TextPart>{{0, text.size(), std::move(meant), what}};
  };
  if (std::string meant = read_again(letters); !meant.empty()) return whole(meant, kMisread);
  if (count_foreign(letters) < 2) return {};
  std::string vni = from_vni(letters);
  const bool own = std::ranges::all_of(
      letters, [](char32_t c) { return c < 0xC0 || c > 0xFF || kOwn.find(c) != Letters::npos; });
  if (own && !vni.empty() && !may_be_alone(vni)) return {};
  if (is_vietnamese(vni)) return whole(std::move(vni), kInVni);
  if (std::string meant = from_tcvn3(letters); is_vietnamese(meant)) return whole(meant, kInTcvn3);
  return {};
}

OldFont old_font(std::string_view text) {
  const std::u32string letters = characters(text);
  const bool any = std::ranges::any_of(letters, [](char32_t c) { return c > 0xA0 && c < 0x100; });
  if (!any) return OldFont::none;
  if (is_vietnamese(from_vni(letters))) return OldFont::vni;
  return is_vietnamese(from_tcvn3(letters)) ? OldFont::tcvn3 : OldFont::none;
}

std::size_t foreign_letters(std::string_view text) { return count_foreign(characters(text)); }

bool is_own_vietnamese(std::string_view text) {
  return std::ranges::any_of(characters(text), is_beyond) && is_vietnamese(text);
}

}  // namespace wardplan

#include "text/look_alike.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/utf8.h"

namespace wardplan {
namespace {

struct Twin {
  std::uint32_t value;
  std::string_view latin;
};

/// In the order of their code points.
constexpr Twin kTwins[] = {
    {0xD0, "Đ"},  {0xF0, "đ"},  {0x189, "Đ"}, {0x391, "A"}, {0x392, "B"}, {0x395, "E"},
    {0x396, "Z"}, {0x397, "H"}, {0x399, "I"}, {0x39A, "K"}, {0x39C, "M"}, {0x39D, "N"},
    {0x39F, "O"}, {0x3A1, "P"}, {0x3A4, "T"}, {0x3A5, "Y"}, {0x3A7, "X"}, {0x3AC, "á"},
    {0x3AF, "í"}, {0x3B1, "a"}, {0x3B9, "i"}, {0x3BA, "k"}, {0x3BD, "v"}, {0x3BF, "o"},
    {0x3C1, "p"}, {0x3C4, "t"}, {0x3C5, "u"}, {0x3C7, "x"}, {0x3CC, "ó"}, {0x3CD, "ú"},
    {0x405, "S"}, {0x406, "I"}, {0x408, "J"}, {0x410, "A"}, {0x412, "B"}, {0x415, "E"},
    {0x41A, "K"}, {0x41C, "M"}, {0x41D, "H"}, {0x41E, "O"}, {0x420, "P"}, {0x421, "C"},
    {0x422, "T"}, {0x423, "Y"}, {0x425, "X"}, {0x430, "a"}, {0x435, "e"}, {0x43A, "k"},
    {0x43C, "m"}, {0x43D, "h"}, {0x43E, "o"}, {0x440, "p"}, {0x441, "c"}, {0x442, "t"},
    {0x443, "y"}, {0x445, "x"}, {0x455, "s"}, {0x456, "i"}, {0x458, "j"}, {0x4BB, "h"},
    {0x501, "d"}, {0x51B, "q"}, {0x51D, "w"},
};

std::string twin_of(std::uint32_t value) {
  if (value >= 0xFF21 && value <= 0xFF5A) return {static_cast<char>(value - 0xFF21 + 'A')};
  const auto found = std::ranges::lower_bound(kTwins, value, {}, &Twin::value);
  return found != std::end(kTwins) && found->value == value ? std::string(found->latin) : "";
}

bool is_ascii_letter(std::uint32_t value) {
  return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
}

bool is_digit(std::uint32_t value) { return value >= '0' && value <= '9'; }

/// The digit that a letter looks like, or nothing.
char digit_like(std::uint32_t letter) {
  constexpr std::pair<std::u32string_view, char> kDigits[] = {
      {U"OoОоΟο", '0'}, {U"lIІΙ", '1'}, {U"Зз", '3'}, {U"б", '6'}};
  for (const auto& [letters, digit] : kDigits)
    if (letters.find(static_cast<char32_t>(letter)) != std::u32string_view::npos) return digit;
  return 0;
}

bool is_latin(std::uint32_t value) {
  return is_ascii_letter(value) || (value >= 0xC0 && value < 0x250) ||
         (value >= 0x1E00 && value < 0x1F00);
}

bool is_of_word(std::uint32_t value) {
  return is_latin(value) || is_digit(value) || is_foreign_letter(value) ||
         (value >= 0x300 && value < 0x370);
}

/// What one word is made of.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  int latin = 0;
  int foreign = 0;
  int twins = 0;
  int digits = 0;
  /// A 0 or 1 with letters on both sides.
  std::size_t digit_inside = std::string_view::npos;
  bool has_marks = false;
  std::optional<LookAlike> first = {};
};

Word word_at(std::string_view text, std::size_t at) {
  Word word{.begin = at, .end = at};
  std::uint32_t before = 0;
  while (word.end < text.size()) {
    const CodePoint c = decode(text, word.end);
    if (!c.valid || !is_of_word(c.value)) break;
    if (is_foreign_letter(c.value)) {
      ++word.foreign;
      if (!twin_of(c.value).empty()) ++word.twins;
      if (!word.first) word.first = LookAlike{.at = word.end, .size = c.size, .value = c.value};
    } else if (is_digit(c.value)) {
      ++word.digits;
    } else {
      ++word.latin;
      word.has_marks = word.has_marks || c.value >= 0x80;
      if ((before == '0' || before == '1') && word.end - 1 > word.begin)
        word.digit_inside = word.end - 1;
    }
    before = c.value;
    word.end += c.size;
  }
  return word;
}

/// `T0àn`, `Ph0ng`; codes have more digits, or capitals alone.
bool has_digit_for_letter(std::string_view text, const Word& word) {
  if (word.digits != 1 || word.digit_inside == std::string_view::npos || word.latin < 3)
    return false;
  const char digit = text[word.digit_inside], after = text[word.digit_inside + 1];
  if (!word.has_marks && digit != '0') return false;
  const bool small = (after >= 'a' && after <= 'z') || static_cast<unsigned char>(after) >= 0x80;
  // `m0_a`, `x.p0d`: parts of names that programs gave.
  const char outside = word.begin > 0 ? text[word.begin - 1] : ' ';
  return small && std::string_view("_/.@-=#").find(outside) == std::string_view::npos;
}

/// What follows `l` in words that have a mark and aren't counted without it (`1ấp` lacks a blank).
constexpr std::string_view kBehindL[] = {
    "oại", "oạt", "ập",  "ớp", "àm",  "ương", "ượng", "ượt", "ĩnh", "ãnh", "ịch", "ợi", "úa",
    "úc",  "ực",  "uật", "ớn", "ần",  "ấy",   "ắp",   "ắng", "ối",  "ồng", "ội",  "ũy", "iệu",
    "iệt", "ành", "ạnh", "ễ",  "ưới", "ưu",   "ực",   "ời",  "ên",  "ịch", "iên"};

/// `1oại`, `1ập`: a syllable without the `l` that it begins with.
bool has_one_for_letter(std::string_view text, const Word& word) {
  return word.digits == 1 && word.has_marks && text[word.begin] == '1' &&
         std::ranges::count(kBehindL,
                            fold(text.substr(word.begin + 1, word.end - word.begin - 1))) > 0;
}

bool begins_with_capital(std::string_view letters) {
  const std::string_view letter = letters.substr(0, decode(letters, 0).size);
  return fold(letter) != letter;
}

bool ends_in_capital(std::string_view letters) {
  std::size_t last = letters.size();
  while (last > 0 && (static_cast<unsigned char>(letters[--last]) & 0xC0) == 0x80) continue;
  const std::string_view letter = letters.substr(last);
  return fold(letter) != letter;
}

/// `quảng cá0`: behind an a or e only an o goes on; `tổ1` lacks a blank, `T0` is a code.
bool has_nought_for_letter(std::string_view text, const Word& word) {
  if (word.digits != 1 || text[word.end - 1] != '0' || word.latin < 2) return false;
  if (!word.has_marks && word.latin < 3) return false;
  const std::string_view letters = text.substr(word.begin, word.end - 1 - word.begin);
  const std::string bare = fold_bare(letters);
  const bool small = fold(letters) == letters;
  return (small || word.has_marks) && (bare.back() == 'a' || bare.back() == 'e') &&
         std::string_view("aeiouy").find(bare.front()) == std::string_view::npos;
}

std::string meant_by(std::string_view text, const Word& word) {
  std::string meant;
  for (std::size_t at = word.begin; at < word.end;) {
    const CodePoint c = decode(text, at);
    if (is_foreign_letter(c.value)) {
      const std::string twin = twin_of(c.value);
      if (twin.empty()) return {};
      meant += twin;
    } else if (at == word.digit_inside && word.foreign == 0) {
      // A capital among capitals, not behind the first letter of `C0ng`.
      const bool capital = at + 1 < word.end
                               ? begins_with_capital(text.substr(at + 1, word.end - at - 1))
                               : ends_in_capital(text.substr(word.begin, at - word.begin));
      meant += c.value == '1' ? 'l' : capital ? 'O' : 'o';
    } else {
      meant += text.substr(at, c.size);
    }
    at += c.size;
  }
  return meant;
}

LookAlike look_alike_of(std::string_view text, const Word& word) {
  LookAlike found = word.first.value_or(LookAlike{});
  if (!word.first) {
    found.at = word.digit_inside;
    found.size = 1;
    found.value = static_cast<unsigned char>(text[found.at]);
  }
  found.begin = word.begin;
  found.end = word.end;
  found.meant = meant_by(text, word);
  return found;
}

}  // namespace

bool has_digit_among_letters(std::string_view text) {
  const auto is_letter = [](char c) {
    return is_ascii_letter(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto begins_syllable = [](char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  const auto goes_on_with_o = [](char c) {
    return c == 'a' || c == 'e' || static_cast<unsigned char>(c) >= 0x80;
  };
  for (const char digit : {'0', '1'})
    for (std::size_t at = text.find(digit); at != std::string_view::npos;
         at = text.find(digit, at + 1))
      if ((at > 0 && digit == '0' && goes_on_with_o(text[at - 1])) ||
          (at > 0 && at + 1 < text.size() && is_letter(text[at + 1]) &&
           (is_letter(text[at - 1]) || (digit == '1' && begins_syllable(text[at + 1])))))
        return true;
  return false;
}

std::optional<LookAlike> find_look_alike(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!c.valid || !is_of_word(c.value)) {
      at += c.size;
      continue;
    }
    Word word = word_at(text, at);
    if (word.foreign == 0 && has_one_for_letter(text, word)) {
      word.digit_inside = word.begin;
      return look_alike_of(text, word);
    }
    if (word.foreign == 0 && has_nought_for_letter(text, word)) {
      word.digit_inside = word.end - 1;
      return look_alike_of(text, word);
    }
    const bool mixed = word.foreign > 0 && (word.latin > 0 || word.twins == word.foreign);
    if (mixed || (word.foreign == 0 && has_digit_for_letter(text, word)))
      return look_alike_of(text, word);
    at = word.end;
  }
  return std::nullopt;
}

std::string digits_meant(std::string_view word) {
  std::string meant;
  bool digits = false, letters = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    const char twin = digit_like(c.value);
    const bool digit = is_digit(c.value);
    if (twin == 0 && !digit && c.value != '.' && c.value != ',') return {};
    digits = digits || digit;
    letters = letters || twin != 0;
    meant += twin == 0 ? word[at] : twin;
    at += c.size;
  }
  return digits && letters ? meant : std::string();
}

Message in_words(const LookAlike& word, std::string_view text) {
  const std::string_view whole = text.substr(word.begin, word.end - word.begin);
  const std::string_view letter = text.substr(word.at, word.size);
  if (is_digit(word.value))
    return say("trong `{}` có số `{}` thay cho chữ", "`{}` has the digit `{}` for a letter", whole,
               letter);
  return say("trong `{}` có chữ `{}` (U+{:04X}) trông giống nhưng là chữ khác",
             "`{}` has a `{}` (U+{:04X}) that only looks right", whole, letter, word.value);
}

Message mended(const LookAlike& word) {
  if (word.meant.empty()) return {"gõ lại từ ấy", "type the word again"};
  // Which of its marks an o has only the other letters tell.
  if (word.value == '0' && fold_bare(word.meant) == fold(word.meant))
    return say("viết bằng chữ (o, ô hay ơ), như `{}`", "write a letter (o, ô or ơ), as in `{}`",
               word.meant);
  return say("viết `{}`", "write `{}`", word.meant);
}

}  // namespace wardplan

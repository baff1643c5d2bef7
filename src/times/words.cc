#include "times/words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "figures/numerals.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Word = TimeWord;

/// Spellings: composed, lower case, one blank between syllables.
struct Spelling {
  std::string_view text;
  Word word;
  int value = 0;
};

constexpr Spelling kSpellings[] = {
    {"và", Word::both},
    {"hoặc", Word::either},
    {"ngày", Word::day},
    {"tuần", Word::week},
    {"tháng", Word::month},
    {"quý", Word::quarter},
    {"qúy", Word::quarter},
    {"quí", Word::quarter},
    {"năm", Word::year},
    {"năm học", Word::school_year},
    {"giai đoạn", Word::stage},
    {"nhiệm kỳ", Word::stage},
    {"các", Word::plural},
    {"những", Word::plural},
    {"của", Word::of},
    {"là", Word::is},
    {"vào", Word::on},
    {"nhân", Word::on},
    {"dịp", Word::occasion},
    {"trong", Word::within},
    {"cả", Word::whole},
    {"đầu", Word::first_part},
    {"giữa", Word::middle_part},
    {"cuối", Word::last_part},
    {"từ", Word::from},
    {"kể từ", Word::from},
    {"đến", Word::to},
    {"tới", Word::to},
    {"cho đến", Word::to},
    {"cho tới", Word::to},
    {"hết", Word::by_end},
    {"đến hết", Word::by_end},
    {"tới hết", Word::by_end},
    {"cho đến hết", Word::by_end},
    {"đến cuối", Word::by_end},
    {"trước", Word::before},
    {"chậm nhất", Word::no_later},
    {"chậm nhất là", Word::no_later},
    {"muộn nhất", Word::no_later},
    {"muộn nhất là", Word::no_later},
    {"chậm nhất đến", Word::no_later},
    {"trở đi", Word::onwards},
    {"và các năm tiếp theo", Word::onwards},
    {"và những năm tiếp theo", Word::onwards},
    {"hàng", Word::each},
    {"hằng", Word::each},
    {"mỗi", Word::each},
    {"từng", Word::each},
    {"theo từng", Word::each},
    {"định kỳ", Word::periodic},
    {"định kì", Word::periodic},
    {"một lần", Word::once},
    {"lần", Word::times},
    {"sáng", Word::part_of_day},
    {"trưa", Word::part_of_day},
    {"chiều", Word::part_of_day},
    {"tối", Word::part_of_day},
    {"buổi sáng", Word::part_of_day},
    {"buổi chiều", Word::part_of_day},
    {"buổi tối", Word::part_of_day},
    {"thứ", Word::weekday},
    {"thứ hai", Word::weekday_name, 2},
    {"thứ ba", Word::weekday_name, 3},
    {"thứ tư", Word::weekday_name, 4},
    {"thứ năm", Word::weekday_name, 5},
    {"thứ sáu", Word::weekday_name, 6},
    {"thứ bảy", Word::weekday_name, 7},
    {"thứ bẩy", Word::weekday_name, 7},
    {"chủ nhật", Word::weekday_name, 8},
    {"thường xuyên", Word::continuous},
    {"liên tục", Word::continuous},
    {"lễ", Word::event},
    {"lễ lớn", Word::event},
    {"lễ hội", Word::event},
    {"tết", Word::event},
    {"tết nguyên đán", Word::event},
    {"kỷ niệm", Word::event},
    {"kỉ niệm", Word::event},
    {"kịp thời", Word::as_needed},
    {"đột xuất", Word::as_needed},
    {"khi cần", Word::as_needed},
    {"khi cần thiết", Word::as_needed},
    {"khi phát sinh", Word::as_needed},
    {"khi có phát sinh", Word::as_needed},
    {"theo yêu cầu", Word::on_request},
    {"khi có yêu cầu", Word::on_request},
    {"theo", Word::according},
    {"sau khi", Word::after_event},
    {"ngay sau khi", Word::after_event},
    {"kể từ khi", Word::after_event},
    {"khi có", Word::after_event},
    {"có hướng dẫn riêng", Word::own_notice},
    {"có thông báo riêng", Word::own_notice},
    {"có thông báo sau", Word::own_notice},
    {"có kế hoạch riêng", Word::own_notice},
    {"làm việc", Word::working},
    {"báo cáo", Word::verb},
    {"gửi", Word::verb},
    {"thực hiện", Word::verb},
    {"hoàn thành", Word::verb},
    {"xong", Word::verb},
};

/// Syllables in the longest spelling.
constexpr std::size_t kMostSyllables = 5;

using Lookup = std::unordered_map<std::string, const Spelling*>;

const Lookup& marked_words() {
  static const Lookup lookup = [] {
    Lookup words;
    for (const Spelling& spelling : kSpellings) words.emplace(spelling.text, &spelling);
    return words;
  }();
  return lookup;
}

/// Spellings without marks; `toi` (tới or tối) and the like stand for nothing.
const Lookup& bare_words() {
  static const Lookup lookup = [] {
    Lookup words;
    for (const Spelling& spelling : kSpellings) {
      const auto [known, fresh] = words.emplace(fold_bare(spelling.text), &spelling);
      if (fresh || known->second == nullptr) continue;
      const Spelling& other = *known->second;
      if (other.word != spelling.word || other.value != spelling.value) known->second = nullptr;
    }
    return words;
  }();
  return lookup;
}

struct Sign {
  std::uint32_t character;
  Word word;
};

constexpr std::array kSigns = {
    Sign{',', Word::comma}, Sign{';', Word::semicolon}, Sign{'/', Word::slash},
    Sign{'-', Word::dash},  Sign{'.', Word::point},     Sign{'(', Word::open},
    Sign{')', Word::close}, Sign{'+', Word::both},      Sign{'&', Word::both},
};

enum class Class { blank, line_end, digit, letter, sign };

Class class_of(const CodePoint& c) {
  if (!c.valid) return Class::sign;
  if (c.value == '\n' || c.value == '\r') return Class::line_end;
  if (c.value == ' ' || c.value == '\t' || c.value == 0xA0) return Class::blank;
  if (c.value >= '0' && c.value <= '9') return Class::digit;
  const bool ascii_letter =
      (c.value >= 'a' && c.value <= 'z') || (c.value >= 'A' && c.value <= 'Z');
  // Latin letters and the marks that may follow them; what else is up there makes unknown words.
  const bool letter = ascii_letter || (c.value >= 0xC0 && c.value < 0x2000);
  return letter ? Class::letter : Class::sign;
}

/// One run of letters or digits, or one sign.
struct Piece {
  Class is = Class::sign;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// First on a line that isn't the first line.
  bool opens_line = false;
  std::string folded = {};
};

std::vector<Piece> split(std::string_view text) {
  std::vector<Piece> pieces;
  bool joined = false, new_line = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const Class is = class_of(c);
    if (is == Class::blank || is == Class::line_end) {
      joined = false;
      new_line = new_line || is == Class::line_end;
    } else if (joined && is != Class::sign && pieces.back().is == is) {
      pieces.back().end += c.size;
    } else {
      pieces.push_back({is, at, at + c.size, new_line && !pieces.empty()});
      joined = true;
      new_line = false;
    }
    at += c.size;
  }
  for (Piece& piece : pieces)
    if (piece.is == Class::letter)
      piece.folded = fold(text.substr(piece.begin, piece.end - piece.begin));
  return pieces;
}

Word sign_at(std::string_view text, const Piece& piece, bool first) {
  const CodePoint c = decode(text, piece.begin);
  const auto found = std::ranges::find(kSigns, is_dash(c.value) ? '-' : c.value, &Sign::character);
  if (!c.valid || found == kSigns.end()) return Word::unknown;
  // A dash that opens a line is a bullet, never "to".
  const bool bullet = piece.opens_line && (c.value == '+' || found->word == Word::dash);
  if (bullet && !first) return Word::semicolon;
  return found->word;
}

int roman_in(std::string letters) {
  for (char& c : letters) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return roman_value(letters).value_or(0);
}

/// The longest phrase of the table that begins at `at`, and one past its last piece.
struct Match {
  const Spelling* spelling = nullptr;
  std::size_t end = 0;
};

Match phrase_at(const std::vector<Piece>& pieces, std::size_t at, const Lookup& lookup) {
  Match best;
  std::string key;
  for (std::size_t next = at; next < pieces.size() && next < at + kMostSyllables; ++next) {
    if (pieces[next].is != Class::letter) break;
    if (!key.empty()) key += ' ';
    key += pieces[next].folded;
    const auto found = lookup.find(key);
    if (found != lookup.end() && found->second) best = {found->second, next + 1};
  }
  return best;
}

TimeToken number_in(std::string_view text, const Piece& piece) {
  const auto value = whole_number(text.substr(piece.begin, piece.end - piece.begin));
  return {value ? Word::number : Word::unknown, piece.begin, piece.end, value.value_or(0)};
}

bool has_marks(const std::vector<Piece>& pieces) {
  return std::ranges::any_of(pieces, [](const Piece& piece) {
    return std::ranges::any_of(piece.folded,
                               [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  });
}

}  // namespace

std::vector<TimeToken> time_tokens(std::string_view text) {
  const std::vector<Piece> pieces = split(text);
  // In a text that has marks elsewhere, `quy` is another word than `quý`.
  const bool bare = !has_marks(pieces);
  std::vector<TimeToken> tokens;
  for (std::size_t at = 0; at < pieces.size();) {
    const Piece& piece = pieces[at];
    std::size_t next = at + 1;
    if (piece.is == Class::digit) {
      tokens.push_back(number_in(text, piece));
    } else if (piece.is == Class::sign) {
      const Word word = sign_at(text, piece, at == 0);
      tokens.push_back({word, piece.begin, piece.end});
    } else {
      Match match = phrase_at(pieces, at, marked_words());
      if (!match.spelling && bare) match = phrase_at(pieces, at, bare_words());
      if (match.spelling) {
        next = match.end;
        tokens.push_back(
            {match.spelling->word, piece.begin, pieces[next - 1].end, match.spelling->value});
      } else {
        const int value = roman_in(piece.folded);
        tokens.push_back({value ? Word::roman : Word::unknown, piece.begin, piece.end, value});
      }
    }
    at = next;
  }
  tokens.push_back({Word::end, text.size(), text.size()});
  return tokens;
}

}  // namespace wardplan

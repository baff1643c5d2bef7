#include "times/grammar.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "figures/numerals.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Word = TimeWord;

/// What one word can be, with `|` between: composed, lower case, one blank between syllables.
struct WordRow {
  Word word;
  std::string_view spellings;
  int value = 0;
};

constexpr WordRow kWords[] = {
    {Word::both, "và"},
    {Word::either, "hoặc"},
    {Word::day, "ngày"},
    {Word::week, "tuần"},
    {Word::month, "tháng"},
    {Word::quarter, "quý|qúy|quí"},
    {Word::year, "năm"},
    {Word::school_year, "năm học"},
    {Word::stage, "giai đoạn|nhiệm kỳ"},
    {Word::plural, "các|những"},
    {Word::of, "của"},
    {Word::is, "là"},
    {Word::on, "vào|nhân"},
    {Word::occasion, "dịp"},
    {Word::within, "trong"},
    {Word::whole, "cả"},
    {Word::first_part, "đầu"},
    {Word::middle_part, "giữa"},
    {Word::last_part, "cuối"},
    {Word::from, "từ|kể từ"},
    {Word::to, "đến|tới|cho đến|cho tới"},
    {Word::by_end, "hết|đến hết|tới hết|cho đến hết|đến cuối"},
    {Word::before, "trước"},
    {Word::no_later, "chậm nhất|chậm nhất là|muộn nhất|muộn nhất là|chậm nhất đến"},
    {Word::onwards, "trở đi|và các năm tiếp theo|và những năm tiếp theo"},
    {Word::each, "hàng|hằng|mỗi|từng|theo từng"},
    {Word::periodic, "định kỳ|định kì"},
    {Word::once, "một lần"},
    {Word::times, "lần"},
    {Word::part_of_day, "sáng|trưa|chiều|tối|buổi sáng|buổi chiều|buổi tối"},
    {Word::weekday, "thứ"},
    {Word::weekday_name, "thứ hai", 2},
    {Word::weekday_name, "thứ ba", 3},
    {Word::weekday_name, "thứ tư", 4},
    {Word::weekday_name, "thứ năm", 5},
    {Word::weekday_name, "thứ sáu", 6},
    {Word::weekday_name, "thứ bảy|thứ bẩy", 7},
    {Word::weekday_name, "chủ nhật", 8},
    {Word::continuous, "thường xuyên|liên tục"},
    {Word::event, "lễ|lễ lớn|lễ hội|tết|tết nguyên đán|kỷ niệm|kỉ niệm"},
    {Word::as_needed, "kịp thời|đột xuất|khi cần|khi cần thiết|khi phát sinh|khi có phát sinh"},
    {Word::on_request, "theo yêu cầu|khi có yêu cầu"},
    {Word::according, "theo"},
    {Word::after_event, "sau khi|ngay sau khi|kể từ khi|khi có"},
    {Word::own_notice, "có hướng dẫn riêng|có thông báo riêng|có thông báo sau|có kế hoạch riêng"},
    {Word::working, "làm việc"},
    {Word::verb, "báo cáo|gửi|thực hiện|hoàn thành|xong"},
};

/// Syllables in the longest spelling.
constexpr std::size_t kMostSyllables = 5;

using Lookup = std::unordered_map<std::string, const WordRow*>;

/// The rows by their spellings; one that stands in two of them stands for nothing.
Lookup lookup_by(std::string (*key_of)(std::string_view)) {
  Lookup lookup;
  for (const WordRow& row : kWords)
    for (const std::string_view spelling : split(row.spellings, "|")) {
      const auto [known, fresh] = lookup.emplace(key_of(spelling), &row);
      if (!fresh && known->second != &row) known->second = nullptr;
    }
  return lookup;
}

/// Without marks `toi` (tới or tối) and the like stand for nothing.
const Lookup& words_by_spelling(bool bare) {
  static const Lookup kMarked = lookup_by(fold), kBare = lookup_by(fold_bare);
  return bare ? kBare : kMarked;
}

struct Sign {
  std::uint32_t character;
  Word word;
};

constexpr Sign kSigns[] = {
    {',', Word::comma}, {';', Word::semicolon}, {'/', Word::slash},
    {'-', Word::dash},  {'.', Word::point},     {'(', Word::open},
    {')', Word::close}, {'+', Word::both},      {'&', Word::both},
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

std::vector<Piece> pieces_of(std::string_view text) {
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
  if (!c.valid || found == std::end(kSigns)) return Word::unknown;
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
  const WordRow* row = nullptr;
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

bool parts_clauses(TimeWord word) {
  using enum TimeWord;
  return is_any(word, comma, semicolon, open, close, end);
}

}  // namespace

std::vector<TimeToken> time_tokens(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
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
      Match match = phrase_at(pieces, at, words_by_spelling(false));
      if (!match.row && bare) match = phrase_at(pieces, at, words_by_spelling(true));
      if (match.row) {
        next = match.end;
        tokens.push_back({match.row->word, piece.begin, pieces[next - 1].end, match.row->value});
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

const TimeToken& token(const TimeReader& reader, std::size_t ahead) {
  return reader.tokens[std::min(reader.at + ahead, reader.tokens.size() - 1)];
}

bool next_is(const TimeReader& reader, TimeWord word, std::size_t ahead) {
  return token(reader, ahead).word == word;
}

bool accept(TimeReader& reader, TimeWord word) {
  if (!next_is(reader, word)) return false;
  if (word != TimeWord::end) ++reader.at;
  return true;
}

bool refuse(TimeReader& reader, std::size_t from, std::size_t to, Phrase why) {
  if (!reader.unread)
    reader.unread = {reader.tokens[from].begin, reader.tokens[std::max(from + 1, to) - 1].end, why};
  return false;
}

bool refuse_here(TimeReader& reader, Phrase why) {
  std::size_t to = reader.at;
  while (!parts_clauses(reader.tokens[to].word)) ++to;
  if (to > reader.at) return refuse(reader, reader.at, to, why);
  if (reader.clause < reader.at) return refuse(reader, reader.clause, reader.at, why);
  if (next_is(reader, TimeWord::end) && to > 0) return refuse(reader, to - 1, to, why);
  return refuse(reader, reader.at, reader.at + 1, why);
}

bool is_year(const TimeToken& token) {
  return token.word == TimeWord::number && token.end - token.begin == 4;
}

bool is_small(const TimeToken& token) {
  return token.word == TimeWord::number && token.end - token.begin <= 2;
}

}  // namespace wardplan

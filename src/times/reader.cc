#include "times/grammar.h"

#include <algorithm>
#include <cstdint>
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

/// Of `T6`, which may be a weekday, too.
constexpr int kLetterT = -1;

constexpr WordRow kWords[] = {
    {Word::both, "và"},
    {Word::either, "hoặc"},
    {Word::day, "ngày"},
    {Word::week, "tuần"},
    {Word::month, "tháng"},
    {Word::month, "t", kLetterT},
    {Word::month_name, "tháng một", 1},
    {Word::month_name, "tháng hai", 2},
    {Word::month_name, "tháng ba", 3},
    {Word::month_name, "tháng tư", 4},
    {Word::month_name, "tháng sáu", 6},
    {Word::month_name, "tháng bảy|tháng bẩy", 7},
    {Word::month_name, "tháng tám", 8},
    {Word::month_name, "tháng chín", 9},
    {Word::month_name, "tháng mười", 10},
    {Word::month_name, "tháng mười một", 11},
    {Word::month_name, "tháng mười hai", 12},
    {Word::quarter, "quý|qúy|quí|q"},
    {Word::months_counted, "ba tháng", 3},
    {Word::months_counted, "sáu tháng", 6},
    {Word::months_counted, "chín tháng", 9},
    {Word::quarter_name, "quý một", 1},
    {Word::quarter_name, "quý hai", 2},
    {Word::quarter_name, "quý ba", 3},
    {Word::quarter_name, "quý bốn|quý tư", 4},
    {Word::year, "năm"},
    {Word::school_year, "năm học"},
    {Word::stage, "giai đoạn|nhiệm kỳ"},
    {Word::plural, "các|những"},
    {Word::of, "của"},
    {Word::is, "là"},
    {Word::on, "vào|nhân"},
    {Word::occasion, "dịp"},
    {Word::within, "trong|trong vòng"},
    {Word::whole, "cả"},
    {Word::first_part, "đầu|thượng tuần"},
    {Word::middle_part, "giữa|trung tuần"},
    {Word::last_part, "cuối|hạ tuần"},
    {Word::first_half, "nửa đầu"},
    {Word::last_half, "nửa cuối"},
    {Word::last_day, "ngày cuối|ngày cuối cùng"},
    {Word::from, "từ|kể từ|ngay từ|bắt đầu từ"},
    {Word::from_now, "từ nay"},
    {Word::to, "đến|tới|cho đến|cho tới"},
    {Word::by_end, "hết|đến hết|tới hết|cho đến hết|đến cuối"},
    {Word::before, "trước"},
    {Word::no_later,
     "chậm nhất|chậm nhất là|muộn nhất|muộn nhất là|chậm nhất đến|không quá|hạn chót|hạn chót "
     "là|hạn cuối|hạn cuối là"},
    {Word::onwards, "trở đi|và các năm tiếp theo|và những năm tiếp theo"},
    {Word::next_year, "năm sau|năm tiếp theo|năm kế tiếp|năm liền kề|năm liền sau"},
    {Word::next_month, "tháng sau|tháng tiếp theo|tháng kế tiếp|tháng liền kề|tháng liền sau"},
    {Word::next_quarter, "quý sau|quý tiếp theo|quý kế tiếp|quý liền kề|quý liền sau"},
    {Word::each, "hàng|hằng|mỗi|từng|theo từng"},
    {Word::periodic, "định kỳ|định kì"},
    {Word::once, "một lần"},
    {Word::times, "lần"},
    {Word::at_hour, "lúc"},
    {Word::hour, "giờ|h|g"},
    {Word::minute, "phút"},
    {Word::part_of_day, "sáng|trưa|chiều|tối|buổi sáng|buổi chiều|buổi tối"},
    {Word::weekday, "thứ"},
    {Word::weekday_name, "thứ hai", 2},
    {Word::weekday_name, "thứ ba", 3},
    {Word::weekday_name, "thứ tư", 4},
    {Word::weekday_name, "thứ năm", 5},
    {Word::weekday_name, "thứ sáu", 6},
    {Word::weekday_name, "thứ bảy|thứ bẩy", 7},
    {Word::weekday_name, "chủ nhật|cn", 8},
    {Word::continuous, "thường xuyên|liên tục"},
    {Word::event,
     "lễ|lễ lớn|lễ hội|tết|tết nguyên đán|tết âm lịch|tết dương lịch|tết trung thu|trung thu|kỷ "
     "niệm|kỉ niệm"},
    // The years 2021 to 2040 as Tết is called by them.
    {Word::lunar_year,
     "tân sửu|nhâm dần|quý mão|giáp thìn|ất tỵ|ất tị|bính ngọ|đinh mùi|mậu thân|kỷ dậu|canh "
     "tuất|tân hợi|nhâm tý|quý sửu|giáp dần|ất mão|bính thìn|đinh tỵ|đinh tị|mậu ngọ|kỷ mùi|canh "
     "thân"},
    {Word::term, "học kỳ|học kì|hk|hki|hkii|hè|nghỉ hè|kỳ nghỉ hè|mùa hè"},
    {Word::gathering,
     "khai giảng|bế giảng|bầu cử|kỳ họp|đại hội|hội nghị|khai mạc|tổng kết|nghiệm thu|mùa mưa|mùa "
     "bão|mùa mưa bão|hội"},
    {Word::batch, "đợt|bước"},
    {Word::planned, "dự kiến|khoảng"},
    {Word::as_needed, "kịp thời|đột xuất|khi cần|khi cần thiết|khi phát sinh|khi có phát sinh"},
    {Word::on_request, "theo yêu cầu|khi có yêu cầu"},
    {Word::according, "theo"},
    {Word::after, "sau|ngay sau"},
    {Word::after_event, "sau khi|ngay sau khi|kể từ khi|khi có"},
    {Word::own_notice,
     "có hướng dẫn riêng|có thông báo riêng|có thông báo sau|có kế hoạch riêng|thông báo sau|sẽ "
     "thông báo sau|chưa chốt|chưa chốt hạn|chưa chốt thời hạn|chưa xác định|chưa có hạn|chưa có "
     "thời hạn"},
    {Word::working, "làm việc"},
    {Word::negation,
     "trừ|ngoài|không|sớm nhất|hoãn|hủy|mùng|mồng|rằm|âm lịch|lịch âm|âl|tháng giêng|tháng chạp"},
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
    {',', Word::comma},     {';', Word::semicolon}, {'/', Word::slash},   {'-', Word::dash},
    {'.', Word::point},     {'(', Word::open},      {')', Word::close},   {'+', Word::both},
    {'&', Word::both},      {':', Word::colon},     {0x2192, Word::dash}, {'\'', Word::minute},
    {0x2019, Word::minute}, {0x2032, Word::minute},
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
  return {value ? Word::number : Word::unknown, piece.begin, piece.end, value.value_or(0),
          piece.end - piece.begin};
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

/// `tháng tám` is `tháng` and its number.
void add_phrase(const WordRow& row, const Piece& first, std::size_t end,
                std::vector<TimeToken>& tokens) {
  const std::size_t begin = first.begin;
  if (row.word == Word::month_name || row.word == Word::quarter_name) {
    tokens.push_back(
        {row.word == Word::month_name ? Word::month : Word::quarter, begin, first.end});
    tokens.push_back({Word::number, begin, end, row.value, 2});
  } else if (row.word == Word::months_counted) {
    tokens.push_back({Word::number, begin, first.end, row.value, 1});
    tokens.push_back({Word::month, first.end, end});
  } else {
    tokens.push_back({row.word, begin, end, row.value});
  }
}

/// A Roman numeral, `QII`, or a word that means nothing here.
void add_letters(const Piece& piece, std::vector<TimeToken>& tokens) {
  if (const int value = roman_in(piece.folded)) {
    tokens.push_back({Word::roman, piece.begin, piece.end, value});
  } else if (const int quarter =
                 piece.folded.starts_with('q') ? roman_in(piece.folded.substr(1)) : 0;
             quarter >= 1 && quarter <= 4) {
    tokens.push_back({Word::quarter, piece.begin, piece.begin + 1});
    tokens.push_back({Word::roman, piece.begin + 1, piece.end, quarter});
  } else {
    tokens.push_back({Word::unknown, piece.begin, piece.end});
  }
}

/// Whether a point only ends an abbreviation: `T.6/2026`, `Q.II`.
bool ends_abbreviation(const std::vector<Piece>& pieces, std::size_t at, Word word) {
  if (word != Word::point || at == 0 || at + 1 == pieces.size()) return false;
  const Piece& before = pieces[at - 1];
  return (before.folded == "t" || before.folded == "q") && before.end == pieces[at].begin;
}

/// `T2, T6 hàng tuần` are weekdays, `T6/2026` is a month; `T2, T4, T6` alone could be either.
void tell_weekdays(std::vector<TimeToken>& tokens) {
  const auto is_t = [&](std::size_t at) {
    return tokens[at].word == Word::month && tokens[at].value == kLetterT;
  };
  for (std::size_t at = 0, to = 0; at < tokens.size(); at = to + 1) {
    for (to = at; is_t(to) || is_any(tokens[to].word, Word::number, Word::comma, Word::both,
                                     Word::dash, Word::weekday_name);)
      ++to;
    int letters = 0;
    bool all = true;
    for (std::size_t one = at; one < to; ++one) {
      letters += is_t(one) ? 1 : 0;
      all = all && (tokens[one].word != Word::number ||
                    (tokens[one].value >= 2 && tokens[one].value <= 7));
    }
    const bool weekly = tokens[to].word == Word::each && tokens[to + 1].word == Word::week;
    if (!weekly && !(letters > 1 && all && tokens[to].word == Word::end)) continue;
    for (std::size_t one = at; one < to; ++one)
      if (is_t(one)) tokens[one].word = Word::weekday;
  }
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
    const std::size_t before = tokens.size();
    if (piece.is == Class::digit) {
      tokens.push_back(number_in(text, piece));
    } else if (piece.is == Class::sign) {
      const Word word = sign_at(text, piece, at == 0);
      if (!ends_abbreviation(pieces, at, word)) tokens.push_back({word, piece.begin, piece.end});
    } else {
      Match match = phrase_at(pieces, at, words_by_spelling(false));
      if (!match.row && bare) match = phrase_at(pieces, at, words_by_spelling(true));
      if (match.row)
        add_phrase(*match.row, piece, pieces[match.end - 1].end, tokens);
      else
        add_letters(piece, tokens);
      if (match.row) next = match.end;
    }
    if (tokens.size() > before) tokens[before].opens_line = piece.opens_line;
    at = next;
  }
  tokens.push_back({Word::end, text.size(), text.size()});
  tell_weekdays(tokens);
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

bool is_year(const TimeToken& token) { return token.word == TimeWord::number && token.digits == 4; }

bool is_small(const TimeToken& token) {
  return token.word == TimeWord::number && token.digits <= 2;
}

}  // namespace wardplan

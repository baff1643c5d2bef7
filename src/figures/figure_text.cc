#include <algorithm>
#include <span>

#include "figures/figure.h"
#include "text/look_alike.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

struct Sign {
  std::string_view written;
  std::string_view plain;
};

/// Longer ones before those that begin them.
constexpr Sign kSigns[] = {
    {">=", ">="}, {"<=", "<="}, {"≥", ">="}, {"≤", "<="}, {"⩾", ">="}, {"⩽", "<="},
    {"%", "%"},   {"‰", "‰"},   {"/", "/"},  {"(", "("},  {")", ")"},  {",", ","},
    {";", ";"},   {"=", "="},   {"<", "<"},  {">", ">"},  {"~", "~"},  {"≈", "~"},
};

constexpr std::string_view kBlankSigns[] = {" ", "\t", "\n", "\r", "\u00A0"};

const Sign* sign_at(std::string_view rest) {
  for (const Sign& sign : kSigns)
    if (rest.starts_with(sign.written)) return &sign;
  return nullptr;
}

std::size_t blank_size(std::string_view rest) {
  for (const std::string_view blank : kBlankSigns)
    if (rest.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t word_size(std::string_view rest) {
  std::size_t size = decode(rest, 0).size;
  while (size < rest.size()) {
    const std::string_view after = rest.substr(size);
    if (blank_size(after) > 0 || sign_at(after) != nullptr) break;
    size += decode(rest, size).size;
  }
  return size;
}

Token token_at(std::string_view rest) {
  Token token;
  if (const Sign* sign = sign_at(rest)) {
    token.kind = TokenKind::sign;
    token.end = sign->written.size();
    token.key = sign->plain;
  } else if (const CodePoint first = decode(rest, 0); is_dash(first.value)) {
    token.kind = TokenKind::sign;
    token.end = first.size;
    token.key = "-";
  } else if (is_digit(rest.front())) {
    token.kind = TokenKind::number;
    token.number = scan_number(rest);
    token.end = token.number.size;
  } else {
    token.end = word_size(rest);
    token.key = fold(rest.substr(0, token.end));
  }
  return token;
}

bool is_word_start(std::string_view text) {
  const CodePoint c = decode(text, 0);
  if (c.value < 0x80)
    return (c.value >= 'a' && c.value <= 'z') || (c.value >= 'A' && c.value <= 'Z') ||
           c.value == '"' || c.value == '\'' || c.value == '&';
  if (c.value >= 0x2000 && c.value < 0x2070) return c.value >= 0x2018 && c.value <= 0x201D;
  return c.valid && (c.value >= 0xC0 || c.value == 0xAB);
}

/// Words before a figure that say nothing about it.
constexpr std::string_view kLeadIns =
    "phấn đấu|đạt|tỷ lệ|tỉ lệ|duy trì|đảm bảo|bảo đảm|bình quân|trung "
    "bình|có";

struct BoundWords {
  Bound bound;
  /// With `|` between, longer ones before those that begin them.
  std::string_view words;
};

constexpr BoundWords kOpenings[] = {
    {Bound::at_least, ">=|ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn"},
    {Bound::more_than, ">|trên|hơn|cao hơn|lớn hơn"},
    {Bound::at_most, "<=|không quá|không vượt quá|không cao hơn|tối đa|nhiều nhất"},
    {Bound::less_than, "<|dưới|thấp hơn|nhỏ hơn|ít hơn"},
    {Bound::exactly, "=|đúng|bằng"},
    {Bound::nearly, "gần"},
    {Bound::around, "~|khoảng|xấp xỉ|ước tính|ước"},
};
constexpr BoundWords kClosings[] = {{Bound::at_least, "trở lên"}, {Bound::at_most, "trở xuống"}};

/// Steps over one of the bounds of the table if it is next; false only when it is at odds with one
/// before.
bool read_bound(FigureText& in, std::span<const BoundWords> table, Figure& figure) {
  const std::size_t first = in.at;
  const auto found =
      std::ranges::find_if(table, [&](const BoundWords& row) { return take_any(in, row.words); });
  return found == table.end() ||
         set_bound(in, figure, found->bound, in.tokens[first].begin, end_of_read(in));
}

}  // namespace

const Token* peek(const FigureText& in, std::size_t ahead) {
  return in.at + ahead < in.tokens.size() ? &in.tokens[in.at + ahead] : nullptr;
}

bool is_sign(const FigureText& in, std::string_view key, std::size_t ahead) {
  const Token* token = peek(in, ahead);
  return token != nullptr && token->kind == TokenKind::sign && token->key == key;
}

bool is_number(const FigureText& in, std::size_t ahead) {
  const Token* token = peek(in, ahead);
  return token != nullptr && token->kind == TokenKind::number;
}

Message letters_for_digits(std::string_view seen) {
  // Alone it stands for a figure.
  const bool one = seen == "l" || seen == "I", nought = seen == "O" || seen == "o";
  for (const std::string_view unit : {"đồng", "đ"})
    if (seen.ends_with(unit)) seen.remove_suffix(unit.size());
  const std::string meant = one ? "1" : nought ? "0" : digits_meant(seen);
  if (meant.empty()) return {};
  if (seen.find_first_of("lI|") == std::string_view::npos && seen.find_first_of("Oo") != seen.npos)
    return say("trong `{}` là chữ O, gõ số 0: `{}`",
               "`{}` has the letter O, type the digit 0: `{}`", seen, meant);
  return say("trong `{}` có chữ thay cho số, gõ `{}`", "`{}` has a letter for a digit, type `{}`",
             seen, meant);
}

bool take(FigureText& in, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = find_or_end(words, " ", begin);
    const Token* token = peek(in, count++);
    if (token == nullptr || token->kind == TokenKind::number ||
        token->key != words.substr(begin, end - begin))
      return false;
    begin = end + 1;
  }
  in.at += count;
  return true;
}

bool take_any(FigureText& in, std::string_view phrases) {
  for (std::size_t begin = 0; begin < phrases.size();) {
    const std::size_t end = find_or_end(phrases, "|", begin);
    if (take(in, phrases.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

std::size_t end_of_read(const FigureText& in) { return in.at == 0 ? 0 : in.tokens[in.at - 1].end; }

std::string_view slice(const FigureText& in, std::size_t begin, std::size_t end) {
  return in.text.substr(begin, end - begin);
}

bool fail(FigureText& in, std::size_t begin, std::size_t end, Message reason, Message help) {
  in.problem = {.begin = begin, .end = end, .reason = std::move(reason), .help = std::move(help)};
  return false;
}

bool fail_as_name(FigureText& in, std::size_t first) {
  std::size_t last = std::min(std::max(first, in.at), in.tokens.size() - 1);
  for (; last + 1 < in.tokens.size(); ++last)
    if (in.tokens[last + 1].spaced && in.tokens[last].kind != TokenKind::sign) break;
  const std::size_t begin = in.tokens[first].begin, end = in.tokens[last].end;
  return fail(
      in, begin, end,
      say("`{}` trông như ngày tháng, địa chỉ hay số văn bản",
          "`{}` looks like a date, an address or a document's number", slice(in, begin, end)),
      Phrase{"nếu là con số, viết đơn vị ngay sau nó: `5 lần/tháng`",
             "if it is a figure, put its unit right behind it: `5 lần/tháng`"});
}

Misread second_figure(std::string_view text, std::size_t begin, std::size_t end) {
  return {.begin = begin,
          .end = end,
          .reason = say("`{}` là con số thứ hai", "`{}` is a second figure",
                        text.substr(begin, end - begin)),
          .help = {"mỗi chỗ một con số: tách ra thành nhiều chỉ tiêu",
                   "one figure a place: split it into several targets"}};
}

bool fail_at(FigureText& in, const Token& token) {
  if (token.kind != TokenKind::number)
    return fail(in, token,
                say("`{}` không đứng được ở đây", "`{}` can't stand here",
                    slice(in, token.begin, token.end)));
  in.problem = second_figure(in.text, token.begin, token.end);
  return false;
}

bool read_word(FigureText& in, std::string& words) {
  const Token* token = peek(in);
  if (token == nullptr)
    return fail(in, in.tokens.back().begin, in.tokens.back().end,
                Phrase{"thiếu chữ ở sau", "a word is missing after it"});
  const Token* after = peek(in, 1);
  const bool comma = !words.empty() && (token->key == "," || token->key == ";") &&
                     after != nullptr && after->kind == TokenKind::word;
  const std::string_view seen = slice(in, token->begin, token->end);
  if (!comma && (token->kind != TokenKind::word || !is_word_start(seen)))
    return fail_at(in, *token);
  if (!words.empty() && token->spaced) words += ' ';
  words += seen;
  ++in.at;
  return true;
}

bool set_bound(FigureText& in, Figure& figure, Bound bound, std::size_t begin, std::size_t end) {
  if (figure.bound != Bound::none && figure.bound != bound)
    return fail(in, begin, end,
                say("`{}` và `{}` không đi cùng nhau", "`{}` and `{}` don't go together",
                    slice(in, figure.bound_begin, figure.bound_end), slice(in, begin, end)));
  if (figure.bound == Bound::none) {
    figure.bound_begin = begin;
    figure.bound_end = end;
  }
  figure.bound = bound;
  return true;
}

void skip_lead_ins(FigureText& in) {
  while (take_any(in, kLeadIns)) continue;
}

bool read_opening(FigureText& in, Figure& figure) {
  for (std::size_t before = in.at + 1; before != in.at;) {
    before = in.at;
    skip_lead_ins(in);
    if (take_any(in, "tăng thêm|tăng")) figure.quantity.trend = Trend::up;
    if (take(in, "giảm")) figure.quantity.trend = Trend::down;
    if (!read_bound(in, kOpenings, figure)) return false;
  }
  return true;
}

bool closing_is_next(FigureText& in) {
  const std::size_t at = in.at;
  const bool next =
      std::ranges::any_of(kClosings, [&](const BoundWords& row) { return take(in, row.words); });
  in.at = at;
  return next;
}

bool opens_figure(FigureText& in) {
  const std::size_t at = in.at;
  const bool opens = is_number(in) || take_any(in, kLeadIns) ||
                     std::ranges::any_of(
                         kOpenings, [&](const BoundWords& row) { return take_any(in, row.words); });
  in.at = at;
  return opens;
}

bool read_closing(FigureText& in, Figure& figure) { return read_bound(in, kClosings, figure); }

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t blank = blank_size(text.substr(at)); blank > 0) {
      spaced = true;
      at += blank;
      continue;
    }
    Token& token = tokens.emplace_back(token_at(text.substr(at)));
    token.begin = at;
    token.end += at;
    token.spaced = spaced;
    spaced = false;
    at = token.end;
  }
  return tokens;
}

}  // namespace wardplan

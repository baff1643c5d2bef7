#include "figures/said.h"

#include <algorithm>
#include <vector>

#include "figures/figure_text.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr Decimal kNought{};

/// What a number is of, as far as it stands right behind it; empty at the end.
std::string_view behind(const std::vector<Token>& tokens, std::size_t at) {
  return at + 1 < tokens.size() ? std::string_view(tokens[at + 1].key) : std::string_view();
}

bool is_of_same(std::string_view wanted, std::string_view seen) {
  if (wanted == "%") return seen == "%";
  return wanted.empty() || wanted == "-" || wanted == seen;
}

std::ptrdiff_t count_number(const std::vector<Token>& text, const Decimal& value,
                            std::string_view of) {
  std::ptrdiff_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Token& token = text[at];
    if (token.kind == TokenKind::number && token.number.value == value &&
        is_of_same(of, behind(text, at)))
      ++count;
    if (value == kNought && token.key == "không") ++count;
  }
  return count;
}

/// Whether a figure is one number of things that are named, or one rate, and nothing else.
bool is_plain(const Quantity& figure) {
  const bool percent = figure.measure == Measure::percent;
  return (percent || (figure.measure == Measure::count && !figure.noun.empty())) &&
         !figure.is_range && !figure.fraction && figure.trend == Trend::none &&
         figure.per.empty() && figure.hedge == Hedge::none && figure.least == figure.most &&
         (!percent || figure.noun.empty());
}

/// Words and signs by which a figure of a text may be a part of what a target asks for, what it is
/// taken of, or of another time.
constexpr std::string_view kOfElse[] = {
    "mỗi",  "từng", "tổng", "số",    "trong", "đợt", "quý",  "tháng", "tuần",  "kỳ",
    "đến",  "từ",   "giai", "nhiệm", "các",   "còn", "giảm", "tăng",  "thêm",  "hơn",
    "trên", "dưới", "mức",  "lần",   "trừ",   "so",  "cùng", "trước", "riêng", "/",
    "-",    "(",    ";",    "nhóm",  "hoặc",  "và",  "bình"};

bool may_be_of_else(const Token& token) {
  return token.kind != TokenKind::number &&
         std::ranges::find(kOfElse, token.key) != std::end(kOfElse);
}

/// Whether the words of a unit stand there, marks and case aside.
bool says_unit(const std::vector<Token>& seen, std::size_t at,
               const std::vector<std::string_view>& unit) {
  if (at + unit.size() > seen.size()) return false;
  for (const std::string_view word : unit)
    if (seen[at++].key != fold(word)) return false;
  return true;
}

/// Whether no other number stands beside a figure whose unit has so many words.
bool stands_alone(const std::vector<Token>& seen, std::size_t at, std::size_t unit) {
  const auto is_number = [&](std::size_t of) {
    return of < seen.size() && seen[of].kind == TokenKind::number;
  };
  return !(at > 0 && is_number(at - 1)) && !is_number(at + unit + 1);
}

/// Whether the point between these digits is that of an ISO decimal: one or two digits behind it,
/// or a lone nought before it, and no further part on either side.
bool is_iso_point(std::string_view text, std::size_t begin, std::size_t point, std::size_t end) {
  const auto joins = [&](std::size_t at) { return is_one_of(text[at], ".,/"); };
  if (begin > 0 && joins(begin - 1)) return false;
  if (end + 1 < text.size() && joins(end) && is_digit(text[end + 1])) return false;
  const std::size_t decimals = end - point - 1;
  return decimals > 0 && (decimals < 3 || text.substr(begin, point - begin) == "0");
}

}  // namespace

std::string with_comma(std::string_view figures) {
  constexpr std::string_view kDigits = "0123456789";
  std::string text(figures);
  for (std::size_t begin = figures.find_first_of(kDigits); begin < figures.size();
       begin = figures.find_first_of(kDigits, begin)) {
    const std::size_t point = pass(figures, kDigits, begin);
    std::size_t end = point;
    if (point < figures.size() && figures[point] == '.') {
      end = pass(figures, kDigits, point + 1);
      if (is_iso_point(figures, begin, point, end)) text[point] = ',';
    }
    begin = std::max(end, point);
  }
  return text;
}

bool says_figure(std::string_view text, std::string_view goal, std::ptrdiff_t times) {
  constexpr std::string_view kDigits = "0123456789";
  // Most rows say none of it, or word for word; taking a text to pieces costs more.
  const std::size_t whole = text.find(goal);
  const auto is_digit_at = [&](std::size_t at) {
    return at < text.size() && kDigits.find(text[at]) != std::string_view::npos;
  };
  if (times == 1 && whole != std::string_view::npos && (whole == 0 || text[whole - 1] == ' ') &&
      !is_digit_at(whole + goal.size()))
    return true;
  const bool has_nought = goal.find('0') != std::string_view::npos;
  if (!has_nought && goal.find_first_of(kDigits) != std::string_view::npos &&
      text.find_first_of(kDigits) == std::string_view::npos)
    return false;
  const std::vector<Token> tokens = tokens_of(goal);
  // A number whose first digits, up to where a point may stand, are nowhere isn't said.
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::number || !token.number.value || *token.number.value == kNought)
      continue;
    std::string_view digits = goal.substr(token.begin, token.end - token.begin);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    digits = digits.substr(0, digits.find_first_of(".,"));
    if (!digits.empty()) digits = digits.substr(0, (digits.size() - 1) % 3 + 1);
    if (text.find(digits) == std::string_view::npos) return false;
  }
  const std::vector<Token> seen = tokens_of(text);
  bool any = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind != TokenKind::number || !token.number.value) continue;
    any = true;
    if (count_number(seen, *token.number.value, behind(tokens, at)) < times) return false;
  }
  return any || fold_bare(text).find(fold_bare(goal)) != std::string::npos;
}

namespace {

/// Whether a text surely says a small whole number: nothing else of a number stands beside it.
/// Most titles say their goal, and needn't be taken apart.
bool surely_says(std::string_view text, const Decimal& number) {
  if (number.scale != 0 || number.mantissa < 0 || number.mantissa > 999) return false;
  const std::string digits = std::to_string(number.mantissa);
  const auto is_of_number = [&](std::size_t at) {
    return at < text.size() && is_one_of(text[at], "0123456789.,/");
  };
  for (std::size_t at = text.find(digits); at != std::string_view::npos;
       at = text.find(digits, at + 1))
    if ((at == 0 || !is_of_number(at - 1)) && !is_of_number(at + digits.size())) return true;
  return false;
}

}  // namespace

std::string_view other_figure_said(std::string_view text, const Quantity& figure) {
  const bool percent = figure.measure == Measure::percent;
  if (!is_plain(figure) || surely_says(text, figure.least)) return {};
  if (text.find_first_of("0123456789") == std::string_view::npos) return {};
  const std::vector<std::string_view> unit =
      percent ? std::vector<std::string_view>{"%"} : split(figure.noun, " ");
  const std::vector<Token> seen = tokens_of(text);
  const Token* first = nullptr;
  const Token* last = nullptr;
  for (std::size_t at = 0; at < seen.size(); ++at) {
    const Token& token = seen[at];
    if (may_be_of_else(token)) return {};
    if (token.kind != TokenKind::number) continue;
    // A figure of any unit that is the one wanted may be it in other words.
    if (!token.number.value || token.number.value == figure.least) return {};
    if (!says_unit(seen, at + 1, unit)) continue;
    if (first != nullptr || !stands_alone(seen, at, unit.size())) return {};
    first = &token;
    last = &seen[at + unit.size()];
  }
  return first == nullptr ? std::string_view()
                          : text.substr(first->begin, last->end - first->begin);
}

std::string_view figure_said_otherwise(std::string_view text, const Quantity& figure) {
  const std::string noun = fold(figure.noun);
  const bool percent = figure.measure == Measure::percent;
  if (figure.is_range || (figure.measure != Measure::count && !percent)) return {};
  const std::string_view unit =
      percent ? std::string_view("%") : std::string_view(noun).substr(0, noun.find(' '));
  if (unit.empty()) return {};
  const std::vector<Token> seen = tokens_of(text);
  std::string_view other;
  for (std::size_t at = 0; at < seen.size(); ++at) {
    const Token& token = seen[at];
    if (token.kind != TokenKind::number || !token.number.value || behind(seen, at) != unit)
      continue;
    if (token.number.value == figure.least || !other.empty()) return {};
    other = text.substr(token.begin, seen[at + 1].end - token.begin);
  }
  const auto digits = [](std::string_view number) {
    std::string all;
    for (const char c : number)
      if (c >= '1' && c <= '9') all += c;
    std::ranges::sort(all);
    return all;
  };
  const bool turned = !other.empty() && digits(other) == digits(vietnamese(figure.least));
  return turned ? other : std::string_view();
}

}  // namespace wardplan

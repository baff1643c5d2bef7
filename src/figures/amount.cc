#include "figures/amount.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/quoted.h"

namespace wardplan {
namespace {

struct UnitWord {
  std::string_view key;
  int power;
  bool money;
};

constexpr UnitWord kUnitWords[] = {
    {"nghìn", 3, false}, {"ngàn", 3, false}, {"triệu", 6, false}, {"tr", 6, false},
    {"tr.", 6, false},   {"trđ", 6, true},   {"tỷ", 9, false},    {"tỉ", 9, false},
    {"đồng", 0, true},   {"đ", 0, true},     {"vnđ", 0, true},    {"vnd", 0, true},
};

/// What follows `đồng` where it is no money: `03 đồng chí`.
constexpr std::string_view kNotMoney[] = {"chí",  "hồ",  "bào",   "phục",
                                          "minh", "đội", "hương", "nghiệp"};

bool is_word(const FigureText& in, std::string_view key, std::size_t ahead) {
  const Token* token = peek(in, ahead);
  return token != nullptr && token->kind == TokenKind::word && token->key == key;
}

/// The word of a unit that is next, or null.
const UnitWord* next_unit(const FigureText& in) {
  const Token* token = peek(in);
  if (token == nullptr || token->kind != TokenKind::word) return nullptr;
  const auto found = std::ranges::find(kUnitWords, token->key, &UnitWord::key);
  if (found == std::end(kUnitWords)) return nullptr;
  if (token->key == "đồng" &&
      std::ranges::any_of(kNotMoney, [&](std::string_view word) { return is_word(in, word, 1); }))
    return nullptr;
  // `02 đ/c` counts people.
  if (token->key == "đ" && is_sign(in, "/", 1) && is_word(in, "c", 2)) return nullptr;
  return &*found;
}

/// Steps over the words of a unit.
void read_unit(FigureText& in, Amount& out) {
  while (const UnitWord* word = next_unit(in)) {
    ++in.at;
    out.power += word->power;
    if (!word->money) continue;
    out.unit = Amount::Unit::money;
    break;
  }
}

/// Adds `200 triệu` to `1 tỷ`, if it is next: fewer than would make one more of the larger unit.
bool add_smaller(FigureText& in, Amount& out) {
  if (out.unit != Amount::Unit::none || !is_number(in)) return false;
  const std::size_t from = in.at++;
  const auto& more = in.tokens[from].number.value;
  Amount unit;
  read_unit(in, unit);
  if (out.power > unit.power && in.at > from + 1 && more && more->scale == 0 &&
      out.number.value->scale == 0) {
    auto whole = times_power_of_ten(*out.number.value, out.power - unit.power);
    const auto one = times_power_of_ten({1, 0}, out.power - unit.power);
    if (whole && one && *more < *one &&
        !__builtin_add_overflow(whole->mantissa, more->mantissa, &whole->mantissa)) {
      out.number.value = whole;
      out.power = unit.power;
      out.unit = unit.unit;
      return true;
    }
  }
  in.at = from;
  return false;
}

}  // namespace

bool read_amount(FigureText& in, Amount& out) {
  const Token* token = peek(in);
  if (token == nullptr)
    return fail(in, 0, in.text.size(), Phrase{"thiếu con số", "the figure is missing"});
  const std::string_view seen = slice(in, token->begin, token->end);
  if (is_sign(in, "-") && is_number(in, 1)) {
    const Token& number = *peek(in, 1);
    const std::string_view size = slice(in, number.begin, in.text.size());
    return fail(in, token->begin, number.end, Phrase{"số âm", "a number below 0"},
                say("mức giảm thì viết `giảm {}`", "for a fall write `giảm {}`", size));
  }
  if (token->kind != TokenKind::number)
    return fail(in, *token, say("`{}` không mở đầu một con số", "no figure begins with `{}`", seen),
                letters_for_digits(seen));
  if (!token->number.value) return fail(in, *token, token->number.problem);
  out = {.token = in.at++, .number = token->number};
  if (take(in, "%") || take(in, "phần trăm")) {
    out.unit = Amount::Unit::percent;
    return true;
  }
  if (take(in, "‰") || take(in, "phần nghìn")) {
    out.unit = Amount::Unit::percent;
    out.per_mille = true;
    return true;
  }
  read_unit(in, out);
  out.first_power = out.power;
  while (add_smaller(in, out)) continue;
  return true;
}

bool settle(FigureText& in, const Amount& amount, Decimal& out) {
  const Token& token = in.tokens[amount.token];
  const std::string_view seen = slice(in, token.begin, token.end);
  if (amount.unit == Amount::Unit::percent && amount.number.as_iso) {
    const auto whole = fmt::format("{}", amount.number.value->mantissa);
    const auto decimal = vietnamese(*amount.number.as_iso);
    fail(in, token,
         say("`{}` đọc được hai cách: {} hoặc {}", "`{}` can be read in two ways: {} or {}", seen,
             whole, decimal),
         say("gõ `{0}{2}` hoặc `{1}{2}`", "type `{0}{2}` or `{1}{2}`", whole, decimal,
             amount.per_mille ? "‰" : "%"));
    in.problem.readings = {*amount.number.value, *amount.number.as_iso};
    return false;
  }
  const auto scaled = times_power_of_ten(*amount.number.value, amount.power);
  if (!scaled) return fail(in, token, say("`{}` là số quá lớn", "`{}` is too big a number", seen));
  out = *scaled;
  if (!amount.per_mille) return true;
  if (out.scale == kMaxScale)
    return fail(in, token, say("`{}` có quá nhiều chữ số", "`{}` has too many digits", seen));
  ++out.scale;
  return true;
}

bool read_fraction(FigureText& in, const Amount& part, Fraction& out) {
  const Token& over = in.tokens[part.token];
  const Token& under = in.tokens[in.at + 1];
  in.at += 2;
  if (is_sign(in, "/") || (is_sign(in, "-") && !peek(in)->spaced))
    return fail_as_name(in, part.token);
  if (!under.number.value) return fail(in, under, under.number.problem);
  const Decimal whole = *under.number.value;
  const std::string_view seen = slice(in, over.begin, under.end);
  if (part.number.value->scale > 0 || whole.scale > 0)
    return fail(
        in, over.begin, under.end,
        say("hai vế của `{}` phải là số nguyên", "both sides of `{}` must be whole numbers", seen));
  if (whole.mantissa == 0)
    return fail(in, over.begin, under.end, say("`{}` chia cho 0", "`{}` divides by 0", seen));
  out = {part.number.value->mantissa, whole.mantissa};
  return true;
}

/// `35-30%` with its numbers in the other order: `30-35%`.
std::string turned_around(const FigureText& in, const Amount& low, const Amount& high) {
  const Token &first = in.tokens[low.token], &second = in.tokens[high.token];
  return fmt::format("{}{}{}{}", slice(in, second.begin, second.end),
                     slice(in, first.end, second.begin), slice(in, first.begin, first.end),
                     slice(in, second.end, end_of_read(in)));
}

bool read_range(FigureText& in, Amount& low, Quantity& out) {
  Amount high;
  if (!read_amount(in, high)) return false;
  if (is_number(in, 1) && (is_sign(in, "-") || is_sign(in, "/")))
    return fail_as_name(in, low.token);
  if (low.unit == Amount::Unit::none) {
    if (low.power == 0) low.power = high.first_power;
    low.unit = high.unit;
    low.per_mille = high.per_mille;
  } else if (high.power > 0) {
    high.unit = low.unit;
  }
  const std::size_t begin = in.tokens[low.token].begin, end = end_of_read(in);
  const std::string_view seen = slice(in, begin, end);
  if (low.unit != high.unit)
    return fail(in, begin, end,
                say("hai đầu của `{}` khác đơn vị", "the ends of `{}` differ in unit", seen));
  if (!settle(in, low, out.least) || !settle(in, high, out.most)) return false;
  if (out.most < out.least)
    return fail(in, begin, end, say("`{}` đi từ lớn đến nhỏ", "`{}` runs downwards", seen),
                did_you_mean(turned_around(in, low, high)));
  out.is_range = true;
  return true;
}

}  // namespace wardplan

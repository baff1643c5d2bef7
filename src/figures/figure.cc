#include "figures/figure.h"

#include <algorithm>
#include <cstdint>

#include "figures/amount.h"
#include "figures/counterpart.h"
#include "figures/numerals.h"
#include "text/limits.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::string_view kRankWords =
    "top|tốp|thứ hạng|xếp hạng|xếp thứ|đứng thứ|hạng|thứ|trong nhóm|nhóm";

/// A figure of 0 in words; what doesn't happen is named behind it.
constexpr std::string_view kNothing =
    "không còn|không để xảy ra|không xảy ra|không để phát sinh|không phát sinh|không để tồn "
    "tại|không có";

/// Words between what is counted and a figure that is part of its name: `sản phẩm đạt 3 sao`.
constexpr std::string_view kGrades = "đạt|hạng|cấp|loại|mức";

/// Units that may touch their number.
constexpr std::string_view kTouching[] = {"m",   "m2", "m²", "m3", "m³", "km", "km2",
                                          "km²", "ha", "kg", "g",  "l",  "h"};

/// `3 sạch`, `06 QCDC` are names of campaigns and rules.
constexpr std::string_view kNames[] = {"sạch", "qcdc"};

/// What a map is drawn to: `quy hoạch chi tiết 1/500`.
constexpr std::int64_t kMapScales[] = {500, 1000, 2000, 5000, 10000};

/// Steps over the dash or the word between the ends of a range.
bool take_dash(FigureText& in) {
  if (!is_sign(in, "-")) return take(in, "đến") || take(in, "tới");
  if (!is_number(in, 1)) return false;
  ++in.at;
  return true;
}

/// The figure's numbers with their units: one, a fraction's two, or a range's two.
bool read_head(FigureText& in, Figure& figure, Amount& head) {
  Quantity& out = figure.quantity;
  const std::size_t from = in.at;
  const bool says_from = take(in, "từ");
  if (!read_amount(in, head)) return false;
  if (head.bare() && is_sign(in, "/") && is_number(in, 1) && out.measure != Measure::rank) {
    out.measure = Measure::fraction;
    out.fraction.emplace();
    if (!read_fraction(in, head, *out.fraction)) return false;
  }
  if (take_dash(in)) {
    if (out.measure == Measure::fraction) return fail_as_name(in, head.token);
    if (!read_range(in, head, out)) return false;
  } else {
    if (!settle(in, head, out.least)) return false;
    out.most = out.least;
    const Token& word = in.tokens[from];
    if (says_from && !set_bound(in, figure, Bound::at_least, word.begin, word.end)) return false;
  }
  if (out.measure != Measure::count) return true;
  if (head.unit == Amount::Unit::percent) out.measure = Measure::percent;
  if (head.unit == Amount::Unit::money) out.measure = Measure::money;
  return true;
}

/// `/năm/cơ sở`, `mỗi sổ`: the sign or the word is next.
bool read_per(FigureText& in, std::string& per) {
  ++in.at;
  if (!per.empty()) per += '/';
  std::string words;
  // `vụ/1.000 dân`
  if (is_number(in) && peek(in, 1) != nullptr && peek(in, 1)->kind == TokenKind::word) {
    words = slice(in, peek(in)->begin, peek(in)->end);
    ++in.at;
  }
  do {
    if (!read_word(in, words)) return false;
  } while (peek(in) != nullptr && peek(in)->kind == TokenKind::word && !closing_is_next(in));
  per += words;
  return true;
}

/// `1.254 lượt/1.200 lượt`: the part said with what it counts, then the whole with the same words.
bool read_named_whole(FigureText& in, const Amount& head, Quantity& out) {
  const auto& whole = peek(in, 1)->number.value;
  const std::vector<Token> words = tokens_of(out.noun);
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const Token* token = peek(in, at + 2); token == nullptr || token->key != words[at].key)
      return false;
  if (!whole || whole->scale + out.least.scale > 0 || whole->mantissa == 0 || out.is_range)
    return false;
  out.measure = Measure::fraction;
  out.fraction = {head.number.value->mantissa, whole->mantissa};
  in.at += 2 + words.size();
  return true;
}

/// `đạt 3 sao` behind what is counted.
bool grade_is_next(FigureText& in) {
  const std::size_t at = in.at;
  const bool grade = take_any(in, kGrades) && is_number(in) && peek(in, 1) != nullptr &&
                     peek(in, 1)->kind == TokenKind::word && peek(in)->number.value &&
                     peek(in)->number.value->scale == 0;
  in.at = at;
  return grade;
}

/// `0l mô hình`, `60l lượt`: an l for a 1 rather than litres, which nothing else is counted behind.
bool is_one_for_letter(const FigureText& in, const Token& letter) {
  if (letter.key != "l") return false;
  const std::string_view behind = slice(in, letter.end, in.text.size());
  const std::string_view number = slice(in, in.tokens[in.at - 1].begin, letter.begin);
  return number.starts_with('0') || comes_whole(trimmed(behind));
}

/// The next word of what is counted, which doesn't touch the number unless it is a unit that does.
bool read_noun(FigureText& in, const Amount& head, std::string& noun) {
  const Token& token = *peek(in);
  const bool touches = noun.empty() && !token.spaced && token.kind == TokenKind::word;
  const bool unit = std::ranges::find(kTouching, token.key) != std::end(kTouching);
  if (touches && head.bare() && (!unit || is_one_for_letter(in, token))) {
    const std::size_t begin = in.tokens[in.at - 1].begin;
    const std::string_view seen = slice(in, begin, token.end);
    const Message digits = letters_for_digits(seen);
    return fail(
        in, begin, token.end,
        say("`{}` không phải là con số kèm đơn vị", "`{}` is not a figure with its unit", seen),
        digits.empty() ? Message{"nếu chữ là đơn vị, thêm dấu cách trước nó",
                                 "if the letters are a unit, put a blank before them"}
                       : digits);
  }
  // `02 đ/c` counts people (đồng chí).
  const bool comrades =
      token.key == "đ" && is_sign(in, "/", 1) && peek(in, 2) != nullptr && peek(in, 2)->key == "c";
  if (!read_word(in, noun)) return false;
  if (!comrades) return true;
  in.at += 2;
  noun += "/c";
  return true;
}

/// Steps over how many there are in a ranking: `7/103`, `trên tổng số 103 xã`.
bool skip_total(FigureText& in) {
  const std::size_t at = in.at;
  if ((is_sign(in, "/") || take_any(in, "trên tổng số|trong tổng số|trên|trong")) &&
      is_number(in, is_sign(in, "/") ? 1 : 0)) {
    if (is_sign(in, "/")) ++in.at;
    ++in.at;
    return true;
  }
  in.at = at;
  return false;
}

/// How a remark begins that may name another figure, which changes nothing of the one before it:
/// `(chỉ tiêu quận giao 93%)`, `(trong đó 5 buổi ở tổ)`.
constexpr std::string_view kRemarks =
    "chỉ tiêu|trong đó|tăng|giảm|so với|đạt|vượt|cùng kỳ|năm|kế hoạch|kh|tổ|ở|tại|khu|cụm|"
    "ngõ|phố|đường|xóm|thôn|ấp|gồm|bao gồm|theo|quận|thành phố|huyện|tỉnh";

bool skip_remark(FigureText& in) {
  ++in.at;
  std::string remark;
  if (!take_any(in, kRemarks)) return read_remark(in, remark);
  while (peek(in) != nullptr && !is_sign(in, ")")) ++in.at;
  return peek(in) != nullptr ? (++in.at, true) : fail_at(in, in.tokens.back());
}

/// `so với dự toán`: of what a rate is; what grew or shrank does so against any year.
bool read_compared(FigureText& in, Quantity& out) {
  if (peek(in) == nullptr) return fail_at(in, in.tokens.back());
  if (out.trend == Trend::none) out.noun = slice(in, peek(in)->begin, in.tokens.back().end);
  in.at = in.tokens.size();
  return true;
}

/// `02 02 mô hình`, `1 800`.
bool fail_twice(FigureText& in, const Token& first, const Token& second) {
  const std::string_view again = slice(in, second.begin, second.end);
  const bool same = slice(in, first.begin, first.end) == again;
  Message help = Phrase{"chỉ ghi một con số", "write one figure"};
  if (same) help = say("có lẽ gõ lặp: viết `{0}`", "probably typed twice: write `{0}`", again);
  if (again.size() == 3)
    help = Phrase{"hàng nghìn viết với dấu chấm: `1.800`",
                  "thousands are written with a point: `1.800`"};
  return fail(in, first.begin, second.end, Phrase{"hai con số liền nhau", "two figures in a row"},
              std::move(help));
}

/// The next thing behind the numbers.
bool read_next(FigureText& in, const Amount& head, Figure& figure) {
  Quantity& out = figure.quantity;
  const bool nothing_yet = head.bare() && out.noun.empty() && out.measure != Measure::rank;
  if (nothing_yet && (is_sign(in, "/") || is_sign(in, "-"))) return fail_as_name(in, head.token);
  if (nothing_yet && is_number(in) && out.measure == Measure::count)
    return fail_twice(in, in.tokens[head.token], *peek(in));
  if (closing_is_next(in)) return read_closing(in, figure);
  if (out.measure == Measure::rank && skip_total(in)) return true;
  if (take(in, "so với")) return read_compared(in, out);
  if (out.measure == Measure::count && !out.noun.empty() && grade_is_next(in)) {
    out.noun += fmt::format(" {}", slice(in, peek(in)->begin, peek(in, 1)->end));
    in.at += 2;
    return true;
  }
  if (head.bare() && out.measure == Measure::count && !out.noun.empty() && is_sign(in, "/") &&
      is_number(in, 1) && read_named_whole(in, head, out))
    return true;
  if (is_sign(in, "/") || peek(in)->key == "mỗi") return read_per(in, out.per);
  if (counterpart_is_next(in)) return read_counterpart(in, figure);
  if (is_sign(in, "(")) return skip_remark(in);
  return out.per.empty() || figure.per_leads ? read_noun(in, head, out.noun)
                                             : read_word(in, out.per);
}

bool are_years(const Quantity& range) {
  return range.is_range && range.least.scale + range.most.scale == 0 &&
         is_year(range.least.mantissa) && is_year(range.most.mantissa);
}

/// Refuses what looks like a figure and is a name.
bool check_name(FigureText& in, const Amount& head, const Quantity& quantity) {
  const std::size_t begin = in.tokens[head.token].begin, end = end_of_read(in);
  const std::string_view seen = slice(in, begin, end);
  if (std::ranges::find(kNames, fold(quantity.noun)) != std::end(kNames))
    return fail(in, begin, end, say("`{}` là một tên gọi", "`{}` is a name", seen));
  if (!head.bare() || !quantity.noun.empty()) return true;
  if (are_years(quantity)) return fail_as_name(in, head.token);
  if (quantity.measure != Measure::fraction || !may_be_no_fraction(*quantity.fraction)) return true;
  return fail(in, begin, end,
              say("`{}` trông như ngày tháng hoặc tỷ lệ bản đồ",
                  "`{}` looks like a date or the scale of a map", seen),
              say("nếu là phân số, viết kèm đơn vị: `{} hộ`",
                  "if it is a fraction, say of what: `{} hộ`", seen));
}

/// Refuses `6.00 lượt` and `500.00 đồng`: of what comes whole two digits behind a point are rather
/// a slip of 600.
bool check_points(FigureText& in, const Amount& head, const Quantity& quantity) {
  const bool whole = quantity.measure == Measure::money
                         ? head.power == 0
                         : quantity.measure == Measure::count && quantity.per.empty() &&
                               comes_whole(quantity.noun);
  if (!whole) return true;
  const Token* numbers[] = {&in.tokens[head.token], nullptr};
  if (quantity.is_range)
    for (std::size_t at = head.token + 1; at < in.tokens.size() && numbers[1] == nullptr; ++at)
      if (in.tokens[at].kind == TokenKind::number) numbers[1] = &in.tokens[at];
  for (const Token* number : numbers) {
    if (number == nullptr) continue;
    const std::string_view seen = slice(in, number->begin, number->end);
    if (seen.size() > 3 && seen[seen.size() - 3] == '.' && seen.find(',') == std::string_view::npos)
      return fail(in, *number, unclear_point(seen));
  }
  return true;
}

/// What only the whole figure shows.
bool check_whole(FigureText& in, const Amount& head, Figure& figure) {
  Quantity& out = figure.quantity;
  if (out.measure == Measure::count && head.power > 0 && out.noun.empty())
    out.measure = Measure::money;
  if (!check_name(in, head, out) || !check_points(in, head, out)) return false;
  const bool has_unit = !head.bare() || out.least.scale > 0 || out.most.scale > 0;
  const std::size_t begin = in.tokens[head.token].begin, end = end_of_read(in);
  if (out.measure == Measure::rank && has_unit)
    return fail(in, begin, end,
                say("thứ hạng là số nguyên, đang là `{}`", "a rank is a whole number, not `{}`",
                    slice(in, begin, end)));
  // `1 - 1,5% trở lên`, `ít nhất 5 - 7`: what reaches the lower end is enough.
  if (out.is_range && (figure.bound == Bound::at_least || figure.bound == Bound::at_most)) {
    (figure.bound == Bound::at_least ? out.most : out.least) =
        figure.bound == Bound::at_least ? out.least : out.most;
    out.is_range = false;
  }
  if (out.is_range && (figure.bound == Bound::more_than || figure.bound == Bound::less_than))
    return fail(in, figure.bound_begin, figure.bound_end,
                say("`{}` không đi cùng khoảng từ … đến …", "`{}` doesn't go with a range",
                    slice(in, figure.bound_begin, figure.bound_end)));
  return true;
}

/// What is missing where nothing is known: `không có số liệu`.
constexpr std::string_view kUnknown = "số liệu|dữ liệu|báo cáo|thông tin|kết quả|văn bản";

/// What doesn't happen; a figure in brackets only names it, another one says how much may.
bool read_nothing(FigureText& in) {
  if (take_any(in, kUnknown))
    return fail(in, 0, end_of_read(in), Phrase{"không nêu con số nào", "it names no figure"});
  int depth = 0;
  for (; peek(in) != nullptr; ++in.at) {
    if (is_sign(in, "(")) ++depth;
    if (is_sign(in, ")")) --depth;
    if (depth == 0 && is_number(in)) return fail_at(in, *peek(in));
  }
  return true;
}

/// `mỗi ấp` before its figure.
bool read_leading_per(FigureText& in, Figure& figure) {
  if (!take_any(in, "mỗi|từng")) return true;
  figure.per_leads = true;
  while (!opens_figure(in)) {
    if (peek(in) == nullptr || peek(in)->kind == TokenKind::sign) return fail_at(in, in.tokens[0]);
    if (!read_word(in, figure.quantity.per)) return false;
  }
  return true;
}

bool read_all(FigureText& in, Figure& figure) {
  Amount head;
  if (in.tokens.empty())
    return fail(in, 0, in.text.size(), Phrase{"để trống", "nothing stands here"});
  // `không để xảy ra ngộ độc (≥ 30 người)`: none, of whatever is named.
  if (take_any(in, kNothing)) return read_nothing(in);
  if (!read_leading_per(in, figure)) return false;
  if (!read_opening(in, figure)) return false;
  while (take_any(in, kRankWords)) figure.quantity.measure = Measure::rank;
  if (!read_head(in, figure, head)) return false;
  while (peek(in) != nullptr)
    if (!read_next(in, head, figure)) return false;
  return check_whole(in, head, figure);
}

}  // namespace

bool may_be_no_fraction(const Fraction& fraction) {
  const auto [part, whole] = fraction;
  if (part > whole) return part <= 31 && whole <= 12;
  return (part <= 12 && is_year(whole)) ||
         (part == 1 && std::ranges::find(kMapScales, whole) != std::end(kMapScales));
}

Reading<Figure> read_figure(std::string_view text) {
  if (text.size() > kMaxExpression)
    return {.problem = {.end = text.size(),
                        .reason = Phrase{"dài quá, không thể là một con số",
                                         "it is too long for a figure"}}};
  FigureText in{.text = text, .tokens = tokens_of(text)};
  Figure figure;
  if (!read_all(in, figure)) return {.problem = std::move(in.problem)};
  return {.value = std::move(figure)};
}

}  // namespace wardplan

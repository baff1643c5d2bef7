#include "figures/counterpart.h"

namespace wardplan {
namespace {

/// Steps over what joins a rate and its fraction: `(`, `=`, `, đạt tỷ lệ`, `đạt`.
void skip_joint(FigureText& in) {
  if (is_sign(in, "(") || is_sign(in, "=") || is_sign(in, ",")) ++in.at;
  skip_lead_ins(in);
}

/// `(104,67%)`, `, đạt 104,67% so với kế hoạch` behind `628 lượt`: how much of its plan that is.
bool read_rate_beside(FigureText& in, const Amount& rate, bool in_parentheses, Figure& figure) {
  figure.rate_begin = in.tokens[rate.token].begin;
  figure.rate_end = in.tokens[rate.token].end;
  std::string words;
  if (in_parentheses) return read_remark(in, words);
  while (peek(in) != nullptr) {
    if (take(in, "so với"))
      in.at = in.tokens.size();
    else if (!read_word(in, words))
      return false;
  }
  return true;
}

}  // namespace

bool counterpart_is_next(FigureText& in) {
  const std::size_t at = in.at;
  skip_joint(in);
  const bool next = in.at > at && is_number(in);
  in.at = at;
  return next;
}

bool read_remark(FigureText& in, std::string& words) {
  while (!is_sign(in, ")"))
    if (is_sign(in, ",") && is_sign(in, ")", 1))
      ++in.at;
    else if (!read_word(in, words))
      return false;
  ++in.at;
  return true;
}

bool read_counterpart(FigureText& in, Figure& figure) {
  Quantity& out = figure.quantity;
  const bool in_parentheses = is_sign(in, "(");
  skip_joint(in);
  const Token& number = *peek(in);
  Amount amount;
  if (out.is_range || !read_amount(in, amount)) return fail_at(in, number);
  if (out.measure == Measure::percent && !out.fraction && amount.bare() && is_sign(in, "/") &&
      is_number(in, 1)) {
    out.fraction.emplace();
    if (!read_fraction(in, amount, *out.fraction)) return false;
  } else if (out.measure == Measure::fraction && amount.unit == Amount::Unit::percent) {
    if (!settle(in, amount, out.least)) return false;
    out.most = out.least;
    out.measure = Measure::percent;
  } else if ((out.measure == Measure::count || out.measure == Measure::money) &&
             amount.unit == Amount::Unit::percent && figure.rate_end == 0) {
    return read_rate_beside(in, amount, in_parentheses, figure);
  } else {
    return fail_at(in, number);
  }
  std::string words;
  if (in_parentheses && !read_remark(in, words)) return false;
  if (out.noun.empty()) out.noun = words;
  return true;
}

}  // namespace wardplan

#include "figures/stated_rate.h"

#include <algorithm>
#include <string>
#include <utility>

#include "figures/numerals.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::string_view kFigure = "0123456789.";

/// Bytes of the figures on both sides of a slash; none where it is no fraction: `15/5/2024`,
/// `24/QĐ`.
std::pair<std::size_t, std::size_t> fraction_at(std::string_view text, std::size_t slash) {
  const std::string_view before = text.substr(0, slash);
  const std::size_t outside = before.find_last_not_of(kFigure);
  const std::size_t begin = outside == std::string_view::npos ? 0 : outside + 1;
  const std::size_t end = std::min(text.find_first_not_of(kFigure, slash + 1), text.size());
  const bool dated =
      (begin > 0 && text[begin - 1] == '/') || (end < text.size() && text[end] == '/');
  return begin == slash || end == slash + 1 || dated ? std::pair(slash, slash)
                                                     : std::pair(begin, end);
}

/// What the words before a slash name that is no fraction: `Nghị quyết 105/2023`, `nhà số 15/48`.
bool is_number_of(std::string_view before) {
  const std::string key =
      fold_bare(before.substr(before.size() - std::min<std::size_t>(before.size(), 40)));
  constexpr std::string_view kWords[] = {
      "so",       "qd",       "nq",         "kh",         "bc",       "ngay",    "thang",
      "den",      "tu",       "quyet dinh", "nghi quyet", "ke hoach", "bao cao", "to trinh",
      "cong van", "thong tu", "nghi dinh",  "duong",      "ngo",      "nha"};
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return key.ends_with(word) || key.ends_with(std::string(word) + " ");
  });
}

/// Whether the rate behind a fraction is that of the fraction: in brackets, behind `=` or `, đạt`,
/// or at once; not `15/20 tổ đạt 90% hộ văn hoá`.
bool is_of_fraction(std::string_view between, std::string_view behind) {
  const std::string_view rate_begins =
      between.substr(0, between.find_last_not_of("0123456789.,") + 1);
  const bool tied = trimmed(rate_begins).empty() || rate_begins.ends_with('(') ||
                    rate_begins.ends_with("(đạt ") || rate_begins.ends_with("= ") ||
                    rate_begins.ends_with("=") || rate_begins.ends_with(", đạt ");
  return tied && (behind.empty() || is_one_of(behind.front(), ").,;\n"));
}

/// Whether a fraction of nothing that is named may be a day: `02/6`.
bool may_be_day(std::string_view text, std::size_t begin, std::size_t end,
                const Fraction& fraction) {
  if (may_be_no_fraction(fraction) || text[begin] == '0') return true;
  return fraction.part <= 31 && fraction.whole <= 12 && !text.substr(end).starts_with(" (");
}

}  // namespace

std::vector<StatedRate> stated_rates(std::string_view text) {
  std::vector<StatedRate> rates;
  if (text.find('%') == std::string_view::npos) return rates;
  for (std::size_t slash = text.find('/'); slash != std::string_view::npos;
       slash = text.find('/', slash + 1)) {
    const auto [begin, last] = fraction_at(text, slash);
    const std::size_t sign = text.find_first_of("%/;\n", last);
    if (begin == last || sign == std::string_view::npos || text[sign] != '%') continue;
    if (!is_of_fraction(text.substr(last, sign - last), text.substr(sign + 1)) ||
        is_number_of(text.substr(0, begin)))
      continue;
    const std::size_t end = sign + (text.substr(sign + 1).starts_with(')') ? 2 : 1);
    auto read = parse_quantity(text.substr(begin, end - begin)).value;
    if (!read || !read->fraction || is_year(read->fraction->whole)) continue;
    if (!read->noun.empty() || !may_be_day(text, begin, last, *read->fraction))
      rates.push_back({begin, end, std::move(*read)});
  }
  return rates;
}

}  // namespace wardplan

#include "figures/stated_rate.h"

#include <algorithm>
#include <utility>

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

/// Whether a fraction of nothing that is named may be a day or a month: `ngày 02/6`, `6/2023`.
bool may_be_date(std::string_view text, std::size_t begin, std::size_t end,
                 const Fraction& fraction) {
  if (may_be_no_fraction(fraction) || text[begin] == '0') return true;
  for (const std::string_view word : {"ngày ", "tháng ", "đến ", "từ "})
    if (text.substr(0, begin).ends_with(word)) return true;
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
    const std::size_t end = sign + (text.substr(sign + 1).starts_with(')') ? 2 : 1);
    auto read = parse_quantity(text.substr(begin, end - begin)).value;
    if (!read || !read->fraction) continue;
    if (!read->noun.empty() || !may_be_date(text, begin, last, *read->fraction))
      rates.push_back({begin, end, std::move(*read)});
  }
  return rates;
}

}  // namespace wardplan

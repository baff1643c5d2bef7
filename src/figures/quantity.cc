#include "figures/quantity.h"

#include <algorithm>

#include "figures/figure.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// In the order of `Bound`.
constexpr Hedge kHedges[] = {Hedge::none,  Hedge::none, Hedge::above, Hedge::none,
                             Hedge::below, Hedge::none, Hedge::below, Hedge::around};
static_assert(std::size(kHedges) == static_cast<std::size_t>(Bound::around) + 1);

/// What nobody has a part of; units that are measured (`tấn`, `ha`, `điểm`) are not among them.
constexpr std::string_view kWhole[] = {
    "lượt",      "người",        "hộ",         "gia đình",  "mô hình",    "hội viên",
    "đoàn viên", "đảng viên",    "thành viên", "học sinh",  "sinh viên",  "em",
    "cháu",      "trẻ",          "cán bộ",     "cbcc",      "đồng chí",   "đ/c",
    "hồ sơ",     "vụ",           "tổ",         "tdp",       "tuyến",      "cây",
    "suất",      "cuộc",         "buổi",       "lớp",       "trường hợp", "trường",
    "thẻ",       "sổ",           "quà",        "phần quà",  "văn bản",    "tin",
    "bài",       "doanh nghiệp", "cơ sở",      "sản phẩm",  "công trình", "camera",
    "xe",        "phương tiện",  "đơn vị",     "căn",       "nhà",        "ngõ",
    "đại biểu",  "phụ nữ",       "cụ",         "ý kiến",    "lao động",   "giấy",
    "tờ",        "cái",          "chiếc",      "con",       "khu",        "ấp",
    "thôn",      "xã",           "phường",     "hội nghị",  "nhân khẩu",  "khách",
    "biển",      "đơn",          "dân",        "công dân",  "câu lạc bộ", "clb",
    "đối tượng", "nạn nhân",     "thủ tục",    "giao dịch", "tài khoản"};

/// `1,250` and `2.000,000`, not `0,125`; an amount in triệu or tỷ has none left.
bool has_three_decimals(const Decimal& number) {
  return number.scale == 3 && number.mantissa >= 1'000;
}

}  // namespace

bool comes_whole(std::string_view noun) {
  const std::string key = fold(noun) + " ";
  return std::ranges::any_of(kWhole, [&](std::string_view word) {
    return key.starts_with(word) && is_one_of(key[word.size()], " ,");
  });
}

bool may_be_thousands(const Quantity& quantity, std::string_view noun) {
  if (!has_three_decimals(quantity.least) && !has_three_decimals(quantity.most)) return false;
  return quantity.measure == Measure::money ||
         (quantity.measure == Measure::count &&
          comes_whole(quantity.noun.empty() ? noun : quantity.noun));
}

Reading<Quantity> parse_quantity(std::string_view text) {
  Reading<Figure> read = read_figure(text);
  if (!read.value) return {.problem = std::move(read.problem)};
  Figure& figure = *read.value;
  const std::string_view bound =
      text.substr(figure.bound_begin, figure.bound_end - figure.bound_begin);
  if (figure.bound == Bound::at_least || figure.bound == Bound::at_most)
    return {.problem = {.begin = figure.bound_begin,
                        .end = figure.bound_end,
                        .reason = say("`{}` là của chỉ tiêu, kết quả là một con số",
                                      "`{}` belongs to a goal, a result is one figure", bound)}};
  figure.quantity.hedge = kHedges[static_cast<std::size_t>(figure.bound)];
  if (figure.quantity.hedge != Hedge::none) figure.quantity.hedge_word = bound;
  return {.value = std::move(figure.quantity)};
}

bool agrees(const Decimal& rate, const Fraction& fraction) {
  const auto exact = percentage(fraction.part, fraction.whole);
  return exact && rounds_to(*exact, rate);
}

bool contradicts_itself(const Quantity& quantity) {
  if (quantity.measure != Measure::percent || !quantity.fraction) return false;
  const auto exact = percentage(quantity.fraction->part, quantity.fraction->whole);
  switch (quantity.hedge) {
    case Hedge::around:
      return false;
    case Hedge::above:
      return !exact || *exact <= ratio_of(quantity.least);
    case Hedge::below:
      return !exact || *exact >= ratio_of(quantity.least);
    case Hedge::none:
      break;
  }
  return !agrees(quantity.least, *quantity.fraction);
}

bool is_whole_of(const Quantity& goal, const Fraction& fraction) {
  const Decimal whole{fraction.whole, 0};
  return goal.measure == Measure::count && (goal.least == whole || goal.most == whole);
}

bool reads_as_rate(const std::string& text) { return parse_quantity(text + "%").value.has_value(); }

}  // namespace wardplan

#include "figures/bound.h"

#include <algorithm>
#include <array>
#include <span>

namespace wardplan {
namespace {

/// Words before a figure that say nothing about it.
constexpr std::array<std::string_view, 8> kLeadIns = {"phấn đấu", "đạt",     "tỷ lệ",   "tỉ lệ",
                                                      "duy trì",  "đảm bảo", "bảo đảm", "có"};

struct BarWords {
  std::string_view words;
  Bar bar;
};

/// Longer ones before those that begin them.
constexpr std::array kOpenings = {
    BarWords{">=", Bar::at_least},
    BarWords{"ít nhất", Bar::at_least},
    BarWords{"tối thiểu", Bar::at_least},
    BarWords{"không dưới", Bar::at_least},
    BarWords{"không ít hơn", Bar::at_least},
    BarWords{"không thấp hơn", Bar::at_least},
    BarWords{">", Bar::more_than},
    BarWords{"trên", Bar::more_than},
    BarWords{"hơn", Bar::more_than},
    BarWords{"cao hơn", Bar::more_than},
    BarWords{"lớn hơn", Bar::more_than},
    BarWords{"<=", Bar::at_most},
    BarWords{"không quá", Bar::at_most},
    BarWords{"không vượt quá", Bar::at_most},
    BarWords{"không cao hơn", Bar::at_most},
    BarWords{"tối đa", Bar::at_most},
    BarWords{"nhiều nhất", Bar::at_most},
    BarWords{"<", Bar::less_than},
    BarWords{"dưới", Bar::less_than},
    BarWords{"thấp hơn", Bar::less_than},
    BarWords{"nhỏ hơn", Bar::less_than},
    BarWords{"ít hơn", Bar::less_than},
    BarWords{"=", Bar::exactly},
    BarWords{"đúng", Bar::exactly},
    BarWords{"bằng", Bar::exactly},
    BarWords{"gần", Bar::nearly},
    BarWords{"~", Bar::around},
    BarWords{"khoảng", Bar::around},
    BarWords{"xấp xỉ", Bar::around},
    BarWords{"ước tính", Bar::around},
    BarWords{"ước", Bar::around},
};

constexpr std::array kClosings = {BarWords{"trở lên", Bar::at_least},
                                  BarWords{"trở xuống", Bar::at_most}};

/// Steps over one of the bars of the table if it is next; false only when it is at odds with one
/// before.
bool read_bar(FigureText& in, std::span<const BarWords> table, Figure& figure) {
  const std::size_t first = in.at;
  const auto found =
      std::ranges::find_if(table, [&](const BarWords& row) { return take(in, row.words); });
  return found == table.end() ||
         set_bar(in, figure, found->bar, in.tokens[first].begin, end_of_read(in));
}

}  // namespace

bool set_bar(FigureText& in, Figure& figure, Bar bar, std::size_t begin, std::size_t end) {
  if (figure.bar != Bar::none && figure.bar != bar)
    return fail(in, begin, end,
                say("`{}` và `{}` không đi cùng nhau", "`{}` and `{}` don't go together",
                    slice(in, figure.bar_begin, figure.bar_end), slice(in, begin, end)));
  if (figure.bar == Bar::none) {
    figure.bar_begin = begin;
    figure.bar_end = end;
  }
  figure.bar = bar;
  return true;
}

void skip_lead_ins(FigureText& in) {
  while (take_any(in, kLeadIns)) continue;
}

bool read_opening(FigureText& in, Figure& figure) {
  for (std::size_t before = in.at + 1; before != in.at;) {
    before = in.at;
    skip_lead_ins(in);
    if (!read_bar(in, kOpenings, figure)) return false;
  }
  return true;
}

bool closing_is_next(FigureText& in) {
  const std::size_t at = in.at;
  const bool next =
      std::ranges::any_of(kClosings, [&](const BarWords& row) { return take(in, row.words); });
  in.at = at;
  return next;
}

bool read_closing(FigureText& in, Figure& figure) { return read_bar(in, kClosings, figure); }

}  // namespace wardplan

#include "figures/bound.h"

#include <algorithm>
#include <array>
#include <span>

namespace wardplan {
namespace {

/// Words before a figure that say nothing about it.
constexpr std::array<std::string_view, 8> kLeadIns = {"phấn đấu", "đạt",     "tỷ lệ",   "tỉ lệ",
                                                      "duy trì",  "đảm bảo", "bảo đảm", "có"};

struct BoundWords {
  std::string_view words;
  Bound bound;
};

/// Longer ones before those that begin them.
constexpr std::array kOpenings = {
    BoundWords{">=", Bound::at_least},
    BoundWords{"ít nhất", Bound::at_least},
    BoundWords{"tối thiểu", Bound::at_least},
    BoundWords{"không dưới", Bound::at_least},
    BoundWords{"không ít hơn", Bound::at_least},
    BoundWords{"không thấp hơn", Bound::at_least},
    BoundWords{">", Bound::more_than},
    BoundWords{"trên", Bound::more_than},
    BoundWords{"hơn", Bound::more_than},
    BoundWords{"cao hơn", Bound::more_than},
    BoundWords{"lớn hơn", Bound::more_than},
    BoundWords{"<=", Bound::at_most},
    BoundWords{"không quá", Bound::at_most},
    BoundWords{"không vượt quá", Bound::at_most},
    BoundWords{"không cao hơn", Bound::at_most},
    BoundWords{"tối đa", Bound::at_most},
    BoundWords{"nhiều nhất", Bound::at_most},
    BoundWords{"<", Bound::less_than},
    BoundWords{"dưới", Bound::less_than},
    BoundWords{"thấp hơn", Bound::less_than},
    BoundWords{"nhỏ hơn", Bound::less_than},
    BoundWords{"ít hơn", Bound::less_than},
    BoundWords{"=", Bound::exactly},
    BoundWords{"đúng", Bound::exactly},
    BoundWords{"bằng", Bound::exactly},
    BoundWords{"gần", Bound::nearly},
    BoundWords{"~", Bound::around},
    BoundWords{"khoảng", Bound::around},
    BoundWords{"xấp xỉ", Bound::around},
    BoundWords{"ước tính", Bound::around},
    BoundWords{"ước", Bound::around},
};

constexpr std::array kClosings = {BoundWords{"trở lên", Bound::at_least},
                                  BoundWords{"trở xuống", Bound::at_most}};

/// Steps over one of the bounds of the table if it is next; false only when it is at odds with one
/// before.
bool read_bar(FigureText& in, std::span<const BoundWords> table, Figure& figure) {
  const std::size_t first = in.at;
  const auto found =
      std::ranges::find_if(table, [&](const BoundWords& row) { return take(in, row.words); });
  return found == table.end() ||
         set_bound(in, figure, found->bound, in.tokens[first].begin, end_of_read(in));
}

}  // namespace

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
    if (!read_bar(in, kOpenings, figure)) return false;
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

bool read_closing(FigureText& in, Figure& figure) { return read_bar(in, kClosings, figure); }

}  // namespace wardplan

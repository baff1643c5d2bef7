#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "figures/quantity.h"

namespace wardplan {

/// Whether a text says the figure of a goal so many times: each number of it with the word or sign
/// behind it (`100 cây` in `Trồng 100 cây xanh`), of 0 a `không`; a goal without a number by its
/// words.
bool says_figure(std::string_view text, std::string_view goal, std::ptrdiff_t times = 1);

/// Figures as papers in Vietnamese have them: `7,5` where `7.5` was written; points of thousands,
/// of days and of numbers of rows stay.
std::string with_comma(std::string_view figures);

/// The same of a text that was read as a figure; another one stays as it is written, whose points
/// may be those of anything (`mục 5.3`).
template <class Written>
requires requires(const Written& text) { text.read->value; }
std::string with_comma(const Written& text) {
  return text.read->value ? with_comma(std::string_view(text.value)) : std::string(text.value);
}

/// A figure of a text that is of the same as another one and is it but for its order of digits or
/// its noughts (`36 tin` for `63 tin`), where the text says neither that one nor a third; its bytes
/// in the text, or none.
std::string_view figure_said_otherwise(std::string_view text, const Quantity& figure);

/// The only figure of a text that is of the same as another one (`50 cây` for `40 cây`), where the
/// text says neither that one nor, by the words beside it, that the figure is of a part, a base or
/// another time; its bytes in the text, or none.
std::string_view other_figure_said(std::string_view text, const Quantity& figure);

}  // namespace wardplan

#include "records/row_number.h"

#include <algorithm>
#include <array>

#include "figures/numerals.h"
#include "text/trim.h"

namespace wardplan {
namespace {

struct Letter {
  std::string_view capital;
  std::string_view small;
  /// Vietnamese lists have it or not, as those of other languages.
  bool spare = false;
};
constexpr std::array kLetters = {
    Letter{"A", "a"},       Letter{"B", "b"}, Letter{"C", "c"},       Letter{"D", "d"},
    Letter{"Đ", "đ", true}, Letter{"E", "e"}, Letter{"F", "f", true}, Letter{"G", "g"},
    Letter{"H", "h"},       Letter{"I", "i"}, Letter{"J", "j", true}, Letter{"K", "k"},
    Letter{"L", "l"},       Letter{"M", "m"}, Letter{"N", "n"},       Letter{"O", "o"},
    Letter{"P", "p"},       Letter{"Q", "q"}, Letter{"R", "r"},       Letter{"S", "s"},
    Letter{"T", "t"},       Letter{"U", "u"}, Letter{"V", "v"},       Letter{"W", "w", true},
    Letter{"X", "x"},       Letter{"Y", "y"}, Letter{"Z", "z", true}};

const Letter& letter_of(int value) { return kLetters[static_cast<std::size_t>(value - 1)]; }

int value_of(std::string_view text, std::string_view Letter::*form) {
  const auto found = std::ranges::find(kLetters, text, form);
  return found == kLetters.end() ? 0 : static_cast<int>(found - kLetters.begin()) + 1;
}

/// `1.` and `1)` are habits of writing `1`.
std::string_view without_habit(std::string_view text) {
  if (text.size() > 1 && (text.ends_with('.') || text.ends_with(')'))) text.remove_suffix(1);
  return text;
}

/// Adds the numbers between the points; false where one is none.
bool add_path(std::string_view text, std::vector<int>& path) {
  while (true) {
    const std::size_t point = text.find('.');
    const auto value = whole_number(text.substr(0, point));
    if (!value) return false;
    path.push_back(*value);
    if (point == std::string_view::npos) return true;
    text.remove_prefix(point + 1);
  }
}

/// The number whose front has this value, and behind its point a path.
RowNumber with_front(NumberKind kind, int front, std::string_view text) {
  RowNumber number{kind, {front}};
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && !add_path(text.substr(point + 1), number.path))
    return {NumberKind::other, {}};
  return number;
}

std::string path_text(std::string text, const std::vector<int>& path, std::size_t from) {
  for (std::size_t at = from; at < path.size(); ++at)
    text.append(text.empty() ? "" : ".").append(std::to_string(path[at]));
  return text;
}

}  // namespace

RowNumber parse_row_number(std::string_view text) {
  if (text.empty()) return {NumberKind::none, {}};
  if (text == "*") return {NumberKind::star, {}};
  text = without_habit(text);
  if (!is_digit(text[0]))
    if (const auto value = roman_value(text.substr(0, text.find('.'))))
      return with_front(NumberKind::part, *value, text);
  RowNumber number{NumberKind::path, {}};
  number.path.reserve(1 + static_cast<std::size_t>(std::ranges::count(text, '.')));
  return add_path(text, number.path) ? number : RowNumber{NumberKind::other, {}};
}

std::optional<RowNumber> letter_number(std::string_view text) {
  if (text.empty() || is_digit(text.front())) return std::nullopt;
  text = without_habit(text);
  const int value = value_of(text.substr(0, text.find('.')), &Letter::capital);
  if (value == 0) return std::nullopt;
  RowNumber number = with_front(NumberKind::letter, value, text);
  return number.kind == NumberKind::letter ? std::optional(std::move(number)) : std::nullopt;
}

std::optional<RowNumber> step_number(std::string_view text) {
  if (text.empty() || is_digit(text.front())) return std::nullopt;
  static constexpr std::string_view kDashes[] = {"-", "–", "—", "•"};
  if (std::ranges::find(kDashes, text) != std::end(kDashes))
    return RowNumber{NumberKind::step, {}, false, '-'};
  if (text == "+") return RowNumber{NumberKind::step, {}, false, '+'};
  const std::string_view bare = without_habit(text);
  const int value = value_of(bare, &Letter::small);
  if (value == 0 || bare == text) return std::nullopt;
  return RowNumber{NumberKind::step, {value}};
}

std::string number_text(const RowNumber& number) {
  switch (number.kind) {
    case NumberKind::letter:
      return path_text(std::string(letter_of(number.path.front()).capital), number.path, 1);
    case NumberKind::part:
      return path_text(roman(number.path.front()), number.path, 1);
    case NumberKind::path:
      return path_text({}, number.path, 0);
    case NumberKind::star:
      return "*";
    case NumberKind::step:
      return number.path.empty() ? std::string(1, number.mark)
                                 : std::string(letter_of(number.path.front()).small);
    case NumberKind::none:
    case NumberKind::other:
      break;
  }
  return {};
}

bool is_spare_letter(int value) {
  return value > 0 && value <= static_cast<int>(kLetters.size()) && letter_of(value).spare;
}

bool is_next_letter(int before, int value) {
  if (value <= before) return false;
  while (++before < value)
    if (!is_spare_letter(before)) return false;
  return true;
}

}  // namespace wardplan

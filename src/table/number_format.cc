#include "table/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "table/format_pieces.h"
#include "text/trim.h"

namespace wardplan::tables {
namespace {

/// Numbers with more digits before the point aren't shown in full anyway.
constexpr int kMostDigits = 20;
/// What Excel keeps of a number.
constexpr int kKeptDigits = 15;

/// A number as digits: 0.DIGITS times 10 to the power of `point`.
struct Decimal {
  std::string digits;
  int point = 0;
};

Decimal decimal_of(double number) {
  const std::string text = fmt::format("{:.{}e}", number, kKeptDigits - 1);
  const std::size_t e = text.find('e');
  Decimal made;
  for (const char c : text.substr(0, e))
    if (is_digit(c)) made.digits += c;
  const std::size_t sign = text[e + 1] == '+' ? e + 2 : e + 1;
  std::from_chars(text.data() + sign, text.data() + text.size(), made.point);
  ++made.point;
  return made;
}

/// Rounds half up at so many decimals, as on paper; the digits before the point, and those behind.
std::pair<std::string, std::string> rounded(Decimal number, int decimals) {
  const int keep = number.point + decimals;
  std::string digits(static_cast<std::size_t>(std::max(0, -number.point)), '0');
  digits += number.digits;
  const auto whole = static_cast<std::size_t>(std::max(0, number.point));
  const auto size = static_cast<std::size_t>(std::max(0, keep + std::max(0, -number.point)));
  const bool up = size < digits.size() && digits[size] >= '5';
  digits.resize(size, '0');
  std::string carried = up ? "1" : "";
  for (std::size_t at = digits.size(); up && at-- > 0;) {
    if (digits[at] != '9') {
      ++digits[at];
      carried.clear();
      break;
    }
    digits[at] = '0';
  }
  std::string front = carried + digits.substr(0, whole);
  // Rounded before the point: zeros stand for what is left out.
  if (keep >= 0 && keep < number.point) front.append(static_cast<std::size_t>(-decimals), '0');
  front.erase(0, std::min(front.find_first_not_of('0'), front.size()));
  return {front, digits.substr(std::min(whole, digits.size()))};
}

std::string in_general(double number) {
  const Decimal decimal = decimal_of(std::abs(number));
  if (number == 0) return "0";
  if (decimal.point > kMostDigits || decimal.point < -kMostDigits / 2)
    return fmt::format("{:.{}g}", number, kKeptDigits);
  auto [whole, rest] = rounded(decimal, kKeptDigits - decimal.point);
  while (rest.ends_with('0')) rest.pop_back();
  return (number < 0 ? "-" : "") + (whole.empty() ? "0" : whole) + (rest.empty() ? "" : "." + rest);
}

/// A whole number with more digits than Excel keeps, as the file has it.
bool is_long_whole(std::string_view value) {
  const std::string_view digits = value.substr(value.starts_with('-') ? 1 : 0);
  return digits.size() > kKeptDigits && std::ranges::all_of(digits, is_digit) && digits[0] != '0';
}

/// How a section lays out a number: which of its pieces take digits.
struct Layout {
  int decimals = 0;
  int needed = 0;
  std::size_t places = 0;
  std::size_t least = 0;
  bool grouped = false;
  int thousands = 0;
  int percents = 0;
  std::size_t first = 0;
  std::size_t point = 0;
};

Layout layout_of(const std::vector<Piece>& pieces) {
  Layout layout{.point = pieces.size()};
  bool behind = false;
  int commas = 0;
  layout.first = pieces.size();
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const Piece& piece = pieces[at];
    if (piece.kind == PieceKind::percent) ++layout.percents;
    if (piece.kind == PieceKind::point && !behind) {
      behind = true;
      layout.point = at;
      layout.first = std::min(layout.first, at);
    }
    if (piece.kind == PieceKind::comma && layout.first < at) ++commas;
    if (piece.kind != PieceKind::digit) continue;
    layout.grouped = layout.grouped || (commas > 0 && !behind);
    commas = 0;
    layout.first = std::min(layout.first, at);
    const bool zero = piece.text == "0";
    if (behind) {
      ++layout.decimals;
      if (zero) layout.needed = layout.decimals;
    } else {
      ++layout.places;
      if (zero || layout.least > 0) ++layout.least;
    }
  }
  layout.thousands = commas;
  return layout;
}

/// Gives the digits before the point to the places for them, from the right; the first takes all
/// that are left.
std::string laid_out(const std::vector<Piece>& pieces, const Layout& layout, std::string whole,
                     const NumberLook& look) {
  while (whole.size() < layout.least) whole.insert(whole.begin(), '0');
  std::string out;
  std::size_t left = layout.places, given = 0;
  for (std::size_t at = layout.point; at-- > 0;) {
    const Piece& piece = pieces[at];
    if (piece.kind == PieceKind::literal) out.insert(0, piece.text);
    if (piece.kind == PieceKind::percent) out.insert(0, "%");
    if (piece.kind != PieceKind::digit) continue;
    --left;
    do {
      if (given == whole.size()) break;
      if (layout.grouped && given > 0 && given % 3 == 0)
        out.insert(0, look.decimal_comma ? "." : ",");
      out.insert(out.begin(), whole[whole.size() - ++given]);
    } while (left == 0);
  }
  return out;
}

std::string behind_point(const std::vector<Piece>& pieces, const Layout& layout, std::string rest,
                         const NumberLook& look) {
  while (rest.size() > static_cast<std::size_t>(layout.needed) && rest.ends_with('0'))
    rest.pop_back();
  std::string out = rest.empty() ? "" : (look.decimal_comma ? "," : ".") + rest;
  for (std::size_t at = layout.point; at < pieces.size(); ++at) {
    if (pieces[at].kind == PieceKind::literal) out += pieces[at].text;
    if (pieces[at].kind == PieceKind::percent) out += "%";
  }
  return out;
}

/// A number as it is, with the words that stand around it in its format.
std::string among_words(const FormatSection& section, const std::string& number) {
  std::string out;
  for (const Piece& piece : section.pieces) {
    if (piece.kind == PieceKind::literal) out += piece.text;
    if (piece.kind == PieceKind::general) out += number;
  }
  return out;
}

ShownNumber show_figure(double number, const FormatSection& section, bool negative,
                        const NumberLook& look) {
  ShownNumber shown;
  const Layout layout = layout_of(section.pieces);
  const bool plain = section.has(PieceKind::general) || section.has(PieceKind::other) ||
                     section.has(PieceKind::text) || section.conditional;
  if (plain || std::abs(number) >= 1e15) {
    shown.text = in_general(number);
    shown.unsure = shown.text.find('.') != std::string::npos || !section.has(PieceKind::general);
    shown.has_sign = shown.text.find('.') != std::string::npos;
    if (section.has(PieceKind::text)) shown.unsure = false;
    if (look.decimal_comma) turn_signs(shown.text);
    if (section.has(PieceKind::general)) shown.text = among_words(section, shown.text);
  } else {
    Decimal decimal = decimal_of(std::abs(number));
    decimal.point += 2 * layout.percents - 3 * layout.thousands;
    const auto [whole, rest] = rounded(decimal, layout.decimals);
    const bool zero = whole.empty() && rest.find_first_not_of('0') == std::string::npos;
    shown.text = (negative && !zero ? "-" : "") + laid_out(section.pieces, layout, whole, look) +
                 behind_point(section.pieces, layout, rest, look);
    shown.has_sign = layout.grouped || layout.decimals > 0;
    // `/` between digits asks for a fraction.
    shown.unsure = std::ranges::any_of(section.pieces, [](const Piece& piece) {
      return piece.kind == PieceKind::literal && piece.text == "/";
    });
  }
  return shown;
}

}  // namespace

void turn_signs(std::string& text) {
  for (char& c : text) c = c == '.' ? ',' : c == ',' ? '.' : c;
}

ShownNumber show_number(std::string_view value, const NumberFormat& format,
                        const NumberLook& look) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number))
    return {.text = std::string(value), .kind = ReadKind::text, .unsure = true};
  const std::vector<FormatSection>& sections = format.sections;
  std::size_t at = 0;
  if (number < 0 && sections.size() >= 2) at = 1;
  if (number == 0 && sections.size() >= 3) at = 2;
  const FormatSection& section = sections[at];
  if (section.is_time()) return show_day(number, section, look);
  if (is_long_whole(value)) return {.text = std::string(value), .cut = true};
  // What shows nothing has been hidden by it.
  if (section.pieces.empty())
    return {.text = in_general(number), .unsure = !format.empty, .has_sign = false};
  ShownNumber shown = show_figure(number, section, number < 0 && at == 0, look);
  shown.cut = std::abs(number) >= 1e15;
  return shown;
}

std::string_view known_format(long number) {
  struct Known {
    long number;
    std::string_view format;
  };
  constexpr Known kKnown[] = {{1, "0"},
                              {2, "0.00"},
                              {3, "#,##0"},
                              {4, "#,##0.00"},
                              {9, "0%"},
                              {10, "0.00%"},
                              {11, "0.00E+00"},
                              {12, "# ?/?"},
                              {13, "# ?/?"},
                              {14, "d/m/yyyy"},
                              {15, "d/mmm/yy"},
                              {16, "d/mmm"},
                              {17, "mmm/yy"},
                              {18, "h:mm AM/PM"},
                              {19, "h:mm:ss AM/PM"},
                              {20, "h:mm"},
                              {21, "h:mm:ss"},
                              {22, "d/m/yyyy h:mm"},
                              {37, "#,##0;-#,##0"},
                              {38, "#,##0;-#,##0"},
                              {39, "#,##0.00;-#,##0.00"},
                              {40, "#,##0.00;-#,##0.00"},
                              {41, "#,##0;-#,##0"},
                              {42, "#,##0;-#,##0"},
                              {43, "#,##0.00;-#,##0.00"},
                              {44, "#,##0.00;-#,##0.00"},
                              {45, "mm:ss"},
                              {46, "[h]:mm:ss"},
                              {47, "mm:ss.0"},
                              {48, "##0.0E+0"},
                              {49, "@"}};
  for (const Known& known : kKnown)
    if (known.number == number) return known.format;
  return "General";
}

}  // namespace wardplan::tables

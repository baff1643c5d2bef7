// Brackets and quotes without their partner.
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::uint32_t kOpening = 0x201C;
constexpr std::uint32_t kClosing = 0x201D;

struct Pair {
  std::uint32_t open;
  std::uint32_t close;
};
constexpr std::array kPairs = {Pair{'(', ')'}, Pair{'[', ']'}, Pair{'{', '}'}, Pair{0xAB, 0xBB}};

bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// What may number a point of a list: `a`, `đ`, `iv`, `12`, `1.2`, `a1`, or marks a remark: `*`.
bool is_number_of_point(std::string_view word) {
  if (word.empty()) return false;
  if (word.find_first_not_of('*') == std::string_view::npos) return true;
  const std::size_t first = decode(word, 0).size;
  if (is_latin_letter(word.front()) && word.size() == first) return true;
  if (word.size() <= 4 && word.find_first_not_of("ivxIVX") == std::string_view::npos) return true;
  int digits = 0;
  for (const char c : word.substr(is_digit(word.front()) ? 0 : first)) {
    if (c != '.' && !is_digit(c)) return false;
    digits = c == '.' ? 0 : digits + 1;
    if (digits > 2) return false;
  }
  return true;
}

/// Whether the `)` at a byte stands behind the number of a point: `a) …; b) …`.
bool closes_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 12;
  std::size_t begin = at;
  for (; begin > 0 && !is_one_of(text[begin - 1], " \t\n;,:-+([)"); --begin)
    if (at - begin == kLongest) return false;
  if (!is_number_of_point(text.substr(begin, at - begin))) return false;
  std::size_t before = begin;
  while (before > 0 && is_one_of(text[before - 1], kBlanks)) --before;
  const bool in_words =
      before > 0 && (is_latin_letter(text[before - 1]) || is_digit(text[before - 1]));
  // `… của năm 5)` ends a bracket, `… gồm 1) …` begins a point.
  const bool goes_on = at + 2 < text.size() && text[at + 1] == ' ';
  return !is_digit(text[begin]) || !in_words || goes_on;
}

/// How a mark stands among its neighbours.
struct Shape {
  bool opens = false;
  bool closes = false;
};

Shape shape_of(std::string_view text, std::size_t at, std::size_t size) {
  const std::string_view before = text.substr(0, at), after = text.substr(at + size);
  const auto starts_with_quote = [](std::string_view rest) {
    return rest.starts_with("\xE2\x80\x9C") || rest.starts_with("\xE2\x80\x9D");
  };
  const bool free_before = before.empty() || is_one_of(before.back(), " \t\n([{-/:\"") ||
                           before.ends_with("\xE2\x80\x9C") || before.ends_with("\xE2\x80\x93");
  const bool free_behind = after.empty() || is_one_of(after.front(), " \t\n)]},.;:!?/-\"") ||
                           starts_with_quote(after) || after.starts_with("\xE2\x80\xA6");
  return {free_before && !free_behind, free_behind && !free_before};
}

constexpr Phrase kTurned = {"dấu `{}` đứng ở chỗ của `{}`", "`{}` stands where `{}` belongs"};

/// Double quotes, curly or straight, which people mix.
struct Quotes {
  std::string_view text;
  std::vector<TextPart> open = {};
  std::vector<TextPart> alone = {};
  /// A straight one behind a digit closed a quote: it may have been an inch mark.
  bool by_inch = false;

  void close() {
    // One that was turned is told though it is closed.
    if (!open.back().meant.empty()) alone.push_back(std::move(open.back()));
    open.pop_back();
  }

  void curly_opening(TextPart at) {
    const bool begins_line = at.begin == 0 || text[at.begin - 1] == '\n';
    if (!open.empty() && begins_line) return;
    if (!open.empty() && !shape_of(text, at.begin, at.end - at.begin).opens) {
      alone.push_back({at.begin, at.end, "”", kTurned});
      return close();
    }
    open.push_back(at);
  }

  void curly_closing(TextPart at) {
    if (!open.empty()) return close();
    const bool later = text.find("\xE2\x80\x9D", at.end) != std::string_view::npos;
    const bool opens = shape_of(text, at.begin, at.end - at.begin).opens;
    if (later && opens)
      open.push_back({at.begin, at.end, "“", kTurned});
    else
      alone.push_back(at);
  }

  void straight(TextPart at) {
    const bool behind_digit = at.begin > 0 && is_digit(text[at.begin - 1]);
    const bool before_quote = at.end < text.size() && text[at.end] == '"';
    if (behind_digit && (open.empty() || before_quote)) return;
    const Shape shape = shape_of(text, at.begin, 1);
    if (!open.empty() && !shape.opens) {
      by_inch = behind_digit;
      return close();
    }
    if (!shape.closes) return open.push_back(at);
    if (!by_inch) alone.push_back(at);
    by_inch = false;
  }
};

}  // namespace

std::vector<TextPart> unpaired_marks(std::string_view text) {
  // A lone `"` says: the same as above.
  if (text == "\"") return {};
  std::vector<TextPart> alone;
  std::array<std::vector<TextPart>, kPairs.size()> open;
  Quotes quotes{text};
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const TextPart here{at, at + c.size};
    for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
      if (c.value == kPairs[pair].open) open[pair].push_back(here);
      if (c.value != kPairs[pair].close) continue;
      if (!open[pair].empty())
        open[pair].pop_back();
      else if (c.value != ')' || !closes_number(text, at))
        alone.push_back(here);
    }
    if (c.value == kOpening) quotes.curly_opening(here);
    if (c.value == kClosing) quotes.curly_closing(here);
    if (c.value == '"') quotes.straight(here);
    at += c.size;
  }
  for (const auto* more : {&open[0], &open[1], &open[2], &open[3], &quotes.open, &quotes.alone})
    alone.insert(alone.end(), more->begin(), more->end());
  std::ranges::sort(alone, {}, &TextPart::begin);
  return alone;
}

}  // namespace wardplan

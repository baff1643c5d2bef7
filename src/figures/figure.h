#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "figures/number.h"
#include "figures/quantity.h"

// The grammar that results (quantity.h) and goals (goal.h) share: its tokens and the walk over
// them, the words around a figure, and its numbers with their units (amount.cc).

namespace wardplan {

enum class TokenKind { number, word, sign };

/// A number, a word or a sign of a short text, with its bytes [begin, end) in that text.
struct Token {
  TokenKind kind = TokenKind::word;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Blanks stand before it.
  bool spaced = false;
  /// A word in NFC and lower case (`text/utf8.h`, fold); a sign in its plainest form: every dash is
  /// `-`, `≥` is `>=`, `≈` is `~`.
  std::string key;
  /// Only of numbers.
  NumberReading number;
};

/// Cuts a text into numbers, words and signs (`% / - ( ) , ; = < > <= >= ~`); only blanks are left
/// out, a no-break space is one. Digits inside a word belong to it (`m2`), and so do dashes.
std::vector<Token> tokens_of(std::string_view text);

/// What a text puts before or behind its figure: `ít nhất`, `>`, `trở lên`, `gần`.
enum class Bound { none, at_least, more_than, at_most, less_than, exactly, nearly, around };

struct Figure {
  Quantity quantity = {};
  Bound bound = Bound::none;
  /// Bytes of the words of the bound.
  std::size_t bound_begin = 0;
  std::size_t bound_end = 0;
};

/// Reads a figure with its unit and its bound; the quantity's hedge is left to the caller.
Reading<Figure> read_figure(std::string_view text);

/// A text on its way through the grammar: the tokens before `at` are read. What fails leaves its
/// problem here and returns false all the way up.
struct FigureText {
  std::string_view text;
  std::vector<Token> tokens;
  std::size_t at = 0;
  Misread problem = {};
};

/// The token `ahead` of the next one, or null behind the last.
const Token* peek(const FigureText& in, std::size_t ahead = 0);

bool is_sign(const FigureText& in, std::string_view key, std::size_t ahead = 0);
bool is_number(const FigureText& in, std::size_t ahead = 0);

/// Steps over a sign, or over words in this order (lower case, one blank between), if they are
/// next.
bool take(FigureText& in, std::string_view words);

/// Steps over the first of the phrases that is next; they stand with `|` between them.
bool take_any(FigureText& in, std::string_view phrases);

/// End of the token before the next one; 0 before the first.
std::size_t end_of_read(const FigureText& in);

/// The bytes [begin, end).
std::string_view slice(const FigureText& in, std::size_t begin, std::size_t end);

/// Puts the problem down; always false.
bool fail(FigureText& in, std::size_t begin, std::size_t end, Message reason, Message help = {});
inline bool fail(FigureText& in, const Token& token, Message reason, Message help = {}) {
  return fail(in, token.begin, token.end, std::move(reason), std::move(help));
}

/// Fails over the whole chain of numbers, signs and joined words that begins at token `first`.
bool fail_as_name(FigureText& in, std::size_t first);

struct Amount {
  enum class Unit { none, percent, money };

  /// Index of the number's token.
  std::size_t token = 0;
  NumberReading number = {};
  Unit unit = Unit::none;
  /// Of ten, from the words behind the number: 3 for `nghìn`, 6 for `triệu`, 9 for `tỷ`.
  int power = 0;

  /// Without a unit of its own; letters that touch it may make a name of it.
  bool bare() const { return unit == Unit::none && power == 0; }
};

/// Reads `93,5%`, `150 Tr đồng`, `8.700.000đ`, `17 triệu`, `03`; false where no number stands.
bool read_amount(FigureText& in, Amount& out);

/// The amount in its smallest unit (đồng, not triệu). Fails on a percentage with two readings, with
/// both of them, and on numbers too big.
bool settle(FigureText& in, const Amount& amount, Decimal& out);

/// Reads `/12` behind `part`, its bare number.
bool read_fraction(FigureText& in, const Amount& part, Fraction& out);

/// Reads the second end of a range, whose dash or word is read: `35%` of `30-35%`. A unit said once
/// is both ends'; `low` gets it.
bool read_range(FigureText& in, Amount& low, Quantity& out);

/// Notes a bound with its bytes; fails when another one was noted before.
bool set_bound(FigureText& in, Figure& figure, Bound bound, std::size_t begin, std::size_t end);

/// Steps over words that say nothing about the figure: `phấn đấu đạt tỷ lệ`.
void skip_lead_ins(FigureText& in);

/// Steps over everything before a figure: `phấn đấu đạt trên`; fails when bounds are at odds.
bool read_opening(FigureText& in, Figure& figure);

/// Whether `trở lên` or the like is next.
bool closing_is_next(FigureText& in);

/// Steps over it; fails when it is at odds with the opening.
bool read_closing(FigureText& in, Figure& figure);

}  // namespace wardplan

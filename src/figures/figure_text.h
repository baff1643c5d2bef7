#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figures/number.h"
#include "figures/quantity.h"

// The walk over the tokens of results (quantity.h) and goals (goal.h).

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

/// What to type for a number in which letters stand for digits: `60O`, `0l`; empty for any other
/// text.
Message letters_for_digits(std::string_view seen);

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

/// Fails on a token that can't stand where it does.
bool fail_at(FigureText& in, const Token& token);

/// Adds the next token to words if it is a word, or a comma between words; fails on any other.
bool read_word(FigureText& in, std::string& words);

/// Fails over the whole chain of numbers, signs and joined words that begins at token `first`.
bool fail_as_name(FigureText& in, std::size_t first);

}  // namespace wardplan

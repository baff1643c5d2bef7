#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "figures/number.h"

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

}  // namespace wardplan

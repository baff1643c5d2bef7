#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "figures/figure.h"
#include "figures/tokens.h"

// How the grammar of figures walks over its text; the parts of the grammar include it.

namespace wardplan {

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

/// Steps over the first of the phrases that is next.
bool take_any(FigureText& in, std::span<const std::string_view> phrases);

/// End of the token before the next one; 0 before the first.
std::size_t end_of_read(const FigureText& in);

/// The bytes [begin, end).
std::string_view slice(const FigureText& in, std::size_t begin, std::size_t end);

/// Puts the problem down; always false.
bool fail(FigureText& in, std::size_t begin, std::size_t end, Message reason, Message help = {});

/// Fails over the whole chain of numbers, signs and joined words that begins at token `first`.
bool fail_as_name(FigureText& in, std::size_t first);

}  // namespace wardplan

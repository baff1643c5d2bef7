#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/phrase.h"

// Letters that only look right: Greek or Cyrillic among Latin ones, eth for đ, full-width ones, a
// digit for a letter.

namespace wardplan {

/// A word in which a letter only looks right.
struct LookAlike {
  /// Bytes [begin, end) of the word in the text.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// The first such letter: its bytes in the text, and the character.
  std::size_t at = 0;
  std::size_t size = 0;
  std::uint32_t value = 0;
  /// The word as it should be; empty where a letter has no Latin twin.
  std::string meant = {};
};

/// Whether a character is of another script, or a letter that Vietnamese hasn't (eth).
constexpr bool is_foreign_letter(std::uint32_t value) {
  return value == 0xD0 || value == 0xF0 || value == 0x189 || (value >= 0x370 && value < 0x590) ||
         (value >= 0x1F00 && value < 0x2000) || (value >= 0xFF21 && value <= 0xFF3A) ||
         (value >= 0xFF41 && value <= 0xFF5A);
}

/// Whether a 0 or 1 stands between letters, or a 1 before a vowel: without one and without a
/// foreign letter a text has no look-alike, which is cheap to know.
bool has_digit_among_letters(std::string_view text);

/// The first such word at or behind a byte of a text in UTF-8; a word wholly of another script is
/// none, unless each of its letters has a Latin twin (`ІІІ`).
std::optional<LookAlike> find_look_alike(std::string_view text, std::size_t from = 0);

/// The number that is meant by digits and letters that look like digits (`2O23`, `l5`, `202З`),
/// with what stands between them; empty where a word has other letters, or lacks either.
std::string digits_meant(std::string_view word);

/// What is seen in it: `trong `Τháng` có chữ `Τ` (U+03A4) chỉ trông giống`.
Message in_words(const LookAlike& word, std::string_view text);

/// What to write instead.
Message mended(const LookAlike& word);

}  // namespace wardplan

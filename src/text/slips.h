#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

// Slips of typing and copying, told by the letters alone.

namespace wardplan {

/// Bytes [begin, end) of a text; where it is known what they should be, that; and what is seen in
/// them where that isn't the usual.
struct TextPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string meant = {};
  Phrase what = {};
};

/// What a text may have, as far as its bytes tell at a glance: most have none of it.
struct Glance {
  bool marks = false;
  bool leftovers = false;
  bool blanks = false;
  /// A `/` or `-` before a letter that who issues documents begins with.
  bool symbols = false;
  /// A word or sign that stands twice.
  bool doubled = false;
  /// Letters that Vietnamese hasn't.
  bool old_letters = false;
};
Glance glance(std::string_view text);

/// Brackets and double quotes without their partner, or turned the wrong way, in order; `a)` and
/// `1)` before a point of a list, inch marks and the quote that opens each paragraph of a long
/// quotation are none.
std::vector<TextPart> unpaired_marks(std::string_view text);

/// What programs left that made the text of another: tags and entities of HTML, bookmarks and
/// fields of Word, marks of Markdown, faults of Excel.
std::vector<TextPart> leftovers(std::string_view text);

/// Runs of two blanks or more within a line.
std::vector<TextPart> double_blanks(std::string_view text);

/// Words that Vietnamese never says twice in a row, and the sign that ends a text, typed twice.
std::vector<TextPart> doubled(std::string_view text);

/// Whether a text ends with a sign that stands there twice; three dots are none, nor is `v.v..`.
constexpr bool ends_doubled(std::string_view text) {
  return text.ends_with(";;") || text.ends_with(",,") ||
         (text.ends_with("..") && !text.ends_with("...") && !text.ends_with("v.."));
}

/// The whole of a text in the letters of TCVN3 or VNI, or in those that UTF-8 has when it is read
/// as Windows-1252; nothing where it isn't all of the one.
std::vector<TextPart> old_letters(std::string_view text);

/// What fonts made before Unicode take the letters of Latin-1 for.
enum class OldFont { none, tcvn3, vni };

/// That in which a text reads as Vietnamese, if it has such letters at all: a single one, which
/// alone may be a name of abroad, is enough.
OldFont old_font(std::string_view text);

/// How many letters a text has that Vietnamese hasn't, at least one beside another letter.
std::size_t foreign_letters(std::string_view text);

/// Whether a text has a letter that only Vietnamese has, beyond Latin-1, and reads as Vietnamese.
bool is_own_vietnamese(std::string_view text);

}  // namespace wardplan

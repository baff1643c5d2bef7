#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace wardplan {

inline constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// One decoded character: `size` bytes; `valid` is false for a byte that no UTF-8 text has there.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t size = 1;
  bool valid = false;
};

/// Decodes the character that begins at byte `at` (at < text.size()).
CodePoint decode(std::string_view text, std::size_t at);

/// Whether a byte is a character that is shown as it is: what is left aside before `decode` where
/// most text is ASCII.
constexpr bool is_plain_ascii(char byte) { return byte >= ' ' && byte != '\x7F'; }

/// Shows `see` each character of a text, with its bytes.
template <class See>
void each_character(std::string_view text, See see) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    see(c, text.substr(at, c.size));
    at += c.size;
  }
}

/// Appends a character that UTF-8 can hold.
void append(std::string& text, std::uint32_t code_point);

/// Columns a character takes in a terminal: 0 (combining), 1 or 2; a tab counts as 1 here.
int display_width(std::uint32_t code_point);

/// Columns of a text in a terminal.
std::size_t display_width(std::string_view text);

/// The text, or as much of it as goes into `columns` of a terminal with `…` after it; what people
/// see as one character stays whole. Without any column nothing.
std::string clip(std::string_view text, std::size_t columns);

/// The same from the other side: `…` and as much of the end as goes in.
std::string clip_front(std::string_view text, std::size_t columns);

/// The text, or its first 40 characters and `…`, for messages.
std::string shorten(std::string_view text);

/// Characters that show nothing or change how others are shown: controls (but tab and line ends),
/// other line separators, zero-width and direction marks, joiners and fillers, tags, a byte order
/// mark.
bool is_invisible(std::uint32_t code_point);

/// A hyphen, a dash or a minus: people type one for another.
bool is_dash(std::uint32_t code_point);

/// Composed form (NFC); text that is not UTF-8 comes back as it is.
std::string nfc(std::string_view text);

/// What `decomposed` adds to a byte that isn't UTF-8.
inline constexpr char32_t kNotUtf8 = 0x110000;

/// The characters of the decomposed form (NFD); a byte that isn't UTF-8 comes as `kNotUtf8` plus
/// it.
std::u32string decomposed(std::string_view text);

/// How a mark combines (in decomposed text marks on one letter ascend); 0: it is no mark.
int combining_class(char32_t character);

/// The small letter of a capital; anything else as it is.
char32_t lower_case(char32_t character);

/// Whether a character, as its bytes, is one of some signs, which may have several bytes each.
bool is_sign(std::string_view character, std::string_view signs);

/// The text without the signs at its ends; letters that share a byte with one of them stay whole.
std::string_view trimmed_signs(std::string_view text, std::string_view signs);

/// Whether the last character is one of some signs.
bool ends_with_sign(std::string_view text, std::string_view signs);

/// Whether it is a letter of any script.
bool is_letter(char32_t character);

/// Whether the character is composed whatever stands beside it: true for the letters and signs of
/// Vietnamese, false for marks, and for some other characters that are.
bool is_always_composed(std::uint32_t code_point);

/// The letters of Vietnamese and of its neighbours: composed, and shown as they are.
constexpr bool is_common_letter(std::uint32_t c) {
  return (c > 0xAD && c < 0x300) || (c >= 0x1E00 && c < 0x1F00);
}

/// Byte offset of the first place where `text` differs from its composed form, or npos.
std::size_t first_decomposed(std::string_view text);

/// Key under which names are the same: NFC, lower case, runs of blanks as one, none at the ends.
std::string fold(std::string_view text);

/// NFC in capitals.
std::string upper(std::string_view text);

/// Whether a text has letters, and all of them are capitals.
bool is_in_capitals(std::string_view text);

/// Whether a text begins with a letter that is none, or is one, of the capitals.
bool begins_small(std::string_view text);
bool begins_large(std::string_view text);

/// `fold` with every tone mark moved to the end of its word, so that `hoà` and `hòa` are the same.
std::string fold_tones(std::string_view text);

/// `fold` without Vietnamese marks (`Đường` gives `duong`), for searching and for nearest words.
std::string fold_bare(std::string_view text);

/// Sort key in Vietnamese order, compared bytewise: letters (a ă â b c d đ …), then tones (ngang,
/// huyền, hỏi, ngã, sắc, nặng), then case, each over the whole text; blanks and signs stand before
/// numbers, numbers before letters; a run of digits is one number. Composed and decomposed text
/// have the same key; bytes that aren't UTF-8 come last.
std::string collation_key(std::string_view text);

/// Sorts by keys that cost more than comparing them: each is made once. What has the same key stays
/// in its order. Each element is moved to its place, so that there are never two of all.
template <class All, class KeyOf>
void sort_by_key(All& all, const KeyOf& key_of) {
  std::vector<std::pair<decltype(key_of(all[0])), std::size_t>> keys;
  keys.reserve(all.size());
  for (const auto& one : all) keys.emplace_back(key_of(one), keys.size());
  std::ranges::sort(keys);
  for (std::size_t first = 0; first < keys.size(); ++first) {
    if (keys[first].second == first) continue;
    auto held = std::move(all[first]);
    std::size_t to = first;
    for (std::size_t from; (from = keys[to].second) != first; to = from) {
      all[to] = std::move(all[from]);
      keys[to].second = to;
    }
    all[to] = std::move(held);
    keys[to].second = to;
  }
}

}  // namespace wardplan

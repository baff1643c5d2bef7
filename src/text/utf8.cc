#include "text/utf8.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace wardplan {
namespace {

constexpr std::uint32_t kCapitalDStroke = 0x110;
constexpr std::uint32_t kSmallDStroke = 0x111;

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string map(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

/// A few bytes, kept in place.
struct Short {
  std::array<char, 15> bytes{};
  unsigned char size = 0;

  std::string_view view() const { return {bytes.data(), size}; }
  void append(std::string_view text) {
    for (const char c : text)
      if (size < bytes.size()) bytes[size++] = c;
  }
};

/// What a letter becomes in each kind of fold.
struct Letter {
  Short folded;
  /// Folded, without marks.
  Short bare;
  /// Folded, marks apart: all but the tone, and the tone.
  Short rest;
  Short tone;
  bool known = false;
};

constexpr auto kCompose =
    static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);

bool is_tone(std::uint32_t c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/// Folds one character, or a text that holds marks, by the tables of Unicode.
std::string folded(std::string_view text) { return map(text, kCompose); }

std::string bare(std::string_view text) {
  std::string out;
  const std::string plain = map(text, kCompose | UTF8PROC_STRIPMARK);
  each_character(plain, [&](const CodePoint& c, std::string_view bytes) {
    const bool stroke = c.value == kSmallDStroke || c.value == kCapitalDStroke;
    out += stroke ? "d" : bytes;
  });
  return out;
}

/// Adds the parts of a text, its tones on the other side.
template <class Rest, class Tone>
void take_apart(std::string_view text, Rest&& add_rest, Tone&& add_tone) {
  const std::string apart = map(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  each_character(apart, [&](const CodePoint& c, std::string_view part) {
    if (is_tone(c.value))
      add_tone(part);
    else
      add_rest(part);
  });
}

constexpr std::uint32_t kLatinEnd = 0x250;
constexpr std::uint32_t kVietnameseBegin = 0x1E00;
constexpr std::uint32_t kVietnameseEnd = 0x1F00;

/// The letter of a character below `kLatinEnd` or among the Vietnamese ones, looked up in the
/// tables of Unicode once for each thread; null for another.
const Letter* letter(std::uint32_t c, std::string_view text) {
  thread_local std::array<Letter, kLatinEnd + kVietnameseEnd - kVietnameseBegin> letters;
  const bool latin = c < kLatinEnd;
  if (!latin && (c < kVietnameseBegin || c >= kVietnameseEnd)) return nullptr;
  Letter& known = letters[latin ? c : kLatinEnd + c - kVietnameseBegin];
  if (!known.known) {
    const std::string small = folded(text);
    known.folded.append(small);
    known.bare.append(bare(text));
    take_apart(
        small, [&](std::string_view part) { known.rest.append(part); },
        [&](std::string_view part) { known.tone.append(part); });
    known.known = true;
  }
  return &known;
}

/// Puts words together: runs of blanks become one, those at the ends none.
class Words {
 public:
  void add(std::string_view part) {
    if (part.empty()) return;
    if (pending_) end_word();
    out_ += part;
  }
  void add_tone(std::string_view tone) { tones_ += tone; }
  void blank() { pending_ = !out_.empty(); }
  std::string finish() && { return std::move(out_) + tones_; }
  void reserve(std::size_t size) { out_.reserve(size); }

 private:
  void end_word() {
    out_ += tones_;
    tones_.clear();
    out_ += ' ';
    pending_ = false;
  }

  std::string out_;
  /// Tones of the word that is under way, which go to its end.
  std::string tones_;
  bool pending_ = false;
};

bool is_space(std::uint32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0;
}

std::string squeezed(std::string_view text) {
  Words words;
  each_character(text, [&](const CodePoint& c, std::string_view bytes) {
    if (is_space(c.value))
      words.blank();
    else
      words.add(bytes);
  });
  return std::move(words).finish();
}

/// Gives every character of a text without loose marks to `add`, as a letter of the table or as its
/// own bytes; false where a mark stands, which needs the tables of Unicode for the whole text.
template <class Add>
bool each_letter(std::string_view text, Words& words, Add&& add) {
  words.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const CodePoint c = first < 0x80 ? CodePoint{first, 1, true} : decode(text, at);
    if (!c.valid || !is_always_composed(c.value)) return false;
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (is_space(c.value))
      words.blank();
    else
      add(letter(c.value, bytes), bytes);
  }
  return true;
}

/// Whether every character is composed whatever stands beside it; false says nothing.
bool is_composed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!c.valid || !is_always_composed(c.value)) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t behind) {
    return at + behind < text.size() ? static_cast<unsigned char>(text[at + behind]) : 0u;
  };
  // Nearly all that is no ASCII has two or three bytes; the edges of those ranges are left to
  // Unicode's own tables.
  const std::uint32_t first = byte(0), second = byte(1) ^ 0x80, third = byte(2) ^ 0x80;
  if (first < 0x80) return {first, 1, true};
  if (first >= 0xC2 && first < 0xE0 && second < 0x40)
    return {(first & 0x1F) << 6 | second, 2, true};
  if (first > 0xE0 && first < 0xED && second < 0x40 && third < 0x40)
    return {(first & 0x0F) << 12 | second << 6 | third, 3, true};
  utf8proc_int32_t value = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (size <= 0) return {0xFFFD, 1, false};
  return {static_cast<std::uint32_t>(value), static_cast<std::size_t>(size), true};
}

int display_width(std::uint32_t code_point) {
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  each_character(text, [&](const CodePoint& c, std::string_view) {
    width += c.value == '\t' ? 1 : static_cast<std::size_t>(display_width(c.value));
  });
  return width;
}

std::string clip(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t cut = 0, width = 0;
  utf8proc_int32_t before = 0, state = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const auto value = static_cast<utf8proc_int32_t>(c.value);
    const bool whole = at == 0 || utf8proc_grapheme_break_stateful(before, value, &state);
    if (whole && width < columns) cut = at;
    before = value;
    width += display_width(text.substr(at, c.size));
    if (width >= columns) break;
    at += c.size;
  }
  while (cut > 0 && text[cut - 1] == ' ') --cut;
  return std::string(text.substr(0, cut)) + "…";
}

std::string clip_front(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  if (width <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t at = 0;
  // What has no width belongs to the character before it, and blanks begin no text.
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (width < columns && display_width(c.value) > 0 && c.value != ' ') break;
    width -= static_cast<std::size_t>(display_width(c.value));
    at += c.size;
  }
  return "…" + std::string(text.substr(at));
}

std::string shorten(std::string_view text) {
  constexpr std::size_t kMost = 40;
  std::size_t cut = 0;
  for (std::size_t count = 0; cut < text.size() && count < kMost; ++count)
    cut += decode(text, cut).size;
  return std::string(text.substr(0, cut)) + (cut < text.size() ? "…" : "");
}

bool is_invisible(std::uint32_t c) {
  if (c < 0x80) return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  static constexpr Range kRanges[] = {
      {0x80, 0x9F},     {0xAD, 0xAD},       {0x34F, 0x34F},    {0x61C, 0x61C},   {0x115F, 0x1160},
      {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200B},  {0x200E, 0x200F}, {0x2028, 0x202E},
      {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFEFF, 0xFEFF},  {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
      {0xFFFE, 0xFFFF}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
  const auto* range = std::ranges::lower_bound(kRanges, c, {}, &Range::last);
  return range != std::end(kRanges) && range->first <= c;
}

bool is_dash(std::uint32_t code_point) {
  return code_point == '-' || (code_point >= 0x2010 && code_point <= 0x2014) ||
         code_point == 0x2212;
}

void append(std::string& text, std::uint32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::string nfc(std::string_view text) {
  if (is_composed(text)) return std::string(text);
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::u32string decomposed(std::string_view text) {
  std::u32string out;
  std::vector<utf8proc_int32_t> parts;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    for (CodePoint c; end < text.size() && (c = decode(text, end)).valid;) end += c.size;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto size = static_cast<utf8proc_ssize_t>(end - at);
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    // No character has more than four parts.
    parts.resize(4 * (end - at));
    const auto count = utf8proc_decompose(bytes, size, parts.data(),
                                          static_cast<utf8proc_ssize_t>(parts.size()), kOptions);
    for (utf8proc_ssize_t part = 0; part < count; ++part)
      out += static_cast<char32_t>(parts[static_cast<std::size_t>(part)]);
    if (end < text.size()) out += kNotUtf8 + static_cast<unsigned char>(text[end++]);
    at = end;
  }
  return out;
}

int combining_class(char32_t character) {
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(character))->combining_class;
}

char32_t lower_case(char32_t character) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character)));
}

bool is_letter(char32_t character) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_always_composed(std::uint32_t c) {
  return c <= 0xAD || is_common_letter(c) || (c >= 0x2002 && c < 0x20D0) || c == 0x2264 ||
         c == 0x2265;
}

std::size_t first_decomposed(std::string_view text) {
  if (is_ascii(text)) return std::string_view::npos;
  const std::string composed = nfc(text);
  if (composed == text) return std::string_view::npos;
  std::size_t at = 0;
  while (at < text.size() && at < composed.size() && text[at] == composed[at]) ++at;
  while (at > 0 && (at >= text.size() || is_continuation(text[at]))) --at;
  return at;
}

std::string fold(std::string_view text) {
  Words words;
  const bool simple = each_letter(text, words, [&](const Letter* known, std::string_view bytes) {
    words.add(known != nullptr ? known->folded.view() : bytes);
  });
  return simple ? std::move(words).finish() : squeezed(folded(text));
}

std::string fold_tones(std::string_view text) {
  Words words;
  const bool simple = each_letter(text, words, [&](const Letter* known, std::string_view bytes) {
    words.add(known != nullptr ? known->rest.view() : bytes);
    if (known != nullptr) words.add_tone(known->tone.view());
  });
  if (simple) return std::move(words).finish();
  std::string out, tones;
  take_apart(
      fold(text),
      [&](std::string_view part) {
        if (part == " ") out += std::exchange(tones, {});
        out += part;
      },
      [&](std::string_view part) { tones += part; });
  return out + tones;
}

std::string fold_bare(std::string_view text) {
  Words words;
  const bool simple = each_letter(text, words, [&](const Letter* known, std::string_view bytes) {
    words.add(known != nullptr ? known->bare.view() : bytes);
  });
  return simple ? std::move(words).finish() : squeezed(bare(text));
}

}  // namespace wardplan

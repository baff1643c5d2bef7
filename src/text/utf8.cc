#include "text/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

namespace wardplan {

CodePoint decode(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const std::size_t left = text.size() - at;
  // Nearly all that is no ASCII has two or three bytes; the edges of those ranges are left to
  // Unicode's own tables.
  const std::uint32_t first = bytes[0];
  if (first < 0x80) return {first, 1, true};
  const std::uint32_t second = left > 1 ? bytes[1] ^ 0x80u : 0x80u;
  if (first >= 0xC2 && first < 0xE0 && second < 0x40)
    return {(first & 0x1F) << 6 | second, 2, true};
  const std::uint32_t third = left > 2 ? bytes[2] ^ 0x80u : 0x80u;
  if (first > 0xE0 && first < 0xED && second < 0x40 && third < 0x40)
    return {(first & 0x0F) << 12 | second << 6 | third, 3, true};
  utf8proc_int32_t value = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (size <= 0) return {0xFFFD, 1, false};
  return {static_cast<std::uint32_t>(value), static_cast<std::size_t>(size), true};
}

int display_width(std::uint32_t code_point) {
  if ((code_point >= 0x20 && code_point < 0x7F) || is_common_letter(code_point)) return 1;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    width += c.value == '\t' ? 1 : static_cast<std::size_t>(display_width(c.value));
    at += c.size;
  }
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
  if (is_common_letter(c)) return false;
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

std::string upper(std::string_view text) {
  std::string capitals;
  const std::string composed = nfc(text);
  each_character(composed, [&](const CodePoint& c, std::string_view bytes) {
    if (c.valid)
      append(capitals,
             static_cast<std::uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c.value))));
    else
      capitals += bytes;
  });
  return capitals;
}

bool is_in_capitals(std::string_view text) {
  const std::string composed = nfc(text);
  return upper(composed) == composed && fold(composed) != composed;
}

bool begins_small(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = decode(text, 0).value;
  return is_letter(first) && lower_case(first) == first;
}

bool begins_large(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = decode(text, 0).value;
  return is_letter(first) && lower_case(first) != first;
}

namespace {

/// The last character, as its bytes.
std::string_view last_of(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return text.substr(at);
}

}  // namespace

bool is_sign(std::string_view character, std::string_view signs) {
  for (std::size_t at = 0; at < signs.size();) {
    const std::size_t size = decode(signs, at).size;
    if (signs.substr(at, size) == character) return true;
    at += size;
  }
  return false;
}

std::string_view trimmed_signs(std::string_view text, std::string_view signs) {
  while (!text.empty()) {
    const std::size_t size = decode(text, 0).size;
    if (!is_sign(text.substr(0, size), signs)) break;
    text.remove_prefix(size);
  }
  while (ends_with_sign(text, signs)) text.remove_suffix(last_of(text).size());
  return text;
}

bool ends_with_sign(std::string_view text, std::string_view signs) {
  return !text.empty() && is_sign(last_of(text), signs);
}

}  // namespace wardplan

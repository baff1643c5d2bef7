#include "text/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

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

std::string squeeze_blanks(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value == ' ' || c.value == '\t' || c.value == '\n' || c.value == '\r' ||
        c.value == 0xA0) {
      pending = !out.empty();
    } else {
      if (pending) out += ' ';
      pending = false;
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
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
  if (is_ascii(text)) return std::string(text);
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
  return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2002 && c < 0x20D0) || c == 0x2264 ||
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
  return squeeze_blanks(map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
}

std::string fold_tones(std::string_view text) {
  const std::string apart = map(fold(text), UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  std::string out, tones;
  for (std::size_t at = 0; at < apart.size();) {
    const CodePoint c = decode(apart, at);
    const bool tone = c.value == 0x300 || c.value == 0x301 || c.value == 0x303 ||
                      c.value == 0x309 || c.value == 0x323;
    if (c.value == ' ') out += std::exchange(tones, {});
    (tone ? tones : out) += apart.substr(at, c.size);
    at += c.size;
  }
  return out + tones;
}

std::string fold_bare(std::string_view text) {
  const std::string plain = squeeze_blanks(
      map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
  std::string out;
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint c = decode(plain, at);
    if (c.value == kSmallDStroke || c.value == kCapitalDStroke)
      out += 'd';
    else
      out += plain.substr(at, c.size);
    at += c.size;
  }
  return out;
}

}  // namespace wardplan

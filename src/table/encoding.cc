#include "table/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "table/old_encoding.h"
#include "table/refused.h"
#include "text/source.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// The upper half of Windows-1258; 0: nothing stands there. What isn't here is as in Latin-1.
constexpr std::array<char16_t, 32> kUpper = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0,
    0x2039, 0x0152, 0,      0,      0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0,      0x203A, 0x0153, 0,      0,      0x0178};
struct Letter {
  unsigned char byte;
  char16_t letter;
};
constexpr Letter kLetters[] = {{0xC3, 0x0102}, {0xCC, 0x0300}, {0xD0, 0x0110}, {0xD2, 0x0309},
                               {0xD5, 0x01A0}, {0xDD, 0x01AF}, {0xDE, 0x0303}, {0xE3, 0x0103},
                               {0xEC, 0x0301}, {0xF0, 0x0111}, {0xF2, 0x0323}, {0xF5, 0x01A1},
                               {0xFD, 0x01B0}, {0xFE, 0x20AB}};

std::uint32_t letter_1258(unsigned char byte) {
  if (byte >= 0x80 && byte < 0xA0) return kUpper[byte - 0x80U];
  const auto* found = std::ranges::find(kLetters, byte, &Letter::byte);
  return found == std::end(kLetters) ? byte : found->letter;
}

/// What isn't in it is left out.
std::string letters_1258(std::string_view bytes) {
  std::string text;
  for (const char c : bytes)
    if (const std::uint32_t letter = letter_1258(static_cast<unsigned char>(c)); letter != 0)
      append(text, letter);
  // Its tones stand behind the letters.
  return nfc(text);
}

std::string from_1258(std::string_view bytes) {
  refuse_old_encoding(bytes, letters_1258);
  for (const char c : bytes)
    if (letter_1258(static_cast<unsigned char>(c)) == 0)
      refuse(say("byte 0x{:02X} không có trong bảng mã CP1258", "byte 0x{:02X} isn't in CP1258",
                 static_cast<unsigned char>(c)));
  return letters_1258(bytes);
}

/// How many of the first bytes are 0 at even places and at odd ones: the upper halves of letters.
std::array<std::size_t, 2> zeros(std::string_view bytes) {
  std::array<std::size_t, 2> count = {};
  for (std::size_t at = 0; at < std::min<std::size_t>(bytes.size(), 512); ++at)
    if (bytes[at] == '\0') ++count[at % 2];
  return count;
}

std::string from_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE");
  const auto [even, odd] = zeros(bytes);
  const bool big = bytes.starts_with("\xFE\xFF") || (!little && even > odd);
  if (little || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big ? first << 8 | second : second << 8 | first);
  };
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t value = unit(at);
    const bool pair = value >= 0xD800 && value < 0xDC00 && at + 3 < bytes.size();
    const std::uint32_t low = pair ? unit(at + 2) : 0;
    if (pair && low >= 0xDC00 && low < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    append(text, value >= 0xD800 && value < 0xE000 ? 0xFFFD : value);
  }
  if (bytes.size() % 2 != 0)
    refuse({"văn bản UTF-16 bị cắt giữa một chữ", "the text in UTF-16 is cut within a letter"});
  return text;
}

bool seems_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const auto [even, odd] = zeros(bytes);
  const bool one_sided = std::min(even, odd) * 8 <= std::max(even, odd);
  return bytes.size() >= 4 && one_sided &&
         (even + odd) * 4 > std::min<std::size_t>(bytes.size(), 512);
}

/// The first byte that no text has, whatever its letters are; the end of all: there is none.
std::size_t no_text(std::string_view bytes) {
  const auto found = std::ranges::find_if(bytes, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && !is_one_of(c, "\t\n\v\f\r\x1A")) || c == 0x7F;
  });
  return static_cast<std::size_t>(found - bytes.begin());
}

[[noreturn]] void refuse_byte(std::string_view bytes, std::size_t at) {
  const std::size_t none = no_text(bytes);
  const std::size_t seen = none < bytes.size() ? none : at;
  const Position place = Source("", std::string(bytes)).position(static_cast<std::uint32_t>(seen));
  const unsigned byte = static_cast<unsigned char>(bytes[seen]);
  if (none < bytes.size())
    refuse(say("byte 0x{:02X} ở {}:{} không có trong văn bản nào: không đọc bảng từ tệp này được",
               "byte 0x{:02X} at {}:{} is in no text: no table is read from this file", byte,
               place.line, place.column),
           {"chọn tệp gốc kiểu .docx, .xlsx hoặc CSV UTF-8",
            "choose the .docx, .xlsx or UTF-8 CSV file that was meant"});
  refuse(
      say("byte 0x{:02X} ở {}:{} không phải UTF-8", "byte 0x{:02X} at {}:{} is not UTF-8", byte,
          place.line, place.column),
      {"nếu tệp do Excel hay Notepad tiếng Việt đời cũ lưu, thêm `--encoding cp1258`; nếu chữ "
       "gõ bằng phông .VnTime hay VNI-Times thì chuyển sang Unicode trước (Unikey, Ctrl+Shift+F6)",
       "where an old Vietnamese Excel or Notepad saved it, add `--encoding cp1258`; where it was "
       "typed in fonts as .VnTime or VNI-Times, convert it to Unicode first (Unikey, "
       "Ctrl+Shift+F6)"});
}

void check_utf8(std::string_view bytes) {
  if (seems_utf16(bytes))
    refuse({"tệp được lưu với mã UTF-16 (Excel gọi là `Unicode Text`)",
            "the file is saved as UTF-16 (`Unicode Text` in Excel)"},
           {"thêm `--encoding utf-16`", "add `--encoding utf-16`"});
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    if (!c.valid || c.value == 0) {
      refuse_old_encoding(bytes, letters_1258);
      refuse_byte(bytes, at);
    }
    at += c.size;
  }
}

}  // namespace

std::string in_utf8(std::string_view bytes, std::optional<Encoding> encoding) {
  switch (encoding.value_or(Encoding::utf8)) {
    case Encoding::utf16:
      return from_utf16(bytes);
    case Encoding::cp1258:
      return from_1258(bytes);
    case Encoding::utf8:
      break;
  }
  check_utf8(bytes);
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  return std::string(bytes);
}

}  // namespace wardplan::tables

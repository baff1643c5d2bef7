#include "golden/section.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <stdexcept>

#include "golden/case.h"
#include "text/utf8.h"

namespace wardplan::golden {
namespace {

constexpr std::string_view kOpen = "-- ";
constexpr std::string_view kClose = " --";
constexpr std::string_view kEscaped = " escaped";
constexpr std::uint32_t kBomValue = 0xFEFF;

/// What a header names, or nothing when the line is none.
std::optional<std::string_view> header_of(std::string_view line) {
  if (line.size() <= kOpen.size() + kClose.size()) return std::nullopt;
  if (!line.starts_with(kOpen) || !line.ends_with(kClose)) return std::nullopt;
  return line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size());
}

Section open_section(std::string_view header, std::size_t line, bool& escaped) {
  escaped = header.ends_with(kEscaped);
  if (escaped) header.remove_suffix(kEscaped.size());
  return {std::string(header), {}, {}, line};
}

bool is_plain(const CodePoint& c) {
  if (!c.valid || c.value == kBomValue) return false;
  return (c.value >= 0x20 && c.value != 0x7F) || c.value == '\n' || c.value == '\t';
}

/// Whether the bytes are lines that a section can hold as they are.
bool survives(std::string_view bytes) {
  if (!bytes.empty() && bytes.back() != '\n') return false;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    if (!is_plain(c)) return false;
    at += c.size;
  }
  for (std::size_t at = 0; at < bytes.size(); at = bytes.find('\n', at) + 1)
    if (header_of(bytes.substr(at, bytes.find('\n', at) - at))) return false;
  return true;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char unescape_hex(std::string_view digits) {
  const int high = digits.size() == 2 ? hex_digit(digits[0]) : -1;
  const int low = digits.size() == 2 ? hex_digit(digits[1]) : -1;
  if (high < 0 || low < 0) throw std::runtime_error("`\\x` needs two hexadecimal digits");
  return static_cast<char>(high * 16 + low);
}

}  // namespace

std::string unescape(std::string_view content) {
  std::string bytes;
  for (std::size_t at = 0; at < content.size(); ++at) {
    if (content[at] == '\n') continue;
    if (content[at] != '\\') {
      bytes += content[at];
      continue;
    }
    const char letter = ++at < content.size() ? content[at] : '\0';
    constexpr std::string_view kLetters = "nrt0\\", kMeant("\n\r\t\0\\", 5);
    const std::size_t known = kLetters.find(letter);
    if (letter == 'x') {
      bytes += unescape_hex(content.substr(at + 1, 2));
      at += 2;
    } else if (known != std::string_view::npos) {
      bytes += kMeant[known];
    } else {
      throw std::runtime_error(fmt::format("unknown escape `\\{}`", letter));
    }
  }
  return bytes;
}

std::string escape(std::string_view bytes) {
  std::string text;
  bool line_begins = true;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    // A line of dashes must not look like a header.
    const bool dash = line_begins && c.value == '-';
    line_begins = c.value == '\n';
    if (c.value == '\n')
      text += "\\n\n";
    else if (c.value == '\r')
      text += "\\r";
    else if (c.value == '\0')
      text += "\\0";
    else if (c.value == '\\')
      text += "\\\\";
    else if (is_plain(c) && !dash)
      text += bytes.substr(at, c.size);
    else
      for (const char byte : bytes.substr(at, c.size))
        text += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
    at += c.size;
  }
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

Sections parse_sections(std::string_view text) {
  if (!text.empty() && text.back() != '\n') throw std::runtime_error("no newline at the end");
  Sections parsed;
  bool escaped = false;
  std::size_t number = 0;
  const auto close = [&] {
    if (!escaped) return;
    Section& last = parsed.sections.back();
    try {
      last.content = unescape(last.content);
    } catch (const std::runtime_error& problem) {
      throw std::runtime_error(fmt::format("section at line {}: {}", last.line, problem.what()));
    }
  };
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n') + 1);
    text.remove_prefix(line.size());
    ++number;
    if (const auto header = header_of(line.substr(0, line.size() - 1))) {
      close();
      parsed.sections.push_back(open_section(*header, number, escaped));
    } else if (parsed.sections.empty()) {
      parsed.preamble += line;
      continue;
    } else {
      parsed.sections.back().content += line;
    }
    parsed.sections.back().raw += line;
  }
  close();
  return parsed;
}

std::string write_section(std::string_view name, std::string_view bytes) {
  if (survives(bytes)) return fmt::format("-- {} --\n{}", name, bytes);
  return fmt::format("-- {} escaped --\n{}", name, escape(bytes));
}

}  // namespace wardplan::golden

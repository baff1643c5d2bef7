#include "table/csv_begin.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::string_view kSigns = ",;\t";
constexpr std::string_view kNamed = "sep=";

GridProblem problem(Message message, Message help, std::size_t begin, std::size_t end) {
  return {std::move(message),
          std::move(help),
          {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

/// With a mark in front, or with NUL beside every plain letter.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  constexpr std::size_t kLookedAt = 512;
  std::array<std::size_t, 2> nuls = {};
  for (std::size_t at = 0; at < std::min(bytes.size(), kLookedAt); ++at)
    if (bytes[at] == '\0') ++nuls[at % 2];
  const std::size_t most = std::max(nuls[0], nuls[1]);
  return std::min(nuls[0], nuls[1]) == 0 && most * 4 > std::min(bytes.size(), kLookedAt);
}

std::string_view line_at(std::string_view bytes, std::size_t begin) {
  return bytes.substr(begin, find_or_end(bytes, "\r\n", begin) - begin);
}

/// How often each sign stands between cells of the line; `end` is where the line ends.
std::array<std::size_t, kSigns.size()> count_signs(std::string_view bytes, std::size_t begin,
                                                   std::size_t& end) {
  std::array<std::size_t, kSigns.size()> counts = {};
  bool quoted = false, cell_begins = true;
  for (end = begin; end < bytes.size(); ++end) {
    const char c = bytes[end];
    if (c == '"' && (quoted || cell_begins)) quoted = !quoted;
    const std::size_t sign = quoted ? std::string_view::npos : kSigns.find(c);
    if (!quoted && (c == '\n' || c == '\r')) break;
    if (sign != std::string_view::npos) ++counts[sign];
    // A doubled quote closes and opens again.
    cell_begins = sign != std::string_view::npos || c == '"' || (c == ' ' && cell_begins);
  }
  return counts;
}

Separator named_separator(std::string_view bytes, std::size_t begin, std::string_view line) {
  Separator found;
  found.sign = line.back();
  found.begin = begin + line.size();
  if (bytes.substr(found.begin).starts_with("\r\n")) ++found.begin;
  if (bytes.substr(found.begin).starts_with("\n")) ++found.begin;
  if (kSigns.find(found.sign) == std::string_view::npos)
    found.problem = problem(say("ô không thể ngăn bằng `{}`", "cells can't be separated by `{}`",
                                std::string(1, found.sign)),
                            {"ngăn bằng `,`, `;` hoặc tab", "separate them by `,`, `;` or a tab"},
                            begin + kNamed.size(), begin + line.size());
  return found;
}

GridProblem equally_often(const std::array<std::size_t, kSigns.size()>& counts, std::size_t most,
                          std::size_t begin, std::size_t end) {
  Message names;
  for (std::size_t at = 0; at < kSigns.size(); ++at) {
    if (counts[at] != most) continue;
    const std::string name = separator_name(kSigns[at]);
    join(names, {name, name}, {" hay ", " or "});
  }
  return problem(say("không rõ ô được ngăn bằng {}: dòng đầu có mỗi dấu {} lần",
                     "cells may be separated by {}: the first line has {} of each", names, most),
                 {"thêm dòng `sep=;` (hoặc `sep=,`) lên đầu tệp",
                  "put a line `sep=;` (or `sep=,`) at the top of the file"},
                 begin, end);
}

}  // namespace

std::optional<GridProblem> find_byte_problem(std::string_view bytes) {
  const Message help = {"trong Excel, chọn Save As, kiểu `CSV UTF-8 (Comma delimited)`",
                        "in Excel choose Save As, type `CSV UTF-8 (Comma delimited)`"};
  if (is_utf16(bytes))
    return problem({"tệp được lưu với mã UTF-16 (Excel gọi là `Unicode Text`)",
                    "the file is saved as UTF-16 (`Unicode Text` in Excel)"},
                   help, 0, 0);
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    if (!c.valid)
      return problem(say("byte 0x{:02X} không phải UTF-8", "byte 0x{:02X} is not UTF-8",
                         static_cast<unsigned char>(bytes[at])),
                     help, at, at + 1);
    if (c.value == 0)
      return problem(
          {"tệp có byte NUL nên không phải văn bản", "the file has a NUL byte and is no text"},
          help, at, at + 1);
    at += c.size;
  }
  return std::nullopt;
}

std::size_t pass_empty_lines(std::string_view bytes, std::size_t at) {
  for (;;) {
    std::size_t end = pass(bytes, " ", at);
    if (bytes.substr(end).starts_with("\r\n")) ++end;
    if (end == bytes.size()) return end;
    if (bytes[end] != '\n') return at;
    at = end + 1;
  }
}

Separator find_separator(std::string_view bytes, std::size_t begin) {
  begin = pass_empty_lines(bytes, begin);
  const std::string_view line = line_at(bytes, begin);
  if (line.size() == kNamed.size() + 1 && line.starts_with(kNamed))
    return named_separator(bytes, begin, line);
  Separator found;
  found.begin = begin;
  std::size_t end = begin;
  const auto counts = count_signs(bytes, begin, end);
  const std::size_t most = *std::ranges::max_element(counts);
  if (most == 0) return found;
  if (std::ranges::count(counts, most) > 1)
    found.problem = equally_often(counts, most, begin, end);
  else
    found.sign =
        kSigns[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
  return found;
}

std::string separator_name(char sign) { return sign == '\t' ? "tab" : std::string{'`', sign, '`'}; }

}  // namespace wardplan

#include "text/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

bool is_safe(const CodePoint& c) {
  if (!c.valid) return false;
  if (c.value < 0x20) return c.value == '\t' || c.value == '\n' || c.value == '\r';
  // XML allows the upper controls, but HTML has no meaning for them.
  return (c.value < 0x7F || c.value > 0x9F) && (c.value & 0xFFFE) != 0xFFFE;
}

/// The ASCII sign that a cell begins with, also where it is a wide one or stands behind blanks;
/// `rest` is what follows it.
char first_sign(std::string_view cell, std::string_view& rest) {
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint c = decode(cell, at);
    at += c.size;
    if (c.value == ' ' || c.value == 0xA0 || c.value == 0x3000 || c.value == 0xFEFF) continue;
    rest = cell.substr(at);
    constexpr char32_t kWide = 0xFEE0;
    const char32_t sign =
        c.value > kWide + 0x20 && c.value < kWide + 0x7F ? c.value - kWide : c.value;
    return sign < 0x80 ? static_cast<char>(sign) : 'x';
  }
  return 'x';
}

/// Whether a cell is a formula to Excel.
bool is_formula(std::string_view cell) {
  std::string_view rest;
  const char first = first_sign(cell, rest);
  if (first == '=' || first == '@' || first == '\t' || first == '\r') return true;
  if (first != '+' && first != '-') return false;
  // A number with its sign is one, and nothing but that.
  return rest.empty() || rest.find_first_not_of("0123456789.%") != std::string_view::npos;
}

std::string cell_between(std::string_view text, char separator) {
  // Blanks at the ends are data, but some readers drop them outside quotes.
  const char signs[] = {separator, '"', '\r', '\n'};
  const bool plain = find_or_end(text, std::string_view(signs, 4)) == text.size() &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

/// What `markdown_text` and the beginnings of lines put `\\` before.
constexpr std::string_view kEscaped = "\\|*_`[]~#+-=.)>";

/// What stands for a sign or a look in Markdown.
constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
    {"&amp;", "&"}, {"&lt;", "<"}, {"<br>", "\n"}, {"<br/>", "\n"}, {"<b>", ""},
    {"</b>", ""},   {"<i>", ""},   {"</i>", ""},   {"<u>", ""},     {"</u>", ""}};

std::size_t asterisks_at(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of('*', at), text.size()) - at;
}

/// Where the asterisks begin that close those of `size` before byte `at`; none: they are signs.
std::size_t closing_asterisks(std::string_view text, std::size_t at, std::size_t size) {
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '\\') {
      ++end;
      continue;
    }
    const std::size_t found = asterisks_at(text, end);
    if (found >= size && !is_one_of(text[end - 1], " \t\n")) return end + found - size;
    end += found > 0 ? found - 1 : 0;
  }
  return std::string_view::npos;
}

/// Finds the marks of looks in a text, which it goes through once.
struct LookFinder {
  std::string_view text;
  /// Behind this place none of so many asterisks close: nothing is looked for twice.
  std::array<bool, 4> closes = {true, true, true, true};

  /// How many asterisks open a look at byte `at`, and where those are that close it; none.
  std::optional<std::pair<std::size_t, std::size_t>> look_at(std::size_t at) {
    const std::size_t size = asterisks_at(text, at);
    const bool free_standing = at == 0 || is_one_of(text[at - 1], " \t\n(>*");
    const std::size_t begin = at + size;
    if (size == 0 || size > 3 || !free_standing || !closes[size]) return std::nullopt;
    if (begin >= text.size() || is_one_of(text[begin], " \t\n")) return std::nullopt;
    const std::size_t end = closing_asterisks(text, begin, size);
    closes[size] = end != std::string_view::npos;
    return closes[size] ? std::optional(std::pair(size, end)) : std::nullopt;
  }
};

}  // namespace

std::string xml_safe(std::string_view text) {
  std::string out;
  each_character(text, [&](const CodePoint& c, std::string_view bytes) {
    out += is_safe(c) ? bytes : std::string_view("\uFFFD");
  });
  return out;
}

std::string xml_text(std::string_view text) {
  constexpr std::string_view kSigns = "&<>\"'";
  constexpr std::array<std::string_view, kSigns.size()> kWritten = {"&amp;", "&lt;", "&gt;",
                                                                    "&quot;", "&#39;"};
  std::string out;
  for (const char c : xml_safe(text)) {
    const std::size_t sign = kSigns.find(c);
    out += sign == std::string_view::npos ? std::string_view(&c, 1) : kWritten[sign];
  }
  return out;
}

std::string url_path(std::string_view path) {
  std::string url;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       is_one_of(c, "-._~/");
    url += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return url;
}

std::string markdown_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      out += "<br>";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (std::string_view("\\|*_`[]~").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string from_markdown(std::string_view text) {
  LookFinder finder{text};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto* mark =
        std::ranges::find_if(kMarks, [&](const auto& one) { return rest.starts_with(one.first); });
    if (text[at] == '\\' && at + 1 < text.size() && is_one_of(text[at + 1], kEscaped)) {
      out += text[at + 1];
      at += 2;
    } else if (mark != std::end(kMarks)) {
      out += mark->second;
      at += mark->first.size();
    } else if (const auto look = finder.look_at(at)) {
      const auto [size, end] = *look;
      out += from_markdown(text.substr(at + size, end - at - size));
      at = end + size;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += (cell.empty() ? "" : " " + cell) + " |";
  return out + "\n";
}

std::string csv_cell(std::string_view text) { return cell_between(text, ','); }

std::string csv_line(const std::vector<std::string>& cells, char separator) {
  const auto cell = [separator](const std::string& text) { return cell_between(text, separator); };
  return joined(texts(cells, cell), std::string_view(&separator, 1)) + "\r\n";
}

std::vector<std::vector<std::string>> csv_rows(std::string_view csv) {
  std::vector<std::vector<std::string>> rows;
  bool quoted = false, begins_row = true;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    if (begins_row) rows.emplace_back(1);
    begins_row = false;
    const char c = csv[at];
    const bool doubled = quoted && csv.substr(at).starts_with("\"\"");
    if (doubled) ++at;
    if (c == '"' && !doubled && (quoted || rows.back().back().empty()))
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\n')
      begins_row = true;
    else if (quoted || c != '\r' || !csv.substr(at + 1).starts_with('\n'))
      rows.back().back() += c;
  }
  return rows;
}

std::string csv_as(std::string_view csv, const CsvStyle& style) {
  if (style == CsvStyle()) return std::string(csv);
  std::string out(style.excel ? kBom : "");
  for (std::vector<std::string>& row : csv_rows(csv)) {
    for (std::string& cell : row)
      if (style.excel && is_formula(cell)) cell.insert(0, 1, '\'');
    out += csv_line(row, style.separator);
  }
  return out;
}

std::string_view without_formula_mark(std::string_view cell) {
  return cell.starts_with('\'') && is_formula(cell.substr(1)) ? cell.substr(1) : cell;
}

}  // namespace wardplan

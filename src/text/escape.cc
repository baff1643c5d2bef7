#include "text/escape.h"

#include <algorithm>
#include <array>

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

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

/// Whether a cell is a formula to Excel; `rest` begins with it.
bool begins_formula(std::string_view rest, bool quoted) {
  if (rest.empty()) return false;
  const char first = rest.front();
  if (first == '=' || first == '@' || first == '\t' || first == '\r') return true;
  if (first != '+' && first != '-') return false;
  // A number with its sign is one, and nothing but that.
  const std::size_t end = rest.find_first_not_of("0123456789.%", 1);
  const std::string_view after = rest.substr(std::min(end, rest.size()));
  const bool ends = after.empty() || (quoted ? after.front() == '"'
                                             : after.front() == ',' || after.front() == '\r' ||
                                                   after.front() == '\n');
  return end == 1 || !ends;
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

std::string csv_cell(std::string_view text) {
  // Blanks at the ends are data, but some readers drop them outside quotes.
  const bool plain = find_or_end(text, ",\"\r\n") == text.size() &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string excel_csv(std::string_view csv) {
  std::string out(kBom);
  bool begins = true, quoted = false;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    const char c = csv[at];
    const bool opens = begins && c == '"';
    const bool ends_line = c == '\r' && at + 1 < csv.size() && csv[at + 1] == '\n';
    if (begins && !opens && !ends_line && begins_formula(csv.substr(at), false)) out += '\'';
    out += c;
    if (opens && begins_formula(csv.substr(at + 1), true)) out += '\'';
    if (c == '"') quoted = !quoted;
    begins = !quoted && (c == ',' || c == '\n');
  }
  return out;
}

std::string csv_line(const std::vector<std::string>& cells) {
  return joined(texts(cells, csv_cell), ",") + "\r\n";
}

}  // namespace wardplan

#include "text/csv.h"

namespace wardplan {

std::string csv_cell(std::string_view text) {
  // Blanks at the ends are data, but some readers drop them outside quotes.
  const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t at = 0; at < cells.size(); ++at)
    out += (at > 0 ? "," : "") + csv_cell(cells[at]);
  return out + "\r\n";
}

}  // namespace wardplan

#include "cli/roff.h"

#include <fmt/format.h>

#include "text/trim.h"

namespace wardplan {
namespace {

/// Signs that man's language has a meaning or another shape for.
std::string_view roff_sign(char sign) {
  switch (sign) {
    case '\\':
      return "\\e";
    case '-':
      return "\\-";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    case '`':
      return "\\(ga";
    case '"':
      return "\\(dq";
    default:
      return {};
  }
}

constexpr std::size_t kLine = 80;

/// How long programs find it: letters beyond ASCII reach them as `\[u1EAF]`.
std::size_t roff_length(std::string_view text) {
  std::size_t length = 0;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    length += value < 0x80 ? 1 : value >= 0xC0 ? 8 : 0;
  }
  return length;
}

/// A line that begins like a command isn't one behind this.
std::string safe(std::string line) {
  return is_one_of(line.empty() ? ' ' : line.front(), ".'") ? "\\&" + line : line;
}

}  // namespace

std::string in_roff(std::string_view text) {
  std::string out;
  for (const char sign : text) {
    const std::string_view other = roff_sign(sign);
    if (other.empty())
      out += sign;
    else
      out += other;
  }
  return out;
}

std::string page_head(std::string_view name, int section, std::string_view day,
                      std::string_view version) {
  std::string title = in_roff(name);
  for (char& sign : title)
    if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
  return fmt::format(".TH {} {} \"{}\" \"wardplan {}\" \"wardplan\"\n", title, section, day,
                     version);
}

std::string bold(std::string_view text) { return "\\fB" + in_roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + in_roff(text) + "\\fR"; }

std::string prose_in_roff(std::string_view text) {
  std::string out;
  bool typed = false;
  for (const std::string_view part : split(text, "`")) {
    out += typed ? bold(part) : in_roff(part);
    typed = !typed;
  }
  return out;
}

std::string folded_roff(std::string_view roff) {
  std::string out, line;
  std::size_t length = 0;
  for (const std::string_view word : split(roff, kBlanks)) {
    if (word.empty()) continue;
    const std::size_t more = 1 + roff_length(word);
    if (!line.empty() && length + more > kLine) {
      out += safe(std::move(line)) + "\n";
      line.clear();
      length = 0;
    }
    length += more;
    if (!line.empty()) line += ' ';
    line += word;
  }
  return line.empty() ? out : out + safe(std::move(line)) + "\n";
}

std::string example_in_roff(std::string_view lines) {
  std::string out = ".EX\n";
  while (lines.ends_with('\n')) lines.remove_suffix(1);
  for (const std::string_view line : split(lines, "\n")) {
    const std::string shown = in_roff(line);
    out += (shown.empty() ? "\\&" : safe(shown)) + "\n";
  }
  return out + ".EE\n";
}

std::string section_in_roff(std::string_view heading) { return ".SH " + in_roff(heading) + "\n"; }

std::string entry_in_roff(std::string_view word, std::string_view about) {
  return ".TP\n" + safe(std::string(word)) + "\n" + folded_roff(prose_in_roff(about));
}

}  // namespace wardplan

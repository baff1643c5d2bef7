#include "cli/typed_line.h"

#include "text/trim.h"

namespace wardplan {
namespace {

/// What a backslash means something before in double quotes.
constexpr std::string_view kLiveInQuotes = "$`\"\\";

/// Takes a line in, sign by sign.
struct Reader {
  std::string_view breaks;
  TypedLine line = {};
  /// Something of the current word was typed, if only an empty pair of quotation marks.
  bool begun = false;

  void end_word() {
    if (begun) line.before.push_back(std::move(line.current));
    line.current.clear();
    line.begin = 0;
    begun = false;
  }

  void add(char sign) {
    line.current += sign;
    begun = true;
  }

  void turn_quote(char quote) {
    line.quote = quote;
    line.begin = line.current.size();
    begun = true;
  }

  /// Outside of quotation marks.
  void plain(char sign) {
    if (is_one_of(sign, kBlanks)) return end_word();
    if (sign == '\'' || sign == '"') return turn_quote(sign);
    add(sign);
    if (is_one_of(sign, breaks)) line.begin = line.current.size();
  }
};

}  // namespace

TypedLine read_bash_line(std::string_view text, std::string_view breaks) {
  Reader reader{breaks};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char sign = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    const char quote = reader.line.quote;
    if (sign == '\\' && next != '\0' && quote != '\'' &&
        (quote == '\0' || is_one_of(next, kLiveInQuotes))) {
      reader.add(next);
      ++at;
    } else if (quote == '\0') {
      reader.plain(sign);
    } else if (sign == quote) {
      reader.turn_quote('\0');
    } else {
      reader.add(sign);
    }
  }
  TypedLine line = std::move(reader.line);
  if (!line.before.empty()) line.before.erase(line.before.begin());
  return line;
}

std::string for_bash(std::string_view word, const TypedLine& typed) {
  const std::string_view rest = word.substr(std::min(typed.begin, word.size()));
  std::string out;
  for (const char sign : rest) {
    if (typed.quote == '\'' && sign == '\'') {
      out += "'\\'";
    } else if (typed.quote == '"' && is_one_of(sign, kLiveInQuotes)) {
      out += '\\';
    } else if (typed.quote == '\0' && is_one_of(sign, " \t\"'\\$`&|;<>()[]{}*?!#~^%")) {
      // Inside of a word `#`, `%` and `^` mean nothing to bash.
      const bool inside = !out.empty() || typed.begin > 0;
      if (!inside || !is_one_of(sign, "#~^%")) out += '\\';
    }
    out += sign;
  }
  return out;
}

}  // namespace wardplan

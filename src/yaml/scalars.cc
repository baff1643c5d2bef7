#include "yaml/scalars.h"

#include <algorithm>
#include <array>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::yaml {
namespace {

/// What scanning of a text stops at: one without quotes, the same within brackets, one in either
/// kind of quotes.
constexpr unsigned char kPlain = 1, kFlow = 2, kDouble = 4, kSingle = 8;
constexpr auto kStops = [] {
  std::array<unsigned char, 256> stops{};
  const auto stop_at = [&](std::string_view signs, int kinds) {
    for (const char c : signs)
      stops[static_cast<unsigned char>(c)] |= static_cast<unsigned char>(kinds);
  };
  stop_at(std::string_view("\0\n", 2), kPlain | kFlow | kDouble | kSingle);
  stop_at(":#", kPlain | kFlow);
  stop_at(",[]{}", kFlow);
  stop_at("\"\\", kDouble);
  stop_at("'", kSingle);
  return stops;
}();

unsigned char stops(char c) { return kStops[static_cast<unsigned char>(c)]; }

/// The byte there, NUL at the end.
char byte(std::string_view bytes, std::size_t at) { return bytes.data()[at]; }

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The end of the line, before CR LF as well.
std::size_t line_end(std::string_view bytes, std::size_t at) {
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  return end > at && bytes[end - 1] == '\r' ? end - 1 : end;
}

bool at_line_end(std::string_view bytes, std::size_t at) {
  const char c = byte(bytes, at);
  return c == '\n' || (c == '\r' && byte(bytes, at + 1) == '\n');
}

/// The first byte behind the line end at `at`.
std::size_t behind_line_end(std::string_view bytes, std::size_t at) {
  return at + (byte(bytes, at) == '\r' ? 2 : 1);
}

/// A quoted text that has escapes or lines, from its first byte behind the quote on.
struct Unquoting {
  std::string_view bytes;
  std::size_t at;
  int indent;
  std::string& out;
  Scalar scalar;
  /// How much of `out` stays when a line ends: all but the blanks behind its last sign.
  std::size_t kept = 0;

  bool fail(ScalarFault fault, std::size_t where) {
    scalar.fault = fault;
    scalar.fault_at = where;
    return false;
  }

  /// Passes line ends and the blanks around them, from a line end on; `escaped`: a backslash
  /// before it says that it is none.
  bool fold(bool escaped) {
    if (!escaped) out.resize(kept);
    std::size_t ends = 0;
    for (; at_line_end(bytes, at); ++ends) {
      at = scalar.line = behind_line_end(bytes, at);
      at = pass(bytes, " ", at);
      if (byte(bytes, at) == '\t') return fail(ScalarFault::tab, at);
    }
    const bool outside = static_cast<int>(at - scalar.line) <= indent || at == bytes.size();
    if (outside || (at == scalar.line && is_marker(bytes, at)))
      return fail(ScalarFault::open_quote, scalar.fault_at);
    if (ends == 1 && !escaped) out += ' ';
    out.append(ends - 1, '\n');
    kept = out.size();
    return true;
  }

  /// A backslash and what it stands for.
  bool escape() {
    const std::size_t backslash = at++;
    if (at_line_end(bytes, at)) {
      kept = out.size();
      return fold(true);
    }
    constexpr std::string_view kLetters = "0abtnvfre \"/\\N_LP\t";
    constexpr std::array<std::uint32_t, 18> kMeant = {0,    7,    8,    '\t',   '\n',   11,
                                                      12,   '\r', 27,   ' ',    '"',    '/',
                                                      '\\', 0x85, 0xA0, 0x2028, 0x2029, '\t'};
    const char letter = byte(bytes, at);
    const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    const std::size_t known = kLetters.find(letter);
    if (at == bytes.size() || (digits == 0 && known == std::string_view::npos))
      return fail(ScalarFault::bad_escape, backslash);
    ++at;
    std::uint32_t c = digits == 0 ? kMeant[known] : 0;
    for (std::size_t digit = 0; digit < digits; ++digit, ++at) {
      constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
      const std::size_t value = kDigits.find(byte(bytes, at));
      if (at >= bytes.size() || value == std::string_view::npos || c > 0xFFFFFF)
        return fail(ScalarFault::bad_escape, backslash);
      c = c * 16 + static_cast<std::uint32_t>(value < 16 ? value : value - 6);
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
      return fail(ScalarFault::bad_escape, backslash);
    if (is_invisible(c)) {
      scalar.character = c;
      scalar.end = at;
      return fail(ScalarFault::invisible, backslash);
    }
    append(out, c);
    kept = out.size();
    return true;
  }

  bool run(char quote) {
    for (;;) {
      const char c = byte(bytes, at);
      if (at == bytes.size()) return fail(ScalarFault::open_quote, scalar.fault_at);
      if (c == quote && quote == '\'' && byte(bytes, at + 1) == '\'')
        ++at;
      else if (c == quote)
        break;
      if (at_line_end(bytes, at)) {
        if (!fold(false)) return false;
      } else if (c == '\\' && quote == '"') {
        if (!escape()) return false;
      } else {
        out += byte(bytes, at++);
        if (!is_blank(c)) kept = out.size();
      }
    }
    scalar.end = at + 1;
    scalar.text = out;
    return true;
  }
};

/// What stands behind `|` or `>`.
struct Header {
  /// Columns of the text beyond those of the collection around it; 0: as its first line has it.
  int columns = 0;
  /// `-`: no line end at the end, `+`: all of them, NUL: one.
  char chomp = '\0';
  std::size_t end = 0;
};

Header header_of(std::string_view bytes, std::size_t at) {
  Header header;
  for (++at;; ++at) {
    const char c = byte(bytes, at);
    if (header.columns == 0 && c >= '1' && c <= '9')
      header.columns = c - '0';
    else if (header.chomp == '\0' && (c == '-' || c == '+'))
      header.chomp = c;
    else
      break;
  }
  header.end = at;
  return header;
}

/// What is wrong with the rest of the header's line, whose first sign but blanks is at `first`.
ScalarFault header_fault(std::string_view bytes, std::size_t end, std::size_t first) {
  const bool comment = first > end && byte(bytes, first) == '#';
  if (comment || first == bytes.size() || at_line_end(bytes, first)) return ScalarFault::none;
  return byte(bytes, first) == '\t' ? ScalarFault::tab : ScalarFault::bad_header;
}

/// Puts the lines of a block together.
struct Lines {
  std::string& out;
  bool folded;
  /// Line ends since the last text.
  std::size_t ends = 0;
  /// Whether there was any text, and whether its last line began with a blank.
  bool any = false;
  bool deep = false;

  void add(std::string_view text) {
    const bool now_deep = is_blank(text.front());
    // Between lines of text that begin with no blank one line end is a blank, others count less
    // one.
    if (any && folded && !deep && !now_deep) {
      if (ends == 1) out += ' ';
      out.append(ends - 1, '\n');
    } else {
      out.append(ends, '\n');
    }
    out += text;
    ends = 0;
    any = true;
    deep = now_deep;
  }

  void finish(char chomp) {
    if (chomp == '+') out.append(ends, '\n');
    if (chomp == '\0' && any && ends > 0) out += '\n';
  }
};

/// The deepest of the blank lines that stand before a block's text.
struct Deepest {
  int column = 0;
  std::size_t line = 0;

  void note(int here, std::size_t begin) {
    if (here > column) *this = {here, begin};
  }
};

Scalar failed(Scalar scalar, ScalarFault fault, std::size_t at) {
  scalar.fault = fault;
  scalar.fault_at = at;
  return scalar;
}

}  // namespace

bool ends_word(std::string_view bytes, std::size_t at) {
  const char c = byte(bytes, at);
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || at == bytes.size();
}

bool is_marker(std::string_view bytes, std::size_t at) {
  const char c = byte(bytes, at);
  if (c != '-' && c != '.') return false;
  const std::string_view rest = bytes.substr(at);
  return (rest.starts_with("---") || rest.starts_with("...")) && ends_word(bytes, at + 3);
}

Scalar quoted(std::string_view bytes, std::size_t at, int indent, std::string& scratch) {
  const char quote = bytes[at];
  Scalar scalar;
  scalar.style = quote == '"' ? Style::double_quoted : Style::single_quoted;
  scalar.fault_at = at;
  // Most have neither escapes nor lines and are what stands between the quotes.
  const unsigned char mask = quote == '"' ? kDouble : kSingle;
  std::size_t end = at + 1;
  while ((stops(byte(bytes, end)) & mask) == 0) ++end;
  if (byte(bytes, end) == quote && (quote == '"' || byte(bytes, end + 1) != '\'')) {
    scalar.end = end + 1;
    scalar.text = bytes.substr(at + 1, end - at - 1);
    return scalar;
  }
  scratch.clear();
  Unquoting unquoting{bytes, at + 1, indent, scratch, scalar};
  unquoting.run(quote);
  return unquoting.scalar;
}

Scalar block_scalar(std::string_view bytes, std::size_t at, int indent, std::string& scratch) {
  const Header header = header_of(bytes, at);
  Scalar scalar;
  scalar.style = bytes[at] == '|' ? Style::literal : Style::folded;
  scalar.end = header.end;
  scratch.clear();
  Lines lines{scratch, scalar.style == Style::folded};
  const std::size_t first = pass(bytes, " ", header.end);
  if (const auto fault = header_fault(bytes, header.end, first); fault != ScalarFault::none)
    return failed(scalar, fault, first);
  int column = header.columns > 0 ? std::max(indent, 0) + header.columns : -1;
  Deepest deepest;
  scalar.line = bytes.size();
  for (std::size_t end = line_end(bytes, first); end < bytes.size();) {
    const std::size_t begin = behind_line_end(bytes, end);
    if (begin == bytes.size()) break;
    std::size_t text = pass(bytes, " ", begin);
    if (column >= 0) text = std::min(text, begin + static_cast<std::size_t>(column));
    const int here = static_cast<int>(text - begin);
    const bool blank = at_line_end(bytes, text) || text == bytes.size();
    if (blank && column < 0) deepest.note(here, begin);
    if (!blank && column < 0) {
      if (byte(bytes, text) == '\t') return failed(scalar, ScalarFault::tab, text);
      column = std::max({here, indent + 1, 1});  // others want one blank even at the root
    }
    if (!blank && (here < column || (here == 0 && is_marker(bytes, begin)))) {
      scalar.line = begin;
      break;
    }
    if (!blank && deepest.column > column)
      return failed(scalar, ScalarFault::deep_blank, deepest.line);
    end = line_end(bytes, text);
    if (!blank) lines.add(bytes.substr(text, end - text));
    ++lines.ends;  // the end of the file ends a line as well, which not all readers say
    if (!blank || header.chomp == '+') scalar.end = end;
  }
  lines.finish(header.chomp);
  scalar.text = scratch;
  return scalar;
}

Plain plain(std::string_view bytes, std::size_t at, bool flow) {
  const unsigned char mask = flow ? kFlow : kPlain;
  std::size_t stop = at;
  for (;; ++stop) {
    while ((stops(byte(bytes, stop)) & mask) == 0) ++stop;
    const char c = byte(bytes, stop);
    if (c == ':') {
      const char next = byte(bytes, stop + 1);
      const bool sign = flow && (stops(next) & (kPlain | kFlow)) == kFlow;
      if (!sign && !ends_word(bytes, stop + 1)) continue;
    } else if (c == '#') {
      if (stop == at || !is_blank(bytes[stop - 1])) continue;
    }
    break;
  }
  std::size_t end = stop;
  while (end > at && (is_blank(bytes[end - 1]) || bytes[end - 1] == '\r')) --end;
  return {end, stop};
}

}  // namespace wardplan::yaml

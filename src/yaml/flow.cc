// Values within brackets: what they are is told by signs.
#include "text/trim.h"
#include "yaml/reader.h"

namespace wardplan::yaml {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// The brackets that are being read.
struct Brackets {
  std::size_t begin;
  char closing;
  int indent;
};

bool is_sign(char c) { return is_one_of(c, ",[]{}"); }

/// Goes to the next token within brackets; every line must stand deeper than their collection.
void flow_gap(Reader& reader, const Brackets& brackets) {
  const std::size_t line = reader.line;
  gap(reader);
  if (reader.at_end()) open_bracket(reader, brackets.begin);
  if (reader.line == line || reader.column() > brackets.indent) return;
  if (reader.peek() != brackets.closing) open_bracket(reader, brackets.begin);
  lose(kOpenBracket,
       {"dòng trong ngoặc phải thụt vào sâu hơn khóa",
        "a line within brackets must be indented deeper than its key"},
       reader.span(reader.at, reader.at + 1), {},
       {"thụt dòng này vào, hoặc đóng ngoặc ở dòng trên",
        "indent this line, or close the bracket above"});
}

/// Goes behind the comma of an entry, or to the closing bracket.
void end_entry(Reader& reader, const Brackets& brackets, const Node& last) {
  const std::size_t line = reader.line;
  flow_gap(reader, brackets);
  const char c = reader.peek();
  if (c == brackets.closing) return;
  if (c == ',') {
    ++reader.at;
    flow_gap(reader, brackets);
    if (reader.peek() == ',') empty_entry(reader);
    return;
  }
  const bool is_scalar = last.kind == Kind::scalar;
  if (c == ':' || c == ']' || c == '}') open_bracket(reader, brackets.begin);
  if (is_scalar && last.style == Style::plain && reader.line != line)
    throw Lost{many_lines(reader.span(last.span.begin, reader.at + 1))};
  if (is_scalar && last.style != Style::plain && c != '#') text_after_quote(reader);
  stray(reader);
}

/// Refuses what can't begin a plain text within brackets.
void check_begin(const Reader& reader) {
  const char c = reader.peek();
  const char next = reader.bytes.data()[reader.at + 1];
  const bool alone = ends_word(reader.bytes, reader.at + 1) || is_sign(next);
  if ((c == '-' || c == '?') && alone) lone_sign(reader);
  if (c == '#') stray(reader);
  if (is_one_of(c, "?:|>@`%")) not_yaml(reader);
}

/// A plain text; a question mark before a blank would begin a key to some readers.
Plain flow_plain(Reader& reader) {
  check_begin(reader);
  const Plain text = plain(reader.bytes, reader.at, true);
  const std::size_t sign = reader.bytes.substr(0, text.end).find("? ", reader.at);
  if (sign != kNone) {
    reader.at = sign;
    not_yaml(reader);
  }
  return text;
}

/// A key, and goes behind its colon; `cut`: begin of the plain value before the last comma.
Node flow_key(Reader& reader, const Brackets& brackets, std::size_t cut) {
  if (pass_properties(reader, brackets.indent)) complex_key(reader);
  const char c = reader.peek();
  // Some readers take any question mark at the beginning for a key's.
  if (c == ':' || c == '?' || c == '[' || c == '{') complex_key(reader);
  const std::size_t line = reader.line;
  Node key;
  if (c == '"' || c == '\'') {
    key = read_quoted(reader, brackets.indent);
    reader.at = pass(reader.bytes, " ", reader.at);
    if (reader.line != line || reader.peek() != ':') no_colon_in_braces(reader, key.span, kNone);
  } else {
    const Plain text = flow_plain(reader);
    if (reader.bytes.data()[text.stop] != ':')
      no_colon_in_braces(reader, reader.span(reader.at, text.end), cut);
    if (!ends_word(reader.bytes, text.stop + 1)) no_blank(reader.span(reader.at, text.stop + 1));
    key = plain_key(reader, text);
  }
  ++reader.at;
  return checked_key(reader, key);
}

Node flow_mapping(Reader& reader, int indent) {
  const Opened opened = open(reader, reader.at);
  const Brackets brackets{reader.at++, '}', indent};
  std::size_t cut = kNone;
  flow_gap(reader, brackets);
  while (reader.peek() != '}') {
    if (reader.peek() == ',') empty_entry(reader);
    if (reader.peek() == ']') open_bracket(reader, brackets.begin);
    const Node key = flow_key(reader, brackets, cut);
    const std::size_t behind = reader.at;
    flow_gap(reader, brackets);
    const bool left_out = reader.peek() == ',' || reader.peek() == '}';
    const Node value = left_out ? nothing(reader, behind) : read_flow(reader, indent);
    add(reader, Pair{key, value});
    cut = value.kind == Kind::scalar && value.style == Style::plain ? value.span.begin : kNone;
    end_entry(reader, brackets, value);
  }
  return close(reader, opened, Kind::mapping, true, ++reader.at);
}

Node flow_sequence(Reader& reader, int indent) {
  const Opened opened = open(reader, reader.at);
  const Brackets brackets{reader.at++, ']', indent};
  flow_gap(reader, brackets);
  while (reader.peek() != ']') {
    if (reader.peek() == ',') empty_entry(reader);
    if (reader.peek() == '}') open_bracket(reader, brackets.begin);
    const Node item = read_flow(reader, indent);
    add(reader, item);
    end_entry(reader, brackets, item);
  }
  return close(reader, opened, Kind::sequence, true, ++reader.at);
}

}  // namespace

Node read_flow(Reader& reader, int indent) {
  if (pass_properties(reader, indent)) return nothing(reader, reader.at);
  const char c = reader.peek();
  if (c == '[') return flow_sequence(reader, indent);
  if (c == '{') return flow_mapping(reader, indent);
  if (c == '"' || c == '\'') return read_quoted(reader, indent);
  if (c == ',' || c == ']' || c == '}') return nothing(reader, reader.at);
  return plain_value(reader, flow_plain(reader).end);
}

}  // namespace wardplan::yaml

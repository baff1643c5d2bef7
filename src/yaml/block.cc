// Values outside brackets: what they are is told by lines and columns.
#include <algorithm>
#include <cstdint>

#include "text/trim.h"
#include "yaml/reader.h"

namespace wardplan::yaml {
namespace {

/// A line of text below a plain value, deeper than the collection around it.
struct Further {
  std::size_t begin = 0;
  std::size_t line = 0;
  bool found = false;
};

Further further_line(const Reader& reader, std::size_t from, int indent) {
  const std::size_t begin = pass(reader.bytes, " \t\r\n", from);
  const std::size_t end = reader.bytes.rfind('\n', begin);
  if (begin == reader.bytes.size() || end == std::string_view::npos || end < from) return {};
  const std::size_t line = end + 1;
  const bool deeper = static_cast<int>(begin - line) > indent;
  if (!deeper || reader.bytes[begin] == '#' || is_marker(reader.bytes, begin)) return {};
  return {begin, line, true};
}

/// A plain value must end on its line: tells one that goes on, or what makes it look as if it did.
void check_one_line(Reader& reader, Node& node, const Plain& text, int indent, bool collection) {
  if (reader.bytes.data()[text.stop] == '#') return;
  const int own = static_cast<int>(node.span.begin - reader.line);
  for (Further next = further_line(reader, text.stop, indent); next.found;
       next = further_line(reader, node.span.end, indent)) {
    const std::size_t sign = reader.bytes.substr(0, next.begin).find('\t', next.line);
    if (sign != std::string_view::npos) tab(reader, sign);
    check_begin_of_line(reader, next.begin);
    const Plain more = plain(reader.bytes, next.begin, false);
    const bool key = reader.bytes.data()[more.stop] == ':';
    const bool beside = collection && static_cast<int>(next.begin - next.line) == own;
    if (key && beside) no_colon(reader, node.span.begin, text.end);
    reader.line = next.line;
    if (key && indent >= 0) {
      reader.at = next.begin;
      check_column_below(reader, collection ? own : indent);
    }
    if (key) colon_in_value(reader, more.stop);
    node.span.end = static_cast<std::uint32_t>(more.end);
  }
  if (node.span.end == text.end) return;
  reader.broken = true;
  reader.report.add(many_lines(node.span));
  reader.at = node.span.end;
}

bool at_dash(const Reader& reader) {
  return reader.peek() == '-' && ends_word(reader.bytes, reader.at + 1);
}

Node mapping_value(Reader& reader, int own);

/// A key, up to its colon.
Node block_key(Reader& reader, int own) {
  if (pass_properties(reader, own - 1)) complex_key(reader);
  const std::size_t begin = reader.at;
  const char c = reader.peek();
  if (c == '"' || c == '\'') {
    const std::size_t line = reader.line;
    const Node key = read_quoted(reader, own);
    reader.at = pass(reader.bytes, " ", reader.at);
    if (reader.line != line || reader.peek() != ':') no_colon(reader, begin, key.span.end);
    if (!ends_word(reader.bytes, reader.at + 1)) no_blank(key.span);
    return checked_key(reader, key);
  }
  if ((c == '?' || c == ':') && ends_word(reader.bytes, begin + 1)) complex_key(reader);
  if (c == '[' || c == '{') complex_key(reader);
  if (is_one_of(c, ",]}|>@`%#")) not_yaml(reader);
  const Plain text = plain(reader.bytes, begin, false);
  if (reader.bytes.data()[text.stop] != ':') no_colon(reader, begin, text.end);
  return checked_key(reader, plain_key(reader, text));
}

/// Whether what stands where a key belongs begins as neither brackets, quotes nor other signs do.
bool is_text(std::string_view words) { return !is_one_of(words.front(), "\"'?:[{,]}|>@`%#&*!"); }

/// Tells lines of text that stand below a value without quotes, at the column of its key.
void check_lines_beside(Reader& reader, const Node& value, int own) {
  if (value.kind != Kind::scalar || value.style != Style::plain) return;
  Span all = value.span;
  while (!reader.at_end() && reader.column() == own && !at_dash(reader)) {
    const Plain text = plain(reader.bytes, reader.at, false);
    const std::string_view words = reader.bytes.substr(reader.at, text.end - reader.at);
    if (words.empty() || reader.bytes.data()[text.stop] == ':' || !is_text(words)) break;
    check_colon(reader, reader.at, text.end);
    if (begins_like_key(words)) {
      if (std::ranges::count(words, ' ') < 3) break;
      no_colon(reader, reader.at, text.end, true);
    }
    all.end = static_cast<std::uint32_t>(text.end);
    reader.at = text.end;
    gap(reader);
  }
  if (all.end == value.span.end) return;
  reader.broken = true;
  reader.report.add(many_lines(all, true));
}

/// The mapping whose first key has been read; its colon is next.
Node block_mapping(Reader& reader, Node key) {
  const int own = static_cast<int>(key.span.begin - reader.line);
  const Opened opened = open(reader, key.span.begin);
  for (;;) {
    ++reader.at;
    add(reader, Pair{key, mapping_value(reader, own)});
    const std::size_t end = reader.pairs.back().value.span.end;
    gap(reader);
    check_lines_beside(reader, reader.pairs.back().value, own);
    if (!reader.at_end() && reader.column() > own)
      out_of_column(reader, reader.pairs.back().value, own, false);
    if (reader.at_end() || reader.column() < own || at_dash(reader))
      return close(reader, opened, Kind::mapping, false, end);
    key = block_key(reader, own);
  }
}

Node block_sequence(Reader& reader) {
  const int own = reader.column();
  const Opened opened = open(reader, reader.at);
  for (;;) {
    const std::size_t line = reader.line;
    const std::size_t behind = ++reader.at;
    gap(reader);
    const bool here = !reader.at_end() && (reader.line == line || reader.column() > own);
    add(reader, here ? read_block(reader, own, true) : nothing(reader, behind));
    const std::size_t end = reader.items.back().span.end;
    gap(reader);
    if (!reader.at_end() && reader.column() > own)
      out_of_column(reader, reader.items.back(), own, true);
    if (reader.at_end() || reader.column() < own || !at_dash(reader))
      return close(reader, opened, Kind::sequence, false, end);
  }
}

/// What stands behind the colon of a key at column `own`.
Node mapping_value(Reader& reader, int own) {
  const std::size_t behind = reader.at;
  const std::size_t line = reader.line;
  gap(reader);
  if (reader.at_end()) return nothing(reader, behind);
  const bool here = reader.line == line;
  if (!here && reader.column() > own) return read_block(reader, own, true);
  const Node value = here ? read_block(reader, own, false) : nothing(reader, behind);
  // A list may stand below its key; behind an anchor as well, which has been told.
  const bool list = value.kind == Kind::null && reader.column() == own && at_dash(reader);
  return list ? block_sequence(reader) : value;
}

Node block_quoted(Reader& reader, int indent, bool collection) {
  const std::size_t line = reader.line;
  const Node text = read_quoted(reader, indent);
  const std::size_t colon = pass(reader.bytes, " ", reader.at);
  const bool key = reader.bytes.data()[colon] == ':' && ends_word(reader.bytes, colon + 1);
  if (key && collection && reader.line == line) {
    reader.at = colon;
    return block_mapping(reader, checked_key(reader, text));
  }
  if (collection && reader.line == line && reader.bytes.data()[colon] == ':') no_blank(text.span);
  end_value(reader, true);
  return text;
}

Node block_plain(Reader& reader, int indent, bool collection) {
  const Plain text = plain(reader.bytes, reader.at, false);
  if (reader.bytes.data()[text.stop] == ':') {
    if (!collection) colon_in_value(reader, text.stop);
    return block_mapping(reader, checked_key(reader, plain_key(reader, text)));
  }
  Node node = plain_value(reader, text.end);
  const std::size_t blanks = reader.bytes.substr(text.end, text.stop - text.end).find('\t');
  if (blanks != std::string_view::npos) tab(reader, text.end + blanks);
  check_one_line(reader, node, text, indent, collection);
  return node;
}

Node block_brackets(Reader& reader, int indent, bool collection) {
  const std::size_t begin = reader.at;
  const Node node = read_flow(reader, indent);
  const std::size_t next = pass(reader.bytes, " ", reader.at);
  if (collection && reader.bytes.data()[next] == ':') {
    reader.at = begin;
    complex_key(reader);
  }
  end_value(reader, false);
  return node;
}

}  // namespace

Node read_block(Reader& reader, int indent, bool collection) {
  const std::size_t begin = reader.at;
  const std::size_t line = reader.line;
  if (pass_properties(reader, indent)) return nothing(reader, begin);
  collection = collection || reader.line != line;
  const auto alone = [&] { return ends_word(reader.bytes, reader.at + 1); };
  switch (reader.peek()) {
    case '-':
      if (!alone()) break;
      if (collection) return block_sequence(reader);
      lone_sign(reader);
    case '?':
    case ':':
      if (alone()) complex_key(reader);
      break;
    case '[':
    case '{':
      return block_brackets(reader, indent, collection);
    case '"':
    case '\'':
      return block_quoted(reader, indent, collection);
    case '|':
    case '>':
      return read_lines(reader, indent);
    case ',':
    case ']':
    case '}':
    case '@':
    case '`':
    case '%':
      not_yaml(reader);
    case '#':
      stray(reader);
    default:
      break;
  }
  return block_plain(reader, indent, collection);
}

}  // namespace wardplan::yaml

#include "yaml/reader.h"

#include <algorithm>

#include "text/limits.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/read.h"

namespace wardplan::yaml {
namespace {

/// A comment behind a value must look like one: `#42` is rather a part of the value.
void pass_comment(Reader& reader) {
  const std::size_t end = std::min(reader.bytes.find('\n', reader.at), reader.bytes.size());
  const bool own_line = is_blank(reader.bytes.substr(reader.line, reader.at - reader.line));
  if (!own_line && !ends_word(reader.bytes, reader.at + 1) && reader.bytes[reader.at + 1] != '#') {
    const std::string_view text = trimmed(reader.bytes.substr(reader.at, end - reader.at));
    lose(kTextAfterValue,
         say("`{}` sẽ bị mất vì bị coi là chú thích", "`{}` would be lost as a comment",
             shorten(text)),
         reader.span(reader.at, reader.at + text.size()), {},
         {"là chữ thì để cả giá trị trong nháy; là chú thích thì viết `# ` có dấu cách",
          "quote the whole value if this belongs to it; begin a comment with `# `"});
  }
  reader.at = end;
}

template <class T>
std::span<T> kept(Memory& memory, std::vector<T>& stack, std::size_t from) {
  const std::size_t count = stack.size() - from;
  if (count == 0) return {};
  T* const copy = static_cast<T*>(memory.allocate(count * sizeof(T), alignof(T)));
  std::uninitialized_copy_n(stack.begin() + static_cast<std::ptrdiff_t>(from), count, copy);
  stack.resize(from);
  return {copy, count};
}

std::string_view kept(Memory& memory, std::string_view text) {
  if (text.empty()) return {};
  char* const copy = static_cast<char*>(memory.allocate(text.size(), 1));
  std::ranges::copy(text, copy);
  return {copy, text.size()};
}

bool is_null_word(std::string_view text) {
  if (text.empty() || !is_one_of(text[0], "~nN")) return false;
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

void tell_twice(Reader& reader, const Node& first, const Node& again) {
  reader.broken = true;
  reader.report.tell(kDuplicateKey, {again.span, {"lần nữa ở đây", "again here"}},
                     say("khóa `{}` viết hai lần", "key `{}` stands twice", again.text),
                     {"giữ một trong hai", "keep one of the two"},
                     {{first.span, {"lần đầu ở đây", "first here"}}});
}

/// Tells every key that stands in a mapping twice; each is compared with few others.
void check_keys(Reader& reader, std::span<const Pair> pairs) {
  constexpr std::size_t kFew = 16;
  if (pairs.size() <= kFew) {
    for (std::size_t at = 1; at < pairs.size(); ++at) {
      const std::string_view key = pairs[at].key.text;
      const auto before = pairs.first(at);
      const auto first =
          std::ranges::find_if(before, [&](const Pair& pair) { return pair.key.text == key; });
      if (first != before.end()) tell_twice(reader, first->key, pairs[at].key);
    }
    return;
  }
  std::vector<const Node*> keys;
  keys.reserve(pairs.size());
  for (const Pair& pair : pairs) keys.push_back(&pair.key);
  std::ranges::stable_sort(keys, {}, &Node::text);
  for (auto first = keys.begin(), at = first; at != keys.end(); ++at) {
    if ((*first)->text != (*at)->text) first = at;
    if (first != at) tell_twice(reader, **first, **at);
  }
}

/// The same of a mapping that may be the entry of a list: its first key again begins another entry
/// whose dash is missing.
void check_entry(Reader& reader, std::span<const Pair> pairs) {
  std::size_t begin = 0;
  const std::size_t dash =
      pairs.size() < 3 ? std::string_view::npos : dash_before(reader, pairs[0].key.span);
  for (std::size_t at = 2; dash != std::string_view::npos && at < pairs.size(); ++at) {
    if (at < begin + 2 || pairs[at].key.text != pairs[begin].key.text) continue;
    check_keys(reader, pairs.subspan(begin, at - begin));
    tell_no_dash(reader, dash, pairs[begin].key, pairs[at].key);
    begin = at;
  }
  check_keys(reader, pairs.subspan(begin));
}

void count_value(Reader& reader) {
  if (++reader.values > kMaxValues)
    lose_here(reader, kTooLarge,
              say("tệp có hơn {} giá trị", "the file holds more than {} values", kMaxValues));
}

}  // namespace

void gap(Reader& reader) {
  for (;;) {
    switch (reader.peek()) {
      case ' ':
      case '\r':
        ++reader.at;
        continue;
      case '\n':
        reader.line = ++reader.at;
        continue;
      case '\t':
        tab(reader, reader.at);
      case '#':
        if (reader.at > reader.line && reader.bytes[reader.at - 1] != ' ') return;
        pass_comment(reader);
        continue;
      case '-':
      case '.':
        if (reader.begun && reader.at == reader.line && is_marker(reader.bytes, reader.at))
          stray(reader);
        return;
      default:
        return;
    }
  }
}

void end_value(Reader& reader, bool behind_quote) {
  const std::size_t begin = reader.at;
  reader.at = pass(reader.bytes, " ", begin);
  const char c = reader.peek();
  if (reader.at_end() || c == '\n' || c == '\r') return;
  if (c == '\t') tab(reader, reader.at);
  if (c == '#' && reader.at > begin) return;
  if (c == ':' && ends_word(reader.bytes, reader.at + 1)) colon_in_value(reader, reader.at);
  if (behind_quote && c != '#') text_after_quote(reader);
  stray(reader);
}

Opened open(Reader& reader, std::size_t begin) {
  if (reader.depth == kMaxDepth)
    lose_here(reader, kTooDeep,
              say("lồng nhau quá {} tầng", "nested more than {} deep", kMaxDepth));
  ++reader.depth;
  return {begin, reader.items.size(), reader.pairs.size()};
}

void add(Reader& reader, const Node& item) {
  count_value(reader);
  reader.items.push_back(item);
}

void add(Reader& reader, const Pair& pair) {
  count_value(reader);
  reader.pairs.push_back(pair);
}

Node close(Reader& reader, const Opened& opened, Kind kind, bool flow, std::size_t end) {
  --reader.depth;
  Node node{.kind = kind, .flow = flow, .span = reader.span(opened.begin, end)};
  node.items = kept(reader.memory, reader.items, opened.items);
  node.pairs = kept(reader.memory, reader.pairs, opened.pairs);
  flow ? check_keys(reader, node.pairs) : check_entry(reader, node.pairs);
  return node;
}

Node nothing(const Reader& reader, std::size_t at) { return {.span = reader.span(at, at)}; }

Node read_quoted(Reader& reader, int indent) {
  const std::size_t begin = reader.at;
  const Scalar scalar = quoted(reader.bytes, begin, indent, reader.scratch);
  if (scalar.line > 0) reader.line = scalar.line;
  if (scalar.fault != ScalarFault::none) bad_scalar(reader, scalar);
  reader.at = scalar.end;
  const bool decoded = scalar.text.data() == reader.scratch.data();
  return {.kind = Kind::scalar,
          .style = scalar.style,
          .span = reader.span(begin, scalar.end),
          .text = decoded ? kept(reader.memory, scalar.text) : scalar.text};
}

Node read_lines(Reader& reader, int indent) {
  const std::size_t begin = reader.at;
  const Scalar scalar = block_scalar(reader.bytes, begin, indent, reader.scratch);
  if (scalar.fault != ScalarFault::none) bad_scalar(reader, scalar);
  reader.at = pass(reader.bytes, " ", scalar.end);
  if (reader.peek() == '#') pass_comment(reader);
  reader.at = reader.line = scalar.line;
  return {.kind = Kind::scalar,
          .style = scalar.style,
          .span = reader.span(begin, scalar.end),
          .text = kept(reader.memory, scalar.text)};
}

Node plain_value(Reader& reader, std::size_t end) {
  const std::string_view text = reader.bytes.substr(reader.at, end - reader.at);
  Node node{.kind = Kind::scalar, .span = reader.span(reader.at, end), .text = text};
  reader.at = end;
  if (is_null_word(text)) return {.span = node.span};
  if (may_be_read_otherwise(text) && !is_yes_or_no(node)) tell_read_otherwise(node, reader.report);
  return node;
}

Node plain_key(Reader& reader, const Plain& text) {
  const Span span = reader.span(reader.at, text.end);
  const std::string_view word = reader.bytes.substr(span.begin, span.size());
  check_begin_of_line(reader, span.begin);
  if (is_null_word(word)) complex_key(reader);
  for (reader.at = text.end; reader.at < text.stop; ++reader.at)
    if (reader.peek() != ' ') tab(reader, reader.at);
  return {.kind = Kind::scalar, .span = span, .text = word};
}

Node checked_key(Reader& reader, Node key) {
  if (key.text != "<<") return key;
  reader.broken = true;
  reader.report.tell(kMergeKey, {key.span}, {"khóa gộp `<<`", "merge key `<<`"},
                     {"viết các khóa ra", "write the keys out"});
  return key;
}

bool pass_properties(Reader& reader, int indent) {
  while (reader.peek() == '&' || reader.peek() == '*' || reader.peek() == '!') {
    const char c = reader.peek();
    const std::size_t begin = reader.at;
    while (!ends_word(reader.bytes, reader.at) && !is_one_of(reader.peek(), ",[]{}")) ++reader.at;
    const Span where = reader.span(begin, reader.at);
    const std::string_view seen = reader.bytes.substr(begin, where.size());
    if (c == '!')
      lose(kTag, say("nhãn kiểu `{}`", "tag `{}`", seen), where, {},
           {"bỏ nhãn; nếu thuộc về chữ thì để cả giá trị trong nháy",
            "delete it; if it belongs to the text, quote the whole value"});
    const Phrase write_out = {
        "viết giá trị ra; nếu thuộc về chữ thì để cả giá trị trong nháy",
        "write the value out; if it belongs to the text, quote the whole value"};
    const Phrase heading = {
        "đề mục không đánh số viết `number: \"*\"`; chữ bắt đầu bằng `*` phải để trong nháy",
        "a heading without a number is `number: \"*\"`; a text that begins with `*` needs quotes"};
    reader.report.tell(c == '&' ? kAnchor : kAlias, {where},
                       c == '&' ? say("điểm neo `{}`", "anchor `{}`", seen)
                                : say("tham chiếu `{}`", "alias `{}`", seen),
                       seen == "*" ? heading : write_out);
    reader.broken = true;
    if (c == '*') return true;
    gap(reader);
    if (reader.at_end() || reader.column() <= indent) return true;
  }
  return false;
}

}  // namespace wardplan::yaml

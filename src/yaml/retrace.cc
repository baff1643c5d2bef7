#include "yaml/retrace.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "text/utf8.h"
#include "yaml/codes.h"
#include "yaml/cursor.h"
#include "yaml/scalar.h"

namespace wardplan::yaml {
namespace {

class Walk {
 public:
  Walk(const Source& source, FileId file, Report& report) : cursor_(source, file, report) {}

  void document(Node& root) {
    cursor_.gap(-1, false);
    if (cursor_.looking_at("---") && cursor_.ends_word(cursor_.at() + 3)) cursor_.skip(3);
    cursor_.gap(-1, false);
    node(root, -1, false);
    cursor_.gap(-1, false);
    if (cursor_.at() < cursor_.bytes().size()) cursor_.stray();
  }

 private:
  void node(Node& node, int indent, bool flow) {
    if (properties(indent, flow)) {
      node.span = cursor_.span(cursor_.at(), cursor_.at());
      return;
    }
    switch (node.kind) {
      case Kind::null:
        node.span = cursor_.span(cursor_.at(), cursor_.at());
        // `~` and `null` are written nulls.
        for (const std::string_view word : {"~", "null", "Null", "NULL"})
          if (cursor_.looking_at(word) && plain_end(cursor_.at() + word.size(), flow))
            cursor_.skip(word.size());
        node.span.end = static_cast<std::uint32_t>(cursor_.at());
        return;
      case Kind::scalar:
        return scalar(node, indent, flow);
      case Kind::sequence:
        return cursor_.peek() == '[' ? flow_sequence(node, indent)
                                     : block_sequence(node, indent, flow);
      case Kind::mapping:
        return cursor_.peek() == '{' ? flow_mapping(node, indent) : block_mapping(node, flow);
    }
  }

  bool plain_end(std::size_t at, bool flow) const {
    return cursor_.ends_word(at) ||
           (flow && (cursor_.bytes()[at] == ',' || cursor_.bytes()[at] == ']' ||
                     cursor_.bytes()[at] == '}'));
  }

  /// Anchors, aliases and tags before a node; true when an alias stood for the whole node.
  bool properties(int indent, bool flow) {
    while (cursor_.peek() == '&' || cursor_.peek() == '*' || cursor_.peek() == '!') {
      const char c = cursor_.peek();
      std::size_t end = cursor_.at() + 1;
      while (!plain_end(end, flow)) ++end;
      const Span where = cursor_.span(cursor_.at(), end);
      const std::string seen(cursor_.bytes().substr(cursor_.at(), end - cursor_.at()));
      if (c == '!')
        cursor_.lose(kTag, say("nhãn kiểu `{}`", "tag `{}`", seen), where, {},
                     {"bỏ nhãn; nếu thuộc về chữ thì để cả giá trị trong nháy",
                      "delete it; if it belongs to the text, quote the whole value"});
      cursor_.add({.code = c == '&' ? &kAnchor : &kAlias,
                   .message = c == '&' ? say("điểm neo `{}`", "anchor `{}`", seen)
                                       : say("tham chiếu `{}`", "alias `{}`", seen),
                   .primary = {where, {}},
                   .help = {"viết giá trị ra; nếu thuộc về chữ thì để cả giá trị trong nháy",
                            "write the value out; if it belongs to the text, quote the whole "
                            "value"}});
      cursor_.move_to(end);
      broken_ = true;
      if (c == '*') return true;
      cursor_.gap(indent, flow);
    }
    return false;
  }

  void scalar(Node& node, int indent, bool flow) {
    // Behind an anchor the events name another place; the file is refused already.
    if (!broken_ && node.span.begin != cursor_.at()) cursor_.stray();
    const ScalarEnd end = scalar_end(cursor_.bytes(), cursor_.at(), node.text, indent, flow);
    node.style = end.style;
    if (end.fault == ScalarFault::open_quote)
      cursor_.lose(
          kOpenQuote, {"dấu nháy mở ở đây không được đóng", "the quote opened here is not closed"},
          cursor_.span(cursor_.at(), cursor_.at() + 1), {"mở ở đây", "opened here"},
          {"thêm dấu nháy đóng ở cuối giá trị; giá trị nhiều dòng thì thụt các dòng sau vào",
           "close it at the end of the value; indent the further lines of a long value"});
    if (end.fault == ScalarFault::bad_escape)
      cursor_.lose(kBadEscape, {"sau `\\` không thể là chữ này", "this cannot follow a `\\`"},
                   cursor_.span(end.at, std::min(end.at + 2, cursor_.bytes().size())), {},
                   {"viết `\\\\`, hoặc dùng nháy đơn", "write `\\\\`, or use single quotes"});
    if (end.fault == ScalarFault::mismatch) cursor_.stray();
    if (end.style == Style::plain && (node.text == "-" || node.text == "?"))
      cursor_.lose(
          kNotYaml,
          say("`{}` một mình không phải là giá trị", "`{}` alone is not a value", node.text),
          cursor_.span(cursor_.at(), end.at), {},
          say("gõ \"{}\", có dấu nháy, hoặc xóa đi", "type \"{}\", with quotes, or delete it",
              node.text));
    node.span = cursor_.span(cursor_.at(), end.at);
    cursor_.move_to(end.at);
    if (end.fault == ScalarFault::many_lines) {
      broken_ = true;
      cursor_.add({.code = &kMultiLinePlain,
                   .message = {"giá trị không có nháy chạy sang dòng sau",
                               "a value without quotes runs into the next line"},
                   .primary = {node.span, {}},
                   .help = {"viết trên một dòng, dùng `>-`, hoặc để trong nháy; cũng xem lại thụt "
                            "lề và dấu hai chấm",
                            "write it on one line, use `>-`, or quote it; also look at the "
                            "indentation and the colons"}});
    }
    check_controls(node);
  }

  void check_controls(const Node& node) {
    for (std::size_t at = 0; at < node.text.size();) {
      const CodePoint c = decode(node.text, at);
      if (is_invisible(c.value) || !c.valid)
        cursor_.lose(kControlCharacter,
                     say("giá trị chứa ký tự không nhìn thấy U+{:04X}",
                         "the value holds the invisible character U+{:04X}", c.value),
                     node.span);
      at += c.size;
    }
  }

  void block_sequence(Node& node, int indent, bool flow) {
    const std::size_t begin = cursor_.at();
    const int own = cursor_.column();
    if (flow || cursor_.peek() != '-') cursor_.stray();
    for (Node& item : node.items) {
      cursor_.gap(indent, false);
      if (cursor_.peek() != '-' || !cursor_.ends_word(cursor_.at() + 1) || cursor_.column() != own)
        cursor_.stray();
      cursor_.skip(1);
      if (item.kind == Kind::null && !written_null()) {
        item.span = cursor_.span(cursor_.at(), cursor_.at());
        continue;
      }
      cursor_.gap(indent, false);
      this->node(item, own, false);
    }
    node.span = cursor_.span(begin, cursor_.at());
  }

  /// Whether a null is written here (`~`, an alias, an anchor) rather than left out.
  bool written_null() {
    std::size_t next = cursor_.at();
    while (next < cursor_.bytes().size() &&
           (cursor_.bytes()[next] == ' ' || cursor_.bytes()[next] == '\t'))
      ++next;
    const std::string_view rest = cursor_.bytes().substr(next);
    return rest.starts_with('~') || rest.starts_with('*') || rest.starts_with('&') ||
           rest.starts_with('!') || rest.starts_with("null") || rest.starts_with("Null") ||
           rest.starts_with("NULL");
  }

  void key(Node& key, int indent, bool flow) {
    if (cursor_.peek() == '?' && cursor_.ends_word(cursor_.at() + 1)) complex_key(cursor_.at() + 1);
    if (cursor_.peek() == ':' && key.kind == Kind::null) complex_key(cursor_.at() + 1);
    if (properties(indent, flow)) return;
    if (key.kind == Kind::null) {
      // `null` or `~` as a key: a word for us, nothing for others.
      if (cursor_.peek() == '~' || cursor_.looking_at("null") || cursor_.looking_at("Null") ||
          cursor_.looking_at("NULL"))
        complex_key(cursor_.at() + 1);
      cursor_.stray();
    }
    if (key.kind != Kind::scalar) complex_key(cursor_.at() + 1);
    scalar(key, indent, flow);
  }

  [[noreturn]] void complex_key(std::size_t end) {
    cursor_.lose(kComplexKey, {"khóa phải là một từ", "a key must be a word"},
                 cursor_.span(cursor_.at(), end));
  }

  void colon(const Node& key, bool flow) {
    cursor_.skip_blanks();
    if (cursor_.peek() == ':') {
      cursor_.skip(1);
      return;
    }
    const std::size_t inner = key.text.find(':');
    if (key.style == Style::plain && inner != std::string::npos && !flow)
      cursor_.lose(kNoSpaceAfterColon,
                   say("thiếu dấu cách sau dấu hai chấm trong `{}`",
                       "no space after the colon in `{}`", key.text),
                   key.span, {},
                   say("gõ `{}: {}`", "type `{}: {}`", key.text.substr(0, inner),
                       key.text.substr(inner + 1)));
    const Span whole = {key.span.file, comma_begin_, key.span.end};
    const bool split = flow && comma_begin_ < key.span.begin;
    cursor_.lose(kKeyWithoutColon,
                 say("`{}` thiếu dấu hai chấm", "`{}` has no colon",
                     cursor_.shown(key.span.begin, key.span.end)),
                 key.span, {},
                 split ? say("giá trị có dấu phẩy trong {{ }} phải để trong nháy: \"{}\"",
                             "within {{ }} a value with a comma needs quotes: \"{}\"",
                             cursor_.shown(whole.begin, whole.end))
                       : Message{"viết `khóa: giá trị`", "write `key: value`"});
  }

  using Seen = std::unordered_map<std::string_view, Span>;

  void check_duplicate(Seen& seen, const Node& key) {
    const auto [earlier, fresh] = seen.emplace(key.text, key.span);
    if (fresh) return;
    broken_ = true;
    cursor_.add({.code = &kDuplicateKey,
                 .message = say("khóa `{}` viết hai lần", "key `{}` stands twice", key.text),
                 .primary = {key.span, {"lần nữa ở đây", "again here"}},
                 .related = {{earlier->second, {"lần đầu ở đây", "first here"}}},
                 .help = {"giữ một trong hai", "keep one of the two"}});
  }

  void pair(Seen& seen, Pair& pair, int indent, bool flow) {
    key(pair.key, indent, flow);
    if (pair.key.text == "<<") {
      broken_ = true;
      cursor_.add({.code = &kMergeKey,
                   .message = {"khóa gộp `<<`", "merge key `<<`"},
                   .primary = {pair.key.span, {}},
                   .help = {"viết các khóa ra", "write the keys out"}});
    }
    colon(pair.key, flow);
    check_duplicate(seen, pair.key);
    if (pair.value.kind == Kind::null && !written_null()) {
      pair.value.span = cursor_.span(cursor_.at(), cursor_.at());
      return;
    }
    cursor_.gap(indent, flow);
    node(pair.value, indent, flow);
  }

  void block_mapping(Node& node, bool flow) {
    // `[a: b]` is a mapping without braces, which readers take differently.
    if (flow) cursor_.stray();
    const std::size_t begin = cursor_.at();
    const int own = cursor_.column();
    Seen seen;
    for (Pair& entry : node.pairs) {
      cursor_.gap(own, false);
      if (cursor_.column() != own) cursor_.stray();
      pair(seen, entry, own, false);
    }
    node.span = cursor_.span(begin, cursor_.at());
  }

  void flow_mapping(Node& node, int indent) {
    const std::size_t begin = cursor_.at();
    cursor_.skip(1);
    comma_begin_ = kNone;
    bool first = true;
    Seen seen;
    for (Pair& entry : node.pairs) {
      separator(indent, first, begin);
      first = false;
      pair(seen, entry, indent, true);
      const bool plain = entry.value.kind == Kind::scalar && entry.value.style == Style::plain;
      comma_begin_ = plain ? entry.value.span.begin : kNone;
      cursor_.gap(indent, true);
    }
    close('}', indent, begin);
    node.span = cursor_.span(begin, cursor_.at());
  }

  void flow_sequence(Node& node, int indent) {
    const std::size_t begin = cursor_.at();
    cursor_.skip(1);
    bool first = true;
    for (Node& item : node.items) {
      separator(indent, first, begin);
      first = false;
      if (item.kind == Kind::null && !written_null()) empty_entry();
      this->node(item, indent, true);
      cursor_.gap(indent, true);
    }
    close(']', indent, begin);
    node.span = cursor_.span(begin, cursor_.at());
  }

  void separator(int indent, bool first, std::size_t bracket) {
    cursor_.gap(indent, true);
    if (first) return;
    if (cursor_.peek() != ',') open_or_stray(bracket);
    cursor_.skip(1);
    cursor_.gap(indent, true);
    if (cursor_.peek() == ',') empty_entry();
  }

  void close(char bracket, int indent, std::size_t begin) {
    cursor_.gap(indent, true);
    if (cursor_.peek() == ',') {
      cursor_.skip(1);
      cursor_.gap(indent, true);
    }
    if (cursor_.peek() == ',') empty_entry();
    if (cursor_.peek() != bracket) open_or_stray(begin);
    cursor_.skip(1);
  }

  [[noreturn]] void open_or_stray(std::size_t bracket) {
    if (cursor_.at() < cursor_.bytes().size()) cursor_.stray();
    cursor_.lose(kOpenBracket,
                 {"ngoặc mở ở đây không được đóng", "the bracket opened here is not closed"},
                 cursor_.span(bracket, bracket + 1));
  }

  [[noreturn]] void empty_entry() {
    cursor_.lose(kEmptyEntry, {"mục trống trong danh sách", "empty entry in a list"},
                 cursor_.span(cursor_.at(), std::min(cursor_.at() + 1, cursor_.bytes().size())), {},
                 {"bỏ dấu phẩy thừa, hoặc điền mục còn thiếu",
                  "delete the extra comma, or fill in what is missing"});
  }

 public:
  bool broken() const { return broken_; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  Cursor cursor_;
  /// Begin of the plain value before the last comma in braces, which a comma may have cut short.
  std::uint32_t comma_begin_ = kNone;
  bool broken_ = false;
};

}  // namespace

bool retrace(const Sources& sources, FileId file, Node& root, Report& report) {
  Walk walk(sources[file], file, report);
  try {
    walk.document(root);
  } catch (const Lost&) {
    return false;
  }
  return !walk.broken();
}

}  // namespace wardplan::yaml

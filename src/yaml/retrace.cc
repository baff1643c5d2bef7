#include "yaml/retrace.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/utf8.h"
#include "yaml/codes.h"
#include "yaml/scalar.h"

namespace wardplan::yaml {
namespace {

/// The file is not what the tree says; the finding has been made.
struct Lost {};

class Walk {
 public:
  Walk(const Source& source, FileId file, Report& report)
      : bytes_(source.bytes()), file_(file), at_(source.bom()), report_(report) {}

  void document(Node& root) {
    gap(-1, false);
    if (looking_at("---") && ends_word(at_ + 3)) at_ += 3;
    gap(-1, false);
    node(root, -1, false);
    gap(-1, false);
    if (at_ < bytes_.size()) stray();
  }

 private:
  // Characters and the gaps between tokens.

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\0';
  }
  bool looking_at(std::string_view word) const { return bytes_.substr(at_).starts_with(word); }
  bool ends_word(std::size_t at) const {
    return at >= bytes_.size() || bytes_[at] == ' ' || bytes_[at] == '\t' || bytes_[at] == '\n' ||
           bytes_[at] == '\r';
  }
  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  std::size_t line_begin(std::size_t at) const {
    const std::size_t newline = at == 0 ? std::string_view::npos : bytes_.rfind('\n', at - 1);
    if (newline != std::string_view::npos) return newline + 1;
    return bytes_.starts_with(kBom) ? kBom.size() : 0;
  }
  std::size_t line_end(std::size_t at) const {
    std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
    if (end > at && bytes_[end - 1] == '\r') --end;
    return end;
  }
  int column(std::size_t at) const { return static_cast<int>(at - line_begin(at)); }

  [[noreturn]] void lose(const Code& code, Message message, Span where, Message label = {},
                         Message help = {}) {
    report_.add({.code = &code,
                 .message = std::move(message),
                 .primary = {where, std::move(label)},
                 .help = std::move(help)});
    throw Lost{};
  }

  /// Skips blanks, line ends and comments. Within brackets every line must stand deeper than
  /// `indent`.
  void gap(int indent, bool flow) {
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        ++at_;
      } else if (c == '#' && (at_ == line_begin(at_) || ends_word(at_ - 1))) {
        at_ = line_end(at_);
      } else {
        break;
      }
    }
    if (at_ < bytes_.size()) check_indent(indent, flow);
  }

  void check_indent(int indent, bool flow) {
    const std::size_t begin = line_begin(at_);
    const std::string_view lead = bytes_.substr(begin, at_ - begin);
    if (lead.find_first_not_of(" \t") != std::string_view::npos) return;
    const std::size_t tab = lead.find('\t');
    if (tab != std::string_view::npos)
      lose(kTabIndent, {"thụt lề bằng phím Tab", "a tab in the indentation"},
           span(begin + tab, begin + tab + 1), {}, {"thụt lề bằng dấu cách", "indent with spaces"});
    if (flow && column(at_) <= indent)
      lose(kOpenBracket,
           {"dòng trong ngoặc phải thụt vào sâu hơn khóa",
            "a line within brackets must be indented "
            "deeper than its key"},
           span(at_, std::min(at_ + 1, line_end(at_))), {},
           {"thụt dòng này vào, hoặc đóng ngoặc ở dòng trên",
            "indent this line, or close the bracket above"});
  }

  [[noreturn]] void stray() {
    const std::size_t end = std::max(line_end(at_), at_ + 1);
    const bool marker =
        at_ == line_begin(at_) && (looking_at("---") || looking_at("...")) && ends_word(at_ + 3);
    if (marker)
      lose(kSecondDocument, {"tài liệu thứ hai trong tệp", "a second document in the file"},
           span(at_, at_ + 3), {}, {"để mỗi hồ sơ một tệp", "keep one record a file"});
    if (peek() == '#')
      lose(kTextAfterValue,
           {"chú thích phải có dấu cách trước `#`", "a comment needs a space before its `#`"},
           span(at_, at_ + 1));
    std::size_t shown = end;
    while (shown > at_ + 1 && bytes_[shown - 1] == ' ') --shown;
    lose(kTextAfterValue,
         say("có chữ thừa sau giá trị: `{}`", "text after a value: `{}`", shorten(at_, shown)),
         span(at_, shown), {},
         {"nếu là một phần của giá trị thì để cả giá trị trong nháy; nếu không, xem lại thụt lề",
          "if it belongs to the value, quote the whole value; if not, look at the indentation"});
  }

  std::string shorten(std::size_t begin, std::size_t end) const {
    std::string text(bytes_.substr(begin, end - begin));
    constexpr std::size_t kMost = 40;
    std::size_t cut = 0;
    for (std::size_t count = 0; cut < text.size() && count < kMost; ++count)
      cut += decode(text, cut).size;
    return cut < text.size() ? text.substr(0, cut) + "…" : text;
  }

  // Nodes.

  void node(Node& node, int indent, bool flow) {
    if (properties(indent, flow)) {
      node.span = span(at_, at_);
      return;
    }
    switch (node.kind) {
      case Kind::null:
        node.span = span(at_, at_);
        // `~` and `null` are written nulls.
        for (const std::string_view word : {"~", "null", "Null", "NULL"})
          if (looking_at(word) && plain_end(at_ + word.size(), flow)) at_ += word.size();
        node.span.end = static_cast<std::uint32_t>(at_);
        return;
      case Kind::scalar:
        return scalar(node, indent, flow);
      case Kind::sequence:
        return peek() == '[' ? flow_sequence(node, indent) : block_sequence(node, indent, flow);
      case Kind::mapping:
        return peek() == '{' ? flow_mapping(node, indent) : block_mapping(node, flow);
    }
  }

  bool plain_end(std::size_t at, bool flow) const {
    return ends_word(at) || (flow && (bytes_[at] == ',' || bytes_[at] == ']' || bytes_[at] == '}'));
  }

  /// Anchors, aliases and tags before a node; true when an alias stood for the whole node.
  bool properties(int indent, bool flow) {
    while (peek() == '&' || peek() == '*' || peek() == '!') {
      const char c = peek();
      std::size_t end = at_ + 1;
      while (!plain_end(end, flow)) ++end;
      const Span where = span(at_, end);
      const std::string seen(bytes_.substr(at_, end - at_));
      if (c == '!')
        lose(kTag, say("nhãn kiểu `{}`", "tag `{}`", seen), where, {},
             {"bỏ nhãn; nếu thuộc về chữ thì để cả giá trị trong nháy",
              "delete it; if it belongs to the text, quote the whole value"});
      report_.add({.code = c == '&' ? &kAnchor : &kAlias,
                   .message = c == '&' ? say("điểm neo `{}`", "anchor `{}`", seen)
                                       : say("tham chiếu `{}`", "alias `{}`", seen),
                   .primary = {where, {}},
                   .help = {"viết giá trị ra; nếu thuộc về chữ thì để cả giá trị trong nháy",
                            "write the value out; if it belongs to the text, quote the whole "
                            "value"}});
      at_ = end;
      broken_ = true;
      if (c == '*') return true;
      gap(indent, flow);
    }
    return false;
  }

  void scalar(Node& node, int indent, bool flow) {
    const ScalarEnd end = scalar_end(bytes_, at_, node.text, indent, flow);
    node.style = end.style;
    if (end.fault == ScalarFault::open_quote)
      lose(kOpenQuote, {"dấu nháy mở ở đây không được đóng", "the quote opened here is not closed"},
           span(at_, at_ + 1), {"mở ở đây", "opened here"},
           {"thêm dấu nháy đóng ở cuối giá trị; giá trị nhiều dòng thì thụt các dòng sau vào",
            "close it at the end of the value; indent the further lines of a long value"});
    if (end.fault == ScalarFault::bad_escape)
      lose(kBadEscape, {"sau `\\` không thể là chữ này", "this cannot follow a `\\`"},
           span(end.at, std::min(end.at + 2, bytes_.size())), {},
           {"viết `\\\\`, hoặc dùng nháy đơn", "write `\\\\`, or use single quotes"});
    if (end.fault == ScalarFault::mismatch) stray();
    node.span = span(at_, end.at);
    at_ = end.at;
    if (end.fault == ScalarFault::many_lines) {
      broken_ = true;
      report_.add({.code = &kMultiLinePlain,
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
      if ((c.value < 0x20 && c.value != '\n' && c.value != '\t') ||
          (c.value >= 0x7F && c.value < 0xA0) || !c.valid)
        lose(kControlCharacter,
             say("giá trị chứa ký tự điều khiển U+{:04X}",
                 "the value holds the control character U+{:04X}", c.value),
             node.span);
      at += c.size;
    }
  }

  void block_sequence(Node& node, int indent, bool flow) {
    const std::size_t begin = at_;
    const int own = column(at_);
    if (flow || peek() != '-') stray();
    for (Node& item : node.items) {
      gap(indent, false);
      if (peek() != '-' || !ends_word(at_ + 1) || column(at_) != own) stray();
      ++at_;
      if (item.kind == Kind::null && !written_null()) {
        item.span = span(at_, at_);
        continue;
      }
      gap(indent, false);
      this->node(item, own, false);
    }
    node.span = span(begin, at_);
  }

  /// Whether a null is written here (`~`, an alias, an anchor) rather than left out.
  bool written_null() {
    std::size_t next = at_;
    while (next < bytes_.size() && (bytes_[next] == ' ' || bytes_[next] == '\t')) ++next;
    const std::string_view rest = bytes_.substr(next);
    return rest.starts_with('~') || rest.starts_with('*') || rest.starts_with('&') ||
           rest.starts_with('!') || rest.starts_with("null") || rest.starts_with("Null") ||
           rest.starts_with("NULL");
  }

  void key(Node& key, int indent, bool flow) {
    if (peek() == '?' && ends_word(at_ + 1)) complex_key(at_ + 1);
    if (peek() == ':' && key.kind == Kind::null) complex_key(at_ + 1);
    if (properties(indent, flow)) return;
    if (key.kind == Kind::null) {
      // `null` or `~` as a key: a word for us, nothing for others.
      if (peek() == '~' || looking_at("null") || looking_at("Null") || looking_at("NULL"))
        complex_key(at_ + 1);
      stray();
    }
    if (key.kind != Kind::scalar) complex_key(at_ + 1);
    scalar(key, indent, flow);
  }

  [[noreturn]] void complex_key(std::size_t end) {
    lose(kComplexKey, {"khóa phải là một từ", "a key must be a word"}, span(at_, end));
  }

  void colon(const Node& key, bool flow) {
    while (peek() == ' ' || peek() == '\t') ++at_;
    if (peek() == ':') {
      ++at_;
      return;
    }
    const std::size_t inner = key.text.find(':');
    if (key.style == Style::plain && inner != std::string::npos && !flow)
      lose(kNoSpaceAfterColon,
           say("thiếu dấu cách sau dấu hai chấm trong `{}`", "no space after the colon in `{}`",
               key.text),
           key.span, {},
           say("gõ `{}: {}`", "type `{}: {}`", key.text.substr(0, inner),
               key.text.substr(inner + 1)));
    const bool digits = flow && !key.text.empty() && key.text[0] >= '0' && key.text[0] <= '9';
    lose(kKeyWithoutColon,
         say("`{}` thiếu dấu hai chấm", "`{}` has no colon", shorten(key.span.begin, key.span.end)),
         key.span, {},
         digits ? Message{"số có dấu phẩy trong { } phải để trong nháy: \"93,5%\"",
                          "within { } a number with a comma needs quotes: \"93,5%\""}
                : Message{"viết `khóa: giá trị`", "write `key: value`"});
  }

  using Seen = std::unordered_map<std::string_view, Span>;

  void check_duplicate(Seen& seen, const Node& key) {
    const auto [earlier, fresh] = seen.emplace(key.text, key.span);
    if (fresh) return;
    broken_ = true;
    report_.add({.code = &kDuplicateKey,
                 .message = say("khóa `{}` viết hai lần", "key `{}` stands twice", key.text),
                 .primary = {key.span, {"lần nữa ở đây", "again here"}},
                 .related = {{earlier->second, {"lần đầu ở đây", "first here"}}},
                 .help = {"giữ một trong hai", "keep one of the two"}});
  }

  void pair(Seen& seen, Pair& pair, int indent, bool flow) {
    key(pair.key, indent, flow);
    if (pair.key.text == "<<") {
      broken_ = true;
      report_.add({.code = &kMergeKey,
                   .message = {"khóa gộp `<<`", "merge key `<<`"},
                   .primary = {pair.key.span, {}},
                   .help = {"viết các khóa ra", "write the keys out"}});
    }
    colon(pair.key, flow);
    check_duplicate(seen, pair.key);
    if (pair.value.kind == Kind::null && !written_null()) {
      pair.value.span = span(at_, at_);
      return;
    }
    gap(indent, flow);
    node(pair.value, indent, flow);
  }

  void block_mapping(Node& node, bool flow) {
    // `[a: b]` is a mapping without braces, which readers take differently.
    if (flow) stray();
    const std::size_t begin = at_;
    const int own = column(at_);
    Seen seen;
    for (Pair& entry : node.pairs) {
      gap(own, false);
      if (column(at_) != own) stray();
      pair(seen, entry, own, false);
    }
    node.span = span(begin, at_);
  }

  void flow_mapping(Node& node, int indent) {
    const std::size_t begin = at_++;
    bool first = true;
    Seen seen;
    for (Pair& entry : node.pairs) {
      separator(indent, first, begin);
      first = false;
      pair(seen, entry, indent, true);
      gap(indent, true);
    }
    close('}', indent, begin);
    node.span = span(begin, at_);
  }

  void flow_sequence(Node& node, int indent) {
    const std::size_t begin = at_++;
    bool first = true;
    for (Node& item : node.items) {
      separator(indent, first, begin);
      first = false;
      if (item.kind == Kind::null && !written_null()) empty_entry();
      this->node(item, indent, true);
      gap(indent, true);
    }
    close(']', indent, begin);
    node.span = span(begin, at_);
  }

  void separator(int indent, bool first, std::size_t bracket) {
    gap(indent, true);
    if (first) return;
    if (peek() != ',') open_or_stray(bracket);
    ++at_;
    gap(indent, true);
    if (peek() == ',') empty_entry();
  }

  void close(char bracket, int indent, std::size_t begin) {
    gap(indent, true);
    if (peek() == ',') {
      ++at_;
      gap(indent, true);
    }
    if (peek() == ',') empty_entry();
    if (peek() != bracket) open_or_stray(begin);
    ++at_;
  }

  [[noreturn]] void open_or_stray(std::size_t bracket) {
    if (at_ < bytes_.size()) stray();
    lose(kOpenBracket, {"ngoặc mở ở đây không được đóng", "the bracket opened here is not closed"},
         span(bracket, bracket + 1));
  }

  [[noreturn]] void empty_entry() {
    lose(kEmptyEntry, {"mục trống trong danh sách", "empty entry in a list"},
         span(at_, std::min(at_ + 1, bytes_.size())), {},
         {"bỏ dấu phẩy thừa, hoặc điền mục còn thiếu",
          "delete the extra comma, or fill in what is missing"});
  }

 public:
  bool broken() const { return broken_; }

 private:
  std::string_view bytes_;
  FileId file_;
  std::size_t at_;
  Report& report_;
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

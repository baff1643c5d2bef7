#include "yaml/cursor.h"

#include <algorithm>

#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/codes.h"

namespace wardplan::yaml {

bool Cursor::ends_word(std::size_t at) const {
  return at >= bytes_.size() || bytes_[at] == ' ' || bytes_[at] == '\t' || bytes_[at] == '\n' ||
         bytes_[at] == '\r';
}

std::size_t Cursor::line_begin() {
  // Each byte is looked at once, however long a line is.
  for (; searched_ < at_ && searched_ < bytes_.size(); ++searched_)
    if (bytes_[searched_] == '\n') line_ = searched_ + 1;
  return line_;
}

std::size_t Cursor::line_end(std::size_t at) const {
  std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
  if (end > at && bytes_[end - 1] == '\r') --end;
  return end;
}

std::string Cursor::shown(std::size_t begin, std::size_t end) const {
  return shorten(bytes_.substr(begin, end - begin));
}

void Cursor::gap(int indent, bool flow) {
  while (!at_end()) {
    const char c = bytes_[at_];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
      ++at_;
    else if (c == '#' && (at_ == line_begin() || ends_word(at_ - 1)))
      pass_comment();
    else
      break;
  }
  if (!at_end()) check_indent(indent, flow);
}

void Cursor::pass_comment() {
  const std::size_t begin = line_begin();
  const bool own_line = is_blank(bytes_.substr(begin, at_ - begin));
  if (!own_line && !ends_word(at_ + 1) && bytes_[at_ + 1] != '#') {
    std::size_t end = line_end(at_);
    while (end > at_ && bytes_[end - 1] == ' ') --end;
    lose(kTextAfterValue,
         say("`{}` sẽ bị mất vì bị coi là chú thích", "`{}` would be lost as a comment",
             shown(at_, end)),
         span(at_, end), {},
         {"là chữ thì để cả giá trị trong nháy; là chú thích thì viết `# ` có dấu cách",
          "quote the whole value if this belongs to it; begin a comment with `# `"});
  }
  at_ = line_end(at_);
}

void Cursor::skip_blanks() {
  while (peek() == ' ' || peek() == '\t') ++at_;
}

void Cursor::check_indent(int indent, bool flow) {
  const std::size_t begin = line_begin();
  std::size_t first = begin;
  while (first < at_ && (bytes_[first] == ' ' || bytes_[first] == '\t')) ++first;
  if (first != at_) return;
  const std::size_t tab = bytes_.substr(begin, at_ - begin).find('\t');
  if (tab != std::string_view::npos)
    lose(kTabIndent, {"thụt lề bằng phím Tab", "a tab in the indentation"},
         span(begin + tab, begin + tab + 1), {}, {"thụt lề bằng dấu cách", "indent with spaces"});
  if (flow && column() <= indent)
    lose(kOpenBracket,
         {"dòng trong ngoặc phải thụt vào sâu hơn khóa",
          "a line within brackets must be indented deeper than its key"},
         span(at_, std::min(at_ + 1, line_end(at_))), {},
         {"thụt dòng này vào, hoặc đóng ngoặc ở dòng trên",
          "indent this line, or close the bracket above"});
}

void Cursor::lose(const Code& code, Message message, Span where, Message label, Message help) {
  add({.code = &code,
       .message = std::move(message),
       .primary = {where, std::move(label)},
       .help = std::move(help)});
  throw Lost{};
}

void Cursor::stray() {
  const bool marker =
      column() == 0 && (looking_at("---") || looking_at("...")) && ends_word(at_ + 3);
  if (marker && is_blank(bytes_.substr(at_ + 3)))
    lose(kSecondDocument, {"dấu kết thúc tài liệu", "a document end marker"}, span(at_, at_ + 3),
         {}, {"xóa dòng này", "delete this line"});
  if (marker)
    lose(kSecondDocument, {"tài liệu thứ hai trong tệp", "a second document in the file"},
         span(at_, at_ + 3), {}, {"để mỗi hồ sơ một tệp", "keep one record a file"});
  if (peek() == '#')
    lose(kTextAfterValue,
         {"chú thích phải có dấu cách trước `#`", "a comment needs a space before its `#`"},
         span(at_, at_ + 1));
  std::size_t end = std::max(line_end(at_), std::min(at_ + 1, bytes_.size()));
  while (end > at_ + 1 && bytes_[end - 1] == ' ') --end;
  lose(kTextAfterValue,
       say("có chữ thừa sau giá trị: `{}`", "text after a value: `{}`", shown(at_, end)),
       span(at_, end), {},
       {"nếu là một phần của giá trị thì để cả giá trị trong nháy; nếu không, xem lại thụt lề",
        "if it belongs to the value, quote the whole value; if not, look at the indentation"});
}

}  // namespace wardplan::yaml

#include "yaml/reader.h"

#include <algorithm>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::yaml {
namespace {

/// The end of the line without the blanks before it.
std::size_t text_end(const Reader& reader, std::size_t at) {
  std::size_t end = std::min(reader.bytes.find('\n', at), reader.bytes.size());
  while (end > at + 1 && is_one_of(reader.bytes[end - 1], kBlanks)) --end;
  return end;
}

std::string shown(const Reader& reader, std::size_t begin, std::size_t end) {
  return shorten(reader.bytes.substr(begin, end - begin));
}

/// The character at a place, or the last one of the file.
Span character(const Reader& reader, std::size_t at) {
  const std::string_view bytes = reader.bytes;
  while (at > 0 && at >= bytes.size()) --at;
  while (at > 0 && at + 1 == bytes.size() && bytes[at] == '\n') --at;
  if (bytes.empty() || bytes[at] == '\n' || bytes[at] == '\r') return reader.span(at, at);
  return reader.span(at, at + decode(bytes, at).size);
}

/// A value within braces that typographic quotes don't hold together: `{goal: “93,5%”}`.
void check_curly(const Reader& reader, std::size_t value) {
  constexpr std::string_view kOpening = "“", kClosing = "”";
  const std::string_view rest = reader.bytes.substr(value);
  const std::string_view line = rest.substr(0, find_or_end(rest, "\n"));
  if (!line.starts_with(kOpening) && !line.starts_with(kClosing)) return;
  const std::size_t close = line.find(kClosing, kOpening.size());
  if (close == std::string_view::npos) return;
  lose(kKeyWithoutColon,
       {"nháy cong không giữ được dấu phẩy trong giá trị",
        "curly quotes don't keep a value with a comma together"},
       reader.span(value, value + close + kClosing.size()), {},
       say("gõ \"{}\"", "type \"{}\"",
           shorten(line.substr(kOpening.size(), close - kOpening.size()))));
}

}  // namespace

Finding many_lines(Span value, bool beside) {
  return {.code = &kMultiLinePlain,
          .message = {"giá trị không có nháy chạy sang dòng sau",
                      "a value without quotes runs into the next line"},
          .primary = {value, {}},
          .help = beside ? Phrase{"viết trên một dòng, hoặc để cả giá trị trong nháy và thụt dòng "
                                  "sau vào sâu hơn khóa",
                                  "write it on one line, or quote the whole and indent its further "
                                  "lines more than the key"}
                         : Phrase{"viết trên một dòng, dùng `>-`, hoặc để trong nháy; cũng xem "
                                  "lại thụt lề và dấu hai chấm",
                                  "write it on one line, use `>-`, or quote it; also look at the "
                                  "indentation and the colons"}};
}

void lose(const Code& code, Message message, Span where, Message label, Message help) {
  throw Lost{{.code = &code,
              .message = std::move(message),
              .primary = {where, std::move(label)},
              .help = std::move(help)}};
}

void lose_here(const Reader& reader, const Code& code, Message message, Message help) {
  lose(code, std::move(message), character(reader, reader.at), {}, std::move(help));
}

void stray(const Reader& reader) {
  const std::size_t at = reader.at;
  if (at == reader.line && is_marker(reader.bytes, at)) {
    const bool last = is_blank(reader.bytes.substr(at + 3));
    if (last)
      lose(kSecondDocument, {"dấu kết thúc tài liệu", "a document end marker"},
           reader.span(at, at + 3), {}, {"xóa dòng này", "delete this line"});
    lose(kSecondDocument, {"tài liệu thứ hai trong tệp", "a second document in the file"},
         reader.span(at, at + 3), {}, {"để mỗi hồ sơ một tệp", "keep one record a file"});
  }
  if (reader.peek() == '#')
    lose(kTextAfterValue,
         {"chú thích phải có dấu cách trước `#`", "a comment needs a space before its `#`"},
         reader.span(at, at + 1));
  const std::size_t end = text_end(reader, at);
  lose(kTextAfterValue,
       say("có chữ thừa sau giá trị: `{}`", "text after a value: `{}`", shown(reader, at, end)),
       reader.span(at, end), {},
       {"nếu là một phần của giá trị thì để cả giá trị trong nháy; nếu không, xem lại thụt lề",
        "if it belongs to the value, quote the whole value; if not, look at the indentation"});
}

void not_yaml(const Reader& reader) {
  lose_here(reader, kNotYaml, kNotYaml.title,
            {"giá trị bắt đầu bằng ký tự đặc biệt thì để trong nháy kép; cũng xem lại thụt lề",
             "quote a value that begins with a special character; also look at the indentation"});
}

void tab(const Reader& reader, std::size_t at) {
  // Further lines of a text lie below the reader's own.
  const std::size_t ended = reader.bytes.substr(0, at).rfind('\n');
  const std::size_t line =
      ended == std::string_view::npos ? reader.line : std::max(reader.line, ended + 1);
  const bool indents = is_blank(reader.bytes.substr(line, at - line));
  lose(kTabIndent,
       indents ? Message{"thụt lề bằng phím Tab", "a tab in the indentation"}
               : Message{"phím Tab ở chỗ của dấu cách", "a tab where blanks belong"},
       reader.span(at, at + 1), {},
       indents ? Message{"thụt lề bằng dấu cách", "indent with spaces"}
               : Message{"gõ dấu cách, hoặc xóa nếu ở cuối dòng",
                         "type a blank, or delete it at the end of a line"});
}

void complex_key(const Reader& reader) {
  lose_here(reader, kComplexKey, {"khóa phải là một từ", "a key must be a word"});
}

void lone_sign(const Reader& reader) {
  const char sign = reader.peek();
  lose_here(
      reader, kNotYaml,
      say("`{}` một mình không phải là giá trị", "`{}` alone is not a value", sign),
      say("gõ \"{}\", có dấu nháy, hoặc xóa đi", "type \"{}\", with quotes, or delete it", sign));
}

void empty_entry(const Reader& reader) {
  lose_here(reader, kEmptyEntry, kEmptyEntry.title,
            {"bỏ dấu phẩy thừa, hoặc điền mục còn thiếu",
             "delete the extra comma, or fill in what is missing"});
}

void colon_in_value(const Reader& reader, std::size_t colon) {
  lose(kColonInValue, kColonInValue.title, reader.span(colon, colon + 1), {},
       {"để cả giá trị trong nháy kép; nếu là khóa mới thì xem lại thụt lề",
        "put the whole value in double quotes; if a key begins here, look at its indentation"});
}

void text_after_quote(const Reader& reader) {
  lose(kTextAfterValue, {"có chữ thừa sau dấu nháy đóng", "text after the closing quote"},
       reader.span(reader.at, text_end(reader, reader.at)), {},
       {"trong giá trị thì dùng “ ” thay cho dấu nháy, hoặc xóa chữ thừa",
        "within a value use “ ” for quotes, or delete the text"});
}

void open_bracket(const Reader& reader, std::size_t bracket) {
  const Span where = reader.span(bracket, bracket + 1);
  if (reader.at_end())
    lose(kOpenBracket, {"ngoặc mở ở đây không được đóng", "the bracket opened here is not closed"},
         where);
  throw Lost{{.code = &kOpenBracket,
              .message = {"ngoặc mở ở đây không được đóng đúng chỗ",
                          "the bracket opened here is not closed where it should be"},
              .primary = {where, {"mở ở đây", "opened here"}},
              .related = {{character(reader, reader.at),
                           {"đến đây thì không hiểu nữa", "this is where it goes wrong"}}},
              .help = {"đóng ngoặc; trong ngoặc, giá trị có dấu phẩy hay hai chấm để trong nháy",
                       "close the bracket; within it, quote values that hold a comma or a "
                       "colon"}}};
}

void bad_scalar(const Reader& reader, const Scalar& scalar) {
  const std::size_t at = scalar.fault_at;
  switch (scalar.fault) {
    case ScalarFault::none:
    case ScalarFault::open_quote:
      lose(kOpenQuote, {"dấu nháy mở ở đây không được đóng", "the quote opened here is not closed"},
           reader.span(at, at + 1), {"mở ở đây", "opened here"},
           {"thêm dấu nháy đóng ở cuối giá trị; giá trị nhiều dòng thì thụt các dòng sau vào",
            "close it at the end of the value; indent the further lines of a long value"});
    case ScalarFault::bad_escape:
      lose(kBadEscape, {"sau `\\` không thể là chữ này", "this cannot follow a `\\`"},
           reader.span(at, std::max<std::size_t>(at + 1, character(reader, at + 1).end)), {},
           {"viết `\\\\`, hoặc dùng nháy đơn", "write `\\\\`, or use single quotes"});
    case ScalarFault::invisible:
      lose(kControlCharacter,
           say("giá trị chứa ký tự không nhìn thấy U+{:04X}",
               "the value holds the invisible character U+{:04X}", scalar.character),
           reader.span(at, scalar.end));
    case ScalarFault::tab:
      tab(reader, at);
    case ScalarFault::deep_blank:
      lose(kNotYaml,
           {"dòng trống thụt sâu hơn chữ của khối", "a blank line deeper than the text below it"},
           reader.span(at, at), {}, {"xóa dấu cách ở dòng này", "delete the blanks of this line"});
    case ScalarFault::bad_header:
      lose(kTextAfterValue,
           {"sau `|` hay `>` phải xuống dòng", "a line end must follow `|` or `>`"},
           reader.span(at, text_end(reader, at)), {},
           {"là chữ hay số thì để cả giá trị trong nháy; là chú thích thì có dấu cách trước `#`",
            "quote the whole value if this belongs to it; a comment has a space before its `#`"});
  }
  stray(reader);
}

void check_colon(const Reader& reader, std::size_t begin, std::size_t end) {
  const std::string_view text = reader.bytes.substr(begin, end - begin);
  std::size_t at = 0;
  while (at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || text[at] == '-')) ++at;
  const std::size_t word = at;
  at = pass(text, " ", at);
  for (const std::string_view sign : {"：", "︓", "﹕", "∶", "ː", ";", "；", "="})
    if (word > 0 && text.substr(at).starts_with(sign))
      lose(kKeyWithoutColon, say("`{}` không phải dấu hai chấm `:`", "`{}` is no colon `:`", sign),
           reader.span(begin + at, begin + at + sign.size()), {},
           say("gõ `{}: {}`", "type `{}: {}`", text.substr(0, word),
               shorten(trimmed(text.substr(at + sign.size())))));
}

bool begins_like_key(std::string_view text) {
  return std::ranges::all_of(text.substr(0, find_or_end(text, " :")),
                             [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

void no_colon(const Reader& reader, std::size_t begin, std::size_t end, bool below_text) {
  const std::string_view text = reader.bytes.substr(begin, end - begin);
  const Span where = reader.span(begin, end);
  check_colon(reader, begin, end);
  const std::size_t word = find_or_end(text, " :");
  if (word + 1 < text.size() && text[word] == ':' && word > 0) no_blank(where);
  Message help =
      begins_like_key(text) && word < text.size()
          ? say("gõ `{}:{}`", "type `{}:{}`", text.substr(0, word), shorten(text.substr(word)))
          : Message{"viết `khóa: giá trị`", "write `key: value`"};
  if (below_text)
    help += {"; nếu là phần tiếp của dòng trên thì viết liền vào dòng ấy",
             "; if it belongs to the text above, put both on one line"};
  lose(kKeyWithoutColon, say("`{}` thiếu dấu hai chấm", "`{}` has no colon", shorten(text)), where,
       {}, std::move(help));
}

void no_blank(Span key) {
  lose(kNoSpaceAfterColon, kNoSpaceAfterColon.title, key, {},
       {"gõ `khóa: giá trị`", "type `key: value`"});
}

void no_colon_in_braces(const Reader& reader, Span key, std::size_t cut) {
  if (cut < key.begin) check_curly(reader, cut);
  check_colon(reader, key.begin, key.end);
  lose(kKeyWithoutColon,
       say("`{}` thiếu dấu hai chấm", "`{}` has no colon", shown(reader, key.begin, key.end)), key,
       {},
       cut < key.begin ? say("giá trị có dấu phẩy trong {{ }} phải để trong nháy: \"{}\"",
                             "within {{ }} a value with a comma needs quotes: \"{}\"",
                             shown(reader, cut, key.end))
                       : Message{"viết `khóa: giá trị`", "write `key: value`"});
}

}  // namespace wardplan::yaml

#include "yaml/blame.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "text/trim.h"
#include "text/utf8.h"
#include "yaml/codes.h"
#include "yaml/read.h"

namespace wardplan::yaml {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t indent_of(std::string_view line) { return pass(line, " "); }

/// Whether a block scalar (`|`, `>`) opens at the end of this line.
bool opens_block(std::string_view line) {
  const std::size_t comment = line.find(" #");
  line = line.substr(0, comment);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  while (!line.empty() &&
         (line.back() == '-' || line.back() == '+' || (line.back() >= '1' && line.back() <= '9')))
    line.remove_suffix(1);
  if (line.empty() || (line.back() != '|' && line.back() != '>')) return false;
  line.remove_suffix(1);
  return line.ends_with(": ") || line.ends_with("- ");
}

/// Column of the quote that closes the one at `open`, or the size of the line or more.
std::size_t closing_quote(std::string_view line, std::size_t open) {
  const char quote = line[open];
  std::size_t next = open + 1;
  for (; next < line.size(); ++next) {
    if (quote == '"' && line[next] == '\\')
      ++next;
    else if (line[next] == quote && quote == '\'' && line.substr(next + 1).starts_with('\''))
      ++next;
    else if (line[next] == quote)
      break;
  }
  return next;
}

/// Column of a quote that opens a value on this line and isn't closed on it.
std::optional<std::size_t> open_quote(std::string_view line) {
  bool value_may_begin = true;
  int depth = 0;
  for (std::size_t at = indent_of(line); at < line.size(); ++at) {
    const char c = line[at];
    const bool last = at + 1 == line.size();
    if (is_blank(c)) continue;
    if (c == '#' && (at == 0 || is_blank(line[at - 1]))) return std::nullopt;
    if ((c == '"' || c == '\'') && value_may_begin) {
      const std::size_t next = closing_quote(line, at);
      if (next >= line.size()) return at;
      at = next;
      value_may_begin = false;
      continue;
    }
    if ((c == '[' || c == '{') && value_may_begin) {
      ++depth;
    } else if ((c == '-' || c == ':') && (last || is_blank(line[at + 1]))) {
      value_may_begin = true;
    } else {
      value_may_begin = c == ',' && depth > 0;
    }
  }
  return std::nullopt;
}

/// Looks through the lines up to the refusal for what people get wrong.
class Search {
 public:
  Search(const Source& source, FileId file, const Events& events)
      : source_(source), file_(file), last_line_(source.position(events.refusal->at).line) {
    first_line_ = std::min(source.position(events.last).line, last_line_);
  }

  std::optional<Span> tab() const {
    for (std::uint32_t number = first_line_; number <= last_line_; ++number) {
      const std::string_view line = source_.line(number);
      const std::size_t text = line.find_first_not_of(" \t");
      const std::size_t tab = line.find('\t');
      if (text != std::string_view::npos && tab < text) return place(number, tab, 1);
    }
    return std::nullopt;
  }

  /// The first quote that is opened and not closed before the lines of another value.
  std::optional<Span> quote() const {
    std::size_t block_indent = std::string_view::npos;
    for (std::uint32_t number = 1; number <= last_line_; ++number) {
      const std::string_view line = source_.line(number);
      const std::size_t indent = indent_of(line);
      if (indent == line.size()) continue;
      if (block_indent != std::string_view::npos && indent > block_indent) continue;
      block_indent = opens_block(line) ? indent : std::string_view::npos;
      const auto column = open_quote(line);
      if (column && !closes_below(number, line[*column], key_column(line)))
        return place(number, *column, 1);
    }
    return std::nullopt;
  }

  /// What follows the closing quote of a value on the line of the refusal.
  std::optional<Span> after_quote() const {
    const std::string_view line = source_.line(last_line_);
    const std::size_t value = value_begin(line);
    if (value >= line.size() || (line[value] != '"' && line[value] != '\'')) return std::nullopt;
    std::size_t end = closing_quote(line, value);
    if (end >= line.size()) return std::nullopt;
    end = line.find_first_not_of(' ', end + 1);
    if (end == std::string_view::npos ||
        std::string_view("#:,]}").find(line[end]) != std::string_view::npos)
      return std::nullopt;
    return place(last_line_, end, line.find_last_not_of(' ') + 1 - end);
  }

  /// A line `key value` or `key` just above the refusal, where `key: …` stands around it.
  std::optional<Span> key_without_colon() const {
    std::uint32_t number = last_line_;
    for (int looked = 0; looked < 2 && number > 0; --number) {
      const std::string_view line = source_.line(number);
      std::size_t begin = indent_of(line);
      if (begin == line.size() || line[begin] == '#') continue;
      ++looked;
      if (line.substr(begin).starts_with("- ")) begin += 2 + indent_of(line.substr(begin + 2));
      std::size_t end = begin;
      while (end < line.size() && ((line[end] >= 'a' && line[end] <= 'z') || line[end] == '-'))
        ++end;
      const bool word = end > begin && (end == line.size() || line[end] == ' ');
      if (word && line.find(':') == std::string_view::npos)
        return place(number, begin, line.find_last_not_of(' ') + 1 - begin);
    }
    return std::nullopt;
  }

  /// The `\\` of an escape that can't be, at or just before the refusal.
  std::optional<Span> backslash(std::uint32_t at) const {
    const std::size_t found = source_.bytes().substr(0, at + 1).rfind('\\');
    if (found == std::string_view::npos) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(found);
    return Span{file_, begin, begin + 2};
  }

  /// `key:value` without a blank on the line of the refusal or just above it.
  std::optional<Span> tight_colon() const {
    for (std::uint32_t number = last_line_; number + 1 >= last_line_ && number > 0; --number) {
      const std::string_view line = source_.line(number);
      std::size_t begin = indent_of(line);
      if (line.substr(begin).starts_with("- ")) begin += 2;
      std::size_t end = begin;
      while (end < line.size() && line[end] != ' ' && line[end] != ':') ++end;
      const bool word = end > begin && end + 1 < line.size() && line[end] == ':';
      if (word && !is_blank(line[end + 1])) return place(number, begin, line.size() - begin);
    }
    return std::nullopt;
  }

 private:
  Span place(std::uint32_t line, std::size_t column, std::size_t size) const {
    const std::uint32_t begin = source_.line_begin(line) + static_cast<std::uint32_t>(column);
    return {file_, begin, begin + static_cast<std::uint32_t>(size)};
  }

  /// Column of the key of a line `- key: value`; further lines of its value stand deeper.
  static std::size_t key_column(std::string_view line) {
    std::size_t at = indent_of(line);
    while (line.substr(at).starts_with("- ")) {
      const std::size_t next = at + 2 + indent_of(line.substr(at + 2));
      if (line.find(": ", next) == std::string_view::npos) break;
      at = next;
    }
    return at;
  }

  /// Column at which the value of a line `- key: value` or `- value` begins.
  static std::size_t value_begin(std::string_view line) {
    std::size_t at = indent_of(line);
    while (line.substr(at).starts_with("- ")) at += 2 + indent_of(line.substr(at + 2));
    const std::size_t colon = line.find(": ", at);
    const bool quoted = at < line.size() && (line[at] == '"' || line[at] == '\'');
    if (quoted || colon == std::string_view::npos) return at;
    return colon + 2 + indent_of(line.substr(colon + 2));
  }

  /// Whether the quote is closed on a further line that is indented deeper and is no `key:` line.
  bool closes_below(std::uint32_t number, char quote, std::size_t indent) const {
    for (std::uint32_t next = number + 1; next <= source_.line_count(); ++next) {
      const std::string_view line = source_.line(next);
      const std::size_t text = indent_of(line);
      if (text == line.size()) continue;
      if (text <= indent) return false;
      const std::string_view rest = line.substr(text);
      if (rest.find(quote) != std::string_view::npos) return true;
    }
    return false;
  }

  const Source& source_;
  FileId file_;
  std::uint32_t first_line_ = 1;
  std::uint32_t last_line_ = 1;
};

/// What is told of a trouble whose cause was not found.
struct Answer {
  Trouble trouble;
  const Code* code;
  Phrase help = {};
};

constexpr Phrase kQuoteIt = {
    "giá trị bắt đầu bằng ký tự đặc biệt thì để trong nháy kép; cũng xem lại thụt lề",
    "quote a value that begins with a special character; also look at the indentation"};

constexpr Answer kAnswers[] = {
    {Trouble::bad_escape,
     &kBadEscape,
     {"viết `\\\\`, hoặc dùng nháy đơn", "write `\\\\`, or use single quotes"}},
    {Trouble::anchor, &kAnchor, kQuoteIt},
    {Trouble::alias,
     &kAlias,
     {"đề mục không đánh số viết `number: \"*\"`; chữ bắt đầu bằng `*` phải để trong nháy",
      "a heading without a number is `number: \"*\"`; a text that begins with `*` needs quotes"}},
    {Trouble::tag, &kTag, kQuoteIt},
    {Trouble::tab, &kTabIndent},
    {Trouble::directive, &kDirective},
    {Trouble::too_deep, &kTooDeep},
    {Trouble::map_value,
     &kColonInValue,
     {"để cả giá trị trong nháy kép; nếu là khóa mới thì xem lại thụt lề",
      "put the whole value in double quotes; if a key begins here, look at its indentation"}},
    {Trouble::other, &kNotYaml, kQuoteIt}};

/// The character at the refusal, so that there is something to point at.
Span place_of(const Source& source, FileId file, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  at = std::min(at, size);
  while (at > 0 && at == size && source.bytes()[at - 1] == '\n') --at;
  std::uint32_t end = std::min(at + 1, size);
  while (end < size && (static_cast<unsigned char>(source.bytes()[end]) & 0xC0) == 0x80) ++end;
  if (at < size && source.bytes()[at] == '\n') end = at;
  return {file, at, end};
}

void missing_colon(const Source& source, Span key, Report& report) {
  const std::string text(source.bytes().substr(key.begin, key.size()));
  const std::size_t blank = std::min(text.find(' '), text.size());
  report.add({.code = &kKeyWithoutColon,
              .message = say("`{}` thiếu dấu hai chấm", "`{}` has no colon", shorten(text)),
              .primary = {key, {}},
              .help = say("gõ `{}:{}`", "type `{}:{}`", text.substr(0, blank),
                          shorten(text.substr(blank)))});
}

void open_bracket(Span here, std::uint32_t bracket, Report& report) {
  report.add({.code = &kOpenBracket,
              .message = {"ngoặc mở ở đây không được đóng đúng chỗ",
                          "the bracket opened here is not closed where it should be"},
              .primary = {{here.file, bracket, bracket + 1}, {"mở ở đây", "opened here"}},
              .related = {{here, {"đến đây thì không hiểu nữa", "this is where it goes wrong"}}},
              .help = {"đóng ngoặc; trong ngoặc, giá trị có dấu phẩy hay hai chấm để trong nháy",
                       "close the bracket; within it, quote values that hold a comma or a "
                       "colon"}});
}

}  // namespace

void blame(const Sources& sources, FileId file, const Events& events, Report& report) {
  const Source& source = sources[file];
  const Refusal& refusal = *events.refusal;
  const Search search(source, file, events);
  const Span here = place_of(source, file, refusal.at);
  const auto tell = [&](const Code& code, Message message, Label where, Message help) {
    report.add({.code = &code,
                .message = std::move(message),
                .primary = std::move(where),
                .help = std::move(help)});
  };
  if (refusal.trouble == Trouble::too_deep)
    return tell(kTooDeep, say("lồng nhau quá {} tầng", "nested more than {} deep", kMaxDepth),
                {here, {}}, {});
  if (const auto tab = search.tab())
    return tell(kTabIndent, {"thụt lề bằng phím Tab", "a tab in the indentation"}, {*tab, {}},
                {"thụt lề bằng dấu cách", "indent with spaces"});
  if (const auto quote = search.quote())
    return tell(kOpenQuote,
                {"dấu nháy mở ở đây không được đóng", "the quote opened here is not closed"},
                {*quote, {"mở ở đây", "opened here"}},
                {"thêm dấu nháy đóng ở cuối giá trị", "close it at the end of the value"});
  const Answer& answer = *std::ranges::find(kAnswers, refusal.trouble, &Answer::trouble);
  if (refusal.trouble == Trouble::bad_escape)
    return tell(kBadEscape, {"sau `\\` không thể là chữ này", "this cannot follow a `\\`"},
                {search.backslash(refusal.at).value_or(here), {}}, answer.help);
  if (const auto text = search.after_quote())
    return tell(kTextAfterValue, {"có chữ thừa sau dấu nháy đóng", "text after the closing quote"},
                {*text, {}},
                {"trong giá trị thì dùng “ ” thay cho dấu nháy, hoặc xóa chữ thừa",
                 "within a value use “ ” for quotes, or delete the text"});
  if (const auto key = search.key_without_colon()) return missing_colon(source, *key, report);
  const auto colon = search.tight_colon();
  if (colon && refusal.trouble == Trouble::map_value)
    return tell(kNoSpaceAfterColon, {"thiếu dấu cách sau dấu hai chấm", "no space after the colon"},
                {*colon, {}}, {"gõ `khóa: giá trị`", "type `key: value`"});
  if (!events.open_brackets.empty()) return open_bracket(here, events.open_brackets.back(), report);
  tell(*answer.code, answer.code->title, {here, {}}, answer.help);
}

}  // namespace wardplan::yaml

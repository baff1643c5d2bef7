// Texts with a row of a table in each line: pasted from Word, Excel or a page, and Markdown.
#include <algorithm>
#include <cstdint>

#include "table/refused.h"
#include "table/text_sink.h"
#include "text/escape.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// A cell in quotes goes on over no more lines.
constexpr std::uint32_t kMostLines = 50;
/// What a page's end leaves between rows is no longer.
constexpr std::size_t kMostBetween = 3;

std::uint32_t characters(std::string_view text) {
  std::uint32_t count = 0;
  each_character(text, [&](const CodePoint&, std::string_view) { ++count; });
  return count;
}

/// Where the text of a quoted cell ends that begins at byte `at`; none: the quote is only a sign.
std::size_t quoted_end(std::string_view text, std::size_t at) {
  std::uint32_t lines = 0;
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '\n' && ++lines > kMostLines) break;
    if (text[end] != '"') continue;
    const char next = end + 1 < text.size() ? text[end + 1] : '\n';
    if (next == '"')
      ++end;
    else
      return is_one_of(next, "\t\r\n") ? end : std::string_view::npos;
  }
  return std::string_view::npos;
}

/// Quotes are written twice in a quoted cell.
std::string unquoted(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] == '"') ++at;
  }
  return out;
}

/// The cells from byte `at` to the end of the line, which moves on behind it.
ReadRow tab_row(const Source& source, std::size_t& at) {
  const std::string_view text = source.bytes();
  ReadRow row;
  for (;;) {
    const Position place = source.position(static_cast<std::uint32_t>(at));
    const std::size_t quote =
        at < text.size() && text[at] == '"' ? quoted_end(text, at) : std::string_view::npos;
    std::size_t end = find_or_end(text, "\t\n", quote == std::string_view::npos ? at : quote);
    const std::string cell = quote == std::string_view::npos
                                 ? std::string(text.substr(at, end - at))
                                 : unquoted(text.substr(at + 1, quote - at - 1));
    row.cells.push_back(text_cell(cell, place.line, place.column));
    at = std::min(end + 1, text.size());
    if (end == text.size() || text[end] == '\n') return row;
  }
}

struct Between {
  std::string_view text;
  std::uint32_t line = 0;
};

class TabsReader {
 public:
  TabsReader(const Source& source, TextSink& sink) : source_(source), sink_(sink) {}

  void read() {
    const std::string_view text = source_.bytes();
    for (std::size_t at = 0; at < text.size();) {
      const std::uint32_t number = source_.position(static_cast<std::uint32_t>(at)).line;
      const std::string_view line = source_.line(number);
      if (is_row(line)) {
        ReadRow row = tab_row(source_, at);
        row.after_gap = gap_;
        take(std::move(row));
        continue;
      }
      at = number < source_.line_count() ? source_.line_begin(number + 1) : text.size();
      gap_ = gap_ || is_blank(line);
      if (!is_blank(line)) between_.push_back({line, number});
    }
    let_go();
  }

 private:
  /// Words behind a tab alone are a paragraph that is set in, unless they follow a row.
  bool is_row(std::string_view line) const {
    const bool follows = sink_.table() != nullptr && !gap_ && between_.empty();
    if (is_blank(line, "\r ")) return false;
    return (follows ? line : line.substr(pass(line, kBlanks))).find('\t') != std::string_view::npos;
  }

  void take(ReadRow row) {
    const ReadTable* table = sink_.table();
    if (table != nullptr && !between_.empty() && !goes_on(*table, row)) sink_.end_table();
    if (sink_.table() != nullptr && !gap_)
      add_lone_lines();
    else if (sink_.table() != nullptr && !between_.empty())
      tell(sink_.file(), say("dòng {} nằm giữa các dòng của bảng nhưng không thuộc bảng: `{}`",
                             "line {} stands between the rows of a table and is none of it: `{}`",
                             between_.front().line, shorten(trimmed(between_.front().text))));
    let_go();
    gap_ = false;
    sink_.row(std::move(row));
  }

  static bool is_near(std::size_t a, std::size_t b) { return a <= b + 1 && b <= a + 1; }

  bool goes_on(const ReadTable& table, const ReadRow& row) const {
    if (between_.size() > kMostBetween || !is_near(row.cells.size(), table.columns)) return false;
    const std::vector<ReadCell>& titles = table.rows.front().cells;
    std::size_t same = 0;
    for (std::size_t at = 0; at < std::min(titles.size(), row.cells.size()); ++at)
      if (!titles[at].text.empty() && fold(titles[at].text) == fold(row.cells[at].text)) ++same;
    return same < 2;
  }

  /// A line without tabs right between rows is a row of one cell.
  void add_lone_lines() {
    for (const Between& line : between_)
      sink_.row({.cells = {text_cell(line.text, line.line, 1)}, .unsure = true});
    between_.clear();
  }

  void let_go() {
    for (const Between& line : between_) sink_.outside(line.text, line.line);
    between_.clear();
  }

  const Source& source_;
  TextSink& sink_;
  std::vector<Between> between_;
  bool gap_ = false;
};

/// A line of Markdown without the signs of a heading before it and of a break behind it.
std::string line_text(std::string_view line) {
  line = trimmed(line);
  const std::size_t level = find_or_end(line, " ");
  if (line.substr(0, level).find_first_not_of('#') == std::string_view::npos)
    line = trimmed(line.substr(level));
  if (line.ends_with('\\') && !line.ends_with("\\\\")) line.remove_suffix(1);
  return from_markdown(line);
}

/// The cells between the `|` of a line.
ReadRow pipe_row(std::string_view line, std::uint32_t number) {
  ReadRow row;
  std::string cell;
  std::size_t at = find_or_end(line, "|") + 1, begin = at;
  auto place = characters(line.substr(0, std::min(begin, line.size()))) + 1;
  for (; at <= line.size(); ++at) {
    const bool ends = at == line.size() || line[at] == '|';
    if (ends && at == line.size() && is_blank(cell)) break;
    if (ends) {
      row.cells.push_back(text_cell(from_markdown(trimmed(cell)), number, place));
      cell.clear();
      // What is behind is told as too much.
      if (row.cells.size() > kMaxColumns) break;
      if (at < line.size()) place += characters(line.substr(begin, at + 1 - begin));
      begin = at + 1;
    } else if (line[at] == '\\' && at + 1 < line.size()) {
      cell += line.substr(at++, 2);
    } else {
      cell += line[at];
    }
  }
  return row;
}

}  // namespace

bool is_pipe_rule(std::string_view line) {
  line = trimmed(line);
  return line.starts_with('|') && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

void read_tabs(const Source& source, TextSink& sink) { TabsReader(source, sink).read(); }

void read_pipes(const Source& source, TextSink& sink) {
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (is_pipe_rule(line)) continue;
    if (trimmed(line).starts_with('|')) {
      sink.row(pipe_row(line, number));
    } else {
      sink.end_table();
      sink.outside(line_text(line), number);
    }
  }
}

}  // namespace wardplan::tables

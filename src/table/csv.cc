#include "table/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

// What is found out before the first cell is read; these problems have their bytes but no file and
// no place yet.

constexpr std::string_view kSigns = ",;\t";
constexpr std::string_view kNamed = "sep=";

struct Separator {
  char sign = ',';
  /// Where the table begins: after a line such as `sep=;`.
  std::size_t begin = 0;
  std::optional<GridProblem> problem = {};
};

std::string separator_name(char sign) { return sign == '\t' ? "tab" : std::string{'`', sign, '`'}; }

GridProblem problem(Message message, Message help, std::size_t begin, std::size_t end) {
  return {std::move(message),
          std::move(help),
          {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

/// With a mark in front, or with NUL beside every plain letter.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  constexpr std::size_t kLookedAt = 512;
  std::array<std::size_t, 2> nuls = {};
  for (std::size_t at = 0; at < std::min(bytes.size(), kLookedAt); ++at)
    if (bytes[at] == '\0') ++nuls[at % 2];
  const std::size_t most = std::max(nuls[0], nuls[1]);
  return std::min(nuls[0], nuls[1]) == 0 && most * 4 > std::min(bytes.size(), kLookedAt);
}

std::string_view line_at(std::string_view bytes, std::size_t begin) {
  return bytes.substr(begin, find_or_end(bytes, "\r\n", begin) - begin);
}

/// How often each sign stands between cells of the line; `end` is where the line ends.
std::array<std::size_t, kSigns.size()> count_signs(std::string_view bytes, std::size_t begin,
                                                   std::size_t& end) {
  std::array<std::size_t, kSigns.size()> counts = {};
  bool quoted = false, cell_begins = true;
  for (end = begin; end < bytes.size(); ++end) {
    const char c = bytes[end];
    if (c == '"' && (quoted || cell_begins)) quoted = !quoted;
    const std::size_t sign = quoted ? std::string_view::npos : kSigns.find(c);
    if (!quoted && (c == '\n' || c == '\r')) break;
    if (sign != std::string_view::npos) ++counts[sign];
    // A doubled quote closes and opens again.
    cell_begins = sign != std::string_view::npos || c == '"' || (c == ' ' && cell_begins);
  }
  return counts;
}

Separator named_separator(std::string_view bytes, std::size_t begin, std::string_view line) {
  Separator found{.sign = line.back(), .begin = begin + line.size()};
  if (bytes.substr(found.begin).starts_with("\r\n")) ++found.begin;
  if (bytes.substr(found.begin).starts_with("\n")) ++found.begin;
  if (kSigns.find(found.sign) == std::string_view::npos)
    found.problem = problem(say("ô không thể ngăn bằng `{}`", "cells can't be separated by `{}`",
                                std::string(1, found.sign)),
                            {"ngăn bằng `,`, `;` hoặc tab", "separate them by `,`, `;` or a tab"},
                            begin + kNamed.size(), begin + line.size());
  return found;
}

GridProblem equally_often(const std::array<std::size_t, kSigns.size()>& counts, std::size_t most,
                          std::size_t begin, std::size_t end) {
  Message names;
  for (std::size_t at = 0; at < kSigns.size(); ++at) {
    if (counts[at] != most) continue;
    const std::string name = separator_name(kSigns[at]);
    join(names, {name, name}, {" hay ", " or "});
  }
  return problem(say("không rõ ô được ngăn bằng {}: dòng đầu có mỗi dấu {} lần",
                     "cells may be separated by {}: the first line has {} of each", names, most),
                 {"thêm dòng `sep=;` (hoặc `sep=,`) lên đầu tệp",
                  "put a line `sep=;` (or `sep=,`) at the top of the file"},
                 begin, end);
}

/// The first byte that no text in UTF-8 has, UTF-16, or NUL; nothing: the bytes are text.
std::optional<GridProblem> find_byte_problem(std::string_view bytes) {
  const Message help = {"trong Excel, chọn Save As, kiểu `CSV UTF-8 (Comma delimited)`",
                        "in Excel choose Save As, type `CSV UTF-8 (Comma delimited)`"};
  if (is_utf16(bytes))
    return problem({"tệp được lưu với mã UTF-16 (Excel gọi là `Unicode Text`)",
                    "the file is saved as UTF-16 (`Unicode Text` in Excel)"},
                   help, 0, 0);
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    if (!c.valid)
      return problem(say("byte 0x{:02X} không phải UTF-8", "byte 0x{:02X} is not UTF-8",
                         static_cast<unsigned char>(bytes[at])),
                     help, at, at + 1);
    if (c.value == 0)
      return problem(
          {"tệp có byte NUL nên không phải văn bản", "the file has a NUL byte and is no text"},
          help, at, at + 1);
    at += c.size;
  }
  return std::nullopt;
}

/// The first byte from `at` on that isn't in a line of nothing, or of blanks only.
std::size_t pass_empty_lines(std::string_view bytes, std::size_t at) {
  for (;;) {
    std::size_t end = pass(bytes, " ", at);
    if (bytes.substr(end).starts_with("\r\n")) ++end;
    if (end == bytes.size()) return end;
    if (bytes[end] != '\n') return at;
    at = end + 1;
  }
}

/// The sign that a line `sep=…` at byte `begin` names, or the one of comma, semicolon and tab that
/// the first line has most often outside quotes; a comma when it has none of them, a problem when
/// two stand there equally often.
Separator find_separator(std::string_view bytes, std::size_t begin) {
  begin = pass_empty_lines(bytes, begin);
  const std::string_view line = line_at(bytes, begin);
  if (line.size() == kNamed.size() + 1 && line.starts_with(kNamed))
    return named_separator(bytes, begin, line);
  Separator found{.begin = begin};
  std::size_t end = begin;
  const auto counts = count_signs(bytes, begin, end);
  const std::size_t most = *std::ranges::max_element(counts);
  if (most == 0) return found;
  if (std::ranges::count(counts, most) > 1)
    found.problem = equally_often(counts, most, begin, end);
  else
    found.sign =
        kSigns[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
  return found;
}

// The cells.

constexpr char kQuote = '"';

class CsvReader {
 public:
  CsvReader(const Source& source, FileId file) : source_(source), file_(file) {}

  Grid read(const CsvOptions& options) {
    if (auto problem = find_byte_problem(bytes()))
      add(std::move(*problem));
    else if (titled_ = options.titled, blanks_ = options.blanks; settle_separator(options))
      rows();
    std::ranges::stable_sort(grid_.problems, {}, [](const GridProblem& p) { return p.span.begin; });
    return std::move(grid_);
  }

 private:
  std::string_view bytes() const { return source_.bytes(); }

  void add(GridProblem problem) {
    problem.span.file = file_;
    problem.place = source_.position(problem.span.begin);
    grid_.problems.push_back(std::move(problem));
  }

  Span span_of(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  bool settle_separator(const CsvOptions& options) {
    Separator found = find_separator(bytes(), source_.bom());
    separator_ = options.separator.value_or(found.sign);
    at_ = found.begin;
    if (!found.problem || options.separator) return true;
    add(std::move(*found.problem));
    return false;
  }

  void rows() {
    for (;;) {
      at_ = pass_empty_lines(bytes(), at_);
      if (stopped_ || at_ == bytes().size()) break;
      row();
    }
    if (grid_.rows.empty() && grid_.problems.empty())
      add({{"tệp không có dòng nào", "the file has no lines"}, {}, span_of(0, 0)});
  }

  void row() {
    GridRow row;
    for (bool more = true; more;) {
      row.push_back(cell());
      more = at_ < bytes().size() && bytes()[at_] == separator_;
      if (more) ++at_;
    }
    line_end();
    // What has swallowed the rest of the file says nothing about the number of cells.
    if (!stopped_ && !grid_.rows.empty() && titled_)
      compare_with_titles(row, grid_.rows.front().size());
    grid_.rows.push_back(std::move(row));
  }

  /// Cells without a title hold nothing, or something was split that belongs together.
  void compare_with_titles(const GridRow& row, std::size_t titles) {
    for (std::size_t at = titles; at < row.size(); ++at) {
      if (row[at].text.empty()) continue;
      add({say("dòng có {} ô, mà dòng đầu chỉ có {}", "the row has {} cells, the first row only {}",
               row.size(), titles),
           say("ô có {} bên trong phải nằm trong hai dấu nháy kép `\"…\"`",
               "a cell with {} in it stands in double quotes `\"…\"`", separator_name(separator_)),
           span_of(row[at].span.begin, row.back().span.end)});
      return;
    }
  }

  /// A CR alone ended lines on very old machines; elsewhere it is what is left of a line end.
  void line_end() {
    if (bytes().substr(at_).starts_with("\r\n")) ++at_;
    if (at_ == bytes().size()) return;
    if (bytes()[at_] == '\n') {
      ++at_;
      return;
    }
    stop({{"dòng kết thúc bằng CR mà không có LF", "a line ends in CR without LF"},
          {"lưu lại với kiểu xuống dòng LF hoặc CRLF", "save with line ends LF or CRLF"},
          span_of(at_, at_ + 1)});
  }

  GridCell cell() {
    const std::size_t begin = at_;
    GridCell cell;
    const std::size_t text = pass(bytes(), " ", at_);
    if (text < bytes().size() && bytes()[text] == kQuote) {
      if (text > at_ && !blanks_)
        add({{"dấu cách đứng trước dấu nháy mở", "a blank stands before the opening quote"},
             {"xóa dấu cách đó", "take the blank away"},
             span_of(at_, text)});
      at_ = text;
      cell.text = quoted();
    } else {
      at_ = plain_end();
      cell.text = bytes().substr(begin, at_ - begin);
    }
    cell.span = span_of(begin, at_);
    cell.place = source_.position(cell.span.begin);
    return cell;
  }

  std::size_t plain_end() const {
    const char ends[] = {separator_, '\r', '\n'};
    return find_or_end(bytes(), std::string_view(ends, 3), at_);
  }

  /// The text between quotes; what is left of the cell after them is a problem.
  std::string quoted() {
    const std::size_t open = at_++;
    std::string text;
    for (;;) {
      const std::size_t quote = bytes().find(kQuote, at_);
      if (quote == std::string_view::npos) {
        at_ = bytes().size();
        stop({{"dấu nháy mở ở đây mà không đóng", "the quote that opens here never closes"},
              {"thêm dấu nháy đóng; dấu nháy trong ô viết hai lần: `\"\"`",
               "add the closing quote; a quote in a cell is written twice: `\"\"`"},
              span_of(open, open + 1)});
        return text;
      }
      text += bytes().substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ == bytes().size() || bytes()[at_] != kQuote) break;
      text += kQuote;
      ++at_;
    }
    refuse_rest(plain_end());
    return text;
  }

  void refuse_rest(std::size_t end) {
    const bool blank = is_blank(bytes().substr(at_, end - at_), " ");
    if (blank && end > at_ && !blanks_)
      add({{"dấu cách đứng sau dấu nháy đóng", "a blank stands after the closing quote"},
           {"xóa dấu cách đó", "take the blank away"},
           span_of(at_, end)});
    else if (!blank)
      add({{"có chữ sau dấu nháy đóng", "there is text after the closing quote"},
           {"dấu nháy trong ô viết hai lần: `\"\"`", "a quote in a cell is written twice: `\"\"`"},
           span_of(at_, end)});
    at_ = end;
  }

  void stop(GridProblem problem) {
    add(std::move(problem));
    stopped_ = true;
  }

  const Source& source_;
  FileId file_;
  char separator_ = ',';
  bool titled_ = true;
  bool blanks_ = false;
  std::size_t at_ = 0;
  /// Whether nothing after this place can be told any more.
  bool stopped_ = false;
  Grid grid_;
};

}  // namespace

Grid read_csv(const Source& source, FileId file, const CsvOptions& options) {
  return CsvReader(source, file).read(options);
}

}  // namespace wardplan

#include "table/csv.h"

#include <algorithm>
#include <cstdint>

#include "table/csv_begin.h"
#include "text/trim.h"

namespace wardplan {
namespace {

constexpr char kQuote = '"';

class CsvReader {
 public:
  CsvReader(const Source& source, FileId file) : source_(source), file_(file) {}

  Grid read(const CsvOptions& options) {
    if (auto problem = find_byte_problem(bytes()))
      add(std::move(*problem));
    else if (titled_ = options.titled; settle_separator(options))
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
      if (text > at_)
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
    if (blank && end > at_)
      add({{"dấu cách đứng sau dấu nháy đóng", "a blank stands after the closing quote"},
           {"xóa dấu cách đó", "take the blank away"},
           span_of(at_, end)});
    else if (end > at_)
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

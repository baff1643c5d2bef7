// A table whose numbers or titles stand with other rows of the record: why nothing is brought in,
// and what helps.
#include "cmd/import_mixed.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cmd/plan_file.h"
#include "records/project.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

Message renumber(const Plan& plan, std::size_t row, const std::string& number,
                 const std::string& output) {
  const std::string words =
      fmt::format("wardplan renumber {} {} {}", shell_quoted(output),
                  shell_quoted(plan.outline[row].address), shell_quoted(number));
  return {words, words};
}

/// A number that no row has, whatever it stands under.
std::string unused_number(const Plan& plan) {
  std::size_t number = plan.rows.size() + 1;
  const auto is_used = [&](const Row& row) {
    return row.number.value.find(std::to_string(number)) != std::string::npos;
  };
  while (std::ranges::any_of(plan.rows, is_used)) ++number;
  return std::to_string(number);
}

/// Results stand with what they are of, unless somebody says that it was only worded anew.
Message of_others(const Plan& plan, const Merge& merge, const std::string& output) {
  const OtherRow& first = merge.others.front();
  const std::string& address = plan.outline[first.row].address;
  std::vector<std::string> all;
  for (const OtherRow& row : merge.others) all.push_back(plan.outline[row.row].address);
  return with_hint(
      say("dòng đã ghi kết quả nay là việc khác trong biểu: {}; `{}` là `{}`, trong biểu là `{}`",
          "rows with results are something else in the table: {}; `{}` is `{}` and in the table "
          "`{}`",
          quoted_list(all), address, row_text(plan.rows[first.row]), shorten(first.title)),
      say("chỉ đổi lời thì sửa trước: `wardplan amend {0} {1} --title {2}`; là việc khác thì đổi "
          "số dòng cũ: `wardplan renumber {0} {1} {3}`",
          "where it was only worded anew, change it first: `wardplan amend {0} {1} --title {2}`; "
          "where it is something else, renumber the old row: `wardplan renumber {0} {1} {3}`",
          shell_quoted(output), shell_quoted(address), shell_quoted(first.title),
          unused_number(plan)));
}

/// Where to begin, since a number can be given to one row alone.
Message how_renumbered(const Plan& plan, const Merge& merge, const std::string& output) {
  // Under another heading no number leads there.
  for (const MovedRow& row : merge.moved)
    if (plan.rows[row.row].number.value == row.number)
      return say(
          "`{}` ({}) sang đề mục khác: dời cả dòng cùng `updates` đến đúng chỗ trong tệp, "
          "rồi chạy lại",
          "`{}` ({}) stands under another heading: move the row with its `updates` to its "
          "place in the file, then run this again",
          plan.outline[row.row].address, row_text(plan.rows[row.row]));
  for (const MovedRow& row : merge.moved)
    if (!find_address(plan, row.address).row)
      return say("đổi số trước, bắt đầu từ dòng mà số mới còn trống: `{}`",
                 "change the numbers first, beginning where the new one is free: `{}`",
                 renumber(plan, row.row, row.number, output));
  for (const MovedRow& row : merge.moved) {
    const std::size_t there = *find_address(plan, row.address).row;
    if (std::ranges::find(merge.moved, there, &MovedRow::row) == merge.moved.end())
      return say(
          "dòng đang mang số ấy (`{}`: {}) không có trong biểu: xóa nó trong tệp, hoặc đổi "
          "nó sang số chưa dùng (`{}`), rồi `{}`",
          "the row with that number (`{}`: {}) isn't in the table: delete it in the file, "
          "or give it a number that isn't in use (`{}`), then `{}`",
          row.address, row_text(plan.rows[there]),
          renumber(plan, there, unused_number(plan), output),
          renumber(plan, row.row, row.number, output));
  }
  const MovedRow& first = merge.moved.front();
  return say(
      "các số mới đều đang có dòng mang: tạm đổi một dòng sang số chưa dùng (`{}`), đổi "
      "các dòng kia, rồi đổi dòng ấy sang `{}`",
      "all new numbers are in use: give one row a number that isn't (`{}`), then the "
      "others theirs, and then that row `{}`",
      renumber(plan, first.row, unused_number(plan), output), first.number);
}

Message moved(const Plan& plan, const Merge& merge, const std::string& output) {
  std::vector<std::string> shifts;
  for (const MovedRow& row : merge.moved) shifts.push_back(shift(plan, row));
  return with_hint(
      say("biểu đánh số khác nên kết quả đã ghi sẽ sang việc khác, hoặc một việc sẽ đứng hai "
          "lần: {}",
          "the table has other numbers: what was recorded would stand with other rows, or a row "
          "would be there twice: {}",
          quoted_list(shifts)),
      how_renumbered(plan, merge, output));
}

}  // namespace

std::string row_text(const Row& row) {
  const Text& text = row.text().given || row.listed == nullptr ? row.text() : row.listed->text();
  return shorten(text.value);
}

std::string shift(const Plan& plan, const MovedRow& row) {
  return plan.outline[row.row].address + " → " + row.address;
}

Message mixed_up(const Plan& plan, const Merge& merge, const std::string& output) {
  return merge.shifts() ? moved(plan, merge, output) : of_others(plan, merge, output);
}

}  // namespace wardplan

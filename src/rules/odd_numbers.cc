// Numbers of rows that are none: habits of numbering, and what only looks Roman.
#include <algorithm>
#include <span>
#include <vector>

#include "rules/rule.h"

namespace wardplan {
namespace {

bool is_odd(const Row& row, const RowNumber& number) {
  if (!row.number.given) return false;
  if (number.kind == NumberKind::other) return true;
  const bool of_headings = number.kind == NumberKind::star || number.kind == NumberKind::part;
  return !row.heading.given && of_headings && !number.divides();
}

Phrase whose(const Row& row) {
  return row.is_heading() ? Phrase{"đề mục", "a heading"} : Phrase{"việc", "an item"};
}

/// The row beside which a mistyped number is one too many: of its section and its number as
/// written.
const Row* same_number(const NumberedRows& table, std::size_t row, const RowNumber& written) {
  const Place& place = table.outline[row];
  const auto front = [](const RowNumber& number) {
    return std::span(number.path).first(number.path.size() - 1);
  };
  if (written.path.empty() || written.kind != place.number.kind ||
      !std::ranges::equal(front(written), front(place.number)))
    return nullptr;
  for (std::size_t other = 0; other < table.rows.size(); ++other) {
    const Place& its = table.outline[other];
    if (other != row && its.part == place.part && its.number.kind == written.kind &&
        its.number.path == written.path)
      return &table.rows[other];
  }
  return nullptr;
}

/// `1, 3, 3`: the first `3` stands where `2` is missing.
void tell_twice(const NumberedRows& table, std::size_t row, const Row& other, const RuleRun& run) {
  const Place& place = table.outline[row];
  const Text& own = table.rows[row].number;
  run.tell(
      place.address, {own.span},
      say("số `{}` đứng hai lần, còn số `{}` thì thiếu",
          "number `{}` stands twice, and `{}` is missing", own.value, number_text(place.number)),
      say("có phải dòng này là `{}`?", "is this row `{}`?", number_text(place.number)),
      {{other.number.span, {"dòng kia", "the other row"}}});
}

/// `IIII` where IV comes, `3.2.2` between 3.1.1 and 3.1.3.
void tell_meant(const NumberedRows& table, std::size_t row, const RuleRun& run) {
  const Place& place = table.outline[row];
  const Text& own = table.rows[row].number;
  const RowNumber written = parse_row_number(own.value);
  if (const Row* other = same_number(table, row, written))
    return tell_twice(table, row, *other, run);
  Message what;
  if (is_odd(table.rows[row], written))
    what = place.number.kind == NumberKind::part
               ? say("`{}` không phải là số La Mã", "`{}` is not a Roman numeral", own.value)
               : say("`{}` không phải số của một {}", "`{}` is not the number of {}", own.value,
                     whose(table.rows[row]));
  else
    what = say("số `{}` không khớp với số của các dòng bên cạnh",
               "number `{}` doesn't fit those of the rows beside it", own.value);
  run.tell(place.address, {own.span}, std::move(what),
           say("có phải `{}`?", "did you mean `{}`?", number_text(place.number)));
}

/// Of the text around a table, whose passages may be numbered as anything.
void mistyped_passages(const RuleRun& run) {
  for (const Plan& plan : run.project.plans) {
    const NumberedRows text{plan.document.text, plan.document.outline};
    for (std::size_t row = 0; row < text.rows.size(); ++row)
      if (text.outline[row].number.meant) tell_meant(text, row, run);
  }
}

void odd_numbers(const NumberedRows& table, const RuleRun& run) {
  std::vector<std::size_t> odd;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    if (table.outline[row].number.meant)
      tell_meant(table, row, run);
    else if (is_odd(table.rows[row], table.outline[row].number))
      odd.push_back(row);
  if (odd.empty()) return;
  // A habit of numbering is one cause, however many rows it has.
  const Row& first = table.rows[odd.front()];
  std::vector<Label> more;
  if (odd.size() > 1)
    more.push_back({table.rows[odd[1]].number.span,
                    say("và {} dòng nữa, từ đây", "and {} more rows, from here", odd.size() - 1)});
  run.tell(
      table.outline[odd.front()].address, {first.number.span},
      say("`{}` không phải số của một {}", "`{}` is not the number of {}", first.number.value,
          whose(first)),
      {"đề mục: `A`, `I`, `I.1`, `1`, `2.1` hoặc `*`; việc: `1`, `2.1`, `2.4.1`, `A`; bước của "
       "việc: `a)`, `-`, `+`",
       "headings: `A`, `I`, `I.1`, `1`, `2.1` or `*`; items: `1`, `2.1`, `2.4.1`, `A`; steps of "
       "one: `a)`, `-`, `+`"},
      std::move(more));
}

constexpr Rule kRules[] = {
    {{.id = "P405",
      .title = {"số viết khác thường", "unusual number"},
      .what = {"Số không phải chữ cái, số La Mã, dãy số ngăn bằng dấu chấm, `*` cho đề mục, hay "
               "`a)`, `-`, `+` cho bước của việc; hoặc số của các dòng bên cạnh cho thấy đã gõ "
               "nhầm.",
               "The number is not a letter, a Roman numeral, numbers joined by points, the `*` of "
               "a heading, or the `a)`, `-` or `+` of an item's step; or those of the rows beside "
               "it show that it was mistyped."},
      .why = {"Không biết dòng thuộc mục nào.", "It can't be told where the row belongs."},
      .wrong = "number: một\n",
      .right = "number: \"1\"\n"},
     [](const RuleRun& run) {
       each_table(run, odd_numbers);
       mistyped_passages(run);
     }},
};

}  // namespace

std::span<const Rule> odd_number_rules() { return kRules; }

}  // namespace wardplan

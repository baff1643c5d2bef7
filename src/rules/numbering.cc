// The numbers of the issued table: the same twice, gaps, wrong order, a row under a wrong heading.
#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "rules/rule.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// A row by a number of its: its own, or that of what it is numbered in.
struct Numbered {
  NumberKind kind;
  /// Under which its numbers begin anew: a part, or of letters the section or the item.
  RowIndex part;
  std::span<const int> path;
  std::size_t row;
};

bool same_number(const Numbered& a, const Numbered& b) {
  return a.kind == b.kind && a.part == b.part && std::ranges::equal(a.path, b.path);
}

bool stands_before(const Numbered& a, const Numbered& b) {
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.part != b.part) return a.part < b.part;
  const auto order = std::lexicographical_compare_three_way(a.path.begin(), a.path.end(),
                                                            b.path.begin(), b.path.end());
  return order == 0 ? a.row < b.row : order < 0;
}

std::span<const int> prefix_of(const RowNumber& number) {
  return std::span(number.path).first(number.path.size() - 1);
}

/// Rows that are numbered on from each other: one part, one prefix, in the order of the table.
struct Series {
  NumberKind kind = NumberKind::path;
  std::span<const int> prefix;
  std::span<const std::size_t> rows;

  std::string name(int last) const {
    std::vector<int> path(prefix.begin(), prefix.end());
    path.push_back(last);
    return number_text({kind, path});
  }
};

/// The series of a table; `rows` holds the rows of them all.
std::vector<Series> all_series(const NumberedRows& table, std::vector<std::size_t>& rows) {
  std::vector<Numbered> numbered;
  numbered.reserve(table.rows.size());
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const Place& place = table.outline[at];
    if (place.number.path.empty()) continue;
    const bool by_section = place.number.kind == NumberKind::letter && !table.rows[at].is_heading();
    const RowIndex part = place.step_of ? place.step_of
                          : by_section  ? place.numbered_section
                                        : place.part;
    numbered.push_back({place.number.kind, part, prefix_of(place.number), at});
  }
  std::ranges::sort(numbered, stands_before);
  for (const Numbered& one : numbered) rows.push_back(one.row);
  std::vector<Series> all;
  for (std::size_t first = 0, at = 1; first < numbered.size(); first = at++) {
    while (at < numbered.size() && same_number(numbered[first], numbered[at])) ++at;
    all.push_back(
        {numbered[first].kind, numbered[first].path, std::span(rows).subspan(first, at - first)});
  }
  return all;
}

int last_number(const NumberedRows& table, std::size_t row) {
  return table.outline[row].number.path.back();
}

/// The numbers of a series, each as often as it occurs.
std::vector<int> numbers_of(const NumberedRows& table, const Series& series) {
  std::vector<int> numbers;
  numbers.reserve(series.rows.size());
  for (const std::size_t row : series.rows) numbers.push_back(last_number(table, row));
  std::ranges::sort(numbers);
  return numbers;
}

/// The series without second occurrences of a number.
std::vector<std::size_t> without_repeats(const NumberedRows& table, const Series& series) {
  const std::vector<int> numbers = numbers_of(table, series);
  if (std::ranges::adjacent_find(numbers) == numbers.end())
    return {series.rows.begin(), series.rows.end()};
  std::set<int> met;
  std::vector<std::size_t> rows;
  for (const std::size_t row : series.rows)
    if (met.insert(last_number(table, row)).second) rows.push_back(row);
  return rows;
}

/// Positions of a longest rising run: what is not in it stands out of order.
std::vector<bool> in_order(const NumberedRows& table, const std::vector<std::size_t>& rows) {
  // ends[n]: position of the least number with which a rising run of n + 1 rows ends.
  std::vector<std::size_t> ends, before(rows.size(), rows.size());
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const auto place = std::ranges::lower_bound(
        ends, last_number(table, rows[at]), {},
        [&](std::size_t position) { return last_number(table, rows[position]); });
    if (place != ends.begin()) before[at] = *(place - 1);
    if (place == ends.end())
      ends.push_back(at);
    else
      *place = at;
  }
  std::vector<bool> ordered(rows.size(), false);
  for (std::size_t at = ends.empty() ? rows.size() : ends.back(); at < rows.size(); at = before[at])
    ordered[at] = true;
  return ordered;
}

/// A number that stands twice was probably meant to be the next one, which is missing.
bool is_slip(const std::vector<int>& numbers, int number) {
  return std::ranges::count(numbers, number) == 2 &&
         !std::ranges::binary_search(numbers, number + 1) &&
         std::ranges::binary_search(numbers, number + 2);
}

template <class Check>
void each_series(const RuleRun& run, Check check) {
  each_numbering(run, [&](const NumberedRows& table, const RuleRun&) {
    std::vector<std::size_t> rows;
    for (const Series& series : all_series(table, rows)) check(table, series, run);
  });
}

void duplicates(const NumberedRows& table, const Series& series, const RuleRun& run) {
  const std::vector<int> numbers = numbers_of(table, series);
  if (std::ranges::adjacent_find(numbers) == numbers.end()) return;
  std::map<int, std::size_t> first;
  for (const std::size_t row : series.rows) {
    const int number = last_number(table, row);
    const auto [earlier, fresh] = first.emplace(number, row);
    if (fresh) continue;
    const Text& own = table.rows[row].number;
    const Place& place = table.outline[row];
    run.tell_twice(
        place.address, own.span, table.rows[earlier->second].number.span,
        !place.part
            ? say("số `{}` đứng hai lần", "number `{}` stands twice", own.value)
            : say("số `{}` đứng hai lần trong phần {}", "number `{}` stands twice in part {}",
                  own.value, table.outline[*place.part].address),
        is_slip(numbers, number)
            ? say("có lẽ là `{}`, số đang thiếu", "probably `{}`, which is missing",
                  series.name(number + 1))
            : say("dòng này có địa chỉ `{}`", "the address of this row is `{}`", place.address));
  }
}

/// Missing numbers from `first` to `last`, in words.
Message missing_run(const Series& series, int first, int last) {
  if (first == last) return say("`{}`", "`{}`", series.name(first));
  if (first + 1 == last)
    return say("`{}`, `{}`", "`{}`, `{}`", series.name(first), series.name(last));
  return say("`{}` đến `{}`", "`{}` to `{}`", series.name(first), series.name(last));
}

/// The numbers strictly between two of a series that stand nowhere in it; empty: there are none.
Message missing_between(const Series& series, const std::vector<int>& numbers, int before,
                        int number) {
  Message names;
  const bool letters = series.kind == NumberKind::letter || series.kind == NumberKind::step;
  const auto add = [&](int first, int last) {
    while (letters && series.prefix.empty() && is_spare_letter(first)) ++first;
    while (letters && series.prefix.empty() && is_spare_letter(last)) --last;
    if (first > last || (first == last && before > 0 && is_slip(numbers, first - 1))) return;
    join(names, missing_run(series, first, last));
  };
  for (auto at = std::ranges::upper_bound(numbers, before); at != numbers.end() && *at < number;
       ++at) {
    add(before + 1, *at - 1);
    before = *at;
  }
  add(before + 1, number - 1);
  return names;
}

/// Whether the first number of a part goes on from the last number of the part before it.
bool runs_on(const NumberedRows& table, const Series& series,
             const std::vector<std::size_t>& rows) {
  // A letter's list goes on behind the numbers below one of its letters.
  if (series.kind == NumberKind::step) return true;
  if (series.kind != NumberKind::path || !series.prefix.empty()) return false;
  for (std::size_t row = rows.front(); row-- > 0;) {
    const RowNumber& number = table.outline[row].number;
    if (number.kind == NumberKind::path && number.path.size() == 1)
      return table.outline[row].part != table.outline[rows.front()].part &&
             number.path.front() + 1 == last_number(table, rows.front());
  }
  return false;
}

void gaps(const NumberedRows& table, const Series& series, const RuleRun& run) {
  const std::vector<std::size_t> rows = without_repeats(table, series);
  const std::vector<bool> ordered = in_order(table, rows);
  const std::vector<int> numbers = numbers_of(table, series);
  int before = runs_on(table, series, rows) ? last_number(table, rows.front()) - 1 : 0;
  std::size_t row_before = rows.size();
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (!ordered[at]) continue;
    const int number = last_number(table, rows[at]);
    const Message names = missing_between(series, numbers, before, number);
    if (!names.empty()) {
      std::vector<Label> earlier;
      if (row_before < rows.size())
        earlier.push_back(
            {table.rows[rows[row_before]].number.span, {"dòng đứng trước", "the one before"}});
      run.tell(table.outline[rows[at]].address,
               {table.rows[rows[at]].number.span, {"nhảy đến đây", "jumps to this"}},
               say("thiếu số {}", "missing: {}", names),
               {"thêm dòng còn thiếu, hoặc sửa số; bản đã ban hành thì ghi vào `accepted`",
                "add the missing row, or mend the number; where it was issued so, put it under "
                "`accepted`"},
               std::move(earlier));
    }
    before = number;
    row_before = at;
  }
}

void wrong_order(const NumberedRows& table, const Series& series, const RuleRun& run) {
  const std::vector<std::size_t> rows = without_repeats(table, series);
  const std::vector<bool> ordered = in_order(table, rows);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (ordered[at]) continue;
    const std::size_t near = at > 0 ? rows[at - 1] : rows[at + 1];
    run.tell(table.outline[rows[at]].address, {table.rows[rows[at]].number.span},
             say("số `{}` không đúng thứ tự", "number `{}` is out of order",
                 table.rows[rows[at]].number.value),
             {"xếp lại dòng, hoặc sửa số; bản đã ban hành thì ghi vào `accepted`",
              "move the row, or mend the number; where it was issued so, put it under `accepted`"},
             {{table.rows[near].number.span,
               at > 0 ? Message{"đứng sau dòng này", "it stands after this one"}
                      : Message{"đứng trước dòng này", "it stands before this one"}}});
  }
}

/// Whether a row's number says that it stands in the section in which it stands.
bool belongs(const NumberedRows& table, std::size_t row) {
  const Place& place = table.outline[row];
  const std::span<const int> prefix = prefix_of(place.number);
  // A divided part may stand alone; its front is no heading of its own then.
  if (!place.numbered_section) return prefix.empty() || place.number.divides();
  const RowNumber& above = table.outline[*place.numbered_section].number;
  if (place.number.divides())
    return above.kind == place.number.kind ? std::ranges::equal(above.path, prefix)
                                           : above.kind == NumberKind::letter;
  // Under `I.2` items are 1, 2, or 2.1, 2.2.
  if (above.kind == NumberKind::part || above.kind == NumberKind::letter)
    return prefix.empty() || std::ranges::equal(std::span(above.path).subspan(1), prefix);
  return above.kind != NumberKind::path || std::ranges::equal(above.path, prefix);
}

/// The items that are numbered by a path, in the order of `stands_before`.
std::vector<Numbered> numbered_items(const NumberedRows& table) {
  std::vector<Numbered> items;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const Place& place = table.outline[row];
    if (place.number.kind == NumberKind::path && !table.rows[row].is_heading())
      items.push_back({NumberKind::path, place.part, place.number.path, row});
  }
  std::ranges::sort(items, stands_before);
  return items;
}

/// An item may be divided: `1.1` stands under the item `1`.
bool divides(const std::vector<Numbered>& items, const Place& place, std::size_t row) {
  const Numbered wanted = {NumberKind::path, place.part, prefix_of(place.number), 0};
  const auto item = std::ranges::lower_bound(items, wanted, stands_before);
  return item != items.end() && same_number(*item, wanted) && item->row < row;
}

void wrong_section(const NumberedRows& table, const RuleRun& run) {
  std::optional<std::span<const int>> told;
  const std::vector<Numbered> items = numbered_items(table);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const Place& place = table.outline[row];
    if (place.number.kind != NumberKind::path && !place.number.divides()) continue;
    if (belongs(table, row) || divides(items, place, row)) {
      told.reset();
      continue;
    }
    // Rows that go astray together have one cause: it is told at the first of them.
    const NumberKind kind = place.number.kind;
    const std::span<const int> prefix = prefix_of(place.number);
    const bool again = told && std::ranges::equal(prefix, *told);
    told = prefix;
    if (again) continue;
    std::vector<Label> section;
    if (place.numbered_section)
      section.push_back(
          {table.rows[*place.numbered_section].number.span, {"mục ở đây", "the section"}});
    run.tell(
        place.address, {table.rows[row].number.span},
        say("số `{}` không thuộc đề mục đang chứa nó",
            "number `{}` doesn't belong to the section it stands in", table.rows[row].number.value),
        prefix.empty() ? Message{"xem lại số, hoặc thêm đề mục còn thiếu phía trên",
                                 "check the number, or add the heading that is missing above"}
                       : say("thêm đề mục `{}` phía trên, hoặc sửa số này",
                             "add a heading `{}` above, or mend the number",
                             number_text({kind, {prefix.begin(), prefix.end()}})),
        std::move(section));
  }
}

constexpr std::string_view kFirst =
    "- number: \"1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n";
constexpr std::string_view kSecond =
    "- number: \"2\"\n  title: Quét đường\n  leader: a\n  lead: b\n  due: Năm 2026\n";

constexpr Rule kRules[] = {
    {{.id = "P401",
      .title = {"số thứ tự đứng hai lần", "number twice"},
      .what = {"Hai dòng của một phần mang cùng một số.",
               "Two rows of one part have the same number."},
      .why = {"Báo cáo nhắc số ấy không rõ nói việc nào; dòng sau phải gọi bằng `#2`.",
              "A report that cites the number could mean either; the second is `#2`."},
      .frame = Frame::rows,
      .given = kFirst,
      .wrong = "- number: \"1\"\n  title: Quét đường\n  leader: a\n  lead: b\n  due: Năm 2026\n",
      .right = kSecond},
     [](const RuleRun& run) { each_series(run, duplicates); }},
    {{.id = "P402",
      .title = {"số thứ tự bị nhảy", "gap in the numbers"},
      .what = {"Dãy số của một mục bỏ qua một hay nhiều số.",
               "The numbers of a section leave one or more out."},
      .why = {"Có thể một dòng đã bị mất khi soạn bảng.",
              "A row may have been lost when the table was made."},
      .frame = Frame::rows,
      .given = kFirst,
      .wrong = "- number: \"3\"\n  title: Quét đường\n  leader: a\n  lead: b\n  due: Năm 2026\n",
      .right = kSecond},
     [](const RuleRun& run) { each_series(run, gaps); }},
    {{.id = "P403",
      .title = {"số thứ tự không đúng thứ tự", "number out of order"},
      .what = {"Một dòng đứng trước hay sau chỗ mà số của nó chỉ.",
               "A row stands before or after the place that its number gives."},
      .why = {"Bảng in theo thứ tự trong tệp, người đọc dò số sẽ bỏ sót.",
              "The table is printed in the file's order; a reader who follows numbers misses it."},
      .frame = Frame::rows,
      .wrong = "- number: \"2\"\n  title: Quét đường\n  leader: a\n  lead: b\n  due: Năm 2026\n"
               "- number: \"1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n",
      .right = "- number: \"1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n"
               "- number: \"2\"\n  title: Quét đường\n  leader: a\n  lead: b\n  due: Năm 2026\n"},
     [](const RuleRun& run) { each_series(run, wrong_order); }},
    {{.id = "P404",
      .title = {"số không thuộc mục", "number of another section"},
      .what = {"Phần đầu của số không phải là số của đề mục ngay phía trên.",
               "The front of the number is not the number of the heading above."},
      .why = {"Việc sẽ được đếm vào mục này trong khi số của nó nói mục khác.",
              "The item is counted in one section while its number says another."},
      .frame = Frame::rows,
      .given = "- number: \"1\"\n  heading: Cây xanh\n",
      .wrong = "- number: \"2.1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n",
      .right = "- number: \"1.1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n"},
     [](const RuleRun& run) { each_numbering(run, wrong_section); }},
};

}  // namespace

std::span<const Rule> numbering_rules() { return kRules; }

}  // namespace wardplan

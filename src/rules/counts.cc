// What a heading declares ("27 chỉ tiêu") against what stands under it.
#include <algorithm>

#include "rules/rule.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Items and sub-declarations under one heading.
struct Tally {
  /// Items in the section and in all sections below it.
  int listed = 0;
  /// Items directly in it, and what each section directly below declares (or else lists).
  int direct = 0;
  /// From the last to the first.
  std::vector<std::size_t> declaring;
  int declared_below = 0;

  int parts() const { return declared_below + direct; }
};

std::vector<Tally> make_tallies(const NumberedRows& table) {
  std::vector<Tally> tallies(table.rows.size());
  // Rows stand behind their sections, so that a walk from the end meets the lower levels first.
  for (std::size_t row = table.rows.size(); row-- > 0;) {
    const RowIndex section = table.outline[row].section;
    if (!section) continue;
    Tally& above = tallies[*section];
    // A step's row is counted for it.
    if (table.rows[row].step) continue;
    if (!table.rows[row].is_heading()) {
      ++above.listed;
      ++above.direct;
      continue;
    }
    above.listed += tallies[row].listed;
    if (table.rows[row].declares.given) {
      above.declaring.push_back(row);
      above.declared_below += table.rows[row].declares.value.number;
    } else {
      // A heading that declares nothing passes on what is below it.
      above.direct += tallies[row].direct;
      above.declared_below += tallies[row].declared_below;
      above.declaring.insert(above.declaring.end(), tallies[row].declaring.begin(),
                             tallies[row].declaring.end());
    }
  }
  return tallies;
}

std::string sum_of(const NumberedRows& table, const Tally& tally) {
  std::string sum;
  for (auto row = tally.declaring.rbegin(); row != tally.declaring.rend(); ++row)
    join(sum, std::to_string(table.rows[*row].declares.value.number), " + ");
  if (tally.direct > 0) join(sum, std::to_string(tally.direct), " + ");
  return sum;
}

/// The nearest heading above that counts this one in and is right about it.
RowIndex counted_by(const NumberedRows& table, const std::vector<Tally>& tallies, std::size_t row) {
  for (RowIndex above = table.outline[row].section; above; above = table.outline[*above].section) {
    if (!table.rows[*above].declares.given) continue;
    const bool right = table.rows[*above].declares.value.number == tallies[*above].parts();
    return right ? above : RowIndex();
  }
  return {};
}

void own_count(const NumberedRows& table, const std::vector<Tally>& tallies, std::size_t row,
               const RuleRun& run) {
  const auto& [declares, span, given] = table.rows[row].declares;
  std::vector<Label> sum;
  if (const RowIndex above = counted_by(table, tallies, row))
    sum.push_back({table.rows[*above].declares.span,
                   say("tổng {} ở đây tính cả {} này", "the sum of {} here counts these {}",
                       table.rows[*above].declares.value.number, declares.number)});
  run.tell(table.outline[row].address,
           {span,
            say("dưới đề mục này có {} việc", "items under this heading: {}", tallies[row].listed)},
           say("mục `{}` khai {}, liệt kê {}", "section `{}` declares {}, lists {}",
               table.outline[row].address, declares.number, tallies[row].listed),
           {"đếm lại, hoặc thêm việc còn thiếu; bản đã ban hành thì ghi vào `accepted`",
            "count again, or add what is missing; where it was issued so, put it under `accepted`"},
           std::move(sum));
}

void sum_of_parts(const NumberedRows& table, const Tally& tally, std::size_t row,
                  const RuleRun& run) {
  const Written<Count>& declares = table.rows[row].declares;
  std::vector<Label> parts;
  for (auto below = tally.declaring.rbegin(); below != tally.declaring.rend(); ++below)
    parts.push_back({table.rows[*below].declares.span, {"mục con", "a part"}});
  run.tell(table.outline[row].address, {declares.span, {"số khai ở đây", "declared here"}},
           say("mục `{}` khai {}, các mục con cộng lại {} = {}, liệt kê {}",
               "section `{}` declares {}, its parts add up to {} = {}, and it lists {}",
               table.outline[row].address, declares.value.number, sum_of(table, tally),
               tally.parts(), tally.listed),
           {"đếm lại từng mục con; bản đã ban hành thì ghi vào `accepted`",
            "count the parts again; where it was issued so, put it under `accepted`"},
           std::move(parts));
}

/// Whether a sum holds if one of its parts, which is told for itself, declared what it lists.
bool holds_but_for_a_part(const NumberedRows& table, const std::vector<Tally>& tallies,
                          std::size_t row) {
  const int off = tallies[row].parts() - table.rows[row].declares.value.number;
  return std::ranges::any_of(tallies[row].declaring, [&](std::size_t part) {
    return tallies[part].declaring.empty() &&
           table.rows[part].declares.value.number - tallies[part].listed == off;
  });
}

void counts(const NumberedRows& table, const RuleRun& run) {
  const std::vector<Tally> tallies = make_tallies(table);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const Written<Count>& declares = table.rows[row].declares;
    const Tally& tally = tallies[row];
    if (!table.rows[row].is_heading() || !declares.given || declares.value.number == tally.listed)
      continue;
    // Points aren't counted by rows.
    if (fold_bare(declares.value.noun).starts_with("diem")) continue;
    // A sum that is right about its parts, or all but one, is wrong only because one of them is,
    // and that one is told.
    if (tally.declaring.empty())
      own_count(table, tallies, row, run);
    else if (declares.value.number != tally.parts() && !holds_but_for_a_part(table, tallies, row))
      sum_of_parts(table, tally, row, run);
  }
}

constexpr Rule kRules[] = {
    {{.id = "P411",
      .title = {"số lượng khai không khớp", "declared count doesn't hold"},
      .what =
          {"Đề mục khai một số lượng, nhưng số việc liệt kê hay tổng các mục con là số khác.",
           "A heading declares a count, but the items listed or the sum of its parts is another."},
      .why = {"Hoặc thiếu một việc, hoặc con số trong văn bản sai; báo cáo tỷ lệ sẽ lệch. Tổng chỉ "
              "sai vì một mục con sai thì chỉ mục con ấy được nêu.",
              "Either an item is missing or the document's number is wrong, and rates will be off. "
              "Where a sum is wrong only because one part is, only that part is told."},
      .frame = Frame::rows,
      .wrong = "- number: \"1\"\n  heading: Cây xanh\n  declares: 2 chỉ tiêu\n"
               "- number: \"1.1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n",
      .right = "- number: \"1\"\n  heading: Cây xanh\n  declares: 1 chỉ tiêu\n"
               "- number: \"1.1\"\n  title: Trồng cây\n  leader: a\n  lead: b\n  due: Năm 2026\n"},
     [](const RuleRun& run) { each_table(run, counts); }},
};

}  // namespace

std::span<const Rule> count_rules() { return kRules; }

}  // namespace wardplan

#include "rules/passage_figures.h"

#include <optional>
#include <set>
#include <string>

#include "figures/goal.h"
#include "records/steps.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Whether a row of the plan stands below a heading, or is the row itself.
bool is_within(const Plan& plan, std::size_t row, std::size_t heading) {
  for (RowIndex at = row; at; at = plan.outline[*at].section)
    if (*at == heading) return true;
  return false;
}

bool says_same(const Goal& a, const Goal& b) {
  return implies(a, b) == true && implies(b, a) == true;
}

/// The target of a row that a figure of the text may be: of that name, or its only one.
const Target* counterpart(const Target& target, const Row& row) {
  if (row.targets.size() == 1 && (!target.name.given || !row.targets.front().name.given))
    return &row.targets.front();
  const auto found = std::ranges::find_if(row.targets, [&](const Target& other) {
    return target.name.given && fold_tones(other.name.value) == fold_tones(target.name.value);
  });
  return found == row.targets.end() ? nullptr : &*found;
}

/// A target of the table and the row that has it.
struct TableFigure {
  std::size_t row;
  const Target* target;
};

/// Of the figures below a heading the one that a figure of the text must be: of its name, or the
/// only one of its thing; null where one says the same, their sum does, or several may be meant.
std::optional<TableFigure> counterpart_below(const Plan& plan, std::size_t heading,
                                             const Target& target) {
  const Goal& here = *target.goal.read->value;
  std::vector<TableFigure> named, of_thing;
  std::size_t all = 0;
  for (const std::size_t row : items_of(plan, heading))
    for (const Target& other : plan.row(row).targets) {
      ++all;
      if (!other.goal.read->value) continue;
      const Goal& there = *other.goal.read->value;
      if (says_same(here, there)) return std::nullopt;
      if (!implies(here, there)) continue;
      const bool one_name = target.name.given && other.name.given &&
                            fold_tones(target.name.value) == fold_tones(other.name.value);
      if (one_name) named.push_back({row, &other});
      const std::string& noun = here.quantity.noun;
      const bool one_thing = !noun.empty() && fold(noun) == fold(there.quantity.noun);
      if (one_thing && !(target.name.given && other.name.given)) of_thing.push_back({row, &other});
      if (all == 1 && !one_thing && !target.name.given) of_thing.push_back({row, &other});
    }
  if (named.size() == 1) return named.front();
  // A rate is that of the only row that has one, and no share of others.
  const bool bare = here.quantity.noun.empty();
  if (!named.empty() || of_thing.size() != 1 || (bare && all != 1)) return std::nullopt;
  return of_thing.front();
}

void tell_other_figure(const CheckedPassage& passage, const Target& target,
                       const TableFigure& other, const RuleRun& run) {
  run.tell(passage.address, {target.goal.span, {"văn bản nêu ở đây", "stated in the text"}},
           say("văn bản nêu `{}`, dòng `{}` của biểu ghi `{}`",
               "the text states `{}`, row `{}` of the table `{}`", target.goal.value,
               passage.plan.outline[other.row].address, other.target->goal.value),
           {"xem số nào đúng; bản đã ban hành thì ghi vào `accepted`",
            "see which is right; where it was issued so, put it under `accepted`"},
           {{other.target->goal.span, {"biểu ghi ở đây", "in the table"}}});
}

}  // namespace

std::vector<std::size_t> items_of(const Plan& plan, std::size_t row) {
  if (!plan.row(row).is_heading()) return {row};
  std::vector<std::size_t> items;
  for (std::size_t at = row + 1; at < plan.rows.size() && is_within(plan, at, row); ++at)
    if (is_counted(plan.rows[at])) items.push_back(at);
  return items;
}

std::vector<std::size_t> rows_once(const std::vector<Name>& names) {
  std::vector<std::size_t> rows;
  std::set<std::size_t> met;
  for (const Name& name : names)
    if (name.index && met.insert(*name.index).second) rows.push_back(*name.index);
  return rows;
}

void other_figure(const CheckedPassage& passage, const RuleRun& run) {
  for (const Target& target : passage.row.targets) {
    if (!target.goal.read->value) continue;
    for (const std::size_t at : rows_once(passage.row.passage.rows)) {
      if (passage.plan.row(at).is_heading()) {
        if (const auto below = counterpart_below(passage.plan, at, target))
          tell_other_figure(passage, target, *below, run);
        continue;
      }
      const Target* other = counterpart(target, passage.plan.row(at));
      if (other == nullptr || !other->goal.read->value) continue;
      const Goal& here = *target.goal.read->value;
      const Goal& there = *other->goal.read->value;
      if (!implies(here, there) || says_same(here, there)) continue;
      tell_other_figure(passage, target, {at, other}, run);
    }
  }
}

}  // namespace wardplan

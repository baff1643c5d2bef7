#include "records/steps.h"

#include <algorithm>

namespace wardplan {
namespace {

bool names_anyone(const Row& row) { return !row.leader.empty() || !row.lead.empty(); }

/// The row whose people and units a step has where it names none: a leader of its own stands beside
/// that row's unit.
RowIndex inherited(const Plan& plan, std::size_t step) {
  const Row& row = plan.rows[step];
  if (!row.lead.empty()) return {};
  for (RowIndex above = plan.outline[step].step_of; above; above = plan.outline[*above].step_of) {
    const Row& item = plan.rows[*above];
    if (row.leader.empty() ? names_anyone(item) : !names_of(item, &Row::lead).empty()) return above;
  }
  return {};
}

/// Whether a row is a step of an item, or of one of its steps.
bool is_step_of(const Row& row, const Row& item) {
  const Row* above = row.inherits;
  while (above != nullptr && above != &item) above = above->inherits;
  return above != nullptr;
}

/// What stands in the section of a heading: only steps of it, or others too.
struct Section {
  std::size_t steps = 0, others = 0;
};

std::vector<Section> sections_of(const Plan& plan) {
  std::vector<Section> sections(plan.rows.size());
  for (const Row& row : plan.rows)
    if (const RowIndex section = plan.outline[row.at].section)
      ++(row.inherits == &plan.rows[*section] ? sections[*section].steps
                                              : sections[*section].others);
  return sections;
}

/// Whether somebody answers for a heading as for an item: it has only steps, or says itself what
/// is to be reached or was done, whatever stands below it.
bool is_work(const Row& heading, const Section& section) {
  if (heading.declares.given || heading.leader.empty() || heading.lead.empty()) return false;
  const bool only_steps = section.steps > 0 && section.others == 0;
  return only_steps || !heading.updates.empty() || !heading.targets.empty();
}

/// A section that is an item now gives what stands in it to the section in which it stands.
void leave_items(Plan& plan, RowIndex Place::*section) {
  // Sections stand above their rows, and have left theirs before.
  for (Place& place : plan.outline)
    if (const RowIndex own = place.*section; own && !plan.rows[*own].is_heading())
      place.*section = plan.outline[*own].*section;
}

}  // namespace

void link_steps(Plan& plan) {
  for (Row& row : plan.rows)
    if (const RowIndex from = inherited(plan, row.at)) row.inherits = &plan.rows[*from];
  const std::vector<Section> sections = sections_of(plan);
  for (Row& row : plan.rows)
    if (row.is_heading() && is_work(row, sections[row.at])) row.kind = RowKind::item;
  // What stays a heading is not counted: its rows are, with the people that they have from it.
  for (Row& row : plan.rows) row.step = row.inherits != nullptr && !row.inherits->is_heading();
  leave_items(plan, &Place::section);
  leave_items(plan, &Place::numbered_section);
}

std::vector<const Row*> steps_of(const Plan& plan, const Row& item) {
  std::vector<const Row*> steps;
  if (item.kind != RowKind::item) return steps;
  for (std::size_t at = item.at + 1;
       at < plan.rows.size() && plan.outline[at].number.kind == NumberKind::step; ++at)
    if (is_step_of(plan.rows[at], item)) steps.push_back(&plan.rows[at]);
  return steps;
}

const std::vector<Name>& names_of(const Row& row, std::vector<Name> Row::*column) {
  const std::vector<Name>& own = row.*column;
  return own.empty() && row.inherits != nullptr ? names_of(*row.inherits, column) : own;
}

const Row& timed_row(const Row& row) {
  const bool own = row.start.given || row.due.given || row.deadline.given;
  return own || row.inherits == nullptr ? row : timed_row(*row.inherits);
}

const Row& item_of(const Row& row) { return row.step ? item_of(*row.inherits) : row; }

bool is_counted(const Row& row) { return !row.is_heading() && !row.is_condition() && !row.step; }

bool is_listed(const Row& row) {
  const auto extends = [](const Update& update) { return update.due.given; };
  return !row.is_heading() && row.deduction == nullptr &&
         (!row.step || !row.leader.empty() || row.due.given || row.deadline.given ||
          std::ranges::any_of(row.updates, extends));
}

}  // namespace wardplan

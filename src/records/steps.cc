#include "records/steps.h"

#include <algorithm>

namespace wardplan {
namespace {

bool names_anyone(const Row& row) { return !row.leader.empty() || !row.lead.empty(); }

/// The row whose people and units a step has.
RowIndex inherited(const Plan& plan, std::size_t step) {
  if (names_anyone(plan.rows[step])) return {};
  for (RowIndex above = plan.outline[step].step_of; above; above = plan.outline[*above].step_of)
    if (names_anyone(plan.rows[*above])) return above;
  return {};
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

/// Makes an item of a heading; its steps stand in the section in which it stands.
void make_item(Plan& plan, Row& heading) {
  heading.kind = RowKind::item;
  const Place& own = plan.outline[heading.at];
  for (const Row* step : steps_of(plan, heading)) {
    plan.outline[step->at].section = own.section;
    plan.outline[step->at].numbered_section = own.numbered_section;
  }
}

}  // namespace

void link_steps(Plan& plan) {
  bool any = false;
  for (Row& row : plan.rows) {
    const RowIndex from = inherited(plan, row.at);
    if (!from) continue;
    row.inherits = &plan.rows[*from];
    row.step = any = true;
  }
  if (!any) return;
  const std::vector<Section> sections = sections_of(plan);
  for (Row& row : plan.rows) {
    const bool only_steps = sections[row.at].steps > 0 && sections[row.at].others == 0;
    if (!row.is_heading() || !only_steps) continue;
    if (!row.declares.given && !row.leader.empty() && !row.lead.empty()) {
      make_item(plan, row);
      continue;
    }
    // What the heading declares can only be these, or nothing else is counted for them.
    for (std::size_t at = row.at + 1; at <= row.at + sections[row.at].steps; ++at)
      if (plan.outline[at].step_of == row.at) plan.rows[at].step = false;
  }
}

std::vector<const Row*> steps_of(const Plan& plan, const Row& item) {
  std::vector<const Row*> steps;
  if (item.kind != RowKind::item) return steps;
  for (std::size_t at = item.at + 1;
       at < plan.rows.size() && plan.outline[at].number.kind == NumberKind::step; ++at)
    if (plan.rows[at].inherits == &item) steps.push_back(&plan.rows[at]);
  return steps;
}

const std::vector<Name>& names_of(const Row& row, std::vector<Name> Row::*column) {
  const std::vector<Name>& own = row.*column;
  return own.empty() && row.inherits != nullptr ? row.inherits->*column : own;
}

const Row& timed_row(const Row& row) {
  const bool own = row.start.given || row.due.given || row.deadline.given;
  return own || row.inherits == nullptr ? row : *row.inherits;
}

bool is_counted(const Row& row) {
  return !row.is_heading() && row.condition == nullptr && !row.step;
}

bool is_listed(const Row& row) {
  const auto extends = [](const Update& update) { return update.due.given; };
  return !row.is_heading() && (!row.step || row.due.given || row.deadline.given ||
                               std::ranges::any_of(row.updates, extends));
}

}  // namespace wardplan

#include "standing/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "standing/scores.h"
#include "standing/state.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Whether the ward asks for its first recognition: as its registration says, or because none is on
/// record before it.
Applies applies_to(const Plan& plan) {
  const Registration& registration = plan.registration;
  if (registration.applies.given) return registration.applies.value;
  const bool before = std::ranges::any_of(plan.recognised, [&](const Recognition& recognition) {
    return recognition.date.given &&
           static_cast<int>(recognition.date.value.year()) < plan.year.value;
  });
  return before ? Applies::again : Applies::first;
}

/// Full years from one day to another; a year from the 29th of February is full on the 28th.
int full_years(const Date& from, const Date& to) {
  int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
  Date full = from + std::chrono::years(years);
  if (!full.ok()) full = full.year() / full.month() / std::chrono::day(28);
  return full > to ? years - 1 : years;
}

void count(Tally& tally, Status status) {
  switch (status) {
    case Status::met:
      ++tally.met;
      break;
    case Status::not_met:
      ++tally.not_met;
      break;
    case Status::not_applicable:
      ++tally.not_applicable;
      break;
    case Status::scored:
      ++tally.scored;
      break;
    case Status::not_judged:
    case Status::not_started:
    case Status::in_progress:
    case Status::done:
    case Status::paused:
    case Status::cancelled:
    case Status::effective:
    case Status::not_effective:
      ++tally.not_judged;
  }
}

double value_of(const Ratio& ratio) {
  return static_cast<double>(ratio.numerator) / static_cast<double>(ratio.denominator);
}

/// A part of the goal's figure; of a goal of nothing, the figure itself.
double relative(const Ratio& difference, const Goal& goal) {
  const double wanted = value_of(ratio_of(goal.quantity.least));
  return std::abs(value_of(difference)) / (wanted == 0 ? 1 : std::abs(wanted));
}

std::optional<double> gap_of(const Row& row, const std::vector<const Update*>& entries,
                             const std::optional<Date>& carried_on) {
  std::optional<double> gap;
  for (const TargetResult& result : results_of_entries(row, entries, carried_on)) {
    const auto& judgement = result.by_listed ? result.by_listed : result.judgement;
    if (!judgement || judgement->outcome != Outcome::not_met || !judgement->difference) continue;
    const Goal& goal = result.by_listed ? *result.listed->read->value : *result.goal;
    gap = std::max(gap.value_or(0), relative(*judgement->difference, goal));
  }
  return gap;
}

/// The ward's row for each row of its list, the first where there are several.
std::vector<const Row*> rows_by_list(const Plan& plan) {
  std::vector<const Row*> rows(plan.catalogue->rows.size());
  for (const Row& row : plan.rows)
    if (row.listed != nullptr && rows[row.listed->at] == nullptr) rows[row.listed->at] = &row;
  return rows;
}

/// A heading is a group where contents stand directly in it.
std::optional<std::size_t> group_of(Verdict& verdict, const Catalogue& list,
                                    const std::vector<const Row*>& rows, const Place& place) {
  const RowIndex section = place.numbered_section ? place.numbered_section : place.section;
  if (!section) return std::nullopt;
  for (std::size_t at = 0; at < verdict.groups.size(); ++at)
    if (verdict.groups[at].listed == &list.rows[*section]) return at;
  verdict.groups.push_back({&list.rows[*section], &list.outline[*section], rows[*section]});
  return verdict.groups.size() - 1;
}

void judge_contents(Verdict& verdict, const Plan& plan, const Date& as_of, std::string_view round) {
  const Catalogue& list = *plan.catalogue;
  const auto rows = rows_by_list(plan);
  for (std::size_t at = 0; at < list.rows.size(); ++at) {
    if (list.rows[at].is_heading()) continue;
    ContentVerdict content{&list.rows[at], &list.outline[at], rows[at],
                           group_of(verdict, list, rows, list.outline[at])};
    if (content.row != nullptr) {
      content.judged = judged_at(*content.row, as_of, round);
      content.gap = gap_of(*content.row, history_of_round(*content.row, as_of, round),
                           last_day_of_round(plan, round, as_of));
    }
    count(verdict.content_tally, content.judged.status);
    if (content.group) count(verdict.groups[*content.group].contents, content.judged.status);
    verdict.contents.push_back(std::move(content));
  }
  for (GroupVerdict& group : verdict.groups) {
    if (group.contents.open() == 0)
      group.status = group.contents.scored > 0 ? Status::scored : Status::met;
    else if (group.contents.not_met > 0)
      group.status = Status::not_met;
    count(verdict.group_tally, group.status);
  }
}

/// A figure as documents write it, with what it says.
struct Known {
  std::string text;
  std::optional<Quantity> quantity;
};

Known share(int part, int whole) {
  Known known{fmt::format("{}/{}", part, whole), {}};
  if (whole > 0)
    known.quantity = {.measure = Measure::fraction,
                      .least = {part, 0},
                      .most = {part, 0},
                      .fraction = Fraction{part, whole}};
  return known;
}

Known years(int count) {
  return {fmt::format("{} năm", count),
          Quantity{.least = {count, 0}, .most = {count, 0}, .noun = "năm"}};
}

/// When conditions are judged: up to a day, in a round up to its last one and by what names it.
struct Judging {
  Date as_of;
  std::string_view round;
  /// Nothing: the round hasn't begun.
  std::optional<Date> last;
};

/// The last figure that was recorded under a condition's id.
Known recorded(const Plan& plan, const Condition& condition, const Judging& judging) {
  for (const Row& row : plan.rows) {
    if (row.condition != &condition) continue;
    auto entries = history(row, judging.as_of);
    std::erase_if(entries, [&](const Update* entry) {
      const bool of_round =
          !judging.round.empty() && fold(entry->round.value) == fold(judging.round);
      return !of_round && (!judging.last || entry->date.value > *judging.last);
    });
    for (const TargetResult& result : results_of_entries(row, entries))
      if (result.value != nullptr) return {said_short(result), result.quantity};
  }
  return {};
}

Known figure_of(const Verdict& verdict, const Plan& plan, const Condition& condition,
                const Judging& judging) {
  if (!condition.counts.given) return recorded(plan, condition, judging);
  switch (condition.counts.value) {
    case Counts::groups:
      return share(verdict.group_tally.met, verdict.group_tally.total());
    case Counts::contents:
      return share(verdict.content_tally.met,
                   verdict.content_tally.total() - verdict.content_tally.not_applicable);
    case Counts::years:
      if (plan.registration.date.given && judging.last &&
          plan.registration.date.value <= *judging.last)
        return years(full_years(plan.registration.date.value, *judging.last));
      break;
    case Counts::figure:
      break;
  }
  return {};
}

void judge_conditions(Verdict& verdict, const Plan& plan, const Date& as_of,
                      std::string_view round) {
  const Judging judging{as_of, round, last_day_of_round(plan, round, as_of)};
  for (const Condition& condition : plan.catalogue->conditions) {
    if (condition.applies.given && condition.applies.value != applies_to(plan)) continue;
    const Known figure = figure_of(verdict, plan, condition, judging);
    ConditionVerdict judged{&condition, figure.text};
    const auto& goal = condition.goal.read->value;
    if (goal && figure.quantity) judged.outcome = judge(*goal, *figure.quantity).outcome;
    verdict.conditions.push_back(std::move(judged));
  }
}

/// Without any condition or pass mark the groups alone decide.
bool is_eligible(const Verdict& verdict, const Plan& plan, const Date& as_of,
                 std::string_view round) {
  const bool marked = gives_points(*plan.catalogue) && pass_mark(plan) != nullptr;
  if (marked) {
    const Scores scores = scores_at(plan, as_of, round);
    if (!scores.sides[static_cast<std::size_t>(Side::assessed)].passed.value_or(false))
      return false;
    if (verdict.conditions.empty()) return true;
  }
  if (verdict.conditions.empty())
    return !verdict.contents.empty() && verdict.content_tally.open() == 0 &&
           verdict.content_tally.scored == 0;
  return std::ranges::all_of(verdict.conditions, [](const ConditionVerdict& condition) {
    return condition.outcome == Outcome::met;
  });
}

}  // namespace

Verdict verdict_at(const Plan& plan, const Date& as_of, std::string_view round) {
  Verdict verdict;
  if (plan.catalogue == nullptr) return verdict;
  judge_contents(verdict, plan, as_of, round);
  judge_conditions(verdict, plan, as_of, round);
  for (const Recognition& recognition : plan.recognised)
    if (recognition.date.given && recognition.date.value <= as_of &&
        static_cast<int>(recognition.date.value.year()) >= plan.year.value)
      verdict.recognition = &recognition;
  if (verdict.recognition != nullptr)
    verdict.conclusion = Conclusion::recognised;
  else if (lacks_group(plan) && !is_only_scored(plan))
    verdict.conclusion = Conclusion::group_unknown;
  else if (is_eligible(verdict, plan, as_of, round))
    verdict.conclusion = Conclusion::eligible;
  else if (plan.catalogue->conditions.empty() && pass_mark(plan) == nullptr)
    verdict.conclusion = Conclusion::open;
  return verdict;
}

bool is_only_scored(const Plan& plan) {
  const Catalogue& list = *plan.catalogue;
  if (!gives_points(list) || !list.conditions.empty() || pass_mark(plan) != nullptr) return false;
  if (std::ranges::any_of(list.groups, [](const WardGroup& group) { return group.pass.given; }))
    return false;
  const auto unscored = [](const Row& row) { return !row.is_heading() && !most_of(row); };
  if (std::ranges::any_of(list.rows, unscored)) return false;
  const auto is_verdict = [](const Update& entry) {
    return entry.status.given && entry.status.value != Status::not_applicable;
  };
  return std::ranges::none_of(
      plan.rows, [&](const Row& row) { return std::ranges::any_of(row.updates, is_verdict); });
}

const Authority* authority_at(const Catalogue& list, const Date& day) {
  const Authority* known = nullptr;
  for (const Authority& authority : list.authorities)
    if (authority.from.given && authority.from.value <= day &&
        (known == nullptr || known->from.value <= authority.from.value))
      known = &authority;
  return known;
}

}  // namespace wardplan

#include "summary/judged.h"

#include <algorithm>

#include "lists/points.h"
#include "standing/model.h"

namespace wardplan {
namespace {

void count_points(const Plan& plan, const Date& as_of, SharedTexts& texts,
                  CountedVerdict& counted) {
  counted.scored = gives_points(*plan.catalogue);
  if (!counted.scored) return;
  counted.only_scored = is_only_scored(plan);
  const Scores scores = scores_at(plan, as_of);
  const auto& [self, assessed] = scores.sides;
  counted.self_result = self.result;
  counted.result = assessed.result;
  if (assessed.band != nullptr) counted.band = texts.keep(assessed.band->name.value);
  if (has_mark(scores) || !scores.unclear.empty())
    counted.passed = passed_word(scores, Side::assessed);
}

void add(CountedModels& counted, const ModelStanding& standing) {
  ++counted.models;
  counted.registered += standing.listing == Listing::registered ? 1 : 0;
  counted.arisen += standing.listing == Listing::arisen ? 1 : 0;
  counted.effective += standing.status == Status::effective ? 1 : 0;
  counted.proposed += standing.levels.empty() ? 0 : 1;
}

}  // namespace

CountedVerdict count_verdict(const Project& project, const Plan& plan, const Date& as_of,
                             SharedTexts& texts) {
  const Verdict verdict = verdict_at(plan, as_of);
  CountedVerdict counted{.catalogue = texts.keep(plan.catalogue->name.value),
                         .file = texts.keep(identity(project.sources[plan.catalogue->file].path())),
                         .groups = verdict.group_tally,
                         .contents = verdict.content_tally,
                         .by_group = {}};
  counted.by_group.reserve(verdict.groups.size());
  for (const GroupVerdict& group : verdict.groups)
    counted.by_group.push_back({texts.keep(group.listed->heading.value), group.contents});
  count_points(plan, as_of, texts, counted);
  return counted;
}

std::vector<CountedModels> count_models(const Plan& plan, const Date& as_of, SharedTexts& texts) {
  std::vector<CountedModels> all(1 + plan.movement.fields.size());
  for (std::size_t at = 1; at < all.size(); ++at)
    all[at].field = texts.keep(plan.movement.fields[at - 1].name.value);
  for (const Row& row : plan.rows) {
    const ModelStanding standing = model_at(plan, row, as_of);
    add(all.front(), standing);
    for (const Name& name : row.model.fields)
      if (name.index) add(all[*name.index + 1], standing);
  }
  std::erase_if(all,
                [&](const CountedModels& one) { return one.models == 0 && !one.field.empty(); });
  return all;
}

}  // namespace wardplan

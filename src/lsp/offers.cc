#include "lsp/offers.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "records/face.h"
#include "rules/face.h"

namespace wardplan::lsp {
namespace {

using Offers = std::vector<Offer>;

/// The record that is being written: one of these.
struct Written {
  const Plan* plan = nullptr;
  const Ward* ward = nullptr;
  const Catalogue* list = nullptr;
};

/// A plan has its ward and list; one that isn't known yet is offered of those that are there.
Written written_in(const Sight& sight) {
  Written found;
  const auto is_here = [&](const auto& record) { return record.file == sight.file; };
  for (const Plan& plan : sight.project->plans)
    if (is_here(plan)) found = {&plan, plan.ward, plan.catalogue};
  for (const Ward& ward : sight.project->wards)
    if (is_here(ward) || found.ward == nullptr) found.ward = &ward;
  for (const Catalogue& list : sight.project->catalogues)
    if (is_here(list)) found.list = &list;
  return found;
}

void add(const Text& id, const Text& name, Offers& offers) {
  if (id.given) offers.push_back({id.value, name.value});
}

void add_registered(const std::vector<Registered>& entries, Offers& offers) {
  for (const Registered& entry : entries)
    offers.push_back({entry.id.value, entry.role.given ? entry.name.value + ", " + entry.role.value
                                                       : entry.name.value});
}

void people(const Sight&, const Written& in, Offers& offers) {
  if (in.ward != nullptr) add_registered(in.ward->people, offers);
}

void units(const Sight&, const Written& in, Offers& offers) {
  if (in.ward != nullptr) add_registered(in.ward->units, offers);
}

void units_and_people(const Sight& sight, const Written& in, Offers& offers) {
  units(sight, in, offers);
  people(sight, in, offers);
}

void wards(const Sight& sight, const Written& in, Offers& offers) {
  for (const Ward& ward : sight.project->wards) add(ward.id, ward.name, offers);
  if (offers.empty() && in.ward != nullptr) add(in.ward->id, in.ward->name, offers);
}

void lists(const Sight& sight, const Written& in, Offers& offers) {
  for (const Catalogue& list : sight.project->catalogues) add(list.id, list.name, offers);
  if (in.list != nullptr) add(in.list->id, in.list->name, offers);
  Project shipped;
  for (const Catalogue* list : load_shipped_lists(shipped)) add(list->id, list->name, offers);
}

void statuses(const Sight&, const Written& in, Offers& offers) {
  if (in.ward == nullptr ||
      (in.plan != nullptr && !takes_ward_statuses(record_kind_words(in.plan->kind).rows)))
    return;
  for (const WardStatus& status : in.ward->statuses) add(status.id, status.name, offers);
}

void rows_of(const Plan& plan, Offers& offers) {
  for (std::size_t at = 0; at < plan.outline.size(); ++at)
    offers.push_back({plan.outline[at].address, plan.row(at).text().value});
}

void rows(const Sight&, const Written& in, Offers& offers) {
  if (in.plan != nullptr) rows_of(*in.plan, offers);
}

void targets_of(const Plan& plan, const std::string& before, Offers& offers) {
  for (const std::string& address : target_addresses(plan))
    if (const RowIndex row = find_address(plan, address).row)
      offers.push_back({before + address, plan.row(*row).text().value});
}

/// Targets of the plan, and of those that others name by their ids.
void served(const Sight& sight, const Written& in, Offers& offers) {
  if (in.plan != nullptr) targets_of(*in.plan, "", offers);
  for (const auto* plans : {&sight.project->plans, &sight.project->read_along})
    for (const Plan& plan : *plans)
      if (&plan != in.plan && plan.id.given) targets_of(plan, plan.id.value + "/", offers);
}

/// What acceptances name: rows, and of a register its ids.
void accepted_places(const Sight& sight, const Written& in, Offers& offers) {
  if (in.plan != nullptr) return rows_of(*in.plan, offers);
  units_and_people(sight, in, offers);
}

void codes(const Sight& sight, const Written&, Offers& offers) {
  for (const Code* code : all_codes())
    if (code->severity != Severity::error)
      offers.push_back({std::string(code->id), std::string(code->title.in(sight.lang))});
}

void fields(const Sight&, const Written& in, Offers& offers) {
  if (in.plan == nullptr) return;
  for (const ModelField& field : in.plan->movement.fields) add(field.id, field.name, offers);
}

void levels(const Sight&, const Written& in, Offers& offers) {
  if (in.plan == nullptr) return;
  for (const Level& level : in.plan->movement.levels) add(level.id, level.name, offers);
}

void forms(const Sight&, const Written& in, Offers& offers) {
  if (in.plan == nullptr) return;
  for (const AnnexedForm& form : in.plan->document.forms) add(form.id, form.title, offers);
}

void rounds(const Sight&, const Written& in, Offers& offers) {
  if (in.plan == nullptr) return;
  for (const Round& round : in.plan->rounds) add(round.number, round.when, offers);
}

void groups(const Sight&, const Written& in, Offers& offers) {
  if (in.list == nullptr) return;
  for (const WardGroup& group : in.list->groups) add(group.id, group.name, offers);
}

void columns(const Sight&, const Written& in, Offers& offers) {
  for (const PlanColumnWord& column :
       plan_columns(in.plan == nullptr ? RecordKind::plan : in.plan->kind))
    offers.push_back({std::string(column.id), std::string(column.title)});
}

void own_columns(const Sight&, const Written& in, Offers& offers) {
  if (in.plan == nullptr) return;
  for (const PlanColumn& column : in.plan->columns)
    if (!find_plan_column(in.plan->kind, column.id.value)) add(column.id, column.title, offers);
}

/// Of the row that is being written, or else of all.
void target_names(const Sight& sight, const Written& in, Offers& offers) {
  if (in.plan == nullptr) return;
  Offers all;
  for (const Row& row : in.plan->rows) {
    const bool here = row.span.begin <= sight.offset && sight.offset <= row.span.end;
    for (const Target& target : row.targets) add(target.name, target.goal, here ? offers : all);
  }
  if (offers.empty()) offers = std::move(all);
}

/// Plans that stand beside this one, by their files.
void files(const Sight& sight, const Written& in, Offers& offers) {
  const auto name = [&](const Plan& plan) {
    return std::filesystem::path(sight.project->sources[plan.file].path()).filename().string();
  };
  for (const Plan& plan : sight.project->plans)
    if (&plan != in.plan) offers.push_back({name(plan), plan.title.value});
}

struct Source {
  std::string_view key;
  /// The key above it; empty: any.
  std::string_view above;
  void (*offer)(const Sight&, const Written&, Offers&);
};

constexpr std::array kSources = {
    Source{"leader", "", people},
    Source{"lead", "", units},
    Source{"support", "", units},
    Source{"waiting", "", units_and_people},
    Source{"successor", "people", people},
    Source{"successor", "units", units},
    Source{"ward", "", wards},
    Source{"catalogue", "", lists},
    Source{"status", "", statuses},
    Source{"serves", "", served},
    Source{"rows", "text", rows},
    Source{"at", "accepted", accepted_places},
    Source{"code", "accepted", codes},
    Source{"fields", "models", fields},
    Source{"fields", "text", fields},
    Source{"proposed", "updates", levels},
    Source{"forms", "text", forms},
    Source{"round", "updates", rounds},
    Source{"group", "targets", groups},
    Source{"group", "", groups},
    Source{"id", "columns", columns},
    Source{"cells", "rows", own_columns},
    Source{"values", "updates", target_names},
    Source{"plan", "carried", files},
};

}  // namespace

std::vector<Offer> offers_at(const Sight& sight) {
  Offers offers;
  if (sight.project == nullptr || sight.path.empty()) return offers;
  const std::string above = sight.path.size() > 1 ? sight.path[sight.path.size() - 2] : "";
  const Written in = written_in(sight);
  for (const Source& source : kSources) {
    if (source.key != sight.path.back()) continue;
    if (!source.above.empty() && source.above != above) continue;
    source.offer(sight, in, offers);
    break;
  }
  std::vector<std::string> seen;
  std::erase_if(offers, [&](const Offer& offer) {
    const bool again = std::ranges::find(seen, offer.word) != seen.end();
    seen.push_back(offer.word);
    return again;
  });
  return offers;
}

}  // namespace wardplan::lsp

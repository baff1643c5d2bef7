#include "records/key_words.h"

#include "records/keys.h"

namespace wardplan {
namespace {

template <class T>
std::optional<Phrase> meaning_in(std::span<const Key<T>> table, std::string_view key) {
  for (const Key<T>& one : table)
    if (one.name == key) return one.meaning;
  return std::nullopt;
}

/// The keys of mappings under a key, in records of a kind; without one in all that have it.
struct OwnedKeys {
  std::string_view kind;
  std::string_view owner;
  std::optional<Phrase> (*meaning)(std::string_view key);
};

template <class T>
std::optional<Phrase> of(std::string_view key) {
  return meaning_in(keys<T>(), key);
}
template <auto kTable>
std::optional<Phrase> in(std::string_view key) {
  return meaning_in(kTable(), key);
}

constexpr OwnedKeys kOwned[] = {
    {"plan", "", of<Plan>},
    {"criteria", "", in<criteria_keys>},
    {"movement", "", in<movement_keys>},
    {"ward", "", of<Ward>},
    {"catalogue", "", of<Catalogue>},
    {"plan", "rows", of<Row>},
    {"criteria", "rows", in<criteria_row_keys>},
    {"catalogue", "rows", in<catalogue_row_keys>},
    {"", "models", in<model_row_keys>},
    {"", "dates", in<date_keys>},
    {"", "reporting", in<date_keys>},
    {"catalogue", "targets", in<catalogue_target_keys>},
    {"", "targets", of<Target>},
    {"plan", "updates", in<update_keys<RowKind::item>>},
    {"criteria", "updates", in<update_keys<RowKind::content>>},
    {"movement", "updates", in<update_keys<RowKind::model>>},
    {"", "people", of<Registered>},
    {"", "units", in<unit_keys>},
    {"", "statuses", of<WardStatus>},
    {"settings", "accepted", of<AcceptedFindings>},
    {"", "accepted", of<Acceptance>},
    {"", "columns", of<PlanColumn>},
    {"", "reference", of<Reference>},
    {"", "carried", of<Carried>},
    {"", "rounds", of<Round>},
    {"", "registration", of<Registration>},
    {"", "recognised", of<Recognition>},
    {"", "fields", of<ModelField>},
    {"", "levels", of<Level>},
    {"", "submission", of<Submission>},
    {"", "letterhead", of<Letterhead>},
    {"", "document", of<IssuedText>},
    {"", "text", in<passage_keys>},
    {"", "bases", of<Cited>},
    {"", "forms", of<AnnexedForm>},
    {"", "conditions", of<Condition>},
    {"", "deductions", of<Deduction>},
    {"", "bands", of<Band>},
    {"", "groups", of<WardGroup>},
    {"settings", "", of<Settings>},
    {"settings", "severities", of<FindingSeverity>},
    {"settings", "check", of<CheckSettings>},
    {"settings", "build", of<BuildSettings>},
};

}  // namespace

std::optional<Phrase> key_meaning(std::string_view kind, std::string_view owner,
                                  std::string_view key) {
  for (const OwnedKeys& owned : kOwned)
    if (owned.owner == owner && (owned.kind.empty() || owned.kind == kind))
      return owned.meaning(key);
  return std::nullopt;
}

}  // namespace wardplan

#include "records/texts.h"

#include "records/keys.h"

namespace wardplan {

void see_texts(const Text& text, const SeeText& see) {
  if (text.given) see(text);
}

void see_texts(const SaidStatus& status, const SeeText& see) {
  if (status.own != nullptr) see(status.word);
}

void see_texts(const std::vector<Text>& texts, const SeeText& see) {
  for (const Text& text : texts) see_texts(text, see);
}

void see_texts(const std::vector<Name>& names, const SeeText& see) {
  for (const Name& name : names) see_texts(name.as, see);
}

void see_texts(const std::vector<Served>& served, const SeeText& see) {
  for (const Served& one : served) see_texts(one.as, see);
}

void see_texts(const std::vector<NamedValue>& values, const SeeText& see) {
  for (const NamedValue& named : values) {
    see_texts(named.name, see);
    see_texts(named.value, see);
  }
}

void see_texts(const std::vector<KeyedText>& groups, const SeeText& see) {
  for (const KeyedText& group : groups) see_texts(group.value, see);
}

void each_text(const Ward& ward, const SeeText& see) { see_record(ward, see, keys<Ward>()); }

void each_text(const Plan& plan, const SeeText& see) {
  switch (plan.kind) {
    case RecordKind::plan:
      return see_record(plan, see, keys<Plan>());
    case RecordKind::criteria:
      return see_record(plan, see, criteria_keys());
    case RecordKind::movement:
      return see_record(plan, see, movement_keys());
  }
}

void each_text(const Catalogue& list, const SeeText& see) {
  see_record(list, see, keys<Catalogue>());
}

}  // namespace wardplan

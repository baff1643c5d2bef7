#include "records/movement.h"

#include <algorithm>

#include "records/record.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// By id or name, without regard to case; -1: unknown.
template <class Entry>
int index_of(const std::vector<Entry>& entries, const std::string& as) {
  const std::string key = fold(as);
  for (std::size_t at = 0; at < entries.size(); ++at)
    for (const Text* word : {&entries[at].id, &entries[at].name})
      if (word->given && fold(word->value) == key) return static_cast<int>(at);
  return -1;
}

template <class Entry>
void link(std::vector<Name>& names, const std::vector<Entry>& entries) {
  for (Name& name : names) name.index = index_of(entries, name.as.value);
}

}  // namespace

void link_movement(Plan& plan) {
  if (!plan.is_movement()) return;
  for (Model& model : plan.movement.models) link(model.fields, plan.movement.fields);
  const auto results = std::ranges::find_if(plan.dates, [](const Row& date) {
    return date.closes.given && date.closes.value == Closes::results;
  });
  for (Row& row : plan.rows) {
    if (results != plan.dates.end()) row.closing = &*results;
    for (Update& update : row.updates) link(update.proposed, plan.movement.levels);
  }
}

}  // namespace wardplan

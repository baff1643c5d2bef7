#include "records/movement.h"

#include <algorithm>

#include "records/record.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// By id or name, without regard to case.
template <class Entry>
std::optional<std::size_t> index_of(const std::vector<Entry>& entries, const std::string& as) {
  const std::string key = fold(as);
  for (std::size_t at = 0; at < entries.size(); ++at)
    for (const Text* word : {&entries[at].id, &entries[at].name})
      if (word->given && fold(word->value) == key) return at;
  return std::nullopt;
}

template <class Entry>
void link(std::vector<Name>& names, const std::vector<Entry>& entries) {
  for (Name& name : names) name.index = index_of(entries, name.as.value);
}

}  // namespace

void link_movement(Plan& plan) {
  const auto results = std::ranges::find_if(plan.dates, [](const Row& date) {
    return date.closes.given && date.closes.value == Closes::results;
  });
  for (Row& row : plan.rows) {
    link(row.model.fields, plan.movement.fields);
    if (results != plan.dates.end()) row.model.closing = &*results;
    for (Update& update : row.updates) link(update.proposed, plan.movement.levels);
  }
}

}  // namespace wardplan

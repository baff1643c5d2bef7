#include "records/serves.h"

#include <algorithm>
#include <map>

#include "records/addresses.h"

namespace wardplan {
namespace {

/// The id before the sign, where it stands in the file.
Text id_before(const Text& as, std::size_t sign) {
  Text id = as;
  id.value.resize(sign);
  // Between quotes or escapes nobody knows where it ends.
  if (as.span.end - as.span.begin == as.value.size())
    id.span.end = static_cast<decltype(id.span.end)>(as.span.begin + sign);
  return id;
}

}  // namespace

void link_serves(Plan& plan, const FindPlan& find) {
  std::map<const Plan*, Addresses> addresses;
  for (Row& row : plan.rows)
    for (Served& served : row.serves) {
      const std::size_t sign = served.as.value.find('/');
      // One without an id before the sign is told by the rule of what is served.
      if (sign == 0) continue;
      served.plan = sign == std::string::npos ? &plan : find(id_before(served.as, sign));
      if (served.plan == nullptr) continue;
      const Addresses& known = addresses.try_emplace(served.plan, *served.plan).first->second;
      const RowIndex found = known.row(address_in(served));
      if (found && *found < served.plan->rows.size()) served.row = &served.plan->rows[*found];
    }
}

std::string address_in(const Served& served) {
  const std::size_t sign = served.as.value.find('/');
  return sign == std::string::npos ? served.as.value : served.as.value.substr(sign + 1);
}

bool is_target(const Row& row) { return !row.targets.empty(); }

std::vector<std::string> target_addresses(const Plan& plan) {
  std::vector<std::string> addresses;
  for (const Row& row : plan.rows)
    if (is_target(row)) addresses.push_back(plan.outline[row.at].address);
  return addresses;
}

bool uses_serves(const Plan& plan) {
  return std::ranges::any_of(plan.rows, [](const Row& row) { return !row.serves.empty(); });
}

std::vector<const Row*> servants_of(const Plan& plan, const Row& target) {
  std::vector<const Row*> rows;
  for (const Row& row : plan.rows)
    if (std::ranges::find(row.serves, &target, &Served::row) != row.serves.end())
      rows.push_back(&row);
  return rows;
}

}  // namespace wardplan

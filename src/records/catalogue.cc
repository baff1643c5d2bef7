#include "records/catalogue.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "text/utf8.h"

namespace wardplan {
namespace {

/// What rows of criteria can name the rows of their list by: an address, or a number that stands
/// there once.
std::map<std::string, std::size_t> names_of(const Catalogue& list) {
  std::map<std::string, std::size_t> names, numbers;
  std::set<std::string> ambiguous;
  for (std::size_t at = 0; at < list.rows.size(); ++at) {
    names.emplace(fold(list.outline[at].address), at);
    const std::string number = fold(number_text(list.outline[at].number));
    if (!numbers.emplace(number, at).second) ambiguous.insert(number);
  }
  for (const auto& [number, at] : numbers)
    if (!number.empty() && !ambiguous.contains(number)) names.emplace(number, at);
  return names;
}

/// How a number is written without the habits of writing.
std::string key_of(const Row& row) {
  const std::string number = number_text(parse_row_number(row.number.value));
  return fold(number.empty() ? row.number.value : number);
}

/// A text of the list at the row that stands for it.
Text listed_text(const Text& text, const Row& row) {
  return text.given ? Text{text.value, row.number.span, true} : Text{};
}

/// `>= 73,8 triệu đồng`: the list's comparison with the figure that the row gives.
Target compared(const Target& threshold, const Reference& reference) {
  Target target = threshold;
  target.goal = {threshold.compare.value + " " + reference.value.value, reference.value.span, true};
  return target;
}

bool has_own(const Row& listed, const Row& row, std::size_t threshold) {
  for (const Target& target : row.targets)
    if (find_threshold(listed, row, target) == static_cast<int>(threshold)) return true;
  return false;
}

/// The thresholds that the ward has no target of its own for.
void add_thresholds(const Row& listed, Row& row) {
  std::vector<Target> more;
  for (std::size_t at = 0; at < listed.targets.size(); ++at) {
    const Target& threshold = listed.targets[at];
    if (has_own(listed, row, at)) continue;
    if (threshold.goal.given)
      more.push_back(threshold);
    else if (row.reference.value.given)
      more.push_back(compared(threshold, row.reference));
  }
  // Several without a name could not be told apart: then the ward's own are what counts.
  if (!row.targets.empty() && listed.targets.size() == 1) return;
  row.targets.insert(row.targets.end(), more.begin(), more.end());
}

void link_content(const Row& listed, Row& row) {
  row.listed = &listed;
  row.heading = listed_text(listed.heading, row);
  row.title = listed_text(listed.title, row);
  row.declares = listed.declares;
  row.measured = listed.measured;
  add_thresholds(listed, row);
}

void link_condition(const Condition& condition, Row& row) {
  row.condition = &condition;
  row.title = listed_text(condition.title, row);
  if (row.targets.empty()) row.targets.push_back({.goal = condition.goal, .span = condition.span});
}

/// Where the rows of criteria stand: as their list has it, whatever their own order.
std::vector<Place> outline_by(const Catalogue& list, const std::vector<Row>& rows) {
  std::vector<int> row_of(list.rows.size(), -1);
  for (std::size_t at = rows.size(); at-- > 0;)
    if (rows[at].listed != nullptr)
      row_of[static_cast<std::size_t>(rows[at].listed - list.rows.data())] = static_cast<int>(at);
  const auto own = [&](int listed) {
    return listed < 0 ? -1 : row_of[static_cast<std::size_t>(listed)];
  };
  std::vector<Place> outline(rows.size());
  std::map<std::string, int> met;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    Place& place = outline[at];
    place.address = rows[at].number.given ? rows[at].number.value : fmt::format("?{}", at + 1);
    if (rows[at].listed != nullptr) {
      place = list.outline[static_cast<std::size_t>(rows[at].listed - list.rows.data())];
      place.part = own(place.part);
      place.section = own(place.section);
      place.numbered_section = own(place.numbered_section);
    }
    if (const int times = ++met[place.address]; times > 1)
      place.address += fmt::format("#{}", times);
  }
  return outline;
}

}  // namespace

int find_threshold(const Row& listed, const Row& row, const Target& target) {
  if (!target.name.given) return listed.targets.size() == 1 && row.targets.size() == 1 ? 0 : -1;
  for (std::size_t at = 0; at < listed.targets.size(); ++at) {
    const Text& name = listed.targets[at].name;
    if (name.given && fold_tones(name.value) == fold_tones(target.name.value))
      return static_cast<int>(at);
  }
  return listed.targets.size() == 1 && row.targets.size() == 1 ? 0 : -1;
}

void link_catalogue(Plan& plan) {
  if (plan.catalogue == nullptr) return;
  const Catalogue& list = *plan.catalogue;
  const auto names = names_of(list);
  std::map<std::string, const Condition*> conditions;
  for (const Condition& condition : list.conditions)
    if (condition.id.given && !condition.counts.given)
      conditions.emplace(fold(condition.id.value), &condition);
  for (Row& row : plan.rows) {
    if (!row.number.given) continue;
    if (const auto content = names.find(key_of(row)); content != names.end())
      link_content(list.rows[content->second], row);
    else if (const auto found = conditions.find(fold(row.number.value)); found != conditions.end())
      link_condition(*found->second, row);
  }
  plan.outline = outline_by(list, plan.rows);
  add_date_places(plan);
}

}  // namespace wardplan

#include "records/readings.h"

#include "records/catalogue.h"

namespace wardplan {
namespace {

template <class Reading, class Parse>
void read_once(ReadText<Reading>& text, std::unordered_map<std::string, Reading>& known,
               Parse parse) {
  if (!text.given) return;
  const auto [found, fresh] = known.try_emplace(text.value);
  if (fresh) found->second = parse(text.value);
  text.read = &found->second;
}

void read_text(WrittenQuantity& result, Readings& readings) {
  read_once(result, readings.quantities, parse_quantity);
}

void read_time(WrittenTime& time, int year, Readings& readings) {
  read_once(time, readings.times[year],
            [year](std::string_view text) { return parse_schedule(text, year); });
}

void read_rows(std::vector<Row>& rows, int year, Readings& readings) {
  for (Row& row : rows) {
    read_time(row.start, year, readings);
    read_time(row.due, year, readings);
    for (Target& target : row.targets) read_text(target.goal, readings);
    for (Update& update : row.updates) {
      read_time(update.due, year, readings);
      read_text(update.value, readings);
      for (NamedValue& named : update.values) read_text(named.value, readings);
      for (NamedValue& part : update.parts) read_text(part.value, readings);
      read_text(update.score, readings);
      read_text(update.self_score, readings);
    }
  }
}

}  // namespace

std::size_t Readings::size() const {
  std::size_t all = goals.size() + quantities.size();
  for (const auto& [year, texts] : times) all += texts.size();
  return all;
}

void read_text(WrittenGoal& goal, Readings& readings) {
  read_once(goal, readings.goals, parse_goal);
}

void read_texts(Plan& plan, Readings& readings) {
  const int year = plan.year.value;
  read_rows(plan.rows, year, readings);
  read_rows(plan.dates, year, readings);
  read_rows(plan.document.text, year, readings);
  for (Row& row : plan.document.text)
    for (Event& event : row.passage.events) read_time(event.date, year, readings);
  for (Round& round : plan.rounds) read_time(round.when, year, readings);
}

void read_texts(Catalogue& list, Readings& readings) {
  for (Row& row : list.rows) {
    for (Target& target : row.targets) read_text(target.goal, readings);
    read_text(row.points, readings);
    read_text(row.weight, readings);
  }
  for (WrittenQuantity* of_all : {&list.points, &list.weight, &list.pass})
    read_text(*of_all, readings);
  for (WardGroup& group : list.groups) read_text(group.pass, readings);
  for (Deduction& deduction : list.deductions) {
    read_text(deduction.points, readings);
    read_text(deduction.percent, readings);
  }
  for (Band& band : list.bands) read_text(band.from, readings);
  for (Condition& condition : list.conditions) read_text(condition.goal, readings);
}

}  // namespace wardplan

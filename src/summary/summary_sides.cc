// Wards that merge and split: what stands on both sides is counted on the one that is there.
#include <algorithm>
#include <utility>

#include "sheet/sheet.h"
#include "summary/summary.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Links = std::map<std::string, std::set<std::string>>;

/// All wards that come behind one by the links, however far.
std::set<std::string> reached(const Links& links, const std::string& from) {
  std::set<std::string> all;
  std::vector<std::string> next = {from};
  while (!next.empty()) {
    const auto found = links.find(next.back());
    next.pop_back();
    if (found == links.end()) continue;
    for (const std::string& id : found->second)
      if (all.insert(id).second) next.push_back(id);
  }
  return all;
}

/// The same links the other way round.
Links turned(const Links& links) {
  Links all;
  for (const auto& [from, ids] : links)
    for (const std::string& id : ids) all[id].insert(from);
  return all;
}

/// The names of those wards that have a record like it, each once.
std::vector<std::string> with_record(const std::deque<CountedPlan>& plans, const AsideWard& aside,
                                     const std::set<std::string>& wards) {
  std::vector<std::string> names;
  for (const CountedPlan& plan : plans) {
    if (plan.year != aside.year || plan.kind != aside.kind) continue;
    if (!wards.contains(fold(plan.ward_id))) continue;
    if (std::ranges::find(names, plan.ward_name) == names.end()) names.emplace_back(plan.ward_name);
  }
  return names;
}

Message why_elsewhere(const AsideWard& aside, const std::vector<std::string>& names) {
  const Message day = written(aside.day);
  const std::string where = joined(names);
  return aside.over ? say("phường có đến ngày {}; hồ sơ năm {} tính ở {}",
                          "there until {}; the year {} is counted with {}", day, aside.year, where)
                    : say("phường có từ ngày {}; hồ sơ năm {} tính ở {}",
                          "there from {}; the year {} is counted with {}", day, aside.year, where);
}

bool is_over(const Ward& ward, const Date& day) {
  return ward.until.given && day > ward.until.value;
}

bool is_to_come(const Ward& ward, const Date& day) {
  return ward.from.given && day < ward.from.value;
}

}  // namespace

bool is_there(const Ward& ward, const Date& day) {
  return !is_over(ward, day) && !is_to_come(ward, day);
}

CountedWard& side_of(const Plan& plan, const SummaryAsked& asked, CountedWard& whole) {
  if (plan.ward == nullptr || is_there(*plan.ward, asked.as_of)) return whole;
  const Ward& ward = *plan.ward;
  for (AsideWard& aside : whole.aside)
    if (aside.id == fold(ward.id.value) && aside.year == plan.year.value && aside.kind == plan.kind)
      return aside.counted;
  const bool over = is_over(ward, asked.as_of);
  whole.aside.push_back({.id = fold(ward.id.value),
                         .shown_id = ward.id.value,
                         .name = ward.name.value,
                         .year = plan.year.value,
                         .kind = plan.kind,
                         .over = over,
                         .day = over ? ward.until.value : ward.from.value,
                         .counted = {}});
  return whole.aside.back().counted;
}

void note_sides(const Ward& ward, SeenWards& seen) {
  const std::string id = fold(ward.id.value);
  for (const Text& successor : ward.successors) seen.successors[id].insert(fold(successor.value));
  for (const Text& predecessor : ward.predecessors)
    seen.successors[fold(predecessor.value)].insert(id);
}

void SummaryMaker::settle_sides() {
  const Links before = turned(seen_.successors);
  // What is to come is left out where what is over had to be counted, too.
  std::ranges::stable_sort(aside_, {}, [](const AsideWard& one) { return !one.over; });
  std::deque<AsideWard> all = std::exchange(aside_, {});
  for (AsideWard& aside : all) {
    const auto names = with_record(summary_.plans, aside,
                                   reached(aside.over ? seen_.successors : before, aside.id));
    if (names.empty()) {
      add(std::move(aside.counted));
      continue;
    }
    for (const CountedPlan& plan : aside.counted.plans)
      summary_.elsewhere.push_back({aside.shown_id, aside.name, aside.year, plan.file,
                                    plan.counts.total(), why_elsewhere(aside, names)});
  }
  std::ranges::sort(summary_.elsewhere, {}, [](const CountedElsewhere& one) {
    return std::tuple(collation_key(one.ward_name), one.year, one.file);
  });
}

Sheet elsewhere_sheet(const Summary& summary, Lang lang) {
  SheetMaker made("elsewhere",
                  {"Không tính ở đây: phường đã nhập, tách", "Counted with another ward"}, lang);
  made.ward(3, 10);
  made.count("year", {"Năm", "Year"});
  made.text("file", {"Tệp", "File"}, 3, 10);
  made.count("total", {"Số việc", "Items"});
  made.text("why", {"Vì sao", "Why"}, 5, 16);
  for (const CountedElsewhere& one : summary.elsewhere)
    made.row({named(one.ward_id, one.ward_name),
              number(one.year),
              {one.file},
              number(one.total),
              {one.why.in(lang)}});
  return std::move(made.sheet);
}

}  // namespace wardplan

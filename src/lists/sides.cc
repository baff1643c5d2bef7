#include "lists/sides.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "standing/occurrences.h"
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

bool is_over(const Ward& ward, const Date& day) {
  return ward.until.given && day > ward.until.value;
}

}  // namespace

void SideRecords::add(SideRecords&& other) {
  for (auto& [id, wards] : other.became) became[id].merge(std::move(wards));
  for (auto& [id, wards] : other.came_of) came_of[id].merge(std::move(wards));
  for (auto& [key, ward] : other.counted) {
    CountingWard& known = counted[key];
    if (known.records == 0) known.name = std::move(ward.name);
    known.records += ward.records;
  }
}

bool is_above(const Project& project, FileId file) {
  const std::filesystem::path path(identity(project.sources[file].path()));
  return path.parent_path().filename() == kReferenceWords<Plan>.subfolder;
}

std::optional<AsideRecord> side_of(const Project& project, const Report& report, const Plan& plan,
                                   const Date& day) {
  if (plan.ward == nullptr) return std::nullopt;
  const Ward& ward = *plan.ward;
  AsideRecord side{.id = fold(ward.id.value),
                   .shown_id = ward.id.value,
                   .name = ward.name.value,
                   .year = plan.year.value,
                   .kind = plan.kind};
  if (is_above(project, plan.file)) {
    side.why = AsideReason::above;
    return side;
  }
  if (is_there(&ward, day)) return std::nullopt;
  side.why = is_over(ward, day) ? AsideReason::over : AsideReason::to_come;
  side.day = side.why == AsideReason::over ? ward.until.value : ward.from.value;
  side.records = static_cast<int>(std::ranges::count_if(project.plans, [&](const Plan& one) {
    return one.ward == plan.ward && one.year.value == side.year && one.kind == side.kind &&
           is_sound(one, report);
  }));
  return side;
}

void note_sides(const Ward& ward, SideRecords& records) {
  const std::string id = fold(ward.id.value);
  const auto note = [&](const std::string& from, const std::string& into) {
    records.became[from].insert(into);
    records.came_of[into].insert(from);
  };
  for (const Text& successor : ward.successors) note(id, fold(successor.value));
  for (const Text& predecessor : ward.predecessors) note(fold(predecessor.value), id);
}

void note_counted(const Plan& plan, SideRecords& records) {
  if (plan.ward == nullptr) return;
  CountingWard& ward = records.counted[{fold(plan.ward->id.value), plan.year.value, plan.kind}];
  if (ward.records++ == 0) ward.name = plan.ward->name.value;
}

std::optional<CountedWith> counted_with(const AsideRecord& side, const SideRecords& records) {
  CountedWith with;
  if (side.why == AsideReason::above) {
    const bool alone = std::ranges::all_of(records.counted, [&](const auto& one) {
      return std::get<std::string>(one.first) == side.id;
    });
    return alone ? std::nullopt : std::optional(with);
  }
  const bool over = side.why == AsideReason::over;
  for (const std::string& id : reached(over ? records.became : records.came_of, side.id)) {
    const auto found = records.counted.find({id, side.year, side.kind});
    if (found == records.counted.end()) continue;
    with.records += found->second.records;
    const std::string& name = found->second.name;
    if (std::ranges::find(with.wards, name) == with.wards.end()) with.wards.push_back(name);
  }
  return with.wards.empty() ? std::nullopt : std::optional(with);
}

Message why_elsewhere(const CountedAside& aside) {
  const auto& [side, with] = aside;
  const Message day = written(side.day);
  Message where = say("{}", "{}", joined(with.wards));
  if (with.records < side.records)
    where += say(", nơi chỉ có {} hồ sơ (ở đây {}): xem có việc nào không được chuyển sang",
                 ", which has only {} such (here {}): see whether any work wasn't handed over",
                 with.records, side.records);
  switch (side.why) {
    case AsideReason::over:
      if (side.part)
        return say("phường có đến ngày {}; các kỳ sau đó của năm {} tính ở {}",
                   "there until {}; later periods of {} are counted with {}", day, side.year,
                   where);
      return say("phường có đến ngày {}; hồ sơ năm {} tính ở {}",
                 "there until {}; the year {} is counted with {}", day, side.year, where);
    case AsideReason::to_come:
      if (side.part)
        return say("phường có từ ngày {}; các kỳ trước đó của năm {} tính ở {}",
                   "there from {}; earlier periods of {} are counted with {}", day, side.year,
                   where);
      return say("phường có từ ngày {}; hồ sơ năm {} tính ở {}",
                 "there from {}; the year {} is counted with {}", day, side.year, where);
    case AsideReason::above:
      break;
  }
  return {"kế hoạch cấp trên để các phường góp vào, không phải của một phường",
          "a plan above that wards serve, no ward's own"};
}

Message told_elsewhere(const std::vector<CountedAside>& sides) {
  constexpr std::size_t kMostTold = 3;
  Message words;
  std::set<AsideRecord::Key> met;
  std::size_t more = 0;
  for (const CountedAside& aside : sides) {
    const AsideRecord& side = aside.first;
    if (!met.insert(side.key()).second) continue;
    if (met.size() > kMostTold) {
      ++more;
      continue;
    }
    if (!words.empty()) words += Message{"; ", "; "};
    words += say("{} ({})", "{} ({})", side.name, why_elsewhere(aside));
  }
  if (more > 0) words += say("; và {} hồ sơ nữa", "; and {} more", more);
  return words.empty() ? words : say("không tính {}", "without {}", words);
}

}  // namespace wardplan

#include "records/carried.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "records/keys.h"
#include "records/references.h"
#include "records/targets.h"
#include "text/quoted.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

void leads_nowhere(Carried& carried, const Text& by, Message problem, Message help) {
  carried.wrong = by.given ? by.span : carried.span;
  carried.problem = std::move(problem);
  carried.help = std::move(help);
}

void no_plan(Carried& carried, const std::vector<std::string>& files) {
  const std::string& name = carried.plan.value;
  std::vector<std::string> names;
  for (const std::string& file : files)
    names.push_back(std::filesystem::path(file).filename().string());
  if (std::ranges::find(names, name) != names.end())
    return leads_nowhere(carried, carried.plan,
                         say("tệp `{}` không phải hồ sơ có kết quả, hoặc còn lỗi",
                             "the file `{}` is no record with results, or has errors", name),
                         say("xem bằng `wardplan check {}`", "`wardplan check {}` says why", name));
  leads_nowhere(carried, carried.plan,
                say("thư mục này không có tệp `{}`", "this folder has no file `{}`", name),
                offer_nearest(name, names,
                              {"viết tên tệp kế hoạch trong cùng thư mục, như `2026-chu-de.yaml`",
                               "write the name of a plan's file of this folder, such as "
                               "`2026-chu-de.yaml`"}));
}

void no_item(Carried& carried, const Plan& plan, const AddressSearch& found) {
  std::vector<std::string> near = found.candidates;
  std::vector<std::string> addresses = texts(plan.outline, &Place::address);
  constexpr std::size_t kFew = 8;
  const Message there = addresses.size() <= kFew
                            ? say("một trong {}", "one of {}", quoted_list(addresses))
                            : say("xem địa chỉ bằng `wardplan list {}`",
                                  "`wardplan list {}` prints the addresses", carried.plan.value);
  Message help = near.empty() ? offer_nearest(carried.row.value, addresses, there)
                              : say("một trong {}", "one of {}", quoted_list(near));
  leads_nowhere(carried, carried.row,
                say("`{}` không có việc nào ở địa chỉ `{}`", "`{}` has no item at the address `{}`",
                    carried.plan.value, carried.row.value),
                std::move(help));
}

void no_target(Carried& carried, const Row& item) {
  std::vector<std::string> names;
  for (const Target& target : item.targets)
    if (target.name.given) names.push_back(target.name.value);
  const Message list = say("một trong {}", "one of {}", quoted_list(names));
  if (!carried.target.given)
    return leads_nowhere(carried, carried.row,
                         say("`{}` có {} chỉ tiêu, mà không nói lấy của chỉ tiêu nào",
                             "`{}` has {} targets, and nothing says which is meant",
                             carried.row.value, item.targets.size()),
                         with_hint({"thêm `target: …`", "add `target: …`"}, list));
  leads_nowhere(carried, carried.target,
                say("`{}` không có chỉ tiêu nào tên `{}`", "`{}` has no target named `{}`",
                    carried.row.value, carried.target.value),
                names.empty() ? Message{"bỏ `target`", "drop `target`"}
                              : offer_nearest(carried.target.value, names, list));
}

/// Chains of references could lead in a circle.
void carries_on(Carried& carried) {
  leads_nowhere(carried, carried.row,
                say("`{}` của `{}` cũng lấy số từ nơi khác",
                    "`{}` of `{}` takes its figure from elsewhere, too", carried.row.value,
                    carried.plan.value),
                {"dẫn thẳng đến chỉ tiêu có kết quả", "name the target that has the results"});
}

/// Which figure of the content it is, where that has several: the one of the target's name.
bool has_place(const Row& row, const Carried& carried) {
  return row.targets.size() < 2 ||
         (carried.target.given && find_target(row, carried.target.value) != nullptr);
}

void tell_no_place(const Row& row, Carried& carried) {
  const auto names = texts(row.targets, [](const Target& target) { return target.name.value; });
  leads_nowhere(carried, carried.target.given ? carried.target : carried.row,
                say("`{}` có {} chỉ tiêu, không rõ lấy số cho chỉ tiêu nào",
                    "`{}` has {} targets, and it is unclear whose figure this is", row.number.value,
                    row.targets.size()),
                say("đặt tên chỉ tiêu ở kế hoạch như ở đây: {}",
                    "give the plan's target one of the names here: {}", quoted_list(names)));
}

void link(Row& row, const Plan& plan) {
  Carried& carried = row.carried;
  const AddressSearch found = find_address(plan, carried.row.value);
  if (!found.row || plan.row(*found.row).is_heading()) return no_item(carried, plan, found);
  const Row& item = plan.row(*found.row);
  const Target* measured = item.targets.size() == 1 ? &item.targets.front() : nullptr;
  if (carried.target.given) measured = find_target(item, carried.target.value);
  if (measured == nullptr && (carried.target.given || !item.targets.empty()))
    return no_target(carried, item);
  if (item.carried.given()) return carries_on(carried);
  if (!has_place(row, carried)) return tell_no_place(row, carried);
  carried.from = &plan;
  carried.item = &item;
  carried.measured = measured;
}

/// The record in a file that nobody asked for; null where it can't be relied on.
const Plan* read_plan_along(Project& project, const std::string& path) {
  const std::string shown = shown_path(path);
  Project other;
  other.readings = project.readings;
  Report findings;
  try {
    const FileId file = project.sources.add(shown, project.read(shown));
    const auto root = yaml::read(project.sources, file, findings);
    if (root) load(other, *root, file, findings);
  } catch (const Failure&) {
    return nullptr;  // the reference is told
  }
  const bool broken = std::ranges::any_of(findings.findings(), [](const Finding& finding) {
    return finding.code->severity == Severity::error;
  });
  if (broken || other.plans.empty()) return nullptr;
  return &project.read_along.emplace_back(std::move(other.plans.front()));
}

/// The record in a file of a folder; null where there is none that can be relied on.
const Plan* plan_in(Project& project, const std::string& folder, const std::string& name,
                    Identities& identities, bool disk) {
  if (name.find('/') != std::string::npos) return nullptr;
  const std::string path = identities((std::filesystem::path(folder) / name).string());
  for (const auto* plans : {&project.plans, &project.read_along})
    for (const Plan& plan : *plans)
      if (identities(project.sources[plan.file].path()) == path) return &plan;
  const bool there = disk && is_yaml(path) && std::filesystem::exists(path);
  return there ? read_plan_along(project, path) : nullptr;
}

}  // namespace

bool carries_figures(const Plan& plan) {
  return std::ranges::any_of(plan.rows, [](const Row& row) { return row.carried.given(); });
}

void link_carried(Project& project, Plan& plan, Identities& identities, bool disk) {
  const std::string& path = project.sources[plan.file].path();
  const std::string folder = identities.folder_of(path == kStdinPath ? std::string(kStdin) : path);
  // Whoever keeps what was read has to look there again.
  if (disk) project.searched.insert(folder);
  const auto files = disk ? yaml_files_in(folder) : std::vector<std::string>();
  // Each file is read once, also one that can't be.
  std::map<std::string, const Plan*> read;
  for (Row& row : plan.rows) {
    Carried& carried = row.carried;
    if (!carried.plan.given || !carried.row.given) continue;  // a missing key is told
    const auto [known, fresh] = read.emplace(carried.plan.value, nullptr);
    if (fresh) known->second = plan_in(project, folder, known->first, identities, disk);
    if (known->second != nullptr)
      link(row, *known->second);
    else if (fresh)  // once, where it is named first
      no_plan(carried, files);
  }
}

}  // namespace wardplan

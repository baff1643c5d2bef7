#include "lists/left_out.h"

#include <algorithm>
#include <filesystem>

#include "disk/files.h"
#include "lists/item.h"

namespace wardplan {
namespace {

/// Whose a file is, as a `LeftOut` says it.
struct Whose {
  std::string id = {};
  std::string name = {};
  std::string key = {};
};

Whose whose(const Project& project, const Ward& ward) {
  // Two registers in one folder with one id are of one ward.
  const auto first = std::ranges::find_if(project.wards, [&](const Ward& other) {
    return ward.id.given && other.id.value == ward.id.value;
  });
  const Ward& known = first == project.wards.end() ? ward : *first;
  const Text& name = known.name.given ? known.name : known.id;
  return {known.id.value, name.value, identity(project.sources[known.file].path())};
}

Whose whose_folder(const std::string& folder) {
  return {{}, std::filesystem::path(folder).filename().string(), folder};
}

Whose whose_file(const Project& project, FileId file, const std::string& folder) {
  const auto of_file = [&](const auto& record) { return record.file == file; };
  if (is_shared(file) || std::ranges::any_of(project.catalogues, of_file)) return {};
  const auto plan = std::ranges::find_if(project.plans, of_file);
  const bool is_plan = plan != project.plans.end();
  if (is_plan && plan->ward != nullptr) return whose(project, *plan->ward);
  const auto ward = std::ranges::find_if(project.wards, of_file);
  if (ward != project.wards.end()) return whose(project, *ward);
  if (is_plan && plan->ward_id.given) return {plan->ward_id.value, ward_name(*plan), folder};
  return project.wards.size() == 1 ? whose(project, project.wards.front()) : whose_folder(folder);
}

LeftOut left_out(const std::string& path, Whose of, std::optional<int> errors, std::string why) {
  return {path, errors, std::move(of.id), std::move(of.name), std::move(why), std::move(of.key)};
}

}  // namespace

std::vector<LeftOut> left_out_of(const Project& project, const Report& report,
                                 const std::string& folder, Lang lang) {
  std::vector<LeftOut> all;
  for (const Finding& finding : report.findings()) {
    if (finding.code->severity != Severity::error) continue;
    const FileId file = finding.primary.span.file;
    const std::string& path = project.sources[file].path();
    const auto known = std::ranges::find(all, path, &LeftOut::file);
    if (known != all.end())
      ++*known->errors;
    else
      all.push_back(left_out(path, whose_file(project, file, folder), 1, finding.message.in(lang)));
  }
  const Whose nobody_known =
      project.wards.size() == 1 ? whose(project, project.wards.front()) : whose_folder(folder);
  for (const UnreadPath& unread : project.failures)
    all.push_back(left_out(unread.path, nobody_known, std::nullopt, unread.why.in(lang)));
  for (const Plan& plan : project.plans) {
    const Whose of = whose_file(project, plan.file, folder);
    if (is_sound(plan, report) || std::ranges::find(all, of.key, &LeftOut::key) != all.end())
      continue;
    const Phrase why = {"sổ đăng ký hay bộ tiêu chí của nó có lỗi",
                        "its register or its list of criteria has errors"};
    all.push_back(left_out(project.sources[plan.file].path(), of, 0, std::string(why.in(lang))));
  }
  return all;
}

LeftOut left_out_path(const UnreadPath& unread, Lang lang) {
  const std::filesystem::path path = identity(unread.path);
  const std::filesystem::path folder = is_yaml(unread.path) ? path.parent_path() : path;
  return left_out(unread.path, whose_folder(folder.string()), std::nullopt, unread.why.in(lang));
}

Message errors_in_words(const LeftOut& file) {
  if (!file.errors) return {"không đọc được", "unreadable"};
  return say("{} lỗi", "{1}", *file.errors, counted(*file.errors, "error"));
}

}  // namespace wardplan

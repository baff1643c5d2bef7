#include "rules/check.h"

#include <algorithm>
#include <array>

#include "document/document.h"
#include "records/codes.h"
#include "rules/rule.h"
#include "template/fill.h"
#include "text/utf8.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

/// The topics, in the order in which their rules run.
constexpr std::array kTopics = {copy_rules,    register_rules, name_rules, numbering_rules,
                                count_rules,   item_rules,     time_rules, value_rules,
                                sum_rules,     update_rules,   done_rules, listed_rules,
                                verdict_rules, round_rules,    model_rules};

std::vector<const Code*> join_codes() {
  std::vector<const Code*> all;
  for (const auto& layer :
       {document::codes(), mustache::codes(), yaml::codes(), model_codes(), acceptance_codes()})
    all.insert(all.end(), layer.begin(), layer.end());
  for (const auto& topic : kTopics)
    for (const Rule& rule : topic()) all.push_back(&rule.code);
  std::ranges::sort(all, {}, &Code::id);
  return all;
}

/// What reading found, and of the rest the codes in `wanted`.
Report only(const std::vector<std::string>& wanted, const Report& report) {
  Report kept;
  for (const Finding& finding : report.findings()) {
    const std::string_view id = finding.code->id;
    const bool of_reading = id.front() == 'Y' || id.front() == 'S';
    if (of_reading || std::ranges::find(wanted, id) != wanted.end()) kept.add(finding);
  }
  return kept;
}

/// Calls `with` for every rule that this run is about.
void each_rule(const CheckRun& run, const auto& with) {
  for (const auto& topic : kTopics)
    for (const Rule& rule : topic())
      if ((!rule.code.by_day || run.as_of) &&
          (!run.errors_only || rule.code.severity == Severity::error))
        with(rule);
}

}  // namespace

const std::vector<const Code*>& all_codes() {
  static const std::vector<const Code*> kAll = join_codes();
  return kAll;
}

const Code* find_code(std::string_view id) {
  for (const Code* code : all_codes())
    if (fold(code->id) == fold(id)) return code;
  return nullptr;
}

std::size_t check_ward(const Project& project, const CheckRun& run, Report& report) {
  each_rule(run, [&](const Rule& rule) {
    if (rule.check != nullptr) rule.check({rule.code, project, run.as_of, report});
  });
  const std::size_t accepted = apply_acceptances(project, report);
  if (run.told) report = only(*run.told, report);
  report.sort(project.sources);
  return accepted;
}

bool check_across(Project& project, Met& met, const CheckRun& run, Report& report) {
  Report added;
  each_rule(run, [&](const Rule& rule) {
    if (rule.across != nullptr) rule.across(project, met, {rule.code, project, run.as_of, added});
  });
  if (run.told) added = only(*run.told, added);
  if (added.findings().empty()) return false;
  for (const Finding& finding : added.findings()) report.add(finding);
  report.sort(project.sources);
  return true;
}

std::size_t check(Project& project, const CheckRun& run, Report& report) {
  const std::size_t accepted = check_ward(project, run, report);
  Met met;
  check_across(project, met, run, report);
  return accepted;
}

}  // namespace wardplan

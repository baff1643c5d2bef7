#include "rules/policy.h"

#include <algorithm>
#include <map>
#include <set>

#include "disk/files.h"
#include "records/project.h"
#include "rules/check.h"
#include "text/path_pattern.h"

namespace wardplan {
namespace {

/// A code that is no error, and the same as one of the other severity.
struct BothWays {
  const Code* own = nullptr;
  Code other = {};
};

std::map<std::string_view, BothWays> both_ways() {
  std::map<std::string_view, BothWays> made;
  for (const Code* code : all_codes()) {
    if (code->severity == Severity::error) continue;
    BothWays& both = made[code->id] = {code, *code};
    both.other.severity = code->severity == Severity::warning ? Severity::info : Severity::warning;
  }
  return made;
}

/// They stay where they are, as codes do.
const Code* with_severity(const Code& code, Severity severity) {
  static const std::map<std::string_view, BothWays> kCodes = both_ways();
  const BothWays& both = kCodes.at(code.id);
  return both.own->severity == severity ? both.own : &both.other;
}

/// The names of files from the folder of the settings on, each looked up once.
class Names {
 public:
  Names(const std::string& folder, const Sources& sources) : folder_(folder), sources_(sources) {}

  const std::string& of(FileId file) {
    const auto [known, fresh] = names_.try_emplace(file);
    const std::string& path = sources_[file].path();
    if (fresh && path != kStdinPath) known->second = path_below(folder_, identities_(path));
    return known->second;
  }

 private:
  const std::string& folder_;
  const Sources& sources_;
  Identities identities_;
  std::map<FileId, std::string> names_;
};

bool is_about(const FindingChoice& choice, const Finding& finding, Names& names) {
  const bool chosen = std::ranges::any_of(
      choice.codes, [&](const std::string& code) { return finding.code->id.starts_with(code); });
  if (!chosen || choice.pattern.empty()) return chosen;
  const std::string& name = names.of(finding.primary.span.file);
  return !name.empty() && path_matches(name, choice.pattern);
}

}  // namespace

std::string path_below(const std::string& folder, const std::string& identity) {
  const std::string begin = folder.ends_with('/') ? folder : folder + "/";
  return identity.starts_with(begin) ? identity.substr(begin.size()) : std::string();
}

std::size_t apply_policy(const Policy& policy, const Sources& sources, Report& report) {
  Names names(policy.folder, sources);
  std::set<std::size_t> accepted;
  for (std::size_t at = 0; at < report.findings().size(); ++at) {
    Finding& finding = report.findings()[at];
    if (finding.code->severity == Severity::error) continue;
    const auto is_meant = [&](const FindingChoice& choice) {
      return is_about(choice, finding, names);
    };
    if (std::ranges::any_of(policy.accepted, is_meant)) accepted.insert(at);
    for (const FindingLevel& level : policy.severities)
      if (is_meant(level.choice)) finding.code = with_severity(*finding.code, level.severity);
  }
  report.take_out(accepted);
  return accepted.size();
}

}  // namespace wardplan

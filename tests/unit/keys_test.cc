// What plans/README.md and README say of the keys is what the program reads by.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "cmd/settings.h"
#include "disk/files.h"
#include "golden/sandbox.h"
#include "records/entry_keys.h"
#include "records/keys.h"
#include "records/project.h"
#include "records/row_keys.h"
#include "rules/check.h"

namespace wardplan {
namespace {

const std::string kReadme = WARDPLAN_SOURCE_DIR "/plans/README.md";

template <class T>
std::string table(std::string_view of, std::span<const Key<T>> fields) {
  std::string text = fmt::format("\n{}\n\n| khóa / key | nghĩa / meaning |\n|---|---|\n", of);
  for (const Key<T>& field : fields)
    text +=
        fmt::format("| `{}`{} | {} / {} |\n", field.name, field.need == Need::required ? "*" : "",
                    field.meaning.vi, field.meaning.en);
  return text;
}

template <class T>
std::string table(std::string_view of) {
  return table(of, keys<T>());
}

std::string keys_of(std::string_view kind) {
  if (kind == "ward")
    return table<Ward>("The file") + table<Registered>("`people`") + table("`units`", unit_keys()) +
           table<WardStatus>("`statuses`") + table<Acceptance>("`accepted`");
  if (kind == "plan")
    return table<Plan>("The file") + table<Row>("`rows`") + table<Target>("`targets`") +
           table("`updates`", update_keys<RowKind::item>()) + table("`reporting`", date_keys()) +
           table("`updates` of `reporting`", update_keys<RowKind::report_day>()) +
           table<PlanColumn>("`columns`") + table<Letterhead>("`letterhead`") +
           table<IssuedText>("`document`") + table("`text` of `document`", passage_keys()) +
           table<Cited>("`bases`, `cites`") + table<Event>("`events`") +
           table<AnnexedForm>("`forms`");
  if (kind == "catalogue")
    return table<Catalogue>("The file") + table("`rows`", catalogue_row_keys()) +
           table("`targets`", catalogue_target_keys()) + table<Condition>("`conditions`") +
           table<WardGroup>("`groups`") + table<Deduction>("`deductions`") +
           table<Band>("`bands`") + table<Authority>("`authorities`");
  if (kind == "criteria")
    return table("The file", criteria_keys()) + table<Round>("`rounds`") +
           table<Registration>("`registration`") + table<Recognition>("`recognised`") +
           table<PlanColumn>("`columns`") + table("`rows`", criteria_row_keys()) +
           table<Reference>("`reference`") + table<Carried>("`carried`") +
           table("`updates`", update_keys<RowKind::content>());
  if (kind == "settings")
    return table<Settings>("The file") + table<CheckSettings>("`check`") +
           table<BuildSettings>("`build`") + table<AcceptedFindings>("`accepted`") +
           table<FindingSeverity>("`severities`");
  return table("The file", movement_keys()) + table<ModelField>("`fields`") +
         table<Level>("`levels`") + table("`models`", model_row_keys()) +
         table<Submission>("`submission`") +
         table("`updates` of models", update_keys<RowKind::model>());
}

/// The columns of lists of updates that give keys of entries, on one line.
std::string columns() {
  std::string text;
  for (const EntryKey& key : entry_keys())
    if (!key.titles.front().empty())
      text += fmt::format("{}`{}` ({})", text.empty() ? "" : ", ", key.titles[0], key.titles[1]);
  return text + ".\n";
}

/// Holds, or with WARDPLAN_BLESS writes, what stands in a file between two comments.
void hold(const std::string& path, const std::string& begins, const std::string& ends,
          const std::string& wanted) {
  CAPTURE(begins);
  std::string text = read_file(path);
  const std::size_t found = text.find(begins);
  REQUIRE(found != std::string::npos);
  const std::size_t begin = found + begins.size(), end = text.find(ends, begin);
  REQUIRE(end != std::string::npos);
  if (std::getenv("WARDPLAN_BLESS") == nullptr) {
    CHECK(text.substr(begin, end - begin) == wanted);
  } else {
    text.replace(begin, end - begin, wanted);
    golden::spill(path, text);
  }
}

TEST_CASE("plans/README.md lists every key of every record") {
  for (const std::string kind : {"ward", "plan", "catalogue", "criteria", "movement", "settings"})
    hold(kReadme, fmt::format("<!-- keys: {} -->\n", kind), "<!-- /keys -->", keys_of(kind) + "\n");
}

TEST_CASE("README names every column of lists of updates") {
  hold(WARDPLAN_SOURCE_DIR "/README.md", "<!-- columns -->\n", "<!-- /columns -->", columns());
}

TEST_CASE("the records in plans/README.md agree with each other and have no findings but notes") {
  const std::string readme = read_file(kReadme);
  std::vector<std::pair<std::string, std::string>> files = {
      {"phuong/ward.yaml",
       "kind: ward\nformat: 1\nid: vi-du-phuong\nname: phường Ví Dụ\n"
       "people:\n  - {id: a, name: Nguyễn Văn A}\nunits:\n  - {id: b, name: Bộ phận B}\n  - {id: "
       "c, name: Bộ phận C}\n  - {id: d, name: Bộ phận D}\n"}};
  for (std::size_t at = readme.find("```yaml\n"); at != std::string::npos;
       at = readme.find("```yaml\n", at)) {
    at += 8;
    const std::size_t end = readme.find("```\n", at);
    const std::string block = readme.substr(at, end - at);
    // The first line is a comment with the file's name.
    files.push_back({block.substr(2, block.find('\n') - 2), block});
    at = end + 4;
  }
  REQUIRE(files.size() == 9);
  Report report;
  Project project = read_texts(files, report);
  for (const Settings& settings : project.settings) judge_settings(settings, report);
  check(project, {std::chrono::year(2026) / 12 / 1}, report);
  CHECK(project.settings.size() == 1);
  CHECK(project.catalogues.size() == 1);
  CHECK(project.plans.size() == 6);
  for (const Finding& finding : report.findings()) {
    CAPTURE(finding.code->id);
    CAPTURE(finding.message.en);
    CHECK(finding.code->severity == Severity::info);
  }
}

TEST_CASE("each key of a row can be said to add and amend, and each such flag is of some row") {
  std::vector<std::string_view> known;
  for (const RecordKind kind : {RecordKind::plan, RecordKind::criteria, RecordKind::movement})
    for (const bool dates : {false, true})
      for (const RowKey& key : row_keys(kind, dates)) {
        known.push_back(key.name);
        // History has commands of its own, and a sample is nobody's to add.
        if (key.name == "updates" || key.name == "sample") continue;
        CAPTURE(key.name);
        CHECK(std::ranges::find(row_key_flags(), key.name, &RowKeyFlag::key) !=
              row_key_flags().end());
      }
  for (const RowKeyFlag& flag : row_key_flags()) {
    CAPTURE(flag.name);
    CHECK(std::ranges::find(known, flag.key) != known.end());
    const auto inner = inner_keys(flag.key);
    CHECK((flag.inner.empty() || std::ranges::find(inner, flag.inner) != inner.end()));
  }
}

}  // namespace
}  // namespace wardplan

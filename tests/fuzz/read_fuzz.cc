#include "fuzz/read_fuzz.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "diag/render.h"
#include "lists/cards.h"
#include "records/keys.h"
#include "records/register.h"
#include "rules/check.h"
#include "support/oracles.h"
#include "support/span_check.h"
#include "support/tree.h"
#include "write/formats.h"
#include "yaml/read.h"

namespace wardplan::test {
namespace {

/// What plans among the inputs refer to.
constexpr std::string_view kRegister =
    "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\n"
    "people:\n  - {id: a, name: Nguyễn Văn An, aliases: [anh An]}\n"
    "units:\n  - {id: b, name: UBND phường}\n  - {id: c, name: Công an phường}\n";

[[noreturn]] void fail(const std::string& what) {
  fmt::print(stderr, "property broken: {}\n", what);
  std::abort();
}

void require_good(const Sources& sources, const Label& label, const Finding& finding) {
  const Span span = label.span;
  if (span.file >= sources.size() || span.begin > span.end ||
      span.end > sources[span.file].bytes().size())
    fail(fmt::format("{}: a label at {}-{} of a shorter file", finding.code->id, span.begin,
                     span.end));
}

void check_report(const Sources& sources, const Report& report) {
  for (const Finding& finding : report.findings()) {
    if (finding.code == nullptr) fail("a finding without a code");
    if (finding.message.vi.empty() || finding.message.en.empty())
      fail(fmt::format("{}: a finding without a message", finding.code->id));
    require_good(sources, finding.primary, finding);
    for (const Label& label : finding.related) require_good(sources, label, finding);
  }
}

void check_renderers(const Sources& sources, const Report& report) {
  for (const ReportFormat& format : report_formats()) {
    for (const Lang lang : {Lang::vi, Lang::en}) {
      const std::string out = std::string(format.begin) +
                              format.render(sources, report, {lang, lang == Lang::en}) +
                              format.end({report.counts(), {}}, {});
      const bool json = format.name == "json" || format.name == "gitlab" || format.name == "sarif";
      if (json && !nlohmann::json::accept(out)) fail("the report is no JSON");
    }
  }
}

void check_sheets(const Plan& plan) {
  const Sheet sheet = plan_table(plan);
  const document::Layout* layout = document::find_layout("dang-2018", first_of_year(2026));
  for (const Format& format : kFormats) {
    const Shape shape = shape_for(format, {.sheet = true, .document = true});
    if (shape == Shape::none) continue;
    const std::string out = shape == Shape::sheet ? written_by(format.sheet, sheet, {40, true})
                                                  : format.document(sheet_document(sheet), *layout);
    const bool json = format.name == "json" || format.name == "gitlab" || format.name == "sarif";
    if (json && !nlohmann::json::accept(out)) fail("the table is no JSON");
  }
}

/// Whether the text has invisible characters, which other readers keep.
bool has_invisible(const Report& report) {
  const auto is_told = [](const Finding& finding) { return finding.code->id == "Y102"; };
  return std::ranges::any_of(report.findings(), is_told);
}

/// Reads one file into the project; false when it isn't YAML.
bool read_into(Project& project, std::string path, std::string_view bytes, Report& report) {
  const FileId file = project.sources.add(std::move(path), std::string(bytes));
  const auto root = yaml::read(project.sources, file, report);
  if (!root) {
    if (report.counts()[Severity::error] == 0) fail("refused without an error");
    return false;
  }
  if (auto fault = span_fault(project.sources, file, *root); !fault.empty()) fail(fault);
  if (auto fault = rewrapped_fault(project.sources, file, *root); !fault.empty()) fail(fault);
  if (!has_invisible(report))
    if (auto fault = oracle_fault(bytes, *root); !fault.empty()) fail(fault);
  load(project, *root, file, report);
  return true;
}

}  // namespace

bool withstand(std::string_view bytes) {
  Project project;
  Report report;
  read_into(project, "ward.yaml", kRegister, report);
  const bool is_yaml = read_into(project, "input.yaml", bytes, report);
  for (Plan& plan : project.plans) {
    plan.ward = &project.wards.front();
    link_names(plan);
  }
  check(project, {}, report);
  check_report(project.sources, report);
  check_renderers(project.sources, report);
  if (report.counts()[Severity::error] == 0)
    for (const Plan& plan : project.plans)
      if (plan.kind != RecordKind::movement) check_sheets(plan);
  return is_yaml;
}

bool read_alike(std::string_view bytes) {
  const Tree tree{std::string(bytes)};
  if (!tree || has_invisible(tree.report)) return false;
  if (auto fault = oracle_fault(bytes, *tree); !fault.empty()) fail(fault);
  return true;
}

}  // namespace wardplan::test

/// What libFuzzer calls; `fuzz_driver` calls it where there is no libFuzzer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  wardplan::test::withstand({reinterpret_cast<const char*>(data), size});
  return 0;
}

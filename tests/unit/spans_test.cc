// Properties of every file and sample that reads.
#include <doctest/doctest.h>

#include <filesystem>

#include "disk/files.h"
#include "golden/sandbox.h"
#include "rules/check.h"
#include "support/sample.h"
#include "support/span_check.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts() {
  std::vector<std::string> all = test::framed_samples();
  std::vector<UnreadPath> failures;
  for (const char* folder : {"plans", "tests/fuzz"})
    for (const std::string& file : yaml_files(fs::path(WARDPLAN_SOURCE_DIR) / folder, failures))
      all.push_back(golden::slurp(file));
  CHECK(failures.empty());
  return all;
}

template <class Check>
int check_all(Check check) {
  int read = 0;
  for (const std::string& text : texts()) {
    Sources sources;
    Report report;
    const FileId file = sources.add("text.yaml", text);
    const auto root = yaml::read(sources, file, report);
    if (!root) continue;
    ++read;
    INFO(text.substr(0, 2000));
    CHECK(check(sources, file, *root) == "");
  }
  return read;
}

TEST_CASE("every span reads back to its value and lies in its parent behind its elder sibling") {
  CHECK(check_all(test::span_fault) > 50);
}

TEST_CASE("CRLF and a BOM change no value and only shift the spans") {
  CHECK(check_all(test::rewrapped_fault) > 50);
}

TEST_CASE("the file with every style of value reads") {
  Sources sources;
  Report report;
  const auto path = fs::path(WARDPLAN_SOURCE_DIR) / "tests/fuzz/styles.yaml";
  const FileId file = sources.add("styles.yaml", golden::slurp(path));
  CHECK(yaml::read(sources, file, report));
  for (const Finding& finding : report.findings()) {
    const Position at = sources[file].position(finding.primary.span.begin);
    CAPTURE(at.line);
    CAPTURE(at.column);
    FAIL_CHECK(finding.message.en);
  }
}

/// Finds faults where there are some: the checks themselves are checked.
std::string fault_after(void (*spoil)(yaml::Node& root)) {
  Sources sources;
  Report report;
  const FileId file = sources.add("text.yaml", "a: một\nb: [hai, ba]\n");
  yaml::Document document = yaml::read(sources, file, report);
  spoil(document.root);
  return test::span_fault(sources, file, document.root);
}

TEST_CASE("a span that is off by one is found") {
  CHECK(fault_after([](yaml::Node&) {}) == "");
  CHECK(fault_after([](yaml::Node& root) { --root.pairs[0].value.span.end; }) != "");
  CHECK(fault_after([](yaml::Node& root) { ++root.pairs[0].value.span.begin; }) != "");
  CHECK(fault_after([](yaml::Node& root) { ++root.pairs[0].value.span.end; }) != "");
  CHECK(fault_after([](yaml::Node& root) { --root.pairs[1].value.span.end; }) != "");
  CHECK(fault_after([](yaml::Node& root) { --root.span.end; }) != "");
  CHECK(fault_after([](yaml::Node& root) { --root.pairs[1].key.span.begin; }) != "");
  CHECK(fault_after([](yaml::Node& root) { root.span.begin = 1; }) != "");
  CHECK(fault_after([](yaml::Node& root) { std::swap(root.pairs[0], root.pairs[1]); }) != "");
}

}  // namespace
}  // namespace wardplan

// Every code is explained, fires on its wrong sample and not on its right one.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "cli/run.h"
#include "diag/render.h"
#include "disk/files.h"
#include "rules/check.h"
#include "support/sample.h"
#include "template/codes.h"
#include "yaml/codes.h"
#include "yaml/read.h"

namespace wardplan {
namespace {

bool fires(const Report& report, const Code& code) {
  return std::ranges::any_of(report.findings(),
                             [&](const Finding& finding) { return finding.code->id == code.id; });
}

/// What else a report says, for reading it.
std::string ids_of(const Report& report) {
  std::string ids;
  for (const Finding& finding : report.findings())
    ids += std::string(finding.code->id) + ": " + finding.message.en + "\n";
  return ids;
}

/// No sample of a sensible length can be too large or a hundred deep; tests of their own make them.
bool is_exempt(const Code& code) {
  return &code == &yaml::kTooLarge || &code == &mustache::kTooDeep;
}

TEST_CASE("every code has its own id") {
  std::set<std::string_view> ids;
  for (const Code* code : all_codes()) {
    CAPTURE(code->id);
    CHECK(ids.insert(code->id).second);
  }
  CHECK(ids.size() > 40);
}

TEST_CASE("every code says what and why in both languages") {
  for (const Code* code : all_codes()) {
    CAPTURE(code->id);
    for (const Phrase& phrase : {code->title, code->what, code->why}) {
      CHECK_FALSE(phrase.vi.empty());
      CHECK_FALSE(phrase.en.empty());
      CHECK(phrase.vi != phrase.en);
    }
    CHECK_FALSE(code->right.empty());
  }
}

TEST_CASE(
    "the wrong sample of every code fires that code and no other that the right one doesn't") {
  for (const Code* code : all_codes()) {
    if (is_exempt(*code)) continue;
    CAPTURE(code->id);
    CHECK_FALSE(code->wrong.empty());
    const Report report = test::try_sample(*code, code->wrong);
    const Report mended = test::try_sample(*code, code->right);
    INFO(ids_of(report));
    CHECK(fires(report, *code));
    CHECK(std::ranges::all_of(report.findings(), [&](const Finding& finding) {
      return finding.code == code || fires(mended, *finding.code);
    }));
  }
}

TEST_CASE("the right sample of every code does not fire it and has no error") {
  for (const Code* code : all_codes()) {
    CAPTURE(code->id);
    const Report report = test::try_sample(*code, code->right);
    INFO(ids_of(report));
    CHECK_FALSE(fires(report, *code));
    CHECK(report.counts()[Severity::error] == 0);
  }
}

TEST_CASE("what goes by the day asked about is silent without one") {
  int codes = 0;
  for (const Code* code : all_codes()) {
    if (!code->by_day) continue;
    CAPTURE(code->id);
    ++codes;
    Report report;
    Project project = read_texts({{"mau/sample.yaml", test::framed(*code, code->wrong)}}, report);
    check(project, {}, report);
    CHECK_FALSE(fires(report, *code));
  }
  CHECK(codes > 0);
}

TEST_CASE("a file of one byte more than the limit is too large and one of the limit is not") {
  for (const std::size_t over : {std::size_t{0}, std::size_t{1}}) {
    Sources sources;
    Report report;
    std::string bytes = "kind: ward\n#";
    bytes.resize(kMaxFileSize + over, 'x');
    const FileId file = sources.add("large.yaml", std::move(bytes));
    CHECK(static_cast<bool>(yaml::read(sources, file, report)) == (over == 0));
    CHECK(fires(report, yaml::kTooLarge) == (over == 1));
  }
}

TEST_CASE("explain lists every code with its severity and title, in order") {
  Io io;
  CHECK(run({"explain", "--lang", "en"}, io) == 0);
  std::string expected;
  for (const Code* code : all_codes())
    expected += fmt::format("{}  {}  {}\n", code->id, severity_word(code->severity, Lang::en),
                            code->title.en);
  CHECK(io.out == expected);
}

TEST_CASE("a code is found by its id in any case, and nothing by another word") {
  CHECK(find_code("Y105") == &yaml::kTooLarge);
  CHECK(find_code("y105") == &yaml::kTooLarge);
  CHECK(find_code("Y10") == nullptr);
  CHECK(find_code("") == nullptr);
}

}  // namespace
}  // namespace wardplan

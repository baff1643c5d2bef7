// What README shows is what the program does.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/run.h"
#include "cmd/settings.h"
#include "disk/files.h"
#include "disk/replace.h"
#include "golden/sandbox.h"
#include "records/project.h"
#include "rules/check.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

/// The fenced blocks of README that are marked with `language`.
std::vector<std::string> blocks(const std::string& language) {
  const std::string readme = read_file(WARDPLAN_SOURCE_DIR "/README.md");
  const std::string fence = "\n```" + language + "\n";
  std::vector<std::string> found;
  for (std::size_t at = readme.find(fence); at != std::string::npos; at = readme.find(fence, at)) {
    at += fence.size();
    const std::size_t end = readme.find("\n```\n", at);
    found.push_back(readme.substr(at, end + 1 - at));
    at = end + 1;
  }
  return found;
}

/// The words of a command line up to its comment, as a shell splits them; input comes from nowhere.
std::vector<std::string> words(const std::string& line) {
  return golden::split_words(line.substr(0, std::min(line.find(" #"), line.find(" < "))));
}

TEST_CASE("README begins with the two commands") {
  const auto shell = blocks("sh");
  REQUIRE_FALSE(shell.empty());
  CHECK(shell.front().starts_with("scripts/demo "));
  CHECK(shell.front().find("\nscripts/test ") != std::string::npos);
}

/// A sheet for a unit as it came back, with one cell filled in.
void lay_filled_sheet(const std::string& unit) {
  Io io;
  REQUIRE(run({"table", "plans/long-bien/2023-chu-de.yaml", "--for-update", "--lead", unit}, io) ==
          0);
  const std::string empty = ",,,,,,";
  io.out.replace(io.out.find(empty), empty.size(), ",,,,,đang làm,");
  write_whole("da-dien/" + unit + ".csv", io.out);
}

TEST_CASE("every command line of README runs on the shipped plans") {
  const test::TemporaryFolder folder;
  std::filesystem::copy(WARDPLAN_SOURCE_DIR "/plans", folder.path() / "plans",
                        std::filesystem::copy_options::recursive);
  const test::WorkingFolder inside(folder.path());
  std::filesystem::copy("plans/long-bien/2023-chu-de.yaml", "cu.yaml");
  write_whole("bieu.csv",
              "KẾ HOẠCH NĂM 2024\nTT,Việc,Đơn vị chủ trì,Hạn\n1,Trồng cây,TDP,Tháng 6/2024\n");
  std::filesystem::create_directory("da-dien");
  for (const char* unit : {"vhxh", "mttq"}) lay_filled_sheet(unit);
  int run_lines = 0;
  for (const std::string& block : blocks("sh"))
    for (std::size_t at = 0; at < block.size();) {
      const std::size_t end = block.find('\n', at);
      std::vector<std::string> line = words(block.substr(at, end - at));
      at = end + 1;
      if (line.empty() || line.front() != "wardplan") continue;
      CAPTURE(line);
      line.erase(line.begin());
      Io io;
      io.read_stdin = [] { return "plans/long-bien/2023-chu-de.yaml,I.1.1,done\n"; };
      CHECK(run(line, io) != 2);
      CAPTURE(io.err);
      CHECK(io.err.find("không ghi gì") == std::string::npos);
      ++run_lines;
    }
  CHECK(run_lines >= 15);
}

TEST_CASE("the excerpt in README is what check prints") {
  const test::WorkingFolder inside(WARDPLAN_SOURCE_DIR);
  Io io;
  CHECK(run({"check", "plans"}, io) == 1);
  const auto excerpts = blocks("text");
  REQUIRE(excerpts.size() == 1);
  CHECK(io.out.find(excerpts.front()) != std::string::npos);
}

TEST_CASE("the records in README have no errors") {
  std::vector<std::string> records = blocks("yaml");
  REQUIRE(records.size() == 4);
  // The third shows keys that are added to a plan.
  Report report;
  Project project = read_texts({{"r/ward.yaml", records[0]},
                                {"r/plan.yaml", records[1] + records[2]},
                                {"wardplan.yaml", records[3]}},
                               report);
  for (const Settings& settings : project.settings) judge_settings(settings, report);
  check(project, {}, report);
  CHECK(project.wards.size() == 1);
  CHECK(project.plans.size() == 1);
  CHECK(project.settings.size() == 1);
  for (const Finding& finding : report.findings()) {
    CAPTURE(finding.message.en);
    CHECK(finding.code->severity != Severity::error);
  }
}

}  // namespace
}  // namespace wardplan

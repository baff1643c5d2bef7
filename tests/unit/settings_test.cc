// Settings of a repository, from wherever in it the program runs.
#include "cmd/settings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/flags.h"
#include "cli/run.h"
#include "disk/files.h"
#include "golden/sandbox.h"
#include "support/temporary.h"
#include "text/path_pattern.h"
#include "text/trim.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWard =
    "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\npeople:\n  - {id: a, name: Nguyễn Văn A}\n"
    "units:\n  - {id: b, name: Bộ phận B}\n";
constexpr std::string_view kPlan =
    "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
    "  - {number: \"1\", title: Trồng cây, leader: a, lead: b, due: Năm 2026}\n"
    "  - {number: \"3\", title: Tưới cây, leader: a, lead: b, due: Năm 2026}\n";

struct Answer {
  int code;
  std::string out;
  std::string err;
};

Answer ask(const std::vector<std::string>& args) {
  Io io;
  io.as_of = first_of_year(2026);
  const int code = run(args, io);
  return {code, io.out, io.err};
}

/// A repository with one ward below `plans`, and its settings.
void lay(const std::string& settings) {
  fs::create_directory(".git");
  golden::spill("plans/mau/ward.yaml", kWard);
  golden::spill("plans/mau/2026.yaml", kPlan);
  golden::spill("wardplan.yaml", "kind: settings\nformat: 1\nlang: en\n" + settings);
}

TEST_CASE("a pattern names files, and folders with all that is in them") {
  struct Tried {
    std::string_view pattern;
    std::string_view path;
    bool matches;
  };
  for (const Tried& tried : std::vector<Tried>{{"a.yaml", "a.yaml", true},
                                               {"a.yaml", "x/a.yaml", false},
                                               {"plans", "plans/cu/a.yaml", true},
                                               {"plans/", "plans/cu/a.yaml", true},
                                               {"plan", "plans/cu/a.yaml", false},
                                               {"plans/*", "plans/cu/a.yaml", true},
                                               {"plans/*.yaml", "plans/cu/a.yaml", false},
                                               {"plans/*.yaml", "plans/a.yaml", true},
                                               {"plans/*/*.yaml", "plans/cu/a.yaml", true},
                                               {"plans/**/a.yaml", "plans/a.yaml", true},
                                               {"plans/**/a.yaml", "plans/x/y/a.yaml", true},
                                               {"plans/**/a.yaml", "plans/x/y/b.yaml", false},
                                               {"**/2023-*.yaml", "plans/x/2023-chu-de.yaml", true},
                                               {"**/**/**/b", "a/a/a/a/a/a/a", false},
                                               {"**/a/**/a/**/a/**/b", "a/a/a/a/a/a/a/a", false},
                                               {"**/a/b", "a/a/b", true},
                                               {"**/a/**/b", "x/a/y/a/z/b", true},
                                               {"**/a/**/b", "b/a", false},
                                               {"**", "a/b/c.yaml", true},
                                               {"?.yaml", "ă.yaml", true},
                                               {"?.yaml", "ăă.yaml", false},
                                               {"*a*b*c", "xxaxxbxxbxxc", true},
                                               {"*a*b*c", "xxaxxbxxbxxcx", false},
                                               {"[a].yaml", "a.yaml", false},
                                               {"A.yaml", "a.yaml", false}}) {
    CAPTURE(tried.pattern);
    CAPTURE(tried.path);
    CHECK(path_matches(tried.path, tried.pattern) == tried.matches);
  }
}

TEST_CASE("settings are found from folders below, and paths in them are from their own folder") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  lay("build: {paths: plans, output: ra, format: md, only: table}\n"
      "accepted:\n  - {code: P402, path: plans/*/2026.yaml, reason: như vậy}\n");
  fs::create_directories("plans/mau/sau");
  for (const std::string where : {".", "plans/mau", "plans/mau/sau"}) {
    const test::WorkingFolder there(where);
    const Answer checked = ask({"check", folder.path() / "plans"});
    CHECK(checked.code == 0);
    CHECK(checked.err == "wardplan: 0 errors, 0 warnings in 2 files (1 accepted)\n");
  }
  {
    const test::WorkingFolder below("plans/mau");
    const Answer built = ask({"build"});
    CHECK(built.code == 0);
    CHECK(built.err == "wardplan: 1 files in `../../ra`: 1 written, 0 unchanged\n");
    CHECK(ask({"config", "--format", "csv"}).out.find("../../ra,") != std::string::npos);
  }
  CHECK(fs::exists("ra/mau/2026-table.md"));
}

TEST_CASE("a build by settings gives the same bytes again, and as the options do") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  lay("build: {paths: plans, output: ra, format: [html, md], only: [table, report], period: "
      "2026-Q1}\n");
  CHECK(ask({"build"}).code == 0);
  const std::string before = read_file("ra/mau/2026-report-2026-Q1.md");
  CHECK(ask({"build"}).err == "wardplan: 4 files in `ra`: 0 written, 4 unchanged\n");
  CHECK(read_file("ra/mau/2026-report-2026-Q1.md") == before);
  CHECK(ask({"build", "plans", "--no-config", "--lang", "en", "-o", "hai", "--format", "html,md",
             "--only", "table,report", "--period", "2026-Q1"})
            .code == 0);
  for (const auto& entry : fs::recursive_directory_iterator("ra"))
    if (entry.is_regular_file()) {
      const std::string name = entry.path().lexically_relative("ra").string();
      CAPTURE(name);
      CHECK(read_file("ra/" + name) == read_file("hai/" + name));
    }
}

TEST_CASE("settings above the root of a repository aren't looked for") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  golden::spill("wardplan.yaml", "kind: settings\nformat: 1\nlang: en\n");
  fs::create_directories("kho/.git");
  fs::create_directories("kho/sau");
  const test::WorkingFolder there("kho/sau");
  CHECK_FALSE(find_settings());
  fs::remove("../.git");
  CHECK(find_settings() == "../../wardplan.yaml");
  fs::create_directory("wardplan.yaml");
  CHECK(find_settings() == "../../wardplan.yaml");
}

TEST_CASE("each setting stands for an option of its command, which takes the same words") {
  std::vector<KeyShape> keys = keys_of_file("settings");
  add_setting_words(keys);
  for (const Setting& setting : all_settings()) {
    CAPTURE(setting.key);
    bool found = false;
    for (const Command& command : commands()) {
      if (!setting.command.empty() && setting.command != command.name) continue;
      Parsed parsed;
      for (const Flag& flag : join(command.flags(parsed), common_flags(parsed))) {
        const auto names = split(flag.name, ",");
        if (std::ranges::find(names, setting.option) == names.end()) continue;
        found = true;
        CHECK(flag.words ==
              (setting.words == nullptr ? std::vector<std::string>() : setting.words()));
      }
    }
    CHECK(found);
    CHECK(setting.said(Settings{}).empty());
  }
}

}  // namespace
}  // namespace wardplan

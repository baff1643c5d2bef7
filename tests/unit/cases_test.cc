// What the golden cases must speak of.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/run.h"
#include "golden/sandbox.h"
#include "rules/check.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

std::vector<golden::Case> all_cases() {
  std::vector<golden::Case> cases;
  const fs::path folder = fs::path(WARDPLAN_SOURCE_DIR) / "tests/cases";
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".test") {
      INFO(entry.path().string());
      REQUIRE_NOTHROW(cases.push_back(golden::load_case(entry.path(), WARDPLAN_SOURCE_DIR)));
    }
  return cases;
}

std::vector<std::string> help_lines(std::vector<std::string> args) {
  Io io;
  args.insert(args.end(), {"--lang", "en", "--help"});
  CHECK(run(args, io) == 0);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < io.out.size();) {
    const std::size_t end = std::min(io.out.find('\n', at), io.out.size());
    lines.push_back(io.out.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Words that begin the lines of the help's list of commands.
std::vector<std::string> commands() {
  std::vector<std::string> names;
  bool listed = false;
  for (const std::string& line : help_lines({})) {
    if (listed && line.starts_with("  ") && line.size() > 2 && line[2] != ' ')
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
    listed = line == "Commands:" || (listed && line.starts_with(" "));
  }
  return names;
}

/// Long options that begin lines of the help of `args`.
std::vector<std::string> long_options(const std::vector<std::string>& args) {
  std::vector<std::string> options;
  for (const std::string& line : help_lines(args)) {
    if (!line.starts_with("  -")) continue;
    const std::size_t begin = line.find("--");
    REQUIRE(begin != std::string::npos);
    options.push_back(line.substr(begin, line.find_first_of(" ,=", begin) - begin));
  }
  return options;
}

bool uses(const golden::Case& played, const std::string& word) {
  return std::ranges::any_of(played.args, [&](const std::string& arg) {
    return arg == word || arg.starts_with(word + "=");
  });
}

/// What of `wanted` no case has, for one readable answer.
template <class Has>
std::string missing(const std::vector<std::string>& wanted, Has has) {
  const auto cases = all_cases();
  std::string names;
  for (const std::string& name : wanted)
    if (std::ranges::none_of(cases, [&](const golden::Case& played) { return has(played, name); }))
      names += name + " ";
  return names;
}

TEST_CASE("every code of records is found by some case of check") {
  std::vector<std::string> ids;
  // Pages and templates are no records: no PATH of check leads to one.
  for (const Code* code : all_codes())
    if (code->frame != Frame::page && code->frame != Frame::mustache) ids.emplace_back(code->id);
  CHECK(missing(ids, [](const golden::Case& played, const std::string& id) {
          return uses(played, "check") && played.expected.out.find(id) != std::string::npos;
        }) == "");
}

TEST_CASE("every rule has a near miss: a case named after it that does not fire it") {
  for (const Code* code : all_codes()) {
    if (std::string_view("RPCD").find(code->id[0]) == std::string_view::npos) continue;
    CAPTURE(code->id);
    bool missed = false;
    for (const auto& entry :
         fs::directory_iterator(fs::path(WARDPLAN_SOURCE_DIR) / "tests/cases/rules")) {
      if (!entry.path().filename().string().starts_with(code->id)) continue;
      const golden::Case played = golden::load_case(entry.path(), WARDPLAN_SOURCE_DIR);
      missed = missed || played.expected.out.find(code->id) == std::string::npos;
    }
    CHECK(missed);
  }
}

TEST_CASE("every code that a case is about is one, and a case of a rule is about some") {
  for (const golden::Case& played : all_cases())
    for (const std::string& code : played.codes) {
      CAPTURE(played.head);
      CHECK((code == "all" || find_code(code) != nullptr));
    }
  const fs::path folder = fs::path(WARDPLAN_SOURCE_DIR) / "tests/cases/rules";
  for (const auto& entry : fs::directory_iterator(folder)) {
    CAPTURE(entry.path().string());
    CHECK_FALSE(golden::load_case(entry.path(), WARDPLAN_SOURCE_DIR).codes.empty());
  }
}

TEST_CASE("every base is laid by more than one case") {
  std::map<std::string, int> laid;
  for (const golden::Case& played : all_cases())
    for (const std::string& base : played.bases) ++laid[base];
  for (const auto& entry : fs::directory_iterator(fs::path(WARDPLAN_SOURCE_DIR) / "tests/bases")) {
    CAPTURE(entry.path().string());
    CHECK(entry.path().extension() == ".base");
    CHECK(laid[entry.path().stem().string()] > 1);
  }
}

TEST_CASE("every command is run by some case") {
  CHECK(commands().size() >= 3);
  CHECK(missing(commands(), uses) == "");
}

TEST_CASE("every option is used by some case, with each command that has it of its own") {
  const auto common = long_options({});
  CHECK(missing(common, uses) == "");
  for (const std::string& name : commands()) {
    CAPTURE(name);
    auto own = long_options({name});
    std::erase_if(own, [&](const std::string& option) {
      return std::ranges::find(common, option) != common.end();
    });
    CHECK(missing(own, [&](const golden::Case& played, const std::string& option) {
            return uses(played, name) && uses(played, option);
          }) == "");
  }
}

}  // namespace
}  // namespace wardplan

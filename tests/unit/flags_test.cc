// What the tables of flags say is what the program takes.
#include "cli/flags.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "cli/manual.h"
#include "cli/run.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

using Words = std::vector<std::string>;

std::string_view long_name(const Flag& flag) { return flag.name.substr(flag.name.find("--")); }

/// What a command needs besides to come to its flags, whatever its records are.
Words needed(const Command& command) {
  static const std::map<std::string_view, Words> kNeeded = {
      {"report", {"--period", "2023"}},
      {"build", {"-o", "khong-co"}},
      {"import", {"-o", "khong-co.yaml", "--ward", "w", "--year", "2026"}}};
  const auto found = kNeeded.find(command.name);
  return found == kNeeded.end() ? Words() : found->second;
}

Words line_of(const Command& command, const std::vector<Flag>& flags) {
  Words line = {std::string(command.name)};
  for (const Flag& flag : flags)
    if (!flag.is_option() && takes_of(flag) != Takes::form)
      line.push_back(flag.words.empty() ? "khong-co.csv" : flag.words.front());
  const Words more = needed(command);
  line.insert(line.end(), more.begin(), more.end());
  return line;
}

bool is_refused(Words line, const Flag& flag, const std::string& word) {
  line.push_back(fmt::format("{}={}", long_name(flag), word));
  line.insert(line.end(), {"--lang", "en"});
  Io io;
  run(line, io);
  return io.err.find(fmt::format("doesn't take `{}`", word)) != std::string::npos;
}

/// Judged only where other flags stand beside it, or by the record.
bool is_judged_later(const Command& command, const Flag& flag) {
  return (command.name == "update" && flag.name == "--encoding") ||
         ((command.name == "add" || command.name == "amend") && flag.name.starts_with("--"));
}

/// Commands that get to their work find nothing, and write nothing where the tests are run.
class ElsewhereFolder {
 public:
  ElsewhereFolder() { std::filesystem::current_path(folder_.path()); }
  ElsewhereFolder(const ElsewhereFolder&) = delete;
  ElsewhereFolder& operator=(const ElsewhereFolder&) = delete;
  ~ElsewhereFolder() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
  test::TemporaryFolder folder_;
};

TEST_CASE("a flag takes the words that its table has, and no others") {
  const ElsewhereFolder elsewhere;
  int tried = 0;
  for (const Command& command : commands()) {
    Parsed parsed;
    const std::vector<Flag> flags = command.flags(parsed);
    for (const Flag& flag : flags) {
      if (!flag.is_option() || !flag.has_value() || is_judged_later(command, flag)) continue;
      CAPTURE(command.name);
      CAPTURE(flag.name);
      const Words line = line_of(command, flags);
      const bool has_words = takes_of(flag) == Takes::words;
      CHECK((is_refused(line, flag, "zz-khong-co") == has_words || flag.name == "--template"));
      if (!has_words) continue;
      for (const std::string& word : flag.words) CHECK_FALSE(is_refused(line, flag, word));
      ++tried;
    }
  }
  CHECK(tried > 30);
}

TEST_CASE("the manual has a page of each command in both languages, with all its flags") {
  const auto pages = manual_pages({"", "2026-01-02"});
  for (const Command& command : commands())
    for (const char* folder : {"man1/", "vi/man1/"}) {
      const std::string path = fmt::format("{}wardplan-{}.1", folder, command.name);
      CAPTURE(path);
      const auto page = std::ranges::find(pages, path, &ManualPage::path);
      REQUIRE(page != pages.end());
      Parsed parsed;
      for (const Flag& flag : command.flags(parsed)) {
        if (!flag.is_option()) continue;
        std::string name;
        for (const char sign : long_name(flag)) name += sign == '-' ? "\\-" : std::string(1, sign);
        CAPTURE(name);
        CHECK(page->text.find("\\fB" + name + "\\fR") != std::string::npos);
      }
    }
}

}  // namespace
}  // namespace wardplan

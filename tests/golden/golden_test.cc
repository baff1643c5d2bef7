// Plays case files: golden_tests CASE… ; with WARDPLAN_BLESS=1 records what comes out instead.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "golden/case.h"
#include "golden/diff.h"
#include "golden/sandbox.h"

namespace wardplan::golden {
namespace {

bool is_blessing() {
  const char* value = std::getenv("WARDPLAN_BLESS");
  return value != nullptr && std::string_view(value) == "1";
}

void show_part(std::string_view name, std::string_view expected, std::string_view actual) {
  if (expected != actual) fmt::print("  {}:\n{}", name, diff_lines(expected, actual));
}

void show_files(const Case& played, const Outcome& actual) {
  for (const auto& [path, bytes] : actual.after) {
    const auto wanted = played.expected.after.find(path);
    const bool spoken_of = wanted != played.expected.after.end();
    if (spoken_of && wanted->second == bytes) continue;
    const auto laid = played.files.find(path);
    if (!bytes) {
      fmt::print("  file `{}` is gone\n", path);
    } else if (spoken_of && wanted->second) {
      fmt::print("  file `{}` afterwards:\n{}", path, diff_lines(*wanted->second, *bytes));
    } else if (spoken_of) {
      fmt::print("  file `{}` is there but should be gone\n", path);
    } else {
      fmt::print("  file `{}` was written, which no section expects:\n{}", path,
                 diff_lines(laid == played.files.end() ? "" : laid->second, *bytes));
    }
  }
}

void show(const std::string& path, const Case& played, const Outcome& actual) {
  fmt::print("FAILED {}\n{}", path, played.head.substr(0, played.head.find("\n-- ") + 1));
  fmt::print("  - expected, + actual\n");
  show_part("stdout", played.expected.out, actual.out);
  show_part("stderr", played.expected.err, actual.err);
  show_part("exit", fmt::format("{}\n", played.expected.exit_code),
            fmt::format("{}\n", actual.exit_code));
  show_files(played, actual);
}

bool play(const std::string& path) {
  const Case played = load_case(path, WARDPLAN_SOURCE_DIR);
  const Outcome actual = run_case(played, WARDPLAN_SOURCE_DIR);
  if (is_blessing()) {
    const std::string recorded = record_case(played, actual);
    if (recorded == slurp(path)) return true;
    spill(path, recorded);
    fmt::print("recorded {}\n", path);
    return true;
  }
  if (actual == played.expected) return true;
  show(path, played, actual);
  return false;
}

}  // namespace
}  // namespace wardplan::golden

int main(int argc, char** argv) {
  // What failed before a case that crashes is told all the same.
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  bool passed = argc > 1;
  if (argc < 2) fmt::print(stderr, "usage: golden_tests CASE…\n");
  for (int at = 1; at < argc; ++at) {
    try {
      passed = wardplan::golden::play(argv[at]) && passed;
    } catch (const std::exception& problem) {
      fmt::print("FAILED {}: {}\n", argv[at], problem.what());
      passed = false;
    }
  }
  return passed ? 0 : 1;
}

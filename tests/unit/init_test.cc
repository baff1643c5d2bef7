// What `init` makes passes `check`, but for what nobody has filled in yet.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/run.h"
#include "golden/sandbox.h"
#include "support/temporary.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

int errors_in(const std::string& path) {
  Io io;
  const int exit = run({"check", path, "--fail-on", "error"}, io);
  CAPTURE(io.out);
  CAPTURE(io.err);
  CHECK(exit == 0);
  return exit;
}

TEST_CASE("a new folder has no error, and its register, plan and movement nothing to tell") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  for (const char* name : {"phường Long Biên", "Xã A: b #c", "\"Mẫu\" {1}", "Phường 12"}) {
    CAPTURE(name);
    const std::string place = fold_bare(name).substr(0, 3);
    Io io;
    REQUIRE(run({"init", place, "--name", name, "--year", "2027"}, io) == 0);
    errors_in(place);
    for (const char* file : {"ward.yaml", "2027-ke-hoach.yaml", "2027-dan-van-kheo.yaml"}) {
      Io checked;
      CHECK(run({"check", place + "/" + file}, checked) == 0);
    }
    fs::remove_all(place);
  }
}

TEST_CASE("each shipped record goes into another year without an error") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  fs::copy(WARDPLAN_SOURCE_DIR "/plans", "plans", fs::copy_options::recursive);
  int carried = 0;
  for (const auto& entry : fs::recursive_directory_iterator("plans")) {
    const std::string path = entry.path().generic_string();
    if (!entry.path().filename().string().starts_with("202") || path.ends_with("next.yaml"))
      continue;
    const std::string next = path.substr(0, path.size() - 5) + "-next.yaml";
    Io io;
    CHECK(run({"init", "--from", path, "-o", next}, io) == 0);
    errors_in(next);
    CHECK(golden::slurp(next).find("updates:") == std::string::npos);
    ++carried;
  }
  CHECK(carried == 4);
}

TEST_CASE("a BOM stays in front of a record that is carried into another year") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  golden::spill("ward.yaml", "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\n");
  golden::spill(
      "2026.yaml",
      std::string(kBom) + "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: a\nrows: []");
  Io io;
  CHECK(run({"init", "--from", "2026.yaml"}, io) == 0);
  CHECK(golden::slurp("2027.yaml").starts_with(std::string(kBom) + "# "));
}

}  // namespace
}  // namespace wardplan

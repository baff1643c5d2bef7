#include "disk/new_files.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "disk/files.h"
#include "golden/sandbox.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

TEST_CASE("new files come with their folders, and what comes then sees them all") {
  const test::TemporaryFolder folder;
  const std::string one = folder.path() / "a/b/một.yaml", other = folder.path() / "a/hai.yaml";
  bool seen = false;
  write_all_new({{one, "1"}, {other, "2"}}, [&] { seen = fs::exists(one) && fs::exists(other); });
  CHECK(seen);
  CHECK(read_file(one) == "1");
  CHECK(read_file(other) == "2");
}

TEST_CASE("where one file can't be written, none is, and folders that were made go as well") {
  const test::TemporaryFolder folder;
  const fs::path there = folder.path() / "there.yaml";
  golden::spill(there, "old");
  CHECK_THROWS_AS(write_all_new({{folder.path() / "a/b/c.yaml", "1"}, {there, "2"}}), Failure);
  CHECK(read_file(there) == "old");
  CHECK(!fs::exists(folder.path() / "a"));
  CHECK_THROWS_AS(write_all_new({{folder.path() / "a/c.yaml", "1"}},
                                [] { throw Failure(Message("không được", "no")); }),
                  Failure);
  CHECK(!fs::exists(folder.path() / "a"));
}

TEST_CASE("two files of one path are refused before anything is written") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() / "a.yaml";
  CHECK_THROWS_AS(write_all_new({{path, "1"}, {folder.path() / "x/../a.yaml", "2"}}), Failure);
  CHECK(!fs::exists(path));
}

}  // namespace
}  // namespace wardplan

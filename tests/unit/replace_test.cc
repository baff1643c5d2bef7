#include "disk/replace.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "disk/files.h"
#include "golden/sandbox.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;
using golden::slurp;
using golden::spill;

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  return names;
}

unsigned mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

TEST_CASE("a file is read and written whole, whatever its bytes") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() / "Kế hoạch.md";
  const std::string bytes("một\r\n\0\xFF", 9);
  write_whole(path, bytes);
  CHECK(read_file(path) == bytes);
  write_whole(path, "");
  CHECK(read_file(path) == "");
  CHECK(names_in(folder.path()).size() == 1);
}

TEST_CASE("the mode of a file that is written again is kept, and a new one follows the umask") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.md";
  const mode_t before = ::umask(027);
  write_whole(path, "cũ");
  CHECK(mode_of(path) == 0640);
  CHECK(::chmod(path.c_str(), 0604) == 0);
  write_whole(path, "mới");
  CHECK(mode_of(path) == 0604);
  ::umask(before);
}

TEST_CASE("a new file takes a name that nothing has, and no other") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "mới.yaml", link = folder.path() / "liên kết.yaml";
  const mode_t before = ::umask(027);
  write_new(path, "một");
  ::umask(before);
  CHECK(slurp(path) == "một");
  CHECK_THROWS_AS(write_new(path, "hai"), Failure);
  CHECK(slurp(path) == "một");
  fs::create_symlink("không có", link);
  CHECK_THROWS_AS(write_new(link, "hai"), Failure);
  CHECK_FALSE(fs::exists(folder.path() / "không có"));
  CHECK_THROWS_AS(write_new(folder.path() / "không có/a.yaml", "x"), Failure);
  CHECK(names_in(folder.path()).size() == 2);
}

TEST_CASE("a file that appears while another of its name is written stays") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "a.yaml";
  Temporary temporary(spot_of(path, path), path, std::nullopt);
  temporary.add("của lệnh");
  temporary.finish(Durable::later);
  spill(path, "của người khác");
  CHECK_FALSE(temporary.take_new_place());
  CHECK(slurp(path) == "của người khác");
}

TEST_CASE("a symbolic link stays a link and its target is written") {
  const test::TemporaryFolder folder;
  spill(folder.path() / "đích/a.md", "cũ");
  const fs::path link = folder.path() / "a.md";
  fs::create_symlink("đích/a.md", link);
  write_whole(link, "mới");
  CHECK(fs::is_symlink(link));
  CHECK(slurp(folder.path() / "đích/a.md") == "mới");
}

TEST_CASE("a link to a file that isn't there yet stays a link and the file is made") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder.path() / "out");
  fs::create_symlink("out/x.csv", folder.path() / "link.csv");
  write_whole(folder.path() / "link.csv", "mới");
  CHECK(fs::is_symlink(folder.path() / "link.csv"));
  CHECK(slurp(folder.path() / "out/x.csv") == "mới");
  fs::create_symlink("b", folder.path() / "a");
  fs::create_symlink("a", folder.path() / "b");
  CHECK_THROWS_AS(write_whole(folder.path() / "a", "mới"), Failure);
}

TEST_CASE("a relative path without a folder is written in the current one") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  write_whole("a.md", "một");
  CHECK(slurp(folder.path() / "a.md") == "một");
}

TEST_CASE("what cannot be written is left as it was, with nothing beside it") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder.path() / "thư mục");
  CHECK_THROWS_AS(write_whole(folder.path() / "thư mục", "x"), Failure);
  CHECK_THROWS_AS(write_whole(folder.path() / "không có/a.md", "x"), Failure);
  CHECK(names_in(folder.path()).size() == 1);
  // For root too, whom no mode stops.
  const fs::path path = folder.path() / "a.md";
  spill(path, "cũ");
  CHECK(::chmod(path.c_str(), 0444) == 0);
  CHECK_THROWS_AS(write_whole(path, "mới"), Failure);
  CHECK(slurp(path) == "cũ");
}

TEST_CASE("a full device is a failure that names the file in both languages") {
  try {
    write_whole("/dev/full", "x");
    FAIL("written");
  } catch (const Failure& failure) {
    CHECK(failure.message.vi.find("/dev/full") != std::string::npos);
    CHECK(failure.message.en.find("/dev/full") != std::string::npos);
  }
}

}  // namespace
}  // namespace wardplan

#include "text/files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

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

TEST_CASE("a symbolic link stays a link and its target is written") {
  const test::TemporaryFolder folder;
  spill(folder.path() / "đích/a.md", "cũ");
  const fs::path link = folder.path() / "a.md";
  fs::create_symlink("đích/a.md", link);
  write_whole(link, "mới");
  CHECK(fs::is_symlink(link));
  CHECK(slurp(folder.path() / "đích/a.md") == "mới");
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
  // Root writes everywhere.
  if (::geteuid() == 0) return;
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

TEST_CASE("a file that is not there or is a folder cannot be read") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(read_file(folder.path() / "a.yaml"), Failure);
  CHECK_THROWS_AS(read_file(folder.path()), Failure);
  std::vector<Message> failures;
  CHECK(yaml_files(folder.path() / "a.yaml", failures).empty());
  CHECK(failures.size() == 1);
}

TEST_CASE("no more than one byte over the limit is read") {
  CHECK(read_file("/dev/zero").size() == kMaxFileSize + 1);
}

TEST_CASE("yaml files of a folder are found in order, hidden ones and links in circles are not") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  for (const std::string_view name : {"p/b.yaml", "p/a.yml", "p/c/d.yaml", "p/e.txt", "p/.f.yaml",
                                      "p/.git/g.yaml", "p/đ.yaml", "h.yaml", "p/g.YAML"})
    spill(name, "");
  fs::create_directory_symlink("..", "p/c/vòng");
  fs::create_directory("p/rỗng.yaml");
  using Names = std::vector<std::string>;
  std::vector<Message> failures;
  CHECK(yaml_files("p", failures) ==
        Names{"p/a.yml", "p/b.yaml", "p/c/d.yaml", "p/g.YAML", "p/đ.yaml"});
  CHECK(yaml_files(".", failures) ==
        Names{"h.yaml", "p/a.yml", "p/b.yaml", "p/c/d.yaml", "p/g.YAML", "p/đ.yaml"});
  CHECK(yaml_files("p/e.txt", failures) == Names{"p/e.txt"});
  CHECK(yaml_files_in("p") == Names{"p/a.yml", "p/b.yaml", "p/g.YAML", "p/đ.yaml"});
  CHECK(yaml_files_in("không có").empty());
  CHECK(failures.empty());
}

TEST_CASE("a link that leads in a circle is told and hides nothing else") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("p/a.yaml", "");
  fs::create_symlink("vòng.yaml", "p/vòng.yaml");
  fs::create_symlink("kín", "p/kín");
  std::vector<Message> failures;
  CHECK(yaml_files("p", failures) == std::vector<std::string>{"p/a.yaml", "p/vòng.yaml"});
  CHECK(yaml_files_in("p").size() == 2);
  CHECK_THROWS_AS(read_file("p/vòng.yaml"), Failure);
}

}  // namespace
}  // namespace wardplan

#include "disk/files.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "disk/system.h"
#include "golden/sandbox.h"
#include "support/temporary.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;
using golden::spill;

TEST_CASE("a file that is not there or is a folder cannot be read") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(read_file(folder.path() / "a.yaml"), Failure);
  CHECK_THROWS_AS(read_file(folder.path()), Failure);
  std::vector<UnreadPath> failures;
  CHECK(yaml_files(folder.path() / "a.yaml", failures).empty());
  CHECK(failures.size() == 1);
}

TEST_CASE("of a folder the first records are those of upper folders, and no more than asked for") {
  const test::TemporaryFolder folder;
  for (const char* name : {"a/b/1.yaml", "a/2.yml", "c/3.yaml", "4.yaml", ".git/5.yaml", "a/6.txt"})
    spill(folder.path() / name, "x");
  const auto names = [&](std::size_t most) {
    std::string all;
    for (const std::string& file : first_yaml_files(folder.path().string(), most))
      all += fs::path(file).filename().string() + " ";
    return all;
  };
  CHECK(names(10) == "4.yaml 2.yml 3.yaml 1.yaml ");
  CHECK(names(2) == "4.yaml 2.yml ");
  const std::string file = folder.path() / "4.yaml";
  CHECK(first_yaml_files(file, 10) == std::vector{file});
  CHECK(first_yaml_files(folder.path() / "khong-co", 10).size() == 1);
}

TEST_CASE("no more than one byte over the limit is read") {
  const Descriptor zeros(::open("/dev/zero", O_RDONLY | O_CLOEXEC));
  CHECK(read_file("/dev/fd/" + std::to_string(zeros.fd())).size() == kMaxFileSize + 1);
}

TEST_CASE("a pipe or a device is no file to be read, and is not waited for") {
  const test::TemporaryFolder folder;
  const std::string pipe = folder.path() / "a.yaml";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_THROWS_AS(read_file(pipe), Failure);
  CHECK_THROWS_AS(read_file("/dev/zero"), Failure);
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
  std::vector<UnreadPath> failures;
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
  std::vector<UnreadPath> failures;
  CHECK(yaml_files("p", failures) == std::vector<std::string>{"p/a.yaml", "p/vòng.yaml"});
  CHECK(yaml_files_in("p").size() == 2);
  CHECK_THROWS_AS(read_file("p/vòng.yaml"), Failure);
}

}  // namespace
}  // namespace wardplan

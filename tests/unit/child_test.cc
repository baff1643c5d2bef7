// Other programs that are run without a shell.
#include <doctest/doctest.h>

#include <string>

#include "disk/child.h"

namespace wardplan {
namespace {

TEST_CASE("a program gets its input and gives its answer, however long both are") {
  std::string input;
  for (int at = 0; at < 100'000; ++at) input += std::to_string(at) + "\n";
  const auto result = run_child({"cat"}, input, {});
  REQUIRE(result);
  CHECK(result->out == input);
  CHECK(result->exit_code == 0);
}

TEST_CASE("one that reads nothing and one that says nothing end as well") {
  const std::string input(1 << 20, 'x');
  CHECK(run_child({"true"}, input, {})->exit_code == 0);
  CHECK(run_child({"false"}, "", {})->exit_code == 1);
}

TEST_CASE("no shell reads the words, and what goes wrong is told apart") {
  CHECK(run_child({"echo", "$HOME", "a b", "`id`"}, "", {})->out == "$HOME a b `id`\n");
  CHECK_FALSE(run_child({"no-such-program-anywhere"}, "", {}));
  const auto failed = run_child({"ls", "/no/such/folder"}, "", {});
  CHECK(failed->exit_code != 0);
  CHECK(failed->err.find("No such file") != std::string::npos);
  CHECK(run_child({"sh", "-c", "kill -9 $$"}, "", {})->exit_code == 128 + 9);
}

TEST_CASE("its words are English, and variables can be kept from it") {
  CHECK(run_child({"sh", "-c", "echo $LC_ALL"}, "", {})->out == "C\n");
  CHECK(run_child({"sh", "-c", "echo \"[$PWD_OF_NOBODY$PATH]\""}, "", {})->out != "[]\n");
  CHECK(run_child({"/bin/sh", "-c", "echo \"[$HOME]\""}, "", {"HOME="})->out == "[]\n");
}

}  // namespace
}  // namespace wardplan

// Other programs that are run without a shell.
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
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
  ::setenv("WARDPLAN_TEST_ONE", "1", 1);
  ::setenv("WARDPLAN_TEST_ONE_MORE", "2", 1);
  const std::vector<std::string> show = {
      "sh", "-c", "echo $LC_ALL $LANGUAGE [$WARDPLAN_TEST_ONE $WARDPLAN_TEST_ONE_MORE]"};
  CHECK(run_child(show, "", {})->out == "C [1 2]\n");
  CHECK(run_child(show, "", {"WARDPLAN_TEST_ONE="})->out == "C [ 2]\n");
  ::unsetenv("WARDPLAN_TEST_ONE");
  ::unsetenv("WARDPLAN_TEST_ONE_MORE");
}

TEST_CASE("what it complains about may be long, too, and comes whole beside its answer") {
  const auto result = run_child({"sh", "-c", "seq 1 100000 >&2; seq 1 100000"}, "", {});
  CHECK(result->err.size() == 588'895);
  CHECK(result->out == result->err);
}

TEST_CASE("its end counts, not that of what it left behind") {
  for (const char* command : {"sleep 20 & echo done", "sleep 20 >/dev/null & echo done"}) {
    const auto begun = std::chrono::steady_clock::now();
    const auto result = run_child({"sh", "-c", command}, "", {});
    CHECK(result->out == "done\n");
    CHECK(result->exit_code == 0);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
  }
}

TEST_CASE("signals that are ignored here are none of its business") {
  for (const int ignored : {SIGCHLD, SIGPIPE}) {
    const auto before = std::signal(ignored, SIG_IGN);
    CHECK(run_child({"sh", "-c", "exit 3"}, "", {})->exit_code == 3);
    CHECK(run_child({"sh", "-c", "kill -PIPE $$; exit 4"}, "", {})->exit_code == 128 + SIGPIPE);
    std::signal(ignored, before);
  }
}

}  // namespace
}  // namespace wardplan

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <iterator>

#include "cli.h"
#include "cmd/commands.h"
#include "text/files.h"

namespace {

/// A reader that left (`| head`) is no failure of ours; a full disk is.
bool deliver(int fd, const std::string& bytes, wardplan::Lang lang) {
  try {
    wardplan::write_all(fd, bytes, "stdout");
    return true;
  } catch (const wardplan::Failure& failure) {
    if (errno == EPIPE) return true;
    std::cerr << "wardplan: " << failure.message.in(lang) << '\n';
    return false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  wardplan::Io io;
  io.env = [](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return std::string(value != nullptr ? value : "");
  };
  io.read_stdin = [] { return wardplan::read_all(STDIN_FILENO, "stdin"); };
  io.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  io.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  const int code = wardplan::run({argv + 1, argv + argc}, io);
  const bool out = deliver(STDOUT_FILENO, io.out, io.lang);
  const bool err = deliver(STDERR_FILENO, io.err, io.lang);
  return out && err ? code : wardplan::kCannot;
}

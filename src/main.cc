#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "cli/run.h"
#include "cmd/commands.h"
#include "disk/files.h"

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

/// A file that is opened must not get the number of a stream that came closed: what is said would
/// be written into it. What is said then gets lost; an answer, or a question, is still an error.
void stop_gaps() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(fd, F_GETFD) < 0)
      static_cast<void>(::open("/dev/null", fd == STDOUT_FILENO ? O_RDONLY : O_WRONLY));
}

/// The day on the user's calendar.
wardplan::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

/// What came on standard input; with `wait` at least a byte, or its end.
std::string read_more(bool wait) {
  pollfd in{STDIN_FILENO, POLLIN, 0};
  if (!wait && ::poll(&in, 1, 0) <= 0) return {};
  std::string bytes(1 << 16, '\0');
  ssize_t got = 0;
  while ((got = ::read(STDIN_FILENO, bytes.data(), bytes.size())) < 0 && errno == EINTR) {
  }
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

std::optional<std::string> ask(const std::string& question) {
  std::cerr << question << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

int terminal_width(int fd) {
  winsize size = {};
  return ::ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  stop_gaps();
  wardplan::Io io;
  io.program = wardplan::kProgram;
  io.commit = {*wardplan::kCommit != '\0' ? wardplan::kCommit : "unknown", wardplan::kCommitDay};
  io.env = [](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return std::string(value != nullptr ? value : "");
  };
  io.read_stdin = [] { return wardplan::read_all(STDIN_FILENO, "stdin"); };
  io.read_more = read_more;
  if (::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1) io.ask = ask;
  io.today = today;
  io.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  io.out_width = terminal_width(STDOUT_FILENO);
  io.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  if (io.err_is_terminal)
    io.progress = [](const std::string& text) { std::cerr << text << std::flush; };
  bool delivered = true;
  io.flush = [&delivered](wardplan::Io& said) {
    if (!deliver(STDOUT_FILENO, said.out, said.lang)) delivered = false;
    // What was done is done, and the exit code tells of it.
    deliver(STDERR_FILENO, said.err, said.lang);
    said.out.clear();
    said.err.clear();
  };
  const int code = wardplan::run({argv + 1, argv + argc}, io);
  io.flush(io);
  return delivered ? code : wardplan::kCannot;
}

#include "disk/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "disk/files.h"
#include "disk/system.h"

namespace wardplan {
namespace {

[[noreturn]] void cannot_run(const std::string& program, int error) {
  throw Failure(say("không chạy được `{}`: {}", "cannot run `{}`: {}", program, reason(error)));
}

/// Both ends of a pipe, which no other child gets.
struct Pipe {
  Descriptor read{-1};
  Descriptor write{-1};
};

Pipe make_pipe(const std::string& program) {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) cannot_run(program, errno);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// The same for what is written to a child: a socket, which tells of one that is gone by an error
/// instead of a signal.
Pipe make_input(const std::string& program) {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) cannot_run(program, errno);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void never_wait(const Descriptor& end) {
  ::fcntl(end.fd(), F_SETFL, ::fcntl(end.fd(), F_GETFL) | O_NONBLOCK);
}

std::vector<std::string> environment(const std::vector<std::string>& without) {
  std::vector<std::string> kept;
  for (char** at = ::environ; at != nullptr && *at != nullptr; ++at) {
    const std::string_view one = *at;
    const bool held_back = one.starts_with("LC_ALL=") || one.starts_with("LANGUAGE=") ||
                           std::ranges::any_of(without, [&](const std::string& name) {
                             return one.starts_with(name);
                           });
    if (!held_back) kept.emplace_back(one);
  }
  kept.emplace_back("LC_ALL=C");
  return kept;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// A program that runs; one that nobody waited for is ended.
class Child {
 public:
  Child(const std::string& program, pid_t id) : program_(program), id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (ended_) return;
    ::kill(id_, SIGKILL);
    while (::waitpid(id_, &status_, 0) < 0 && errno == EINTR) continue;
  }

  /// Looks whether it has ended, or waits until it has.
  bool has_ended(bool wait) {
    while (!ended_) {
      const pid_t told = ::waitpid(id_, &status_, wait ? 0 : WNOHANG);
      ended_ = told == id_;
      if (told == 0) break;
      if (told < 0 && errno != EINTR) {
        ended_ = true;
        cannot_run(program_, errno);
      }
    }
    return ended_;
  }

  int exit_code() {
    has_ended(true);
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  }

 private:
  const std::string& program_;
  pid_t id_;
  int status_ = 0;
  bool ended_ = false;
};

/// So long nothing may come before we look whether the child is still there.
constexpr int kQuietMilliseconds = 20;

/// The child's streams, and what goes through them.
struct Streams {
  const std::string& program;
  Pipe in, out, err;

  /// Writes and reads as either is ready, so that neither waits for the other, until both answers
  /// are whole: they end, or the child does, and others that it left behind hold them open.
  void run(std::string_view input, Child& child, ChildResult& result) {
    for (const Descriptor* end : {&in.write, &out.read, &err.read}) never_wait(*end);
    bool ended = false;
    while (out.read.is_open() || err.read.is_open()) {
      if (input.empty()) in.write.close();
      std::array<pollfd, 3> ready = {pollfd{in.write.fd(), POLLOUT, 0},
                                     pollfd{out.read.fd(), POLLIN, 0},
                                     pollfd{err.read.fd(), POLLIN, 0}};
      const int count = ::poll(ready.data(), ready.size(), ended ? 0 : kQuietMilliseconds);
      if (count < 0 && errno != EINTR) cannot_run(program, errno);
      if (count == 0 && ended) return;
      // What it wrote at last is looked for once more.
      if (count == 0) ended = child.has_ended(false);
      if (ready[0].revents != 0) feed(input);
      if (ready[1].revents != 0) take(out.read, result.out);
      if (ready[2].revents != 0) take(err.read, result.err);
    }
  }

  /// A child that doesn't want the rest doesn't get it.
  void feed(std::string_view& input) {
    const ssize_t put = ::send(in.write.fd(), input.data(), input.size(), MSG_NOSIGNAL);
    if (put > 0)
      input.remove_prefix(static_cast<std::size_t>(put));
    else if (errno != EAGAIN && errno != EINTR)
      input = {};
  }

  void take(Descriptor& from, std::string& bytes) {
    std::array<char, 1 << 16> piece;
    const ssize_t got = ::read(from.fd(), piece.data(), piece.size());
    if (got > 0)
      bytes.append(piece.data(), static_cast<std::size_t>(got));
    else if (got == 0)
      from.close();
    else if (errno != EAGAIN && errno != EINTR)
      cannot_run(program, errno);
  }
};

/// Where whoever started us ignores the ends of children, nobody could ask how they ended.
void notice_ends() {
  struct sigaction now = {};
  if (::sigaction(SIGCHLD, nullptr, &now) == 0 && now.sa_handler == SIG_IGN)
    std::signal(SIGCHLD, SIG_DFL);
}

/// The child's number, or the error that kept it from running.
int spawn(const Streams& streams, std::vector<std::string> command,
          std::vector<std::string> variables, pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, streams.in.read.fd(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.out.write.fd(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.err.write.fd(), STDERR_FILENO);
  // That we go on where a reader left is no reason for others to.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int error = ::posix_spawnp(&child, command.front().c_str(), &actions, &attributes,
                                   pointers(command).data(), pointers(variables).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

std::optional<ChildResult> run_child(const std::vector<std::string>& command,
                                     std::string_view input,
                                     const std::vector<std::string>& without) {
  const std::string& program = command.front();
  Streams streams{program, make_input(program), make_pipe(program), make_pipe(program)};
  notice_ends();
  pid_t id = 0;
  const int error = spawn(streams, command, environment(without), id);
  if (error == ENOENT) return std::nullopt;
  if (error != 0) cannot_run(program, error);
  Child child(program, id);
  streams.in.read.close();
  streams.out.write.close();
  streams.err.write.close();
  ChildResult result;
  streams.run(input, child, result);
  result.exit_code = child.exit_code();
  return result;
}

}  // namespace wardplan

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

/// The child's streams, and what goes through them.
struct Streams {
  Pipe in, out, err;

  /// Writes and reads as either is ready, so that neither waits for the other.
  void run(std::string_view input, ChildResult& result) {
    for (const Descriptor* end : {&in.write, &out.read, &err.read}) never_wait(*end);
    while (out.read.is_open() || err.read.is_open()) {
      if (input.empty()) in.write.close();
      std::array<pollfd, 3> ready = {pollfd{in.write.fd(), POLLOUT, 0},
                                     pollfd{out.read.fd(), POLLIN, 0},
                                     pollfd{err.read.fd(), POLLIN, 0}};
      if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) return;
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

  static void take(Descriptor& from, std::string& bytes) {
    std::array<char, 1 << 16> piece;
    const ssize_t got = ::read(from.fd(), piece.data(), piece.size());
    if (got > 0)
      bytes.append(piece.data(), static_cast<std::size_t>(got));
    else if (got == 0 || (errno != EAGAIN && errno != EINTR))
      from.close();
  }
};

/// The child's number, or the error that kept it from running.
int spawn(const Streams& streams, std::vector<std::string> command,
          std::vector<std::string> variables, pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, streams.in.read.fd(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.out.write.fd(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.err.write.fd(), STDERR_FILENO);
  const int error = ::posix_spawnp(&child, command.front().c_str(), &actions, nullptr,
                                   pointers(command).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

std::optional<ChildResult> run_child(const std::vector<std::string>& command,
                                     std::string_view input,
                                     const std::vector<std::string>& without) {
  const std::string& program = command.front();
  Streams streams{make_input(program), make_pipe(program), make_pipe(program)};
  pid_t child = 0;
  const int error = spawn(streams, command, environment(without), child);
  if (error == ENOENT) return std::nullopt;
  if (error != 0) cannot_run(program, error);
  streams.in.read.close();
  streams.out.write.close();
  streams.err.write.close();
  ChildResult result;
  streams.run(input, result);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) cannot_run(program, errno);
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace wardplan

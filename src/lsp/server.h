#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lsp/answers.h"
#include "lsp/frames.h"
#include "lsp/session.h"

// The protocol: messages in, messages out, in their order, and what an editor may ask when.

namespace wardplan::lsp {

/// One editor on the other side of a stream.
class Server {
 public:
  /// `today`: asked before each check, empty where the day was said. `io` must live as long.
  Server(Io& io, std::string version, std::function<Date()> today)
      : io_(io), session_(io), version_(std::move(version)), today_(std::move(today)) {}

  /// Takes what came in; what is to be sent goes to the end of `io.out`.
  void take(std::string_view bytes);

  /// Does the next thing that is to be done: answers a message, or checks a ward where none waits.
  /// False: there is nothing to do.
  bool step();

  /// Once the editor has said that it ends, or what it sends can't be followed: 0 where it was
  /// asked for in order.
  std::optional<int> exit_code() const { return exit_code_; }

 private:
  void take_message(const std::string& text);
  void handle(const Json& message);
  void answer(const Json& id, const std::string& method, const Json& params);
  void notice(const std::string& method, const Json& params);
  void guarded(const std::function<void()>& act);
  void log(const Message& message);
  Json initialize(const Json& params);
  void open(const Json& params);
  void change(const Json& params);
  void close(const Json& params);
  void publish(const WardView& view);
  void forget_left();

  void send(const Json& message);
  void send_fault(const Json& id, int code, const Message& message);

  enum class Life { unborn, running, shut_down };

  Io& io_;
  Session session_;
  std::string version_;
  std::function<Date()> today_;
  Life life_ = Life::unborn;
  std::optional<int> exit_code_ = {};
  Frames frames_ = {};
  std::deque<Json> waiting_ = {};
  /// Ids of requests that are no longer wanted.
  std::set<std::string> cancelled_ = {};
  /// By the folder of a ward what was told of its files.
  std::map<std::string, Told> told_ = {};
};

}  // namespace wardplan::lsp

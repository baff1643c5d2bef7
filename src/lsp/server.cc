#include "lsp/server.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lsp/answers.h"
#include "lsp/capabilities.h"

namespace wardplan::lsp {
namespace {

/// What is asked about open texts.
struct Method {
  std::string_view name;
  Json (*answer)(Session&, const Json&);
};

constexpr std::array kMethods = {
    Method{"textDocument/definition", definition},
    Method{"textDocument/references", references},
    Method{"textDocument/documentHighlight", highlights},
    Method{"textDocument/prepareRename", prepare_rename},
    Method{"textDocument/rename", rename},
    Method{"textDocument/hover", hover},
    Method{"textDocument/completion", completion},
    Method{"textDocument/documentSymbol", symbols},
};

/// What is told of a fault of the other side; the JSON library says what is wrong in English.
Message misshapen(const std::exception& problem) {
  return say("nội dung không đúng giao thức: {}", "this is not as the protocol has it: {}",
             problem.what());
}

Message unexpected(const std::exception& problem) {
  return say("lỗi ngoài dự kiến: {}", "unexpected failure: {}", problem.what());
}

/// Nothing that an editor says is deeper; what goes through it calls itself for each level.
constexpr int kMostLevels = 100;

Json parsed(const std::string& text) {
  return Json::parse(text, [](int depth, Json::parse_event_t, Json&) {
    if (depth > kMostLevels)
      throw RequestFault{kInvalidRequest, say("thông điệp lồng quá {} tầng",
                                              "a message has more than {} levels", kMostLevels)};
    return true;
  });
}

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

}  // namespace

void Server::take(std::string_view bytes) {
  frames_.add(bytes);
  while (const auto frame = frames_.next()) {
    switch (frame->kind) {
      case Frame::Kind::message:
        take_message(frame->text);
        break;
      case Frame::Kind::bad_header:
        send_fault(nullptr, kParseError,
                   {"đầu thông điệp thiếu `Content-Length` đúng",
                    "the header of a message lacks a proper `Content-Length`"});
        break;
      case Frame::Kind::too_long:
        send_fault(nullptr, kInvalidRequest,
                   say("thông điệp dài quá {} MiB, bỏ qua", "a message over {} MiB is passed over",
                       kMostMessage >> 20));
        break;
      case Frame::Kind::lost:
        send_fault(nullptr, kParseError,
                   {"không thấy đầu thông điệp nào", "there is no header of a message"});
        exit_code_ = 1;
        break;
    }
  }
}

void Server::take_message(const std::string& text) {
  try {
    Json message = parsed(text);
    if (!message.is_object() || !message.contains("jsonrpc"))
      return send_fault(nullptr, kInvalidRequest,
                        {"đây không phải thông điệp JSON-RPC", "this is no message of JSON-RPC"});
    // Taken at once: what it is about may wait in front of it.
    if (message.value("method", Json()) == "$/cancelRequest") {
      const Json id = message.at("params").at("id");
      if (std::ranges::any_of(waiting_,
                              [&](const Json& other) { return other.value("id", Json()) == id; }))
        cancelled_.insert(id.dump());
      return;
    }
    waiting_.push_back(std::move(message));
  } catch (const Json::parse_error& problem) {
    send_fault(nullptr, kParseError, misshapen(problem));
  } catch (const RequestFault& fault) {
    send_fault(nullptr, fault.code, fault.message);
  } catch (const Json::exception&) {
    return;  // a notification that says nothing has no answer
  }
}

bool Server::step() {
  if (!waiting_.empty()) {
    const Json message = std::move(waiting_.front());
    waiting_.pop_front();
    handle(message);
    return true;
  }
  if (life_ != Life::running || session_.workspace.is_settled()) return false;
  guarded([&] {
    if (today_) io_.as_of = today_();
    session_.workspace.check_next();
    for (const auto& view : session_.workspace.take_fresh()) publish(*view);
  });
  return true;
}

void Server::handle(const Json& message) {
  const Json id = message.value("id", Json());
  const bool asks = message.contains("id");
  const auto method = message.find("method");
  if (method == message.end()) return;  // an answer: nothing was asked
  if (!method->is_string() || (asks && !is_id(id)))
    return send_fault(
        is_id(id) ? id : Json(), kInvalidRequest,
        {"`method` hoặc `id` không đúng kiểu", "`method` or `id` is of a wrong type"});
  static const Json kNothing = Json::object();
  const auto params = message.find("params");
  const Json& said = params == message.end() ? kNothing : *params;
  if (asks) return answer(id, method->get<std::string>(), said);
  guarded([&] { notice(method->get<std::string>(), said); });
}

/// What nobody waits for an answer to: why it couldn't be done goes to the editor's log.
void Server::guarded(const std::function<void()>& act) {
  try {
    act();
  } catch (const Failure& failure) {
    log(failure.message);
  } catch (const Json::exception& problem) {
    log(misshapen(problem));
  } catch (const std::exception& problem) {
    log(unexpected(problem));
  }
}

void Server::log(const Message& message) {
  constexpr int kError = 1;
  send({{"jsonrpc", "2.0"},
        {"method", "window/logMessage"},
        {"params", {{"type", kError}, {"message", message.in(session_.lang())}}}});
}

void Server::answer(const Json& id, const std::string& method, const Json& params) {
  try {
    if (cancelled_.erase(id.dump()) > 0)
      throw RequestFault{kCancelled, {"yêu cầu đã bị hủy", "the request was cancelled"}};
    if (life_ == Life::shut_down)
      throw RequestFault{kInvalidRequest, {"máy chủ đã dừng", "the server was shut down"}};
    Json result;
    const auto known = std::ranges::find(kMethods, method, &Method::name);
    if (method == "initialize")
      result = initialize(params);
    else if (life_ == Life::unborn)
      throw RequestFault{kNotInitialized, {"chưa có `initialize`", "`initialize` comes first"}};
    else if (method == "shutdown")
      life_ = Life::shut_down;
    else if (known != kMethods.end())
      result = known->answer(session_, params);
    else
      throw RequestFault{kMethodNotFound,
                         say("không có phương thức `{}`", "there is no method `{}`", method)};
    send({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
  } catch (const RequestFault& fault) {
    send_fault(id, fault.code, fault.message);
  } catch (const Json::exception& problem) {
    send_fault(id, kInvalidParams, misshapen(problem));
  } catch (const Failure& failure) {
    send_fault(id, kRequestFailed, failure.message);
  } catch (const std::exception& problem) {
    send_fault(id, kInternalError, unexpected(problem));
  }
}

void Server::notice(const std::string& method, const Json& params) {
  if (method == "exit") {
    exit_code_ = life_ == Life::shut_down ? 0 : 1;
    return;
  }
  if (life_ != Life::running) return;
  if (method == "initialized" && session_.client.watches)
    send({{"jsonrpc", "2.0"},
          {"id", "watch"},
          {"method", "client/registerCapability"},
          {"params", watched_files()}});
  if (method == "textDocument/didOpen") open(params);
  if (method == "textDocument/didChange") change(params);
  if (method == "textDocument/didClose") close(params);
  if (method == "textDocument/didSave" || method == "workspace/didChangeWatchedFiles")
    session_.workspace.all_changed();
}

Json Server::initialize(const Json& params) {
  if (life_ != Life::unborn)
    throw RequestFault{kInvalidRequest, {"`initialize` chỉ một lần", "`initialize` comes once"}};
  session_.client = client_of(params);
  life_ = Life::running;
  return capabilities(session_.client, version_);
}

void Server::open(const Json& params) {
  const Json& document = params.at("textDocument");
  const Document* opened = session_.workspace.documents().open(
      document.at("uri").get<std::string>(), document.at("text").get<std::string>(),
      document.value("version", std::int64_t{0}));
  if (opened != nullptr) session_.workspace.changed(opened->path);
}

void Server::change(const Json& params) {
  const Json& named = params.at("textDocument");
  Document* document = session_.workspace.documents().find(named.at("uri").get<std::string>());
  if (document == nullptr) return;
  for (const Json& change : params.at("contentChanges")) {
    TextChange made{.text = change.at("text").get<std::string>()};
    if (const auto range = change.find("range"); range != change.end()) {
      made.whole = false;
      made.begin = point_of(range->at("start"));
      made.end = point_of(range->at("end"));
    }
    change_text(document->text, made, session_.client.units);
  }
  session_.workspace.documents().changed(*document, named.value("version", document->version));
  session_.workspace.changed(document->path);
}

void Server::close(const Json& params) {
  const std::string uri = params.at("textDocument").at("uri").get<std::string>();
  const Document* document = session_.workspace.documents().find(uri);
  if (document == nullptr) return;
  const std::string path = document->path;
  session_.workspace.documents().close(uri);
  session_.workspace.changed(path);
  forget_left();
}

void Server::publish(const WardView& view) {
  for (Json& params : diagnostics(session_, view, told_[view.records.files->folder]))
    send({{"jsonrpc", "2.0"},
          {"method", "textDocument/publishDiagnostics"},
          {"params", std::move(params)}});
}

void Server::forget_left() {
  for (const std::string& folder : session_.workspace.take_left()) {
    for (const auto& [path, list] : told_[folder])
      send({{"jsonrpc", "2.0"},
            {"method", "textDocument/publishDiagnostics"},
            {"params", {{"uri", uri_of(session_, path)}, {"diagnostics", Json::array()}}}});
    told_.erase(folder);
  }
}

void Server::send(const Json& message) {
  io_.out += framed(message.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void Server::send_fault(const Json& id, int code, const Message& message) {
  send({{"jsonrpc", "2.0"},
        {"id", id},
        {"error", {{"code", code}, {"message", message.in(session_.lang())}}}});
}

}  // namespace wardplan::lsp

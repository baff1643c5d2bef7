#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "lsp/workspace.h"

// What one editor is told: what it can do, what it has open, and how places become JSON.

namespace wardplan::lsp {

using Json = nlohmann::ordered_json;

/// Numbers that the protocol has for what goes wrong.
inline constexpr int kParseError = -32700, kInvalidRequest = -32600, kMethodNotFound = -32601,
                     kInvalidParams = -32602, kInternalError = -32603, kNotInitialized = -32002,
                     kCancelled = -32800, kRequestFailed = -32803;

/// Why a request can't be answered; thrown.
struct RequestFault {
  int code = kRequestFailed;
  Message message = {};
};

/// What the editor says it understands.
struct Client {
  Units units = Units::utf16;
  bool markdown = false;
  bool related = false;
  bool versions = false;
  bool trees = false;
  /// It tells of files that change on the disk where it is asked to.
  bool watches = false;
};

struct Session {
  explicit Session(Io& io) : workspace(io) {}

  Workspace workspace;
  Client client = {};

  Lang lang() { return workspace.io().lang; }
};

/// A place of an open text that is asked about, and what was read of it.
struct Asked {
  Document& document;
  std::shared_ptr<const WardView> view;
  /// Nothing: the text isn't among what was read.
  std::optional<FileId> file = {};
  std::size_t offset = 0;
};

/// The text that the params of a request name, at their `position` where they have one; nothing
/// where it isn't open here. Params of another shape throw what the JSON library throws.
std::optional<Asked> asked(Session& session, const Json& params);

Point point_of(const Json& position);
Json json_of(const Point& point);

/// The range of bytes [begin, end) of a text.
Json range_of(const Lines& lines, std::size_t begin, std::size_t end, Units units);

/// Spans of a ward's files as the protocol has them; the lines of each file are looked up once.
class Ranges {
 public:
  /// Both must live as long.
  Ranges(Session& session, const WardView& view) : session_(session), view_(view) {}

  Json range(Span span);
  /// Null where it stands nowhere on the disk.
  Json location(Span span);

 private:
  Session& session_;
  const WardView& view_;
  std::map<FileId, Lines> lines_;
};

/// The address of a file, as the editor spells it where it is open.
std::string uri_of(Session& session, const std::string& path);

/// Text that an editor shows, Markdown or plain as it takes it.
Json markup(const Session& session, const std::string& markdown, const std::string& plain);

}  // namespace wardplan::lsp

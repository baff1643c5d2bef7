#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Messages as they come in one stream: `Content-Length: N`, an empty line, N bytes.

namespace wardplan::lsp {

/// Bytes of a message, and of what stands before it. A file of the largest size, in which every
/// byte is escaped, is less.
inline constexpr std::size_t kMostMessage = 128u << 20;
inline constexpr std::size_t kMostHeader = 8u << 10;

/// What comes next in the stream.
struct Frame {
  enum class Kind {
    message,
    /// The lines before a message don't say how long it is; it is passed over with them.
    bad_header,
    /// It is longer than `kMostMessage`, and passed over.
    too_long,
    /// Nothing says where the next message begins: what comes can't be followed any more.
    lost
  };
  Kind kind = Kind::message;
  std::string text = {};
};

/// Takes a stream apart as it comes.
class Frames {
 public:
  void add(std::string_view bytes);

  /// The next one that is there as a whole, or nothing yet.
  std::optional<Frame> next();

 private:
  std::optional<Frame> header();

  std::string bytes_;
  /// Where in them the next one begins.
  std::size_t begin_ = 0;
  /// Of the message whose header was read.
  std::optional<std::size_t> length_;
  /// So many bytes of a message that is too long are still to come.
  std::size_t passed_over_ = 0;
  bool lost_ = false;
};

/// A message as it is sent.
std::string framed(std::string_view message);

}  // namespace wardplan::lsp

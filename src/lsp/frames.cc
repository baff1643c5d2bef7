#include "lsp/frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::lsp {
namespace {

/// What `Content-Length` says in the lines of a header, or nothing.
std::optional<std::size_t> length_in(std::string_view header) {
  std::optional<std::size_t> length;
  for (const std::string_view line : split(header, "\n")) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (fold(line.substr(0, colon)) != "content-length") continue;
    std::string_view digits = line.substr(colon + 1);
    while (!digits.empty() && (digits.back() == '\r' || digits.back() == ' '))
      digits.remove_suffix(1);
    while (digits.starts_with(' ')) digits.remove_prefix(1);
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    length = number;
  }
  return length;
}

struct HeaderEnd {
  /// Where its lines end, and where what follows begins.
  std::size_t end = std::string_view::npos;
  std::size_t next = 0;
};

/// An empty line ends a header; the protocol asks for CR LF, and LF alone is read, too.
HeaderEnd end_of_header(std::string_view bytes) {
  const std::size_t strict = bytes.find("\r\n\r\n"), loose = bytes.find("\n\n");
  if (strict < loose) return {strict, strict + 4};
  if (loose != std::string_view::npos) return {loose, loose + 2};
  return {};
}

}  // namespace

void Frames::add(std::string_view bytes) {
  const std::size_t passed = std::min(passed_over_, bytes.size());
  passed_over_ -= passed;
  bytes.remove_prefix(passed);
  bytes_.erase(0, begin_);
  begin_ = 0;
  bytes_ += bytes;
}

std::optional<Frame> Frames::next() {
  if (lost_) return std::nullopt;
  if (!length_)
    if (auto fault = header()) return fault;
  if (!length_ || bytes_.size() - begin_ < *length_) return std::nullopt;
  Frame frame{Frame::Kind::message, bytes_.substr(begin_, *length_)};
  begin_ += *length_;
  length_.reset();
  return frame;
}

std::optional<Frame> Frames::header() {
  const std::string_view rest = std::string_view(bytes_).substr(begin_);
  const HeaderEnd found = end_of_header(rest.substr(0, kMostHeader));
  if (found.end == std::string_view::npos) {
    lost_ = rest.size() >= kMostHeader;
    return lost_ ? std::optional(Frame{Frame::Kind::lost}) : std::nullopt;
  }
  const auto length = length_in(rest.substr(0, found.end));
  begin_ += found.next;
  if (!length) return Frame{Frame::Kind::bad_header};
  if (*length <= kMostMessage) {
    length_ = length;
    return std::nullopt;
  }
  const std::size_t here = std::min(*length, bytes_.size() - begin_);
  begin_ += here;
  passed_over_ = *length - here;
  return Frame{Frame::Kind::too_long};
}

std::string framed(std::string_view message) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", message.size(), message);
}

}  // namespace wardplan::lsp

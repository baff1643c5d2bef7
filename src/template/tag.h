#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "template/template.h"

// How the tags of a template are found in its bytes.

namespace wardplan::mustache {

/// A text that is looked for from places that only go forward, in linear time altogether.
class Needle {
 public:
  explicit Needle(std::string text) : text_(std::move(text)) {}

  /// The first place from `at` on, or npos.
  std::size_t find(std::string_view bytes, std::size_t at);

  const std::string& text() const { return text_; }
  std::size_t size() const { return text_.size(); }

 private:
  std::string text_;
  std::size_t from_ = 0;
  std::optional<std::size_t> found_;
};

/// What opens and closes tags; `closes_change` ends a tag that changes them.
struct Delimiters {
  Needle opens{"{{"};
  Needle closes{"}}"};
  Needle closes_change{"=}}"};
};

Delimiters delimiters(std::string_view opens, std::string_view closes);

/// One tag as bytes [begin, end) of the file, what is written in it without its sign and outer
/// blanks, and the sign (`#`, `^`, `/`, `>`, `&`, `!`, `=`, `{`; 0: none).
struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  char sign = 0;
  std::size_t content = 0;
  std::size_t content_end = 0;
};

/// Why a tag can't be read: it has no end, or what opens with `{{{` has no `}}}`.
enum class TagFault { none, unclosed, unclosed_raw };

struct ReadTag {
  Tag tag;
  TagFault fault = TagFault::none;
  /// Where reading goes on behind a fault.
  std::size_t resume = 0;
};

/// Reads the tag that opens at byte `at`.
ReadTag read_tag(std::string_view bytes, std::size_t at, Delimiters& delimiters);

/// The line of a tag that stands alone on it: where it begins, and where the next one does.
struct Alone {
  std::size_t begin = 0;
  std::size_t next = 0;
};

/// `first`: where the file's text begins, behind a BOM.
std::optional<Alone> alone_on_line(std::string_view bytes, std::size_t first, const Tag& tag);

}  // namespace wardplan::mustache

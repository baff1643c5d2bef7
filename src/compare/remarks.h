#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/file_text.h"
#include "edit/tree.h"

// The comments of a record, each with the element that it is about.

namespace wardplan {

/// A value of a list, or a key with its value, as it stands in a file. They have numbers: each
/// before those in it, the whole record first.
struct Element {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Where its dash or key stands.
  std::size_t column = 0;
  bool in_brackets = false;
  /// The element that it stands in, the one before it there, and the last one in it.
  std::size_t owner = 0;
  std::optional<std::size_t> before = {};
  std::optional<std::size_t> last = {};
};

struct Remark {
  /// Without `#` and blanks around it, and with them as it is written.
  std::string_view text = {};
  std::string_view written = {};
  /// The number of the element that it is about: the one below it, beside it, or that it closes.
  std::size_t element = 0;
  std::size_t begin = 0;
  /// On a line of its own.
  bool alone = false;
  /// Behind all that its element says.
  bool closes = false;
};

/// A record's text with its elements and its remarks in their order; `text.root` is null, and
/// there is nothing else, when it can't be read. `bytes` must live as long.
struct RemarkedText {
  const std::string& bytes;
  FileText text;
  Tree tree = {};
  std::vector<Element> elements = {};
  std::vector<Remark> remarks = {};

  explicit RemarkedText(const std::string& text_bytes);
};

/// Of each element of one version, by its number, that of the same one in another; or none.
std::vector<std::optional<std::size_t>> counterparts(const Tree& from, const Tree& to);

}  // namespace wardplan

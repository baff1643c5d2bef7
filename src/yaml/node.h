#pragma once

#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>

#include "text/span.h"

namespace wardplan::yaml {

enum class Kind : unsigned char { null, scalar, sequence, mapping };

enum class Style : unsigned char { plain, single_quoted, double_quoted, literal, folded };

struct Pair;

/// One value of a file. `span` covers it as written: quotes, brackets and block indicators
/// included; of a null it is the empty place where the value would stand.
struct Node {
  Kind kind = Kind::null;
  Style style = Style::plain;
  /// A sequence or mapping written in brackets.
  bool flow = false;
  Span span = {};
  /// Text of a scalar, escapes and folding resolved.
  std::string_view text = {};
  std::span<Node> items = {};
  std::span<Pair> pairs = {};
};

struct Pair {
  Node key;
  Node value;
};

/// The pair with this key, or null; `node` may be of any kind.
const Pair* find(const Node& node, std::string_view key);

using Memory = std::pmr::monotonic_buffer_resource;

/// The nodes of one file, to be used as a pointer to the outermost; null when the file was refused.
/// Texts lie in the bytes of the file, which must live as long, or in `memory`.
struct Document {
  std::unique_ptr<Memory> memory;
  Node root;

  explicit operator bool() const { return memory != nullptr; }
  const Node& operator*() const { return root; }
  const Node* operator->() const { return &root; }
};

}  // namespace wardplan::yaml

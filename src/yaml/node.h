#pragma once

#include <string>
#include <vector>

#include "text/span.h"

namespace wardplan::yaml {

enum class Kind { null, scalar, sequence, mapping };

enum class Style { plain, single_quoted, double_quoted, literal, folded };

struct Pair;

/// One value of a file. `span` covers it as written: quotes, brackets and block indicators
/// included; of a null it is the empty place where the value would stand.
struct Node {
  Kind kind = Kind::null;
  Style style = Style::plain;
  /// A sequence or mapping written in brackets.
  bool flow = false;
  Span span;
  /// Text of a scalar, escapes and folding resolved.
  std::string text;
  std::vector<Node> items;
  std::vector<Pair> pairs;
};

struct Pair {
  Node key;
  Node value;
};

/// The pair with this key, or null; `node` may be of any kind.
const Pair* find(const Node& node, std::string_view key);

}  // namespace wardplan::yaml

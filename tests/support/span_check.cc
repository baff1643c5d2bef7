#include "support/span_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "golden/case.h"
#include "support/tree.h"
#include "text/utf8.h"

namespace wardplan::test {
namespace {

/// Reading leaves invisible characters out, which it tells.
std::string without_invisible(std::string_view text) {
  std::string kept;
  each_character(text, [&](const CodePoint& c, std::string_view bytes) {
    if (!c.valid || !is_invisible(c.value)) kept += bytes;
  });
  return kept;
}

using yaml::Kind;
using yaml::Node;
using yaml::Pair;

std::string shown(std::string_view bytes) {
  std::string text = golden::escape(bytes);
  std::erase(text, '\n');
  return text;
}

/// Walks a tree and stops at the first fault.
class Check {
 public:
  explicit Check(const Source& source) : source_(source), bytes_(source.bytes()) {}

  const std::string& fault() const { return fault_; }

  /// `indent` is the column of the block collection around the node, -1 at the root.
  void visit(const Node& node, int indent) {
    if (!fault_.empty()) return;
    if (node.span.begin > node.span.end || node.span.end > bytes_.size())
      return fail("a span that is none", node);
    if (node.kind == Kind::scalar) return reread_value(node, indent);
    if (node.kind == Kind::null) return check_null(node);
    check_ends(node);
    const int own = node.flow ? indent : column(node.span.begin);
    std::uint32_t from = node.span.begin;
    for (const Node& item : node.items) {
      step(from, item, node);
      visit(item, own);
    }
    for (const Pair& pair : node.pairs) {
      step(from, pair.key, node);
      reread_key(pair.key);
      step(from, pair.value, node);
      visit(pair.value, own);
    }
  }

 private:
  void fail(std::string_view what, const Node& node) {
    const Position at = source_.position(node.span.begin);
    if (fault_.empty())
      fault_ = fmt::format("{}:{}: {}: `{}`, value `{}`", at.line, at.column, what,
                           shown(raw(node)), shown(node.text));
  }

  std::string raw(const Node& node) const {
    const std::size_t begin = std::min<std::size_t>(node.span.begin, bytes_.size());
    const std::size_t end = std::min<std::size_t>(node.span.end, bytes_.size());
    return std::string(bytes_.substr(begin, end < begin ? 0 : end - begin));
  }

  int column(std::uint32_t at) const {
    return static_cast<int>(at - source_.line_begin(source_.position(at).line));
  }

  /// A child begins behind its elder sibling and ends inside its parent.
  void step(std::uint32_t& from, const Node& child, const Node& parent) {
    if (child.span.begin < from) fail("begins before the one in front of it ends", child);
    if (child.span.end > parent.span.end) fail("ends outside its parent", child);
    if (child.span.file != parent.span.file) fail("lies in another file", child);
    from = child.span.end;
  }

  /// A collection is exactly as wide as its brackets or its first and last child.
  void check_ends(const Node& node) {
    const std::string text = raw(node);
    const bool sequence = node.kind == Kind::sequence;
    if (node.flow) {
      const std::string_view brackets = sequence ? "[]" : "{}";
      if (text.size() < 2 || text.front() != brackets[0] || text.back() != brackets[1])
        fail("does not run from bracket to bracket", node);
      return;
    }
    if (node.items.empty() && node.pairs.empty()) return fail("an empty block", node);
    const Node& last = sequence ? node.items.back() : node.pairs.back().value;
    if (node.span.end != last.span.end) fail("does not end with its last child", node);
    if (sequence ? text.front() != '-' : node.span.begin != node.pairs.front().key.span.begin)
      fail("does not begin with its first child", node);
  }

  /// A scalar is exactly as wide as its quotes, its letters or its lines.
  void check_width(const Node& node) {
    const std::string text = raw(node);
    bool good = !text.empty();
    switch (node.style) {
      case yaml::Style::plain:
        good = without_invisible(text) == node.text;
        break;
      case yaml::Style::single_quoted:
      case yaml::Style::double_quoted: {
        const char quote = node.style == yaml::Style::single_quoted ? '\'' : '"';
        good = text.size() > 1 && text.front() == quote && text.back() == quote;
        break;
      }
      case yaml::Style::literal:
      case yaml::Style::folded: {
        const bool keeps = text.substr(0, text.find('\n')).find('+') != std::string::npos;
        good = good && text.front() == (node.style == yaml::Style::literal ? '|' : '>') &&
               (keeps || text.back() != '\n');
        break;
      }
    }
    if (!good) fail("has a span of another width", node);
  }

  void check_null(const Node& node) {
    const std::string text = raw(node);
    if (!text.empty() && text != "~" && fold(text) != "null") fail("is no null", node);
  }

  void reread_value(const Node& node, int indent) {
    check_width(node);
    // Block scalars mind whether the last line of the file has an end.
    const std::string bytes = raw(node) + (node.span.end < bytes_.size() ? "\n" : "");
    if (indent < 0) {
      const Tree alone(bytes);
      return alone ? expect_same(*alone, node) : fail("does not read alone", node);
    }
    // The same column makes indentation mean what it meant.
    const Tree again(std::string(static_cast<std::size_t>(indent), ' ') + "k: " + bytes);
    if (!again || again->pairs.size() != 1) return fail("does not read alone", node);
    expect_same(again->pairs.front().value, node);
  }

  void reread_key(const Node& key) {
    check_width(key);
    const Tree again(raw(key) + ": 1\n");
    if (!again || again->pairs.size() != 1) return fail("key does not read alone", key);
    expect_same(again->pairs.front().key, key);
  }

  void expect_same(const Node& again, const Node& node) {
    if (again.kind != Kind::scalar) return fail("does not read alone", node);
    if (again.text != node.text)
      return fail(fmt::format("reads back as `{}`", shown(again.text)), node);
    if (again.style != node.style) fail("reads back in another style", node);
  }

  const Source& source_;
  std::string_view bytes_;
  std::string fault_;
};

/// Where every byte offset of one text has gone in another.
using Moves = std::vector<std::uint32_t>;

std::string moved_fault(const Node& before, const Node& after, const Moves& moves) {
  const Span wanted{0, moves[before.span.begin], moves[before.span.end]};
  if (before.kind != after.kind || before.text != after.text || before.style != after.style)
    return fmt::format("`{}` has become `{}`", shown(before.text), shown(after.text));
  if (after.span.begin != wanted.begin || after.span.end != wanted.end)
    return fmt::format("`{}` at {}-{} should be at {}-{}", shown(before.text), after.span.begin,
                       after.span.end, wanted.begin, wanted.end);
  if (before.items.size() != after.items.size() || before.pairs.size() != after.pairs.size())
    return "another number of children";
  for (std::size_t at = 0; at < before.items.size(); ++at)
    if (auto fault = moved_fault(before.items[at], after.items[at], moves); !fault.empty())
      return fault;
  for (std::size_t at = 0; at < before.pairs.size(); ++at) {
    const Pair &old = before.pairs[at], &now = after.pairs[at];
    if (auto fault = moved_fault(old.key, now.key, moves); !fault.empty()) return fault;
    if (auto fault = moved_fault(old.value, now.value, moves); !fault.empty()) return fault;
  }
  return {};
}

std::string reread_fault(std::string_view what, std::string text, const Node& root,
                         const Moves& moves) {
  const Tree again(std::move(text));
  const std::string fault = again ? moved_fault(root, *again, moves) : "does not read";
  return fault.empty() ? fault : fmt::format("{}: {}", what, fault);
}

}  // namespace

std::string span_fault(const Sources& sources, FileId file, const Node& root) {
  Check check(sources[file]);
  check.visit(root, -1);
  return check.fault();
}

std::string rewrapped_fault(const Sources& sources, FileId file, const Node& root) {
  const std::string_view bytes = sources[file].bytes();
  std::string crlf;
  Moves to_crlf, to_bom;
  const auto shift = static_cast<std::uint32_t>(sources[file].bom() > 0 ? 0 : kBom.size());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    to_crlf.push_back(static_cast<std::uint32_t>(crlf.size()));
    to_bom.push_back(static_cast<std::uint32_t>(at) + shift);
    if (bytes[at] == '\n' && (at == 0 || bytes[at - 1] != '\r')) crlf += '\r';
    crlf += bytes[at];
  }
  to_crlf.push_back(static_cast<std::uint32_t>(crlf.size()));
  to_bom.push_back(static_cast<std::uint32_t>(bytes.size()) + shift);
  if (auto fault = reread_fault("with CRLF", std::move(crlf), root, to_crlf); !fault.empty())
    return fault;
  return reread_fault("with a BOM", std::string(kBom.substr(0, shift)) + std::string(bytes), root,
                      to_bom);
}

}  // namespace wardplan::test

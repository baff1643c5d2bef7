#include "compare/comments.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "compare/changes.h"
#include "compare/pairs.h"
#include "edit/file_text.h"
#include "edit/tree.h"
#include "text/edit.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Where the scalars of a value stand, keys among them, in their order.
void add_scalars(const yaml::Node& node, std::vector<Span>& spans) {
  if (node.kind == yaml::Kind::scalar) spans.push_back(node.span);
  for (const yaml::Node& item : node.items) add_scalars(item, spans);
  for (const yaml::Pair& pair : node.pairs) {
    add_scalars(pair.key, spans);
    add_scalars(pair.value, spans);
  }
}

/// The text of a comment.
std::string_view inner(std::string_view comment) { return trimmed(trimmed(comment, "#")); }

/// The outermost value, or key with its value, that begins on the line at `line`; or nothing.
std::optional<Path> path_at_line(std::string_view bytes, const yaml::Node& node, std::size_t line,
                                 Path path) {
  const auto begins = [&](std::size_t at) { return line_begin(bytes, at) == line; };
  for (std::size_t at = 0; at < node.items.size(); ++at) {
    const yaml::Node& item = node.items[at];
    Path inside = with_place(path, at);
    if (begins(item.span.begin)) return inside;
    if (auto found = path_at_line(bytes, item, line, std::move(inside))) return found;
  }
  for (const yaml::Pair& pair : node.pairs) {
    Path inside = with_key(path, pair.key.text);
    if (begins(pair.key.span.begin)) return inside;
    if (auto found = path_at_line(bytes, pair.value, line, std::move(inside))) return found;
  }
  return std::nullopt;
}

/// The same place in another version.
std::optional<Path> path_in(const Tree& from, const Tree& to, const Path& path) {
  const Tree *here = &from, *there = &to;
  Path found;
  for (const Step& step : path) {
    if (!step.in_list) {
      here = find(*here, step.key);
      there = find(*there, step.key);
      if (here == nullptr || there == nullptr) return std::nullopt;
      found = with_key(std::move(found), step.key);
      continue;
    }
    if (!is_list_of_things(*here) || !is_list_of_things(*there)) return std::nullopt;
    const auto at = pair_elements(*there, *here, key_of(found)).of_new[step.at];
    if (!at) return std::nullopt;
    here = &here->children[step.at];
    there = &there->children[*at];
    found = with_place(std::move(found), *at);
  }
  return found;
}

/// Where lines above a value of a file go, and how deep it stands; nothing within brackets.
struct Above {
  std::size_t line = 0;
  std::size_t column = 0;
};
std::optional<Above> above(std::string_view bytes, const yaml::Node& root, const Path& path) {
  const yaml::Node* node = &root;
  std::optional<Above> place;
  for (const Step& step : path) {
    if (node->flow) return std::nullopt;
    const yaml::Pair* pair = step.in_list ? nullptr : yaml::find(*node, step.key);
    const std::size_t begin = step.in_list ? node->items[step.at].span.begin : pair->key.span.begin;
    place = Above{line_begin(bytes, begin), column(bytes, node->span.begin)};
    node = step.in_list ? &node->items[step.at] : &pair->value;
  }
  return place;
}

/// The line of the first value behind a comment, or the end.
std::size_t next_value_line(std::string_view bytes, std::size_t line) {
  while (line < bytes.size()) {
    const std::size_t sign = bytes.find_first_not_of(kBlanks, line);
    if (sign == std::string_view::npos) return bytes.size();
    if (bytes[sign] != '#') return line_begin(bytes, sign);
    line = next_line(bytes, sign);
  }
  return bytes.size();
}

/// One comment put into the text, or nothing where it has no place.
std::optional<std::string> with_comment(const std::string& bytes, const FileText& other,
                                        std::string_view other_bytes, std::size_t line) {
  const auto theirs =
      path_at_line(other_bytes, *other.root, next_value_line(other_bytes, line), {});
  const FileText text(bytes);
  if (!theirs || !text.root) return std::nullopt;
  const Tree tree = tree_of(*text.root);
  const auto path = path_in(tree_of(*other.root), tree, *theirs);
  const auto place = path ? above(bytes, *text.root, *path) : std::nullopt;
  if (!place) return std::nullopt;
  const std::size_t end = line_end(other_bytes, line);
  const std::string_view comment = trimmed(other_bytes.substr(line, end - line));
  std::string out = bytes;
  out.insert(place->line, std::string(place->column, ' ') + std::string(comment) +
                              std::string(line_break(bytes, place->line)));
  const FileText after(out);
  if (!after.root || tree_of(*after.root) != tree) return std::nullopt;
  return out;
}

}  // namespace

std::set<std::string, std::less<>> comments_in(std::string_view bytes, const yaml::Node& root) {
  std::vector<Span> spans;
  add_scalars(root, spans);
  std::ranges::sort(spans, {}, &Span::begin);
  std::set<std::string, std::less<>> comments;
  auto span = spans.begin();
  for (std::size_t at = 0; (at = bytes.find('#', at)) != std::string_view::npos;) {
    while (span != spans.end() && span->end <= at) ++span;
    const bool in_scalar = span != spans.end() && span->begin <= at;
    // Behind the sign of a text in lines of its own stands a comment that is within its span.
    const char opens = in_scalar ? bytes[span->begin] : ' ';
    const bool behind_sign = (opens == '|' || opens == '>') && line_end(bytes, span->begin) > at;
    const bool begins = at == 0 || is_one_of(bytes[at - 1], kBlanks) || at == kBom.size();
    if (!begins || (in_scalar && !behind_sign)) {
      ++at;
      continue;
    }
    const std::size_t end = line_end(bytes, at);
    const std::string_view text = inner(bytes.substr(at, end - at));
    if (!text.empty()) comments.emplace(text);
    at = end;
  }
  return comments;
}

std::string with_comments_of(const std::string& bytes, const std::string& other,
                             const std::set<std::string, std::less<>>& wanted) {
  const FileText read(other);
  std::string out = bytes;
  for (std::size_t line = 0; line < other.size(); line = next_line(other, line)) {
    const std::string_view text =
        trimmed(std::string_view(other).substr(line, line_end(other, line) - line));
    const std::string_view words = inner(text);
    if (!text.starts_with('#') || words.empty() || !wanted.contains(words)) continue;
    if (auto more = with_comment(out, read, other, line)) out = std::move(*more);
  }
  return out;
}

}  // namespace wardplan

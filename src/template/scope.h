#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/template.h"
#include "template/value.h"

// How a name is looked up, alike in declared fields, for checking, and in values, for filling; and
// what names can have wrong, said in one place for both.

namespace wardplan::mustache {

/// Partial tags that lead to a place, the outermost first.
using Path = std::vector<const Part*>;

/// Adds a finding unless its place has an error already: lists and partials come by a place often.
/// `path`: where the template that it stands in is put in.
void tell(const Code& code, Span place, Message message, Message help, const Path& path,
          Report& report);

/// A name as it is written, but composed.
std::string written(const Name& name);

/// `names`: those that exist where the word was looked for.
void unknown_field(const Word& word, const std::vector<std::string>& names, const Path& path,
                   Report& report);

/// A name is printed and leads to something that is no text; `names`: the fields in it.
void printed_wrong(const Name& name, Kind kind, const std::vector<std::string>& names,
                   const Path& path, Report& report);

/// `inner` follows `outer` behind a point, and `outer` is no object.
void no_object(const Word& outer, Kind kind, const Word& inner, const Path& path, Report& report);

/// A declared field, or what one item of a list is.
struct ShapeNode {
  Kind kind = Kind::text;
  const std::vector<Shape>* fields = nullptr;
};

struct ValueNode {
  const Value* value = nullptr;
};

Kind kind_of(ShapeNode node);
Kind kind_of(ValueNode node);

/// The field of this name; nothing for what is no object.
std::optional<ShapeNode> member(ShapeNode node, std::string_view name);
std::optional<ValueNode> member(ValueNode node, std::string_view name);

/// Adds the names of the fields that are not among `names` yet.
void add_names(ShapeNode node, std::vector<std::string>& names);
void add_names(ValueNode node, std::vector<std::string>& names);

template <class Node>
std::vector<std::string> names_in(const std::vector<Node>& scope) {
  std::vector<std::string> names;
  for (auto node = scope.rbegin(); node != scope.rend(); ++node) add_names(*node, names);
  return names;
}

/// What a name leads to: its first word in the innermost of `scope` (not empty) that has it, each
/// further word in what the one before leads to. What it doesn't lead to goes to `report`.
template <class Node>
std::optional<Node> look_up(const std::vector<Node>& scope, const Name& name, const Path& path,
                            Report& report) {
  if (name.words.empty()) return scope.back();
  std::optional<Node> node;
  for (std::size_t at = scope.size(); at-- > 0 && !node;)
    node = member(scope[at], name.words.front().text);
  if (!node) unknown_field(name.words.front(), names_in(scope), path, report);
  for (std::size_t at = 1; node && at < name.words.size(); ++at) {
    const Node outer = *node;
    node = member(outer, name.words[at].text);
    if (node) continue;
    if (kind_of(outer) == Kind::object)
      unknown_field(name.words[at], names_in<Node>({outer}), path, report);
    else
      no_object(name.words[at - 1], kind_of(outer), name.words[at], path, report);
  }
  return node;
}

/// The same for a name that is printed: it must lead to a text.
template <class Node>
std::optional<Node> look_up_text(const std::vector<Node>& scope, const Name& name, const Path& path,
                                 Report& report) {
  const std::optional<Node> node = look_up(scope, name, path, report);
  if (!node || kind_of(*node) == Kind::text) return node;
  printed_wrong(name, kind_of(*node), names_in<Node>({*node}), path, report);
  return std::nullopt;
}

}  // namespace wardplan::mustache

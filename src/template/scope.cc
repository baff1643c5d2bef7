#include "template/scope.h"

#include "text/utf8.h"

namespace wardplan::mustache {
namespace {

void add_name(const std::string& name, std::vector<std::string>& names) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

Kind kind_of(ShapeNode node) { return node.kind; }

Kind kind_of(ValueNode node) { return node.value->kind(); }

std::optional<ShapeNode> member(ShapeNode node, std::string_view name) {
  if (node.kind != Kind::object) return std::nullopt;
  for (const Shape& field : *node.fields)
    if (nfc(field.name) == name) return ShapeNode{field.kind, &field.children};
  return std::nullopt;
}

std::optional<ValueNode> member(ValueNode node, std::string_view name) {
  const auto* members = std::get_if<std::vector<Member>>(&node.value->data);
  if (members == nullptr) return std::nullopt;
  const auto found = std::ranges::find(*members, name, &Member::name);
  if (found == members->end()) return std::nullopt;
  return ValueNode{&found->value};
}

void add_names(ShapeNode node, std::vector<std::string>& names) {
  if (node.kind != Kind::object) return;
  for (const Shape& field : *node.fields) add_name(nfc(field.name), names);
}

void add_names(ValueNode node, std::vector<std::string>& names) {
  if (const auto* members = std::get_if<std::vector<Member>>(&node.value->data))
    for (const Member& member : *members) add_name(member.name, names);
}

}  // namespace wardplan::mustache

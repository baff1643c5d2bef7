#include "template/shape.h"

#include <algorithm>

#include "text/utf8.h"

namespace wardplan::mustache {
namespace {

bool has_fields(const Value& value, const std::vector<Shape>& fields) {
  if (value.kind() != Kind::object) return false;
  const auto& members = std::get<std::vector<Member>>(value.data);
  return members.size() == fields.size() && std::ranges::all_of(fields, [&](const Shape& field) {
           const auto found = std::ranges::find(members, nfc(field.name), &Member::name);
           return found != members.end() && matches(found->value, field);
         });
}

}  // namespace

bool matches(const Value& value, const Shape& shape) {
  if (value.kind() != shape.kind) return false;
  if (shape.kind == Kind::object) return has_fields(value, shape.children);
  if (shape.kind != Kind::list) return true;
  return std::ranges::all_of(std::get<std::vector<Value>>(value.data), [&](const Value& item) {
    return shape.children.empty() ? item.kind() == Kind::text : has_fields(item, shape.children);
  });
}

}  // namespace wardplan::mustache

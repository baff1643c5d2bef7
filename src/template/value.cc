#include "template/value.h"

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

Value Value::list(std::vector<Value> items) {
  Value value;
  value.data = std::move(items);
  return value;
}

Value Value::object(std::vector<Member> members) {
  for (Member& member : members) member.name = nfc(member.name);
  Value value;
  value.data = std::move(members);
  return value;
}

bool is_true(const Value& value) {
  switch (value.kind()) {
    case Kind::text:
      return !std::get<std::string>(value.data).empty();
    case Kind::list:
      return !std::get<std::vector<Value>>(value.data).empty();
    case Kind::object:
      return true;
  }
  return false;
}

bool matches(const Value& value, const Shape& shape) {
  if (value.kind() != shape.kind) return false;
  if (shape.kind == Kind::object) return has_fields(value, shape.children);
  if (shape.kind != Kind::list) return true;
  return std::ranges::all_of(std::get<std::vector<Value>>(value.data), [&](const Value& item) {
    return shape.children.empty() ? item.kind() == Kind::text : has_fields(item, shape.children);
  });
}

}  // namespace wardplan::mustache

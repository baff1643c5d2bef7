#include "template/value.h"

#include "text/utf8.h"

namespace wardplan::mustache {

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

}  // namespace wardplan::mustache

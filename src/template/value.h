#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wardplan::mustache {

struct Member;

/// What a value or a declared field is, in the order of the alternatives of `Value::data`.
enum class Kind { text, list, object };

/// What a template is filled with; a number is a text here.
struct Value {
  std::variant<std::string, std::vector<Value>, std::vector<Member>> data;

  Value(std::string text = {});
  Value(std::string_view text);
  Value(const char* text);

  static Value list(std::vector<Value> items);

  /// Names compare in their composed form (NFC); of equal names the first counts.
  static Value object(std::vector<Member> members);

  Kind kind() const { return static_cast<Kind>(data.index()); }
};

struct Member {
  std::string name;
  Value value;
};

/// Whether a section of the value is printed: not for an empty text and an empty list.
bool is_true(const Value& value);

}  // namespace wardplan::mustache

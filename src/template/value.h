#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "text/phrase.h"

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

// Not before a member is whole, of which a value can be made.
inline Value::Value(std::string text) : data(std::move(text)) {}
inline Value::Value(std::string_view text) : data(std::string(text)) {}
inline Value::Value(const char* text) : data(std::string(text)) {}

/// A field that a template may use. The whole of a template's data is an object without a name.
struct Shape {
  std::string name = {};
  Kind kind = Kind::object;
  Phrase meaning = {};
  /// The fields of an object, or of each object in a list; a list without any holds texts.
  std::vector<Shape> children = {};
};

}  // namespace wardplan::mustache

#pragma once

#include <string>
#include <vector>

#include "template/value.h"
#include "text/phrase.h"

namespace wardplan::mustache {

/// A field that a template may use. The whole of a template's data is an object without a name.
struct Shape {
  std::string name = {};
  Kind kind = Kind::object;
  Phrase meaning = {};
  /// The fields of an object, or of each object in a list; a list without any holds texts.
  std::vector<Shape> children = {};
};

/// Whether the value holds exactly the declared fields, each of its kind, all the way down.
bool matches(const Value& value, const Shape& shape);

}  // namespace wardplan::mustache

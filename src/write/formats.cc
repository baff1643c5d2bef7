#include "write/formats.h"

#include <algorithm>

namespace wardplan {

Shape shape_for(const Format& format, const Shapes& shapes) {
  if (shapes.card && format.card != nullptr) return Shape::card;
  if (shapes.sheet && format.sheet != nullptr) return Shape::sheet;
  if (shapes.document && format.document != nullptr) return Shape::document;
  if (shapes.fields && format.fields) return Shape::fields;
  if (shapes.digest && format.digest) return Shape::digest;
  if (shapes.calendar && format.calendar) return Shape::calendar;
  return Shape::none;
}

std::vector<std::string> formats_for(const Shapes& shapes) {
  std::vector<std::string> names;
  for (const Format& format : kFormats)
    if (shape_for(format, shapes) != Shape::none) names.emplace_back(format.name);
  return names;
}

const Format& format_named(std::string_view name) {
  return *std::ranges::find(kFormats, name, &Format::name);
}

}  // namespace wardplan

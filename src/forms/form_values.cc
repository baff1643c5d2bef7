#include "forms/form_values.h"

#include <fmt/format.h>

namespace wardplan {

using mustache::Kind;
using mustache::Shape;

std::string date_line(const std::optional<Date>& day, int year) {
  if (!day) return fmt::format("ngày {0} tháng {0} năm {1}", kBlank, year);
  const auto month = static_cast<unsigned>(day->month());
  return fmt::format("ngày {:02} tháng {} năm {}", static_cast<unsigned>(day->day()),
                     month < 3 ? fmt::format("0{}", month) : fmt::format("{}", month),
                     static_cast<int>(day->year()));
}

Shape text_field(std::string name, Phrase meaning) {
  return {.name = std::move(name), .kind = Kind::text, .meaning = meaning};
}

Shape list_field(std::string name, Phrase meaning, std::vector<Shape> children) {
  return {std::move(name), Kind::list, meaning, std::move(children)};
}

Shape object_field(std::string name, Phrase meaning, std::vector<Shape> children) {
  return {std::move(name), Kind::object, meaning, std::move(children)};
}

}  // namespace wardplan

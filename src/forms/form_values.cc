#include "forms/form_field.h"

#include <fmt/format.h>

#include "text/quoted.h"

namespace wardplan {

std::string or_blank(const Text& text, std::string_view blank) {
  return text.given ? text.value : std::string(blank);
}

std::string date_line(const std::optional<Date>& day, int year) {
  if (!day) return fmt::format("ngày {0} tháng {0} năm {1}", kBlank, year);
  const auto month = static_cast<unsigned>(day->month());
  return fmt::format("ngày {:02} tháng {} năm {}", static_cast<unsigned>(day->day()),
                     month < 3 ? fmt::format("0{}", month) : fmt::format("{}", month),
                     static_cast<int>(day->year()));
}

std::string joined_given(const Cell& cell, std::string_view separator) {
  std::string text;
  for (const std::string& part : cell)
    if (!part.empty()) join(text, part, separator);
  return text;
}

std::string count_if_any(std::size_t count) {
  return count == 0 ? std::string() : fmt::format("{}", count);
}

}  // namespace wardplan

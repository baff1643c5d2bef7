#include "document/body_name.h"

#include <algorithm>
#include <string>

#include "document/measure.h"
#include "text/utf8.h"

namespace wardplan::document {
namespace {

/// What places are, as their names begin; in letters as `fold` has them, a blank behind.
constexpr std::string_view kPlaces[] = {"phường ", "xã ",    "đặc khu ",    "thị trấn ",
                                        "quận ",   "huyện ", "thị xã ",     "thành phố ",
                                        "tỉnh ",   "thôn ",  "tổ dân phố ", "khu phố "};

bool begins_place(std::string_view text) {
  const std::string folded = fold(text) + " ";
  return std::ranges::any_of(kPlaces,
                             [&](std::string_view place) { return folded.starts_with(place); });
}

}  // namespace

std::size_t place_in(std::string_view name) {
  for (std::size_t blank = name.find(' '); blank != std::string_view::npos;
       blank = name.find(' ', blank + 1))
    if (begins_place(name.substr(blank + 1))) return blank + 1;
  return std::string_view::npos;
}

Paragraph name_in_lines(const Paragraph& name, const StyleFormat& format, double width) {
  if (name.runs.size() != 1 || name.runs[0].text.find('\n') != std::string::npos) return name;
  const std::size_t place = place_in(name.runs[0].text);
  const std::size_t lines = count_lines(measured(name, format), width);
  if (place == std::string_view::npos || lines < 2) return name;
  Paragraph broken = name;
  broken.runs[0].text[place - 1] = '\n';
  return count_lines(measured(broken, format), width) > lines ? name : broken;
}

}  // namespace wardplan::document

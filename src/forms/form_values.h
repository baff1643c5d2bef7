#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/shape.h"
#include "times/date.h"

// What several forms say in the same way.

namespace wardplan {

/// A place to be filled in by hand.
inline constexpr std::string_view kBlank = ".....";
inline constexpr std::string_view kLongBlank = "....................";

/// `ngày 05 tháng 02 năm 2023`: days below 10 and the months 1 and 2 with a nought; without a day
/// dotted, in that year.
std::string date_line(const std::optional<Date>& day, int year);

// Declared fields of each kind.
mustache::Shape text_field(std::string name, Phrase meaning);
mustache::Shape list_field(std::string name, Phrase meaning, std::vector<mustache::Shape> children);
mustache::Shape object_field(std::string name, Phrase meaning,
                             std::vector<mustache::Shape> children);

}  // namespace wardplan

#pragma once

#include <string_view>

#include "figures/quantity.h"

namespace wardplan {

/// How a result must stand to the goal's figure; `within`: between the ends, both included.
enum class Comparator { at_least, more_than, at_most, less_than, within };

/// What a target asks for.
struct Goal {
  Comparator comparator = Comparator::at_least;
  Quantity quantity = {};
};

/// Reads a goal: a comparator and a figure (`parse_quantity`). `>= 93.5%`, `ít nhất`, `tối thiểu`,
/// `90% trở lên`: at least; `> 50%`, `trên 97%`: more; `≤ 15%`, `không quá`, `tối đa`: at most;
/// `< 5`, `dưới`: less; a range and `= 3`, `đúng 3`: within. A bare figure (`93,5%`, `đạt 94%`,
/// `03 tuyến`) is at least; a bare 0 (`0 vụ`) is at most, and so is a rank (`top 2`: the second
/// place or a better one). A fraction stands for its rate: `7/8 trường` is at least 87,5%. `khoảng`
/// and `gần` stay in the quantity's hedge; such a goal can be read and not be judged.
Reading<Goal> parse_goal(std::string_view text);

}  // namespace wardplan

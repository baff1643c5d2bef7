#pragma once

#include <optional>
#include <string_view>

#include "figures/quantity.h"

namespace wardplan {

/// How a result must stand to the goal's figure; `within`: between the ends, both included.
enum class Comparator { at_least, more_than, at_most, less_than, within };

/// What a target asks for.
struct Goal {
  Comparator comparator = Comparator::at_least;
  Quantity quantity = {};
  /// No word says which way: `12%` set against `≤ 15%` means at most.
  bool bare = false;
  /// `giảm số vụ so với năm 2025`: any fall of them will do, and the quantity says nothing but its
  /// trend and what is counted.
  bool any_change = false;
};

/// Reads a goal: a comparator and a figure (`parse_quantity`). `>= 93.5%`, `ít nhất`, `tối thiểu`,
/// `90% trở lên`: at least; `> 50%`, `trên 97%`: more; `≤ 15%`, `không quá`, `tối đa`: at most;
/// `< 5`, `dưới`: less; a range and `= 3`, `đúng 3`: within, but `giảm 1 - 1,5%` and `ít nhất 5 -
/// 7` at least the lower end. A bare figure (`93,5%`, `đạt 94%`, `03 tuyến`) is at least; a bare 0
/// (`0 vụ`) is at most, and so is a rank (`top 2`: the second place or a better one). A fraction
/// stands for its rate: `7/8 trường` is at least 87,5%. `khoảng` and `gần` stay in the quantity's
/// hedge; such a goal can be read and not be judged. Beside a word
/// (`≥ 90% (11/12)`) the rate is the bound, and the fraction what reaches it. `không để xảy ra` is
/// 0. A way without a figure (`giảm so với năm 2025`) is any change that way.
Reading<Goal> parse_goal(std::string_view text);

enum class Outcome { met, not_met, unknown };

/// What keeps a result from being judged: a figure that isn't exact, a rate at odds with its
/// fraction, a comma that may be a mark of thousands, another measure (a count against a
/// percentage), other things or another `/sổ`, more than a range of which nobody says whether more
/// is better, numbers that are too big.
enum class Obstacle { none, inexact, contradiction, reading, measure, thing, beyond, size };

struct Judgement {
  Outcome outcome = Outcome::unknown;
  /// The result less the goal's figure, exactly, in the goal's unit (percentage points, things,
  /// đồng, places); of a range, less the end it lies beyond, 0 inside. Absent where the result is
  /// not one exact figure.
  std::optional<Ratio> difference = {};
  /// How much of what the goal asks for (of a range its lower end) the result, or the lower end of
  /// one that isn't exact, comes to, in percent; absent where less would be better.
  std::optional<Ratio> share = {};
  /// Why the outcome is unknown.
  Obstacle obstacle = Obstacle::none;
  Message reason = {};
};

/// Judges a result by its goal, exactly: a fraction by its rate, a rate with its fraction by the
/// fraction (of which it is the rounding), a count against `4/12 tổ` by the part. Things must have
/// the same name, marks aside, or one of them its first words (`hộ`, `hộ gia đình`); a name that
/// the result leaves out is taken from the goal, a `%`, a `đồng` or a `/sổ` is not: `12 mô hình`
/// says nothing of `1 mô hình/ấp`. An inexact result (`trên 97%`) is judged only where every figure
/// it can stand for gives the same outcome.
Judgement judge(const Goal& goal, const Quantity& value);

/// How a result must stand to `a` where it was set against `b`: a bare figure takes the direction
/// of a limit.
Comparator set_against(const Goal& a, const Goal& b);

/// Whether whatever meets `a` meets `b`, too: a target that is as strict as a threshold, or
/// stricter. Nothing where the two can't be compared.
std::optional<bool> implies(const Goal& a, const Goal& b);

/// Whether two names of what is counted are of one thing: one is the other, marks aside, or its
/// first words; an empty one is of anything.
bool same_thing(std::string_view a, std::string_view b);

/// The difference in words: `thấp hơn chỉ tiêu 1,5 điểm phần trăm`; empty without one.
Message in_words(const Goal& goal, const Judgement& judgement);

/// The same beside a share of the goal: `còn thiếu 1,5 điểm phần trăm`, `vượt 7 tuyến`; empty where
/// nothing is missing or beyond it.
Message missing_in_words(const Goal& goal, const Judgement& judgement);

}  // namespace wardplan

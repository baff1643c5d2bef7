#pragma once

#include <optional>

#include "figures/goal.h"
#include "figures/number.h"

namespace wardplan {

enum class Outcome { met, not_met, unknown };

/// What keeps a result from being judged: a figure that isn't exact, a rate at odds with its
/// fraction, another measure (a count against a percentage), other things or another `/sổ`, numbers
/// that are too big.
enum class Obstacle { none, inexact, contradiction, measure, thing, size };

struct Judgement {
  Outcome outcome = Outcome::unknown;
  /// The result less the goal's figure, exactly, in the goal's unit (percentage points, things,
  /// đồng, places); of a range, less the end it lies beyond, 0 inside. Absent where the result is
  /// not one exact figure.
  std::optional<Ratio> difference = {};
  /// Why the outcome is unknown.
  Obstacle obstacle = Obstacle::none;
  Message reason = {};
};

/// Judges a result by its goal, exactly: a fraction by its rate, a rate with its fraction by the
/// fraction (of which it is the rounding), a count against `4/12 tổ` by the part. Things must have
/// the same name, marks aside, or one of them its first words (`hộ`, `hộ gia đình`); a name or a
/// `/sổ` that the result leaves out is taken from the goal, a `%` or `đồng` is not. An inexact
/// result (`trên 97%`) is judged only where every figure it can stand for gives the same outcome.
Judgement judge(const Goal& goal, const Quantity& value);

/// Whether whatever meets `a` meets `b`, too: a target that is as strict as a threshold, or
/// stricter. Nothing where the two can't be compared.
std::optional<bool> implies(const Goal& a, const Goal& b);

/// The difference in words: `thấp hơn chỉ tiêu 1,5 điểm phần trăm`; empty without one.
Message in_words(const Goal& goal, const Judgement& judgement);

}  // namespace wardplan

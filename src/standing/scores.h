#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/number.h"
#include "records/catalogue.h"

// What a ward comes to in points on a day: derived from the entries, never stored.

namespace wardplan {

/// Who gave the points: the ward itself, or those who assess it.
enum class Side { self, assessed };

/// One of each side.
template <class T>
using BySide = std::array<T, 2>;

/// Plain points as they are written (`4,5`, `20 điểm`), or nothing where that is no such figure.
std::optional<Ratio> points_in(const WrittenQuantity& text);

/// A weight or a share (`30%`, `0,3`, `2`) as it is written, the `%` aside.
std::optional<Ratio> weight_in(const WrittenQuantity& text);

/// How often a deduction applies as it is written (`2`, `2 lần`); nothing where that is no such
/// figure, or says points.
std::optional<Ratio> times_in(const WrittenQuantity& text);

/// Whether a list gives points or weights.
bool gives_points(const Catalogue& list);

/// The most points of a content: its `points`, or 100 where it has a weight alone; nothing where
/// the list gives it none.
std::optional<Ratio> most_of(const Row& listed);

/// Whether some row of a list has a weight.
bool has_weights(const Catalogue& list);

/// The most that the result of a list with weights comes to: their sum, of a row without one that
/// of what is below it; nothing: it has none.
std::optional<Ratio> most_weighted(const Catalogue& list);

/// One row of a list, group or content, in points.
struct RowPoints {
  const Row* listed = nullptr;
  /// The ward's row; null when its file has none.
  const Row* row = nullptr;
  /// Of a group the sums of the contents below it; what doesn't apply is in none of them.
  Ratio most = {};
  BySide<std::optional<Ratio>> points = {};
  /// What it gives to a weighted result.
  BySide<std::optional<Ratio>> weighted = {};
  /// Contents below it (or itself) that points can be given for, and how many have them.
  int asked = 0;
  BySide<int> scored = {};
};

/// How often a deduction was recorded in a round.
struct Deducted {
  const Deduction* deduction = nullptr;
  const Update* by = nullptr;
  Ratio times = {};
};

/// What a deduction takes off a result.
Ratio taken_off(const Deducted& deducted, const Ratio& result);

/// What one side comes to.
struct ScoreResult {
  /// Nothing while no content has points of that side.
  std::optional<Ratio> sum = {};
  /// Where the list has weights.
  std::optional<Ratio> weighted = {};
  /// What is taken off, and what is left of the weighted result or else the sum; never below 0.
  /// Nothing where a deduction is unclear.
  Ratio off = {};
  std::optional<Ratio> result = {};
  /// Only once every content has its points: its band, and whether it passes.
  const Band* band = nullptr;
  std::optional<bool> passed = {};
};

struct Scores {
  /// The round that the points are of; empty: none has any.
  std::string round;
  /// One a row of the list, in its order.
  std::vector<RowPoints> rows;
  std::vector<Deducted> deducted;
  /// Deductions of which what was recorded last isn't how often they apply, which `times` doesn't
  /// say: where there is any, no side has a result.
  std::vector<Deducted> unclear;
  Ratio most = {};
  int asked = 0;
  BySide<int> scored = {};
  BySide<ScoreResult> sides;
  /// The pass mark that holds for the ward, or null.
  const WrittenQuantity* pass = nullptr;
  /// Pass marks go by groups of wards, and the year doesn't say which is the ward's: none holds,
  /// and nothing passes.
  bool group_unknown = false;
};

/// Whether the list has groups of wards, and the year doesn't say which is the ward's.
bool lacks_group(const Plan& plan);

/// The pass mark of the ward's group, or else of the list; null: there is none.
const WrittenQuantity* pass_mark(const Plan& plan);

/// Of criteria whose list gives points: those of one round up to a day; `round` empty: of the last
/// round in which any were given, so that no sum mixes two rounds.
Scores scores_at(const Plan& plan, const Date& as_of, std::string_view round = "");

/// The points of one content on a side in a round: what its last entry there says, or null.
const Update* scored_by(const Row& row, Side side, const Date& as_of, std::string_view round);

/// What an entry gives on a side.
const WrittenQuantity& score_of(const Update& update, Side side);

}  // namespace wardplan

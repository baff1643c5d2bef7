#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/catalogue.h"
#include "standing/results.h"

// How a ward stands to its list of criteria on a day: derived from the entries, never stored.

namespace wardplan {

/// How many are met, and so on.
struct Tally {
  int met = 0;
  int not_met = 0;
  int not_judged = 0;
  int not_applicable = 0;
  /// Nothing is known but points: neither met nor not met.
  int scored = 0;

  int total() const { return met + not_met + not_judged + not_applicable + scored; }
  /// What is still to be done.
  int open() const { return not_met + not_judged; }
};

/// One content of the list.
struct ContentVerdict {
  const Row* listed = nullptr;
  const Place* place = nullptr;
  /// The ward's row for it; null when its file has none.
  const Row* row = nullptr;
  /// Its place among the groups.
  std::optional<std::size_t> group = {};
  Judged judged = {};
  /// How far the farthest of its values is from what the list asks (or, where it states no figure,
  /// the ward), as a part of that figure; nothing where no value falls short.
  std::optional<double> gap = {};
};

/// One group: met when each of its contents is, those that don't apply aside; scored when all are
/// judged and some by points alone.
struct GroupVerdict {
  const Row* listed = nullptr;
  const Place* place = nullptr;
  /// The ward's row for it; null when its file has none.
  const Row* row = nullptr;
  Tally contents = {};
  Status status = Status::not_judged;
};

/// One condition that applies to the ward.
struct ConditionVerdict {
  const Condition* condition = nullptr;
  /// What was counted or recorded, as documents write it; empty: nothing is known.
  std::string value;
  Outcome outcome = Outcome::unknown;
};

/// `open`: the list has neither conditions nor a pass mark that could decide; `group_unknown`: its
/// thresholds and marks go by groups of wards, and the year doesn't say which is the ward's.
enum class Conclusion { not_eligible, eligible, recognised, open, group_unknown };

struct Verdict {
  std::vector<ContentVerdict> contents;
  std::vector<GroupVerdict> groups;
  std::vector<ConditionVerdict> conditions;
  Tally content_tally;
  Tally group_tally;
  Conclusion conclusion = Conclusion::not_eligible;
  /// Of the plan's year, up to the day; null when there is none.
  const Recognition* recognition = nullptr;
};

/// Of criteria whose list is known; `round` empty: by what was said last of each content; else by
/// what was said in the round, and conditions by the figures of its last day.
Verdict verdict_at(const Plan& plan, const Date& as_of, std::string_view round = "");

/// Whether a year is a matter of points alone: the list gives some to every content and has neither
/// conditions nor a pass mark, and nobody said that a content is met or not.
bool is_only_scored(const Plan& plan);

/// Who registers and recognises on a day, or null.
const Authority* authority_at(const Catalogue& list, const Date& day);

}  // namespace wardplan

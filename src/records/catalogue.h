#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "records/record.h"

// Criteria as a decision lists them, once for all wards.

namespace wardplan {

struct Readings;

/// What a condition's figure is: one that is recorded under the condition's id, or one that is
/// counted (groups that are met of all, contents likewise, full years since the registration).
enum class Counts { figure, groups, contents, years };

/// One condition of being recognised, beside the contents.
struct Condition {
  Text id;
  Text title;
  Written<Counts> counts;
  /// Not given: always.
  Written<Applies> applies;
  WrittenGoal goal;
  Text note;
  Span span;
};

/// Who registers and who recognises, from a day on; what is not known is left out.
struct Authority {
  Written<Date> from;
  Text registers;
  Text recognises;
  Text source;
  Text note;
  Span span;
};

/// `kind: catalogue`, a list of criteria: groups as headings, contents with the thresholds that the
/// text states as their targets.
struct Catalogue {
  FileId file = 0;
  /// Named on the command line, rather than looked up for another file.
  bool asked = true;
  /// A record refers to it.
  bool used = false;
  Text kind;
  Number format;
  Text id;
  Text name;
  Text source;
  /// The days from and to which it is in force; none: always.
  Written<Date> from;
  Written<Date> until;
  Text note;
  /// Of the whole: the most points, what the weights add up to, and the least points to pass.
  WrittenQuantity points;
  WrittenQuantity weight;
  WrittenQuantity pass;
  std::vector<WardGroup> groups;
  std::vector<Row> rows;
  std::vector<Condition> conditions;
  std::vector<Deduction> deductions;
  std::vector<Band> bands;
  std::vector<Authority> authorities;
  std::vector<Acceptance> accepted;
  /// One place a row, in the order of `rows`.
  std::vector<Place> outline;
  /// What rows of criteria name the rows and conditions by, as `fold` makes it.
  std::unordered_map<std::string, const Row*> listed;
  std::unordered_map<std::string, const Condition*> conditions_by_id;
  std::unordered_map<std::string, const Deduction*> deductions_by_id;
  /// Another list of the same folder and id that is in force at another time, or null.
  Catalogue* other_time = nullptr;
};

/// Whether a list is in force on some day of these.
bool is_in_force(const Catalogue& list, const Date& first, const Date& last);

/// Puts a further list of the same folder and id behind the first one, or returns false where they
/// are in force on the same day.
bool add_time(Catalogue& first, Catalogue& further);

/// Of the lists of one id (`other_time`) the one of a record's day, the end of its last round or
/// else of its year; where none is in force then, one that is in the year, or else the first.
Catalogue& list_of_day(Catalogue& first, const Plan& plan);

/// Whether a threshold of a list holds for a year's ward.
bool holds_for(const Plan& plan, const Target& threshold);

/// `row` of a list, with those of its thresholds that hold for a year's ward.
Row as_asked(const Row& listed, const Plan& plan);

/// Fills in what the rows and conditions of a list are found by, once it is read.
void index_catalogue(Catalogue& list);

/// Gives the rows of criteria what their list says of them (headings, titles, thresholds where the
/// ward has no target of its own), and makes the outline. Rows that the list doesn't have stay as
/// they are.
void link_catalogue(Plan& plan, Readings& readings);

/// Whether a target of a content or condition is the ward's own rather than the list's.
bool is_own(const Row& row, const Target& target);

/// The threshold that a target of a content answers to, or null: by its name, or the only one.
const Target* find_threshold(const Row& row, const Target& target);

/// What the list asks where the ward has this target of its own; null where the list states no
/// figure or the target is the list's.
const WrittenGoal* listed_goal(const Row& row, const Target& target);

}  // namespace wardplan

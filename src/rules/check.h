#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "diag/report.h"
#include "records/project.h"
#include "rules/policy.h"
#include "times/date.h"

namespace wardplan {

/// Every code of every layer, sorted by id.
const std::vector<const Code*>& all_codes();

/// The code with this id (case aside), or null.
const Code* find_code(std::string_view id);

/// A sample as people read it: without the line end that opens a raw string, and where it is of
/// one row with what the row has besides.
std::string sample_text(const Code& code, std::string_view sample);

/// How records are checked.
struct CheckRun {
  /// Rules that go by the day run only where one is asked about.
  std::optional<Date> as_of = {};
  /// Only these codes are told, so that a case is about its own whatever else its records hold;
  /// what reading finds always is.
  std::optional<std::vector<std::string>> told = {};
  /// Only the rules that find errors are run, for what tells nothing else.
  bool errors_only = false;
  /// What the settings say of findings; null: nothing.
  const Policy* policy = nullptr;
};

/// Runs the rules that look at one ward, drops what the files accept, says which acceptances no
/// longer apply, judges the rest as the settings say, and sorts. Returns how many findings were
/// accepted.
std::size_t check_ward(const Project& project, const CheckRun& run, Report& report);

/// A place in a file that need no longer be in memory.
struct MetPlace {
  std::string path;
  Span span;
  /// Of standard input, which can't be read again.
  std::string bytes = {};
};

/// A register that was met, with its folder.
struct MetWard {
  std::string spelling;
  std::string name;
  std::string folder;
  MetPlace id;
};

/// What a ward says that it became and was made of, by folded ids, and where.
struct MetSides {
  std::string name;
  std::set<std::string> successors = {}, predecessors = {};
  MetPlace place;
};

/// When a ward is there, beside which others.
struct MetDays {
  std::string id;
  std::string name;
  std::set<std::string> successors = {}, predecessors = {};
  std::optional<Date> from = {}, until = {};
  MetPlace from_place = {}, until_place = {};
};

/// What the rules across wards remember.
struct Met {
  /// Titles of plans by kind, ward, year and title.
  std::map<std::tuple<RecordKind, std::string, int, std::string>, MetPlace> plans;
  std::map<std::string, MetWard> wards;
  /// By folded id, of wards that say so; and who names a ward as its successor or predecessor.
  std::map<std::string, MetSides> sides;
  std::map<std::string, std::set<std::string>> named;
  /// By folded id what wards became, as either side says.
  std::map<std::string, std::set<std::string>> became;
  std::set<std::string> in_circle;
  /// By folded id, wards with days, and who names a ward beside itself.
  std::map<std::string, MetDays> days;
  std::map<std::string, std::set<std::string>> beside;
  /// How many findings across wards the settings accept.
  std::size_t accepted = 0;
};

/// Runs the rules that compare a ward's records with those met before; files that these stand in
/// may be read again. True when there was something to tell; the report is sorted then.
bool check_across(Project& project, Met& met, const CheckRun& run, Report& report);

/// Both, for records that were read all at once.
std::size_t check(Project& project, const CheckRun& run, Report& report);

}  // namespace wardplan

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "records/project.h"
#include "text/phrase.h"
#include "times/date.h"

// Records whose work is counted with another ward's: of wards that merge or split, which aren't
// there on the day, and of those above that others serve.

namespace wardplan {

/// Why a record may be counted elsewhere: its ward is no longer there, or not yet; or it is a plan
/// above.
enum class AsideReason : std::uint8_t { over, to_come, above };

/// The records of one kind and year of a ward that may be counted elsewhere.
struct AsideRecord {
  /// Folded, and as it is spelt.
  std::string id = {};
  std::string shown_id = {};
  std::string name = {};
  int year = 0;
  RecordKind kind = RecordKind::plan;
  AsideReason why = AsideReason::over;
  /// The ward's last day, or its first.
  Date day = {};
  /// How many records of that kind and year the ward has.
  int records = 0;
  /// Only of periods on whose last day the ward isn't there.
  bool part = false;

  /// What it is known by.
  using Key = std::tuple<std::string_view, int, RecordKind, AsideReason>;
  Key key() const { return {id, year, kind, why}; }
  bool operator==(const AsideRecord& other) const { return key() == other.key(); }
};

/// A ward whose records of a kind and year count, and how many those are.
struct CountingWard {
  std::string name = {};
  int records = 0;
};

/// The wards that a record is counted with, each once, and how many records those have of its kind
/// and year; none are named of what is above the wards.
struct CountedWith {
  std::vector<std::string> wards = {};
  int records = 0;
};

/// A record that isn't counted, and where it is.
using CountedAside = std::pair<AsideRecord, CountedWith>;

/// What is known of all wards when it is settled what counts.
struct SideRecords {
  /// By folded ids what wards became, as either side says, and what they were made of.
  std::map<std::string, std::set<std::string>> became = {};
  std::map<std::string, std::set<std::string>> came_of = {};
  /// By folded id, year and kind.
  std::map<std::tuple<std::string, int, RecordKind>, CountingWard> counted = {};

  void add(SideRecords&& other);
};

/// Whether a record stands in a folder for what is above wards.
bool is_above(const Project& project, FileId file);

/// Why a plan may be counted elsewhere on a day, or nothing; of the ward's records those count that
/// are sound.
std::optional<AsideRecord> side_of(const Project& project, const Report& report, const Plan& plan,
                                   const Date& day);

/// Notes what a ward became, and what it was made of.
void note_sides(const Ward& ward, SideRecords& records);

/// Notes that a plan counts.
void note_counted(const Plan& plan, SideRecords& records);

/// What a side's work is counted with. Nothing: it counts itself.
std::optional<CountedWith> counted_with(const AsideRecord& side, const SideRecords& records);

/// Why it isn't counted, with the wards with which it is, and whether those have fewer records than
/// it: nobody can say which of its own goes on in which.
Message why_elsewhere(const CountedAside& aside);

/// The same of several, each once, for one line: the first few by name, with their wards.
Message told_elsewhere(const std::vector<CountedAside>& sides);

}  // namespace wardplan

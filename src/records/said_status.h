#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "records/words.h"
#include "records/written.h"

namespace wardplan {

struct Plan;
struct Ward;
class Report;

/// A status by a word of the ward's own, and which of those that are counted it belongs to.
struct WardStatus {
  Text id;
  Text name;
  Written<Status> counts_as;
  Span span;
};

/// What an entry says of its row's status: one of those that are counted, or by a word of the
/// ward's own, which is known once the ward is.
struct SaidStatus : Written<Status> {
  /// As the file has it, where that is none of the usual words.
  Text word = {};
  /// The ward's own that it means.
  const WardStatus* own = nullptr;
};

/// Whether entries of a kind of rows can say a status of the ward's own.
bool takes_ward_statuses(RowKind kind);

/// The ward's own status that `said` means: its id or its name, without regard to case and marks;
/// or null.
const WardStatus* ward_status_by_words(const Ward* ward, std::string_view said);

/// A status that rows can say: as a file has it, and what it means for the work.
struct MeantStatus {
  std::string token;
  Closure closure = Closure::open;
};

/// The status of a kind of rows that `said` means, be it a usual one or the ward's own; or none.
std::optional<MeantStatus> meant_status(RowKind kind, std::string_view said, const Ward* ward);

/// Tells a word that is no status of a kind of rows, nor of the ward, with what may be meant.
void tell_unknown_status(RowKind kind, const Text& said, const Ward* ward, Report& report);

/// Gives entries that say a status of the ward's own what it is counted as; a word that is none is
/// told.
void link_statuses(Plan& plan, Report& report);

/// What is wrong with the statuses of a ward: two alike, or one that is called as a usual one.
void check_statuses(const Ward& ward, Report& report);

/// Per cent of 0 to 100 in a text, with the sign or without; or nothing.
std::optional<int> percent_in(std::string_view text);

}  // namespace wardplan

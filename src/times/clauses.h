#pragma once

#include <span>
#include <vector>

#include "times/parts.h"

namespace wardplan {

/// What the clauses of one expression have said so far.
struct TimeDraft {
  std::vector<TimeItem> items = {};
  std::optional<TimePart> since = {};
  std::optional<TimePart> until = {};
  std::vector<Recurrence> recurrences = {};
  bool approximate = false;
};

/// Reads one clause into the draft and tells what it says; `unknown` when it is not understood.
ScheduleKind read_clause(TimeReader& reader, TimeDraft& draft);

/// What items say together; those of more than one kind are `mixed`.
ScheduleKind kind_of(std::span<const TimeItem> items);

/// Whether a recurrence begins here.
bool begins_recurrence(const TimeReader& reader);

/// Reads `Hàng tháng, quý, 6 tháng, năm`, `sáng thứ 7 hàng tuần`, `1 lần/quý`.
bool read_recurrence(TimeReader& reader, std::vector<Recurrence>& recurrences);

/// Whether a recurrence without its `hàng` begins `ahead` places further on: `quý`, `6 tháng`.
bool begins_cycle(const TimeReader& reader, std::size_t ahead);

}  // namespace wardplan

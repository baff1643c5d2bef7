#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "forms/form_field.h"
#include "forms/letter.h"
#include "forms/period_report.h"

// The fields that the report of one plan and that of several have in common.

namespace wardplan {

/// A line of the table of counts: what is counted, and of what it is a part.
struct CountLine {
  std::string_view name;
  int (*count)(const ReportCounts& counts);
  int (*whole)(const ReportCounts& counts);
  std::string_view of;
  /// Only where items come back.
  bool of_times = false;
};

/// A line with its counts at the end of the period and of the one before.
struct Counted {
  const CountLine& line;
  ReportCounts at_end;
  std::optional<int> then;
  /// Nobody knows the whole.
  bool rebuilt = false;

  int now() const { return line.count(at_end); }
};

std::vector<Counted> counts_of(const ReportCounts& now, const std::optional<ReportCounts>& then,
                               bool coming_back, bool rebuilt);
const FormFields<Counted>& count_fields();

/// A line of what came due: in the period, and since January.
struct SinceLine {
  std::string_view name;
  std::string in_period;
  std::string since_january;
};
std::vector<SinceLine> since_lines(const DueCounts& in_period, const DueCounts& since_january);
const FormFields<SinceLine>& since_fields();

/// What a report of criteria with points says of them; empty of all others.
FormFields<PeriodReport> point_fields();

/// A report of one plan, with what stands around it.
struct ReportForm {
  const PeriodReport& report;
  const Plan& plan;
  const std::optional<Date>& signed_on;
  Letter letter;
};

/// Its fields without those of the letter.
const FormFields<ReportForm>& report_fields();

/// The same of an item in a table: address, title, who, by when.
const FormFields<Item>& report_item_fields();

/// Those whom reports of the plan go to.
std::vector<std::string> recipients_of(const PeriodReport& report);

/// `Thạch Bàn` for `phường Thạch Bàn`.
std::string place_of(const Plan& plan);

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "records/record.h"
#include "text/slips.h"
#include "text/source.h"
#include "times/date.h"

// When documents were issued, as lines and symbols say it.

namespace wardplan {

/// A date in figures or words, with what it says.
struct SaidDay {
  TextPart place;
  std::vector<int> numbers;
};

/// What stands behind `ngày`, as far as it can be a date: `27/01/2023`, `… tháng 01 năm 2023`.
SaidDay day_said_behind(std::string_view text, std::size_t from);

/// The day that three numbers say, which may not be in the calendar.
Date day_of(std::vector<int> numbers);

/// The day of issue that a text says right behind the number of a document: `Kế hoạch số 12-KH/ĐU
/// ngày 05/01/2026`; without its day (`ngày …/01/2026`) two numbers.
std::optional<SaidDay> day_of_issue_in(std::string_view text);

/// The year that a symbol has behind its number: `30/2020/NĐ-CP`.
std::optional<int> year_in_symbol(std::string_view text);

/// The last day on which a document can have been issued by what it says, and where.
struct LatestIssue {
  Date day;
  Span span;
  /// It is that day itself.
  bool exact = false;
};

/// Of a plan's own document; without a day or month by the year of its symbol or of the plan.
std::optional<LatestIssue> latest_issue(const Plan& plan, const Sources& sources);

}  // namespace wardplan

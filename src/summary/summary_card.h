#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "sheet/sheet.h"
#include "summary/summary.h"

namespace wardplan {

struct SummaryShow {
  Lang lang = Lang::vi;
  /// The key of `groups` to sum by.
  std::optional<std::string> by = {};
  /// With a table of the items that each count was made from.
  bool explain = false;
  /// Length of the bars of signs, for a terminal; 0: none.
  int bar_width = 0;
  /// With a row of totals, which data doesn't need.
  bool totals = true;
};

/// The tables of a summary for people and as data.
Card summary_card(const Summary& summary, const SummaryShow& show);

/// One tidy table: a row for each plan, section and part with its count; with `explain` for each
/// item instead.
Sheet summary_sheet(const Summary& summary, const SummaryShow& show);

/// Bars of every plan, and for each list of criteria how the wards stand to its groups.
std::vector<document::Figure> summary_figures(const Summary& summary, Lang lang);

// The tables that a summary is made of.

// Items counted, by group of wards, ward, plan and heading.
Sheet groups_sheet(const Summary& summary, const SummaryShow& show);
Sheet wards_sheet(const Summary& summary, const SummaryShow& show);
Sheet plans_sheet(const Summary& summary, const SummaryShow& show);
Sheet sections_sheet(const Summary& summary, const SummaryShow& show);

// What criteria and movements came to.
Sheet criteria_sheet(const Summary& summary, const SummaryShow& show);
Sheet movements_sheet(const Summary& summary, const SummaryShow& show);

// Who is late, and who said nothing in the period.
Sheet late_leaders_sheet(const Summary& summary, const SummaryShow& show);
Sheet late_units_sheet(const Summary& summary, const SummaryShow& show);
Sheet silent_sheet(const Summary& summary, const SummaryShow& show);

/// The items that were counted, one by one.
Sheet items_sheet(const Summary& summary, const SummaryShow& show);

/// A bucket's token as a key of data.
std::string bucket_key(const BucketWord& word);

/// What a ward says under a key of its groups, in words where it says nothing.
std::string group_name(const CountedPlan& counted, const std::string& key, Lang lang);

/// A section's address and heading.
std::string section_name(const CountedSection& section, Lang lang);

}  // namespace wardplan

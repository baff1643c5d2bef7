#pragma once

#include <string>

#include "sheet/sheet.h"
#include "summary/summary.h"
#include "summary/summary_card.h"

// The tables that a summary is made of.

namespace wardplan {

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

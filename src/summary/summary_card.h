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

/// The tables that a summary is made of.
std::vector<Sheet> summary_tables(const Summary& summary, const SummaryShow& show);

/// A bucket's token as a key of data.
std::string bucket_key(const BucketWord& word);

}  // namespace wardplan

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/project.h"
#include "summary/summary.h"
#include "text/phrase.h"

// Pages that lead people to the papers of a build: what is late, by whom, and where everything is.

namespace wardplan {

/// The papers of one plan: `path` is what their names begin with, below the folder of the page;
/// `names` what follows, with the ending (`table.docx`, `report-2026.html`).
struct PlanPapers {
  std::string path;
  std::vector<std::string> names;
};

/// A plan of a ward's page, and its papers.
struct PlanOfPage {
  const Plan* plan;
  PlanPapers papers;
};

/// A ward, the plans that its page tells of, and its records that it can't.
struct WardOfPage {
  std::string name = {};
  std::vector<PlanOfPage> plans = {};
  std::vector<std::string> left_out = {};
};

/// Of a run: the day that it is about, and within how many days what isn't done is due soon.
struct PageAsked {
  Date as_of;
  int soon = 0;
  Lang lang = Lang::vi;
};

/// One ward for its wall: what was left out, each plan with its counts and papers, what is late and
/// what is due soon, and how each leader's items stand.
std::string ward_page(const Project& project, const WardOfPage& ward, const PageAsked& asked);

/// All wards: counts, who has most that is late, each plan with its papers, and what was left out.
/// `papers` are known by the plan's file, as the summary names it; `left_out` names records.
std::string index_page(const Summary& summary, const std::map<std::string, PlanPapers>& papers,
                       std::span<const std::string> left_out, const PageAsked& asked);

/// The script that searches in a page, and its SHA-256 in base64, by which a page allows it alone.
std::string_view search_script();
std::string_view search_script_hash();

}  // namespace wardplan

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/headings.h"
#include "import/rows.h"
#include "records/record.h"
#include "times/date.h"

// What is written of a table.

namespace wardplan {

/// What a record says before its rows.
struct RecordHead {
  RecordKind kind = RecordKind::plan;
  std::string ward = {};
  int year = 0;
  std::string title = {};
  std::string issued = {};
  /// Of criteria: the id of their list, and when they are judged.
  std::string catalogue = {};
  std::vector<std::string> rounds = {};
  /// Whether figures of titles are taken as targets; otherwise they are proposed in comments.
  bool with_targets = false;
  /// Of a movement: its name.
  std::string movement = {};
  /// The day of entries made of columns that say how work stands.
  std::optional<Date> day = {};
};

/// The record as a file. `read` (null: none) is the same record as it was read before: names that
/// its register knows are written by their ids, and of criteria only what its list says otherwise.
std::string record_text(const RecordHead& head, const Headings& headings, const ImportedRows& rows,
                        const Plan* read);

/// Where each row of a table stands, as addresses of records say it.
std::vector<std::string> addresses_of(const std::vector<ImportRow>& rows);

/// A list of criteria with the groups and contents of these rows, their points and weights, and the
/// thresholds that the program itself prints behind titles.
std::string catalogue_text(const RecordHead& head, const Headings& headings,
                           const ImportedRows& rows);

}  // namespace wardplan

#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/told.h"
#include "sheet/sheet.h"
#include "text/phrase.h"

namespace wardplan {

/// The commit that brought something; empty: none yet.
struct CommitShown {
  std::string commit = {};
  std::string author = {};
  /// ISO.
  std::string day = {};
};

/// A change with what is known beside it.
struct ShownChange {
  ToldChange told = {};
  CommitShown by = {};
  /// The statuses that its row's entries come to, where they changed.
  std::string status_before = {};
  std::string status_after = {};
};

/// What words of records mean to their readers.
struct RecordWords {
  /// `plan`, `ward`…
  std::string kind = {};
  /// Names of people and units by their ids, and of the ward's own statuses.
  std::map<std::string, std::string> names = {};
  Lang lang = Lang::vi;
};

/// Adds to changes the statuses that entries before and after them come to.
std::vector<ShownChange> shown_changes(const Tree& before, const Tree& after);

/// What changed between two versions, named as they are to be told; `by_commit`: with who recorded
/// it.
Sheet change_sheet(const std::vector<ShownChange>& changes, const std::string& before,
                   const std::string& after, bool by_commit, const RecordWords& words);

/// An entry of the item, and the commit that it came with.
struct ShownEntry {
  const Tree* entry = nullptr;
  CommitShown by = {};
};

/// The history of one item: its changes, the last first, and its entries; `card` says which it is.
Card log_card(Card card, const std::vector<ShownChange>& changes,
              const std::vector<ShownEntry>& entries, const RecordWords& words);

/// What stands at a place, in one line: `hoàn thành; 94%`.
std::string value_in_line(const Tree& tree, const ToldChange& told, const RecordWords& words);

/// What a field is called: `thời gian hoàn thành`.
std::string field_words(const ToldChange& told, const RecordWords& words);

}  // namespace wardplan

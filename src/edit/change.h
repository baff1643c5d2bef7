#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/entry_keys.h"
#include "text/edit.h"
#include "text/phrase.h"

namespace wardplan {

/// What is to happen to the `updates` of one row (its index as `Plan::row` counts).
struct RowChange {
  std::size_t row = 0;
  /// The entry to append; none: the last one is taken off.
  std::optional<EntryDraft> entry = {};
};

/// A file's new text, and the edits of the old one that make it.
struct ChangedText {
  std::string bytes = {};
  std::vector<Edit> edits = {};
  /// Why the changes can't be made as asked; then nothing else is filled in.
  Message refusal = {};
};

/// Changes a plan's text, in the order given, and reads the result back: unless it is the old
/// record with just these changes, that is a refusal. The text must read without errors.
ChangedText change_rows(const std::string& bytes, const std::vector<RowChange>& changes);

}  // namespace wardplan

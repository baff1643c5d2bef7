#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cmd/commands.h"
#include "cmd/rewriting.h"
#include "cmd/typed.h"
#include "edit/change.h"
#include "lists/item.h"
#include "records/addresses.h"
#include "records/record.h"

// How commands change records: everything is judged on the new text before a byte is written.

namespace wardplan {

/// What came of one request.
struct ChangeAnswer {
  bool done = false;
  /// Nothing is wrong with it, but with others of its file.
  bool held_back = false;
  /// All that it says stands in the record.
  bool unchanged = false;
  /// The row isn't what it was when the sheet was printed; others of its file don't wait for it.
  bool moved_on = false;
  /// Refused for itself: others of its file don't wait for it.
  bool alone = false;
  /// The request of the same file that asks otherwise for the same row, so that neither is
  /// recorded.
  std::optional<std::size_t> against = {};
  /// What was recorded, or why not.
  Message message = {};
  /// The column of a list that the fault is in, where it is in one, by its English title.
  std::string_view column = {};
};

/// What came of all requests to one file: all are done, or none.
struct FileAnswer {
  bool done = false;
  /// One a request, in their order.
  std::vector<ChangeAnswer> answers;
};

/// Changes a plan file under its lock, whole or not at all; with `dry_run` prints the change as a
/// diff and writes nothing. Findings that stand in the way, and new warnings, go to standard error.
/// Throws `Failure` when the file can't be read or written.
FileAnswer change_file(const std::string& path, const std::vector<ChangeRequest>& requests,
                       bool dry_run, Io& io);

/// How a record's text is read and judged.
using JudgeBytes = std::function<JudgedText(std::string bytes)>;

/// What requests make of a record's text, which isn't written; nothing where something was refused
/// (`answer` says what), or nothing changes. New warnings go to standard error.
struct TextChange {
  std::optional<ChangedText> text = {};
  FileAnswer answer = {};
};
TextChange change_text(const std::string& path, const std::string& bytes,
                       const std::vector<ChangeRequest>& requests, bool dry_run,
                       const JudgeBytes& judge, Io& io);

/// The change of a plan that a request asks for, or why it can't be; `today` is the day of an entry
/// that names none, `known` has the plan's rows.
std::variant<RowChange, Refused> requested_change(const Plan& plan, const Addresses& known,
                                                  const ChangeRequest& request, const Date& today);

/// The column of lists that gives a key of entries, by its English title.
std::string_view column_of(EntryKeyId key);

/// Of what comes back the item at the time that a line of a list is about, by its column or as its
/// title says it, which the request then names; of others the item. Throws `Refused` where a time
/// that is named isn't one.
Item at_its_time(const Item& item, ChangeRequest& request, int soon);

/// What a line of a list asks for that doesn't stand in the record as `list` prints it; nothing:
/// all of it does. Values that are written as they are printed are as they would be typed.
std::optional<ChangeRequest> beyond_what_stands(const Item& item, const ChangeRequest& request);

/// What a line of a list says of the row otherwise than the record does and can't change; nothing:
/// it says nothing of the kind.
std::optional<Refused> changed_beside(const Item& item, const ChangeRequest& request);

/// The request with values as they would be typed, where they are written as they are printed.
ChangeRequest with_typed_values(const Row& row, ChangeRequest request);

/// Why a row of a sheet isn't the row whose address it has, or nothing: its fingerprint is that of
/// another one. Excel takes `1.10` for `1.1`.
std::optional<Refused> of_another_row(const Plan& plan, std::size_t row,
                                      const ChangeRequest& request);

/// What was filled in, as it was typed.
Message as_filled_in(const EntryDraft& typed);

/// What to answer a request from a sheet that was printed before its row moved on, in the record or
/// by a change of this run; nothing: it didn't. Refused with both sides, unless what the sheet says
/// is recorded already.
std::optional<ChangeAnswer> moved_on(const Plan& plan, std::size_t row,
                                     const ChangeRequest& request,
                                     const std::vector<RowChange>& before, const Addresses& known,
                                     const Date& today);

/// `2023-11-20, hoàn thành, 94%`; of a row that comes back with its time, or that it is of all.
Message entry_in_words(const Plan& plan, const Row& row, const EntryDraft& entry);

/// `đã ghi vào I.2.4.1 (Y tế): 2023-11-20, hoàn thành`: what an entry says, or the entry that is
/// taken off; with `dry_run` what would be done.
Message told(const Plan& plan, const RowChange& change, bool dry_run);

}  // namespace wardplan

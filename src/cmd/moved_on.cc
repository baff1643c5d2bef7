// What a sheet that was filled in says of a row that is no longer what it was when it was printed.
#include <algorithm>

#include "cmd/change.h"
#include "records/entry_keys.h"
#include "records/fingerprint.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Whether an entry says what is asked for; of one that names no day the day doesn't matter.
bool says_it(EntryDraft entry, const RowChange& change, const ChangeRequest& request) {
  EntryDraft asked = *change.entry;
  if (!request.entry[EntryKeyId::date].given()) asked[EntryKeyId::date] = entry[EntryKeyId::date];
  return entry == asked;
}

/// Whether an entry counts for what a line is about: one time of what comes back, or (an empty
/// `time`) the whole row.
bool counts(const EntryDraft& entry, const std::string& time) {
  const auto& round = entry[EntryKeyId::round].text;
  return time.empty() || !round || *round == time;
}

/// All entries of a row or of one of its times, those that this run makes behind the others.
std::vector<EntryDraft> entries_of(const Plan& plan, std::size_t row, const std::string& time,
                                   const std::vector<RowChange>& before) {
  std::vector<EntryDraft> entries;
  for (const Update& update : plan.row(row).updates) entries.push_back(draft_of(update));
  for (const RowChange& change : before)
    if (change.row == row && change.entry) entries.push_back(*change.entry);
  std::erase_if(entries, [&](const EntryDraft& entry) { return !counts(entry, time); });
  return entries;
}

}  // namespace

Message as_filled_in(const EntryDraft& typed) {
  std::string text;
  for (const EntryKey& key : entry_keys()) {
    if (typed[key.id].text) join(text, *typed[key.id].text);
    for (const std::string& one : typed[key.id].list) join(text, one);
  }
  return {text, text};
}

std::optional<Refused> of_another_row(const Plan& plan, std::size_t row,
                                      const ChangeRequest& request) {
  if (request.fingerprint.empty() ||
      fingerprint(plan.row(row), request.time) == request.fingerprint)
    return std::nullopt;
  for (std::size_t other = 0; other < plan.row_count(); ++other)
    if (other != row && fingerprint(plan.row(other), request.time) == request.fingerprint)
      return Refused{
          say("dòng này in cho `{0}` ({1}), ô địa chỉ nay ghi `{2}`; sửa ô ấy thành `{0}`",
              "this row was printed for `{0}` ({1}), its address now says `{2}`; make it "
              "`{0}`",
              plan.outline[other].address, shorten(plan.row(other).text().value),
              plan.outline[row].address),
          "address"};
  return std::nullopt;
}

std::optional<ChangeAnswer> moved_on(const Plan& plan, std::size_t row,
                                     const ChangeRequest& request,
                                     const std::vector<RowChange>& before, const Addresses& known,
                                     const Date& today) {
  if (request.fingerprint.empty()) return std::nullopt;
  const bool changed = fingerprint(plan.row(row), request.time) != request.fingerprint;
  const bool in_this_run = std::ranges::any_of(before, [&](const RowChange& change) {
    return change.row == row && (!change.entry || counts(*change.entry, request.time));
  });
  if (!changed && !in_this_run) return std::nullopt;
  const std::vector<EntryDraft> entries = entries_of(plan, row, request.time, before);
  ChangeRequest late = request;
  // What stands in the record already may be followed by later entries.
  late.backdate = true;
  const auto change = requested_change(plan, known, late, today);
  if (const auto* made = std::get_if<RowChange>(&change))
    if (std::ranges::any_of(entries,
                            [&](const EntryDraft& entry) { return says_it(entry, *made, late); }))
      return ChangeAnswer{.unchanged = true, .message = Phrase{"không đổi", "unchanged"}};
  const Message recorded = entries.empty() ? Message("chưa có cập nhật nào", "no entry")
                                           : entry_in_words(plan, plan.row(row), entries.back());
  const Message filled = as_filled_in(request.entry);
  const std::string& address = plan.outline[row].address;
  if (!changed)
    return ChangeAnswer{.alone = true,
                        .message = say("{}: dòng khác ghi khác: {}; dòng này muốn ghi: {}",
                                       "{}: another line differs: {}; this one wants to record: {}",
                                       address, recorded, filled)};
  return ChangeAnswer{
      .moved_on = true,
      .message = say("{}: hồ sơ đã thay đổi sau khi in phiếu; hồ sơ ghi sau cùng: {}; phiếu muốn "
                     "ghi: {}",
                     "{}: the record moved on after the sheet was printed; it says last: {}; the "
                     "sheet wants to record: {}",
                     address, recorded, filled)};
}

}  // namespace wardplan

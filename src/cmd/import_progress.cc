// `import --merge` of a task sheet: what was done since becomes entries.
#include "cmd/import_progress.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <utility>

#include "cmd/plan_file.h"
#include "import/record.h"
#include "records/entry_keys.h"
#include "records/steps.h"
#include "standing/occurrences.h"
#include "standing/results.h"
#include "standing/state.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

bool is_same(std::string_view one, std::string_view other) {
  return with_single_blanks(fold(one)) == with_single_blanks(fold(other));
}

/// One row of the table beside the record's.
struct RowProgress {
  const Imported& imported;
  const Plan& plan;
  std::size_t at;
  const RowEntry& said;
  Date as_of;
  Standing standing = standing_at(plan.row(at), plan.ward, as_of);

  const std::string& address() const { return plan.outline[at].address; }

  /// What the record says under a key of entries on that day, or nothing.
  std::string stands(std::string_view key) const {
    if (key == "status") return std::string(told_status(standing).token);
    if (key == "percent")
      return standing.percent ? std::to_string(*standing.percent) : standing.done_on ? "100" : "";
    if (key == "waiting") return standing.waiting ? standing.waiting->waits_for().value : "";
    if (key == "obstacle") return standing.obstructed ? standing.obstructed->obstacle.value : "";
    const Text* grade = grade_of(history_of_round(plan.row(at), as_of, ""));
    return key == "grade" && grade != nullptr ? grade->value : "";
  }

  bool differs(std::string_view key, const std::string& text) const {
    if (key == "waiting" && standing.waiting != nullptr &&
        is_same(standing.waiting->waiting.value, text))
      return false;
    return !is_same(stands(key), text);
  }

  bool any_differs() const {
    return std::ranges::any_of(said.said,
                               [&](const auto& one) { return differs(one.first, one.second); });
  }

  /// When the record said just what the table says, before it said more; nothing: it never did. A
  /// table may have been printed or filled in then, and come late.
  Message as_before() const {
    std::vector<std::chrono::sys_days> days, entries;
    for (const Update& update : plan.row(at).updates) entries.push_back(update.date.value);
    for (const std::chrono::sys_days day : entries)
      for (const int back : {0, 1}) days.push_back(day - std::chrono::days(back));
    std::ranges::sort(days, std::greater());
    for (const std::chrono::sys_days day : days) {
      if (Date(day) > as_of) continue;
      const RowProgress then{imported, plan, at, said, day};
      if (then.any_differs()) continue;
      // The day before an entry is a day of none, which nobody finds in the record.
      if (std::ranges::find(entries, day) != entries.end())
        return say("ngày {}", "on {}", written(day));
      return say("trước cập nhật ngày {}", "before its entry of {}",
                 written(Date(day + std::chrono::days(1))));
    }
    return {};
  }

  /// Why what the table says can't stand behind the record's entries, or nothing: one of them is
  /// later, and would go on saying what it says.
  Message before_entries(const EntryDraft& entry) const {
    const auto& text = entry[EntryKeyId::date].text;
    const Date day = text ? *parse_date(*text) : as_of;
    for (const Update& update : plan.row(at).updates)
      if (update.date.value > day)
        return say(
            "{}: biểu ghi cho ngày {}, mà hồ sơ có cập nhật ngày {}; cập nhật ấy sai ngày "
            "thì sửa `date` của nó trong tệp, thừa thì bỏ bằng `wardplan undo … {}`, rồi "
            "đưa biểu vào lại",
            "{}: the table speaks of {}, and the record has an entry of {}; where that has "
            "the wrong day, mend its `date` in the file, where it is needless, take it away "
            "by `wardplan undo … {}`, and import the table again",
            address(), written(day), written(update.date.value), shell_quoted(address()));
    return {};
  }

  bool has_column(std::string_view key) const {
    return std::ranges::find(imported.progress_keys, key) != imported.progress_keys.end();
  }

  bool says(std::string_view key) const {
    return std::ranges::any_of(said.said, [&](const auto& one) { return one.first == key; });
  }

  /// A day that the table has otherwise, which isn't recorded again; or nothing.
  Message other_day() const {
    if (!said.day || !standing.done_on || *said.day == *standing.done_on) return {};
    return say("{}: biểu ghi hoàn thành ngày {}, hồ sơ ghi ngày {}; sửa ngày trong hồ sơ nếu sai",
               "{}: done on {} in the table and on {} in the record; mend the record where it is "
               "wrong",
               address(), written(*said.day), written(*standing.done_on));
  }

  /// What stays because the table's cell is empty, or nothing.
  Message kept() const {
    Message keys;
    for (const char* key : {"waiting", "obstacle"})
      if (has_column(key) && !says(key) && !stands(key).empty()) join(keys, Message(key, key));
    if (keys.empty() || standing.done_on || ends()) return {};
    return say("{}: biểu để trống, hồ sơ giữ nguyên {}; đã hết thì ghi bằng `wardplan update`",
               "{}: empty in the table, the record keeps {}; where it is over, record that by "
               "`wardplan update`",
               address(), keys);
  }

  EntryDraft draft() const {
    EntryDraft entry;
    const auto put = [&](std::string_view key, const std::string& text) {
      const auto known = std::ranges::find(entry_keys(), key, &EntryKey::name);
      if (known != entry_keys().end()) entry[known->id].text = text;
    };
    const bool was_done = standing.done_on.has_value();
    const bool now_done = was_done && !differs_in("status");
    for (const auto& [key, text] : said.said)
      // Done is said once, on the day on which it was.
      if (!now_done || differs(key, text)) put(key, text);
    if (said.day && !now_done) put("date", iso(*said.day));
    // An entry without them would say that they are over, and an empty cell says nothing.
    for (const char* key : {"waiting", "obstacle"})
      if (!says(key) && !now_done && !ends() && !stands(key).empty()) put(key, stands(key));
    return entry;
  }

  bool differs_in(std::string_view key) const {
    return std::ranges::any_of(said.said, [&](const auto& one) {
      return one.first == key && differs(one.first, one.second);
    });
  }

  /// Whether the table says that the work is over.
  bool ends() const {
    return std::ranges::any_of(said.said, [&](const auto& one) {
      if (one.first != "status") return false;
      const StatusWord* status = status_by_token(one.second);
      const WardStatus* own = ward_status_by_words(plan.ward, one.second);
      if (own != nullptr) status = &status_word(own->counts_as.value);
      return status != nullptr && status->closure != Closure::open;
    });
  }
};

/// Adds what comes of one row.
void add_row(ProgressMade& made, const RowProgress& row) {
  const std::string& address = row.address();
  if (!row.any_differs()) {
    made.said.insert(fold(address));
    if (Message day = row.other_day(); !day.empty()) made.told.push_back(std::move(day));
    if (Message kept = row.kept(); !kept.empty()) made.kept.push_back(std::move(kept));
    return;
  }
  if (const Message before = row.as_before(); !before.empty()) {
    made.told.push_back(
        say("{}: biểu ghi đúng như hồ sơ {}, mà hồ sơ đã có cập nhật mới hơn; nếu nay lại như vậy "
            "thì ghi bằng `wardplan update`",
            "{}: the table says what the record said {}, which has newer entries; where that is so "
            "again, record it by `wardplan update`",
            address, before));
    return;
  }
  if (is_of_no_time(row.said, row.plan.row(row.at), row.plan.ward)) {
    made.told.push_back(
        say("{}: việc lặp lại, biểu không nói lần nào; ghi bằng `wardplan update … --round`",
            "{}: the work comes back, and the table doesn't say which time it is; record it by "
            "`wardplan update … --round`",
            address));
    return;
  }
  EntryDraft entry = row.draft();
  if (Message later = row.before_entries(entry); !later.empty()) {
    made.told.push_back(std::move(later));
    return;
  }
  made.said.insert(fold(address));
  if (Message kept = row.kept(); !kept.empty()) made.kept.push_back(std::move(kept));
  made.requests.push_back({.address = address, .asked = Asked::merged, .entry = std::move(entry)});
}

}  // namespace

ProgressMade progress_of(const Imported& imported, const Plan& plan, const Date& as_of) {
  ProgressMade made;
  if (!imported.unread.empty())
    made.told.push_back(say("{}: không ghi gì của dòng có ô không đọc được; sửa ô rồi đưa vào lại",
                            "{}: nothing is recorded of rows with a cell that can't be read; mend "
                            "it and import the table again",
                            quoted_list(imported.unread)));
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < plan.rows.size(); ++row)
    rows.emplace(fold(plan.outline[row].address), row);
  for (const SheetProgress& progress : imported.progress) {
    const auto found = rows.find(fold(progress.address));
    if (found != rows.end() && !plan.rows[found->second].is_heading())
      add_row(made, {imported, plan, found->second, progress.entry, as_of});
  }
  return made;
}

namespace {

/// Whether a column that stays the record's own is plainly one of how work stands: some of its
/// cells say so.
bool is_meant(const ImportColumn& column, std::size_t at, const Imported& imported) {
  return std::ranges::any_of(imported.rows.rows, [&](const ImportRow& row) {
    return says_entry(column.id, row.cells[at], imported.into->ward);
  });
}

/// Why such columns stay, cell by cell; what follows from a cell has no place of its own.
void tell_staying(Imported& imported, const SettledHeadings& settled,
                  const std::set<std::size_t>& staying) {
  for (const TableRemark& remark : settled.told)
    if (!remark.cell || staying.contains(remark.cell->cell)) imported.rows.told.push_back(remark);
}

}  // namespace

void take_up_own(Imported& imported, const Date& as_of) {
  std::vector<ImportColumn>& columns = imported.headings.columns;
  if (std::ranges::all_of(columns, [](const auto& one) { return one.replaces.empty(); })) return;
  const SettledHeadings settled =
      settle_entries(imported.headings, imported.rows, imported.into->ward, imported.table, as_of);
  std::set<std::size_t> staying;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    ImportColumn& column = columns[at];
    if (column.replaces.empty()) continue;
    const bool meant = is_meant(column, at, imported);
    if (meant && settled.headings.columns[at].was.empty()) {
      imported.rows.told.push_back(
          {say("cột `{}` trong hồ sơ đang giữ nguyên chữ (`{}`), nay ô nào cũng đọc được nên thành "
               "cập nhật",
               "the column `{}` has stood as it is in the record (`{}`); now that each cell can be "
               "read, they become entries",
               column.title, column.replaces),
           say("muốn giữ nguyên chữ thì nêu `{}` cho cột ấy ở `--columns`",
               "to keep it as it is, name that column `{}` with `--columns`", column.replaces),
           {}});
      continue;
    }
    if (meant) staying.insert(at);
    column.was = std::exchange(column.id, std::exchange(column.replaces, {}));
  }
  if (!staying.empty()) tell_staying(imported, settled, staying);
}

void mark_replaced(Imported& imported, const Date& as_of) {
  const ProgressMade made = progress_of(imported, *imported.into, as_of);
  const std::vector<std::string> addresses = addresses_of(imported.rows.rows);
  for (std::size_t at = 0; at < imported.headings.columns.size(); ++at) {
    ImportColumn& column = imported.headings.columns[at];
    for (std::size_t row = 0; row < addresses.size() && !column.replaces.empty(); ++row)
      if (imported.rows.rows[row].cells[at].empty())
        column.empty_in.insert(row);
      else if (made.said.contains(fold(addresses[row])))
        column.replaced_in.insert(row);
  }
}

}  // namespace wardplan

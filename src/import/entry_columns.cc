#include "import/entry_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "import/cell_signs.h"
#include "records/register.h"
#include "standing/occurrences.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::string_view kStatus = "entry_status", kPercent = "entry_percent",
                           kDone = "entry_done";

std::optional<std::string> status_in(const std::string& text, const Ward* ward) {
  const auto meant = meant_status(RowKind::item, text, ward);
  return meant ? std::optional(meant->token) : std::nullopt;
}

std::optional<std::string> percent_of(const std::string& text, const Ward*) {
  const auto percent = percent_in(text);
  return percent ? std::optional(fmt::format("{}", *percent)) : std::nullopt;
}

std::optional<std::string> day_of(const std::string& text, const Ward*) {
  const auto day = parse_typed_date(text);
  return day ? std::optional(iso(*day)) : std::nullopt;
}

std::optional<std::string> as_it_is(const std::string& text, const Ward*) { return text; }

/// The statuses that the sheet could have said, the ward's own among them.
Message statuses_meant(const std::string& text, const Ward* ward) {
  std::vector<std::string> words, known;
  for (const StatusWord& status : status_words_of(RowKind::item)) {
    words.emplace_back(status.words.vi);
    known.insert(known.end(), {words.back(), std::string(status.words.en)});
  }
  if (ward != nullptr)
    for (const WardStatus& own : ward->statuses) {
      words.push_back(own.name.value);
      known.push_back(own.name.value);
    }
  return offer_nearest(
      text, known,
      say("sửa ô thành một trong {}, hoặc thêm trạng thái ấy vào `statuses` ở ward.yaml, rồi đưa "
          "vào lại",
          "make the cell one of {}, or add that status to `statuses` in ward.yaml, and import it "
          "again",
          quoted_list(words)));
}

Message percent_meant(const std::string&, const Ward*) {
  return {"sửa ô thành số nguyên từ 0 đến 100, như `60%`, rồi đưa vào lại",
          "make the cell a whole number of 0 to 100, as `60%`, and import it again"};
}

Message day_meant(const std::string&, const Ward*) {
  return {"sửa ô thành một ngày, như `15/6/2026`, rồi đưa vào lại",
          "make the cell a date, as `15/6/2026`, and import it again"};
}

Message no_help(const std::string&, const Ward*) { return {}; }

/// A column, the key of entries that it says, what the key holds for a cell, and what is said of
/// one that it can't hold.
struct EntryColumn {
  std::string_view id;
  std::string_view key;
  std::optional<std::string> (*read)(const std::string& text, const Ward* ward);
  Phrase wanted;
  Message (*help)(const std::string& text, const Ward* ward);
  /// It holds any words.
  bool in_words = false;
};

/// In the order in which entries are written.
constexpr std::array kColumns = {
    EntryColumn{kDone, "date", day_of, {"ngày", "date"}, day_meant},
    EntryColumn{kStatus, "status", status_in, {"trạng thái", "status"}, statuses_meant},
    EntryColumn{kPercent,
                "percent",
                percent_of,
                {"số nguyên từ 0 đến 100", "whole number of 0 to 100"},
                percent_meant},
    EntryColumn{"entry_waiting", "waiting", as_it_is, {}, no_help, true},
    EntryColumn{"entry_obstacle", "obstacle", as_it_is, {}, no_help, true},
    EntryColumn{"entry_grade", "grade", as_it_is, {}, no_help, true},
};

const EntryColumn& column_of_entries(std::string_view id) {
  return *std::ranges::find(kColumns, id, &EntryColumn::id);
}

/// What a cell of a column says for an entry; of what says nothing, nothing.
const std::string& said_in(const EntryColumn& of, const ImportRow& row, std::size_t column,
                           const Ward* ward) {
  static const std::string kNothing;
  const std::string& text = row.cells[column];
  // `0` is a per cent like others.
  const bool nothing = leaves_empty(text) && (of.in_words || !of.read(text, ward));
  return nothing ? kNothing : text;
}

/// Settles the columns of one table.
struct Settler {
  const ImportedRows& rows;
  const Ward* ward;
  std::size_t at;
  Date as_of;
  SettledHeadings made;
  /// The table is brought into a record, which gets no column of its own for it: what can't be held
  /// concerns its row alone.
  bool merging = false;
  /// Own ids of columns that can't become entries, by those that they had.
  std::map<std::string_view, std::string> own = {};

  void go() {
    for (const EntryColumn& of : kColumns)
      if (const auto column = made.headings.find(of.id); column && of.id != kDone)
        settle(of, *column);
    // Who is done is known by the status.
    if (const auto column = made.headings.find(kDone)) settle(kColumns.front(), *column);
  }

  void settle(const EntryColumn& of, std::size_t column) {
    std::vector<TableRemark> odd, nothing;
    std::map<std::string, std::size_t> met;
    for (std::size_t place = 0; place < rows.rows.size(); ++place) {
      const ImportRow& row = rows.rows[place];
      const std::string& text = row.cells[column];
      if (text.empty()) continue;
      const CellAddress cell{at, row.row_of(column), column};
      if (said_in(of, row, column, ward).empty())
        nothing.push_back({say("`{}` ở cột này được hiểu là không có gì",
                               "`{}` in this column is taken for nothing", text),
                           {},
                           cell});
      else if (auto why = why_not(of, row, column); !why.message.empty()) {
        if (merging)
          hold_back(place, {std::move(why.message), std::move(why.help), cell});
        else if (met[text]++ == 0)
          odd.push_back({std::move(why.message), std::move(why.help), cell});
      }
    }
    if (of.id == kDone && odd.empty() && own.contains(kStatus))
      odd.push_back(
          {say("không biết việc nào xong vì cột `{}` không đọc được",
               "nothing says what is done, for the column `{}` can't be read", own.at(kStatus)),
           {},
           {}});
    if (of.id == kDone && !odd.empty()) keep_undated();
    // One cause: its header may mean planned days.
    if (made.headings.columns[column].unsure && odd.size() > 1) odd.resize(1);
    if (odd.empty())
      made.told.insert(made.told.end(), nothing.begin(), nothing.end());
    else
      make_own(of, column, std::move(odd));
  }

  void hold_back(std::size_t row, TableRemark why) {
    why.message += Message{": dòng này không thành cập nhật", ": no entry is made of this row"};
    made.told.push_back(std::move(why));
    made.held_back.insert(row);
  }

  /// The sheet says when work was done, and not all of it can be read: to record that it is done,
  /// on the day of the import, would make it late.
  void keep_undated() {
    const auto days = made.headings.find(kDone), status = made.headings.find(kStatus);
    if (!status || made.headings.columns[*days].unsure) return;
    make_own(column_of_entries(kStatus), *status,
             {{say("không biết việc xong ngày nào vì cột `{}` không đọc được",
                   "nothing says when work was done, for the column `{}` can't be read",
                   made.headings.columns[*days].title),
               {},
               {}}});
  }

  /// Why a cell can't be held, or nothing.
  TableRemark why_not(const EntryColumn& of, const ImportRow& row, std::size_t column) const {
    const std::string& text = row.cells[column];
    if (row.heading)
      return {say("đề mục có `{}` ở cột này, mà kết quả chỉ ghi cho việc",
                  "a heading has `{}` in this column, and results are those of items", text),
              {},
              {}};
    if (!of.read(text, ward))
      return {
          say("`{}` không phải là {}", "`{}` is no {}", text, of.wanted), of.help(text, ward), {}};
    return of.id == kDone ? why_not_done(row, text, made.headings.columns[column].unsure)
                          : TableRemark{};
  }

  /// What a row's column says, or nothing.
  const std::string& said(std::string_view id, const ImportRow& row) const {
    static const std::string kNothing;
    const auto column = made.headings.find(id);
    return column ? said_in(column_of_entries(id), row, *column, ward) : kNothing;
  }

  /// Why a row wasn't done on that day, or nothing; `unsure`: the row itself must say that it was.
  TableRemark why_not_done(const ImportRow& row, const std::string& text, bool unsure) const {
    const Message mend = {"sửa một trong hai ô rồi đưa vào lại",
                          "mend one of the two and import it again"};
    const std::string &status = said(kStatus, row), &percent = said(kPercent, row);
    const auto meant = meant_status(RowKind::item, status, ward);
    if (meant && meant->closure != Closure::done)
      return {say("ngày hoàn thành là `{}` mà trạng thái là `{}`",
                  "it was done on `{}`, and its status is `{}`", text, status),
              mend,
              {}};
    // What isn't read is told of its own cell.
    if ((!status.empty() && !meant) || (!percent.empty() && !percent_in(percent))) return {};
    if (!percent.empty() && percent_in(percent) != 100)
      return {say("ngày hoàn thành là `{}` mà mới làm `{}`",
                  "it was done on `{}`, and the per cent done are `{}`", text, percent),
              mend,
              {}};
    if (*parse_typed_date(text) > as_of)
      return {say("ngày hoàn thành `{}` còn ở sau ngày {}", "it is done on `{}`, which is after {}",
                  text, written(as_of)),
              {},
              {}};
    if (!unsure || meant || !percent.empty()) return {};
    return {say("không ô nào khác nói việc có ngày `{}` đã xong",
                "no other cell says that what has the day `{}` is done", text),
            {"nếu là ngày đã xong, đổi đầu cột thành `Ngày hoàn thành thực tế` rồi đưa vào lại",
             "where it was done then, call the column `Ngày hoàn thành thực tế` and import it "
             "again"},
            {}};
  }

  void make_own(const EntryColumn& of, std::size_t column, std::vector<TableRemark> odd) {
    ImportColumn& made_own = made.headings.columns[column];
    const std::string id = made_own.replaces.empty() ? own_column_id(made.headings, column)
                                                     : std::exchange(made_own.replaces, {});
    made_own.was = std::exchange(made_own.id, id);
    own.emplace(of.id, made_own.title);
    for (TableRemark& remark : odd)
      remark.message +=
          say(": cột `{}` giữ nguyên chữ (`{}`), không ô nào thành cập nhật",
              ": the column `{}` stays as it is (`{}`), and none of its cells became an entry",
              made_own.title, id);
    made.told.insert(made.told.end(), odd.begin(), odd.end());
  }
};

}  // namespace

std::string own_column_id(const Headings& headings, std::size_t column) {
  const std::string base = id_of(headings.columns[column].title);
  std::string id = base.empty() ? fmt::format("cot-{}", column + 1) : base;
  for (int next = 2; headings.find(id); ++next) id = fmt::format("{}-{}", base, next);
  return id;
}

std::string_view entry_key_of(std::string_view id) { return column_of_entries(id).key; }

bool says_entry(std::string_view id, const std::string& cell, const Ward* ward) {
  return !cell.empty() && column_of_entries(id).read(cell, ward).has_value();
}

bool is_entry_column(std::string_view id) {
  return std::ranges::find(kColumns, id, &EntryColumn::id) != kColumns.end();
}

SettledHeadings settle_entries(const Headings& headings, const ImportedRows& rows, const Ward* ward,
                               std::size_t at, const Date& as_of) {
  Settler settler{rows, ward, at, as_of, {headings}};
  settler.go();
  return std::move(settler.made);
}

SettledHeadings settle_progress(const Headings& headings, const ImportedRows& rows,
                                const Ward* ward, std::size_t at, const Date& as_of) {
  Settler settler{rows, ward, at, as_of, {headings}, true};
  settler.go();
  return std::move(settler.made);
}

SettledHeadings settle_days_done(const Headings& headings, const ImportedRows& rows,
                                 const Ward* ward, std::size_t at, const Date& as_of) {
  Settler settler{rows, ward, at, as_of, {headings}};
  if (const auto column = headings.find(kDone); column && headings.columns[*column].unsure)
    settler.settle(column_of_entries(kDone), *column);
  return std::move(settler.made);
}

RowEntry entry_of(const ImportRow& row, const Headings& headings, const Ward* ward) {
  RowEntry entry;
  for (const EntryColumn& of : kColumns) {
    const auto column = headings.find(of.id);
    if (!column) continue;
    const std::string& cell = said_in(of, row, *column, ward);
    auto text = cell.empty() ? std::nullopt : of.read(cell, ward);
    if (!text) continue;
    if (of.id == kDone)
      entry.day = parse_date(*text);
    else
      entry.said.emplace_back(of.key, std::move(*text));
  }
  const auto says_status = [](const auto& said) { return said.first == "status"; };
  if (entry.day && std::ranges::none_of(entry.said, says_status))
    entry.said.insert(entry.said.begin(), {"status", std::string(status_word(Status::done).token)});
  return entry;
}

bool is_of_no_time(const RowEntry& entry, const Row& row, const Ward* ward) {
  if (!comes_back(row)) return false;
  Update update;
  for (const auto& [key, text] : entry.said) {
    if (key != "status") continue;
    const WardStatus* own = ward_status_by_words(ward, text);
    const StatusWord* usual = status_by_token(text);
    if (own == nullptr && usual == nullptr) continue;
    update.status.value = usual != nullptr ? usual->status : own->counts_as.value;
    update.status.given = true;
  }
  return !speaks_of_all(row, update);
}

}  // namespace wardplan

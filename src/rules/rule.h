#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "diag/report.h"
#include "records/project.h"
#include "text/slips.h"
#include "times/date.h"

namespace wardplan {

struct Met;

/// A text of a record that was asked for, and what may be odd about it.
struct SeenText {
  FileId file;
  const Text* text;
  Glance glance;
};

/// Those of all texts about which something may be odd, looked up once for all rules.
struct OddTexts {
  bool looked = false;
  std::vector<SeenText> all;
};

/// One rule at work: what was read, the day that is asked about, which only codes that go `by_day`
/// can rely on, and where what it finds goes.
struct RuleRun {
  const Code& code;
  const Project& project;
  const std::optional<Date>& as_of;
  Report& report;
  OddTexts& odd_texts;

  /// Adds a finding of this rule; `at` is what an acceptance names it by.
  void tell(std::string at, Label primary, Message message, Message help = {},
            std::vector<Label> related = {}) const {
    report.add({&code, std::move(message), std::move(primary), std::move(related), std::move(help),
                std::move(at)});
  }

  /// What stands twice, told where it stands again.
  void tell_twice(std::string at, Span again, Span first, Message message, Message help) const {
    tell(std::move(at), {again, {"lần nữa ở đây", "again here"}}, std::move(message),
         std::move(help), {{first, {"lần đầu ở đây", "first here"}}});
  }
};

/// A kind of finding and the function that looks for it in a ward's records; a rule across wards
/// has instead one that compares them with what was met before.
struct Rule {
  Code code;
  void (*check)(const RuleRun& run) = nullptr;
  void (*across)(Project& project, Met& met, const RuleRun& run) = nullptr;
};

/// No entry is dated later: the whole history is what is known by this day.
inline constexpr Date kEndOfHistory =
    std::chrono::year(9999) / std::chrono::December / std::chrono::day(31);

/// One row of a plan, or one of its dates.
struct CheckedRow {
  const Plan& plan;
  const Row& row;
  const std::string& address;
};

inline bool is_sound_item(const Row& row) {
  return !row.is_heading() && row.text().given && row.sound;
}

// What rules look at: each calls `check` on one thing after the other, with the run.

/// Every row and date that could be read, headings too.
template <class Check>
void each_row(const RuleRun& run, Check check) {
  for (const Plan& plan : run.project.plans)
    for (std::size_t row = 0; row < plan.row_count(); ++row)
      if (plan.row(row).sound)
        check(CheckedRow{plan, plan.row(row), plan.outline[row].address}, run);
}

/// Every item and date that could be read: of the others nobody knows what they lack.
template <class Check>
void each_item(const RuleRun& run, Check check) {
  each_row(run, [&](const CheckedRow& item, const RuleRun&) {
    if (is_sound_item(item.row)) check(item, run);
  });
}

/// Every row whose times are read, headings too: some tables give them times.
template <class Check>
void each_timed(const RuleRun& run, Check check) {
  each_row(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.plan.year.given) check(item, run);
  });
}

/// The times that a row was issued with of which something is true.
template <class Wanted>
std::vector<const WrittenTime*> issued_times(const Row& row, Wanted wanted) {
  std::vector<const WrittenTime*> times;
  for (const WrittenTime* text : {&row.start, &row.due})
    if (text->given && wanted(*text->read)) times.push_back(text);
  return times;
}

/// The times that a row's entries extend it to.
std::vector<const WrittenTime*> extensions_of(const Row& row);

/// Whether most rows of a plan that name a year name another than the plan's: what goes by that
/// year would be told of each.
bool is_of_other_year(const Plan& plan);

/// Whether a round of criteria is said to be of another year than they: what goes by its days would
/// follow from that.
bool is_of_other_year(const Plan& plan, const Round& round);

/// The date that closes registration or results where three models or more, and all that are
/// dated, come behind it: it is that date that is mistyped. Otherwise null.
const Row* mistyped_closing(const Plan& plan, Closes what);

/// One row of the text around a table.
struct CheckedPassage {
  const Plan& plan;
  const Row& row;
  const std::string& address;
};

/// Every row of the text that could be read.
template <class Check>
void each_passage(const RuleRun& run, Check check) {
  for (const Plan& plan : run.project.plans)
    for (const Row& row : plan.document.text)
      if (row.sound) check(CheckedPassage{plan, row, plan.document.outline[row.at].address}, run);
}

/// Every plan that says its year.
template <class Check>
void each_plan(const RuleRun& run, Check check) {
  for (const Plan& plan : run.project.plans)
    if (plan.year.given) check(plan, run);
}

/// Those of one kind.
template <class Check>
void each_of_kind(const RuleRun& run, RecordKind kind, Check check) {
  each_plan(run, [&](const Plan& plan, const RuleRun&) {
    if (plan.kind == kind) check(plan, run);
  });
}

/// Every model of a movement that could be read.
template <class Check>
void each_model(const RuleRun& run, Check check) {
  each_row(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.row.kind == RowKind::model) check(item, run);
  });
}

/// All criteria whose list is known.
template <class Check>
void each_criteria(const RuleRun& run, Check check) {
  for (const Plan& plan : run.project.plans)
    if (plan.catalogue != nullptr) check(plan, run);
}

/// Every row of criteria that could be read and stands for a content of the list.
template <class Check>
void each_content(const RuleRun& run, Check check) {
  each_item(run, [&](const CheckedRow& item, const RuleRun&) {
    if (item.row.listed != nullptr) check(item, run);
  });
}

/// Every list that was asked for or is relied on.
template <class Check>
void each_list(const RuleRun& run, Check check) {
  for (const Catalogue& list : run.project.catalogues)
    if (list.asked || list.used) check(list, run);
}

/// Numbered rows: a plan's, or a list's of criteria. (The rows of criteria go by their list.)
struct NumberedRows {
  const std::vector<Row>& rows;
  const std::vector<Place>& outline;
};

/// Those of every plan, and of every list that was asked for or is relied on.
template <class Check>
void each_table(const RuleRun& run, Check check) {
  for (const Plan& plan : run.project.plans)
    if (plan.kind == RecordKind::plan) check(NumberedRows{plan.rows, plan.outline}, run);
  each_list(run, [&](const Catalogue& list, const RuleRun&) {
    check(NumberedRows{list.rows, list.outline}, run);
  });
}

/// The same, and the sections of the texts around tables: whatever is numbered.
template <class Check>
void each_numbering(const RuleRun& run, Check check) {
  each_table(run, check);
  for (const Plan& plan : run.project.plans)
    check(NumberedRows{plan.document.text, plan.document.outline}, run);
}

/// Whether a plan asks this of each of its items.
bool asks_for(const Plan& plan, Required what);

/// What items of a table lack that all of them should have.
struct Lack {
  bool (*lacks)(const Row&);
  Phrase what;
  /// Where no item of a table has it: it lacks the column, which is told once.
  Phrase all;
  Phrase help;
  /// Only contents of criteria should have it, which go by their numbers.
  bool of_contents = false;
  /// What a plan asks for by this is told with all else that it asks for.
  std::optional<Required> required = {};
};

/// Tells of a rebuilt plan once what items of these addresses lack: the report that it was rebuilt
/// from says no more.
void tell_unstated(const Plan& plan, const std::vector<std::string>& lacking, Phrase what,
                   const RuleRun& run);

/// Addresses in quotes, as many as a line takes.
std::string some_of(std::vector<std::string> addresses);

/// Tells what each item lacks, or each table.
void tell_lacking(const Lack& lack, const RuleRun& run);

/// Where bytes [begin, end) of a value stand in its file. Of a block (`|`, `>`) the one place that
/// has them; the whole value where there is no such place, where escapes keep the value from
/// standing in the file as it is, or where the range is empty.
Span part_of(const Sources& sources, const Text& value, std::size_t begin, std::size_t end);

/// The texts of the records that were asked for about which something may be odd.
const std::vector<SeenText>& odd_texts(const RuleRun& run);

/// What a finding at this place is accepted by: the address of its row, or nothing.
std::string address_at(const Project& project, Span place);

/// Tells the part of a figure's text that can't be read.
template <class T>
void tell_misread(const std::string& at, const T& text, Phrase what, Phrase help,
                  const RuleRun& run) {
  if (text.read->value) return;
  const auto& [begin, end, reason, own_help, readings] = text.read->problem;
  run.tell(at, {part_of(run.project.sources, text, begin, end)},
           say("{}: {}", "{}: {}", what, reason), own_help.empty() ? Message(help) : own_help);
}

/// Whether a list's goal can't be what is meant: more than the whole, a rate that lost its `%`, or
/// a comma that is probably a mark of thousands.
bool is_doubtful(const Catalogue& list, const Row& row, const Target& target);

/// Whether a rate of more than the whole is of what was planned, since the target's name or the
/// row's text says so (`so với dự toán`); of one so big that it has rather lost its comma, no.
bool is_of_named_plan(std::string_view name, std::string_view text, const Quantity& rate);

/// Tells a figure whose comma is probably a mark of thousands, with both readings.
void tell_thousands(const std::string& at, const Text& text, const RuleRun& run);

// One function a topic (one file each): its rules in the order of their codes.
std::span<const Rule> copy_rules();
std::span<const Rule> text_rules();
std::span<const Rule> issued_rules();
std::span<const Rule> register_rules();
std::span<const Rule> successor_rules();
std::span<const Rule> merger_rules();
std::span<const Rule> column_rules();
std::span<const Rule> numbering_rules();
std::span<const Rule> odd_number_rules();
std::span<const Rule> count_rules();
std::span<const Rule> item_rules();
std::span<const Rule> serve_rules();
std::span<const Rule> time_rules();
std::span<const Rule> year_rules();
std::span<const Rule> goal_rules();
std::span<const Rule> value_rules();
std::span<const Rule> sum_rules();
std::span<const Rule> update_rules();
std::span<const Rule> between_rules();
std::span<const Rule> report_rules();
std::span<const Rule> done_rules();
std::span<const Rule> listed_rules();
std::span<const Rule> verdict_rules();
std::span<const Rule> round_rules();
std::span<const Rule> grouped_rules();
std::span<const Rule> scored_rules();
std::span<const Rule> day_rules();
std::span<const Rule> model_rules();
std::span<const Rule> passage_rules();
std::span<const Rule> citation_rules();
std::span<const Rule> saying_rules();
std::span<const Rule> basis_rules();

}  // namespace wardplan

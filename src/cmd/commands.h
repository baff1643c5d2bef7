#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/changing_commands.h"
#include "cmd/io.h"
#include "diag/report.h"
#include "lists/item_filter.h"
#include "summary/assess.h"
#include "text/merge_lines.h"
#include "times/date.h"
#include "write/formats.h"

// One function a command (one file each): options in, exit code out. Those that change or make
// records stand in changing_commands.h.

namespace wardplan {

/// Exit codes: fine; findings, or something refused; wrong usage, or it could not run.
inline constexpr int kFine = 0;
inline constexpr int kFound = 1;
inline constexpr int kCannot = 2;

/// Where a result goes, and in which form.
struct OutputOptions {
  /// A name that `formats_for(shapes)` has: as `--format` said it, or by the ending of `path`.
  std::string format;
  /// What the command can give.
  Shapes shapes = {};
  /// None: standard output.
  std::optional<std::string> path = {};
  /// CSV as Excel in Vietnamese opens it.
  bool excel = false;
  /// Of a document: a name of `document::layout_names()`; none: that of the body it is from.
  std::optional<std::string> layout = {};
  /// As `--format` and `--separator` were said.
  std::optional<std::string> said_format = {};
  std::optional<std::string> separator = {};
};

struct CheckOptions {
  std::vector<std::string> paths = {"."};
  std::string format = "text";
  /// The least severe finding that makes the exit code 1: error or warning.
  Severity fail_on = Severity::warning;
  /// Only findings as severe as this are told and counted.
  Severity only = Severity::info;
  /// Codes, or how they begin (`P4`); none: all.
  std::vector<std::string> select = {};
  /// How often each code was found, instead of the findings.
  bool statistics = false;
  /// Nothing is told; the exit code says it.
  bool quiet = false;
  /// What the next commit is to hold is judged, and only what it changes is told.
  bool staged = false;
  /// Only what changed since a commit, or a day, is told.
  std::optional<std::string> since;
};
int check_command(const CheckOptions& options, Io& io);

struct TableOptions {
  std::string path;
  OutputOptions output{.format = "md", .shapes = {.sheet = true, .document = true}};
  /// With the columns Tình trạng and Kết quả, as of the day asked about.
  bool with_state = false;
  /// With the figures of targets behind every row, also where its text says them.
  bool with_targets = false;
  /// Ids; none: those that the plan names.
  std::vector<std::string> columns = {};
  /// A day was said that only columns of entries can go by.
  bool for_entries = false;
  /// A sheet for units to fill in, which `update --from` reads, in place of the table.
  bool for_update = false;
  /// Only what these units lead.
  std::vector<std::string> leads = {};
};
int table_command(const TableOptions& options, Io& io);

struct ListOptions {
  std::vector<std::string> paths = {"."};
  OutputOptions output{.format = "text", .shapes = {.sheet = true, .document = true}};
  ItemFilter filter;
  /// Keys of columns; `-` before a key sorts downwards.
  std::vector<std::string> sort;
  /// Keys of columns; none: those that suit the output.
  std::vector<std::string> columns;
  /// Only what is overdue or due soon, by deadline.
  bool only_due = false;
  /// Something overdue makes the exit code 1.
  bool fail_on_overdue = false;
};
int list_command(const ListOptions& options, Io& io);

struct ShowOptions {
  std::string path;
  std::string address;
  OutputOptions output{.format = "text", .shapes = {.card = true, .document = true}};
};
int show_command(const ShowOptions& options, Io& io);

struct DiffOptions {
  /// Two versions of a record, or one file, which is compared with what git has.
  std::vector<std::string> files;
  /// Commits or days; none: the last commit, and the file as it is.
  std::optional<std::string> since;
  std::optional<std::string> until;
  /// A change makes the exit code 1.
  bool exit_code = false;
  OutputOptions output{.format = "text", .shapes = {.sheet = true}};
};
int diff_command(const DiffOptions& options, Io& io);

struct LogOptions {
  std::string path;
  std::string address;
  OutputOptions output{.format = "text", .shapes = {.card = true}};
};
int log_command(const LogOptions& options, Io& io);

struct MergeFileOptions {
  std::string base;
  /// What is merged is written into it.
  std::string ours;
  std::string theirs;
  /// What people call the file, or nothing.
  std::string name;
  /// The marks around what is in conflict.
  Marks marks;
};
int merge_file_command(const MergeFileOptions& options, Io& io);

struct VerdictOptions {
  std::string path;
  /// Only what was said in this round; none: what was said last.
  std::optional<std::string> round;
  OutputOptions output{.format = "text", .shapes = {.card = true, .document = true}};
};
int verdict_command(const VerdictOptions& options, Io& io);

struct FormOptions {
  /// Name of a form.
  std::string form;
  std::string path;
  OutputOptions output{.format = "md", .shapes = {.document = true, .fields = true}};
  /// Only the models of this registrant.
  std::optional<std::string> by;
  std::optional<Date> signed_on;
  /// A template of one's own.
  std::optional<std::string> template_name;
};
int form_command(const FormOptions& options, Io& io);

struct DocumentOptions {
  std::string path;
  OutputOptions output{.format = "md", .shapes = {.document = true, .fields = true}};
  std::optional<std::string> template_name;
};
int document_command(const DocumentOptions& options, Io& io);

struct ReportOptions {
  /// A plan, or those of one ward: files or a folder.
  std::vector<std::string> paths;
  /// With what was done since January beside what was done in the period.
  bool cumulative = false;
  /// A text that `parse_period` reads.
  std::string period;
  OutputOptions output{.format = "md", .shapes = {.document = true, .fields = true}};
  /// The day of the month that periods end on, 0: the last; none: as the ward has it.
  std::optional<int> cutoff;
  std::optional<Date> signed_on;
  std::optional<std::string> template_name;
};
int report_command(const ReportOptions& options, Io& io);

struct SummaryOptions {
  std::vector<std::string> paths = {"."};
  OutputOptions output{.format = "text", .shapes = {.card = true, .sheet = true, .document = true}};
  /// A key of the wards' `groups` to sum by.
  std::optional<std::string> by;
  /// What wards reach of the targets of plans above, instead of the counts.
  bool targets = false;
  /// Only plans of this year; with a period that of the period.
  std::optional<int> year;
  /// Wards without a report for this period are named.
  std::optional<std::string> period;
  int cutoff = 0;
  /// What changed after this day is told.
  std::optional<Date> since;
  /// List the items that every count was made from.
  bool explain = false;
};
int summary_command(const SummaryOptions& options, Io& io);

struct AssessOptions {
  std::vector<std::string> paths = {"."};
  OutputOptions output{.format = "text", .shapes = {.sheet = true, .document = true}};
  AssessBy by = AssessBy::leader;
  /// Only what is due in this period.
  std::optional<std::string> period;
  /// The day of the month that periods end on, 0: the last; none: as each ward has it.
  std::optional<int> cutoff;
};
int assess_command(const AssessOptions& options, Io& io);

struct ExportOptions {
  std::vector<std::string> paths = {"."};
  std::string folder;
  /// `jsonl` or `csv`.
  std::string format = "jsonl";
  /// A key of wards' groups, by whose values files are parted, too.
  std::optional<std::string> group;
  std::string part = "data";  ///< what the files of this run are called
};
/// Writes the records as tables (tidy/) into a folder.
int export_command(const ExportOptions& options, Io& io);

/// What `build` prints.
inline constexpr auto kBuildParts =
    std::to_array<std::string_view>({"table", "form", "document", "report", "summary", "pages"});

struct BuildOptions {
  std::vector<std::string> paths = {"."};
  std::string folder;
  /// Names of formats for documents, and none twice.
  std::vector<std::string> formats;
  /// Of `kBuildParts`, and none twice; none: all.
  std::vector<std::string> only;
  /// Of the reports; none: the year of each plan.
  std::optional<std::string> period;
  /// As of other documents.
  std::optional<std::string> layout;
  /// Templates of one's own by the names of their forms, each form once.
  std::map<std::string, std::string> templates;
  /// What builds before made and nothing makes any more goes, unless somebody changed it.
  bool prune = false;
};
int build_command(const BuildOptions& options, Io& io);

struct TemplatesOptions {
  /// list, show, fields or check.
  std::string action;
  /// Of a form or template; of `check` a file.
  std::string name;
  /// The form that a template is for, where its name doesn't say it.
  std::optional<std::string> form;
  std::optional<std::string> output;
  /// How `list` and `fields` answer.
  OutputOptions answer{.format = "text", .shapes = {.card = true}};
};
int templates_command(const TemplatesOptions& options, Io& io);

struct ExplainOptions {
  /// Empty: all are listed.
  std::string code;
  OutputOptions output{.format = "text", .shapes = {.card = true}};
};
int explain_command(const ExplainOptions& options, Io& io);

/// What `schema` takes beside kinds of files: what is printed as JSON.
inline constexpr std::string_view kOutputSchema = "output";

struct SchemaOptions {
  /// A kind of files, or `output`; empty: files of every kind.
  std::string of;
};
/// The schema of files of every kind.
std::string schema_of_records();
int schema_command(const SchemaOptions& options, Io& io);

struct ExplainDateOptions {
  std::string text;
  /// Of the plan in which the expression stands.
  int year = 0;
  OutputOptions output{.format = "text", .shapes = {.card = true}};
};
int explain_date_command(const ExplainDateOptions& options, Io& io);

}  // namespace wardplan

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cmd/commands.h"
#include "cmd/config.h"
#include "cmd/io.h"
#include "cmd/offers.h"
#include "cmd/settings.h"
#include "lsp/face.h"
#include "records/row_keys.h"

// What a command line may say: every command with its flags, as tables that know no option parser.

namespace wardplan {

/// Where what was said goes: a text, a text that may be missing, every text, or that the flag stood
/// there.
using Slot =
    std::variant<std::string*, std::optional<std::string>*, std::vector<std::string>*, bool*>;

/// One option (`-o,--output`) or argument (`FILE`).
struct Flag {
  std::string_view name;
  /// What its value is called in the help (`WORD`); empty for arguments and for flags without one.
  std::string_view value;
  Message help;
  Slot slot;
  /// What its value can be; none: as what the value is called says (`takes_of`).
  std::optional<Takes> takes = {};
  /// The words that it takes, where it takes no others, and whether several stand behind commas.
  std::vector<std::string> words = {};
  bool commas = false;

  bool is_option() const { return name.starts_with('-'); }
  bool has_value() const { return !std::holds_alternative<bool*>(slot); }
  /// It may stand there again, or takes several values.
  bool often() const { return std::holds_alternative<std::vector<std::string>*>(slot); }
};

/// What its value can be.
Takes takes_of(const Flag& flag);

/// What the command line said, before it is judged.
struct Parsed {
  std::string lang;
  std::string color = "auto";
  std::optional<std::string> config_file;
  bool no_config = false;
  std::optional<std::string> as_of;
  std::optional<std::string> soon;
  CheckOptions check;
  std::string fail_on = "warning";
  std::optional<std::string> due_fail_on;
  std::string only_severity;
  TableOptions table;
  ListOptions list;
  std::optional<std::string> due_from;
  std::optional<std::string> due_to;
  std::optional<std::string> text;
  ShowOptions show;
  DiffOptions diff;
  LogOptions log;
  MergeFileOptions merge_file;
  std::optional<std::string> marker_size;
  VerdictOptions verdict;
  FormOptions form;
  std::optional<std::string> signed_on;
  std::optional<std::string> since;
  DocumentOptions document;
  ReportOptions report;
  std::optional<std::string> cutoff;
  SummaryOptions summary;
  AssessOptions assess;
  ExportOptions exported;
  std::optional<std::string> assess_by;
  BuildOptions build;
  std::vector<std::string> formats;
  std::vector<std::string> only;
  std::vector<std::string> own_templates;
  std::optional<std::string> threads;
  TemplatesOptions templates;
  UpdateOptions update;
  RowOptions rows{.values = std::vector<std::vector<std::string>>(row_key_flags().size())};
  /// Those of `row_key_flags()` that are given once: the option parser takes a list apart that is
  /// typed in brackets, and leaves a text as it is.
  std::vector<std::optional<std::string>> row_texts{row_key_flags().size()};
  RenumberOptions renumber;
  InitOptions init;
  ImportOptions import;
  std::string import_kind = "plan";
  std::optional<std::string> rounds;
  std::optional<std::string> table_number;
  std::optional<std::string> encoding;
  ConfigOptions config;
  ExplainOptions explain;
  SchemaOptions schema;
  LspOptions lsp;
  bool lsp_stdio = false;
  ExplainDateOptions explain_date;
  std::optional<std::string> year;
  std::string help_word;
  std::string shell;
};

using MakeFlags = std::vector<Flag>(Parsed& parsed);
using RunCommand = int(Parsed& parsed, Io& io);

/// One command: its help, its flags, and what it runs; examples are lines without `wardplan`.
struct Command {
  std::string_view name;
  Phrase about;
  Phrase examples;
  MakeFlags* flags;
  RunCommand* run;
};

/// All commands, in the order of the help.
std::span<const Command> commands();

/// The one of this name, or null.
const Command* find_command(std::string_view name);

/// An option with a value, and one without or an argument.
Flag flag(std::string_view name, std::string_view value, Message help, Slot slot);
Flag flag(std::string_view name, Message help, Slot slot);

/// The same flag: it takes these words alone, several behind commas, or what is of this kind.
Flag among(std::vector<std::string> words, Flag flag);
Flag list_of(std::vector<std::string> words, Flag flag);
Flag taking(Takes takes, Flag flag);

/// What every command takes.
std::vector<Flag> common_flags(Parsed& parsed);
/// What the program is, in a few words and in a sentence, and how it is begun with.
inline constexpr Phrase kAboutShort = {"giữ, kiểm tra và in kế hoạch năm của phường",
                                       "keep, check and print the yearly plans of wards"};
inline constexpr Phrase kAbout = {
    "wardplan giữ kế hoạch năm của phường thành tệp YAML, kiểm tra và in ra biểu chính thức.",
    "wardplan keeps a ward's yearly plans as YAML files, checks them and prints the official "
    "tables."};
inline constexpr std::string_view kExamples =
    "check plans\ndue plans\ntable plans/long-bien/2023-chu-de.yaml";

inline constexpr Phrase kHelpAbout = {"in phần này rồi thoát", "print this and exit"};
inline constexpr Phrase kVersionAbout = {"in phiên bản rồi thoát", "print the version and exit"};

/// The language of what is said: `--lang` wherever it stands, WARDPLAN_LANG, the settings, the
/// locale, Vietnamese.
Lang early_lang(const std::vector<std::string>& args, const Io& io);

/// By which settings are chosen.
std::vector<Flag> settings_flags(Parsed& parsed);

/// The settings of `--config` wherever it stands, of WARDPLAN_CONFIG, or those found; null: none.
std::shared_ptr<const SettingsInForce> early_settings(const std::vector<std::string>& args,
                                                      const Io& io);

/// Tells what is wrong with the settings and throws `Failure`; what goes without them has none.
void require_sound_settings(const Parsed& parsed, std::string_view command, Io& io);

/// What wasn't said on the command line is as the settings have it.
void take_settings(const Command& command, const std::function<bool(std::string_view)>& is_said,
                   Parsed& parsed, Io& io);

// Flags of more than one command.
Flag paths_flag(std::vector<std::string>& paths);
Flag plan_flag(std::string& path);
Flag address_flag(std::string& address);
Flag template_flag(std::optional<std::string>& path);
Flag as_of_flag(Parsed& parsed);
Flag soon_flag(Parsed& parsed);
Flag threads_flag(Parsed& parsed);
Flag format_flag(OutputOptions& output);
Flag layout_flag(std::optional<std::string>& layout);
std::vector<Flag> output_flags(OutputOptions& output);

/// Some flags behind others.
std::vector<Flag> join(std::vector<Flag> flags, const std::vector<Flag>& more);

// Flags and run function of each command (checks.cc, views.cc, papers.cc, measures.cc, changes.cc,
// versions.cc, tables.cc, completion.cc, settings.cc, editors.cc).
MakeFlags help_flags, check_flags, table_flags, explain_flags, explain_date_flags, list_flags,
    due_flags, show_flags, verdict_flags, form_flags, document_flags, report_flags, templates_flags,
    summary_flags, assess_flags, build_flags, update_flags, undo_flags, add_flags, amend_flags,
    renumber_flags, diff_flags, log_flags, merge_file_flags, init_flags, import_flags, schema_flags,
    completion_flags, export_flags, lsp_flags, config_flags;
RunCommand run_help, run_check, run_table, run_explain, run_explain_date, run_list, run_due,
    run_show, run_verdict, run_form, run_document, run_report, run_templates, run_summary,
    run_assess, run_build, run_update, run_undo, run_add, run_amend, run_renumber, run_diff,
    run_log, run_merge_file, run_init, run_import, run_schema, run_completion, run_export, run_lsp,
    run_config;

[[noreturn]] void wrong_usage(Message message);

/// The names of encodings.
std::vector<std::string> encodings();

/// The encoding of a text that a name means.
Encoding require_encoding(const std::string& name);

/// Refuses a list of names in which one is empty.
void require_words(std::string_view option, const std::vector<std::string>& values);

/// Refuses values of which one stands twice.
void require_once(std::string_view option, const std::vector<std::string>& values);

/// Refuses a value that is none of the words.
void require_choice(std::string_view option, const std::string& value,
                    const std::vector<std::string>& words);

/// Refuses an argument that is missing.
void require_argument(const std::string& value, std::string_view what);

/// The day typed for an option.
Date require_date(std::string_view option, const std::string& value);

/// The whole number typed for an option, between two others.
int require_number(std::string_view option, const std::string& value, int least, int most);

/// Refuses what is no period of a year.
void require_period(const std::string& value);

/// Refuses a layout that isn't known.
void require_layout(const std::optional<std::string>& layout);

/// Judges where output goes and settles its format, one that the command can give: the one that was
/// said, or that the file's name ends in, and not another one each. An output that was named must
/// have a name, `-` is standard output, and `--excel` and `--separator` go with CSV.
void judge_output(OutputOptions& output);

/// `a,b` said once is `a` and `b` said one after the other.
std::vector<std::string> split_commas(const std::vector<std::string>& words);

}  // namespace wardplan

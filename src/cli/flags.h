#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cmd/commands.h"

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
  Phrase help;
  Slot slot;
};

/// What the command line said, before it is judged.
struct Parsed {
  CommonOptions common;
  std::string lang;
  std::string color = "auto";
  std::optional<std::string> as_of;
  std::optional<std::string> soon;
  CheckOptions check;
  std::string fail_on = "warning";
  TableOptions table;
  ListOptions list;
  std::optional<std::string> due_from;
  std::optional<std::string> due_to;
  std::optional<std::string> text;
  ShowOptions show;
  VerdictOptions verdict;
  FormOptions form;
  std::optional<std::string> signed_on;
  ReportOptions report;
  std::optional<std::string> cutoff;
  SummaryOptions summary;
  BuildOptions build;
  std::vector<std::string> formats;
  std::optional<std::string> threads;
  TemplatesOptions templates;
  UpdateOptions update;
  UndoOptions undo;
  ExplainOptions explain;
  ExplainDateOptions explain_date;
  std::optional<std::string> year;
};

/// One command: its help, its flags, and what it runs.
struct Command {
  std::string_view name;
  Phrase about;
  Phrase examples;
  std::vector<Flag> (*flags)(Parsed& parsed);
  int (*run)(Parsed& parsed, Io& io);
};

/// All commands, in the order of the help.
std::span<const Command> commands();

/// Options that every command takes.
std::vector<Flag> common_flags(Parsed& parsed);

// Flags of more than one command.
Flag as_of_flag(Parsed& parsed);
Flag soon_flag(Parsed& parsed);
std::vector<Flag> output_flags(OutputOptions& output, Phrase formats);

/// Some flags behind others.
std::vector<Flag> join(std::vector<Flag> flags, const std::vector<Flag>& more);

// Flags and run function of each command (check.cc, items.cc, changes.cc).
std::vector<Flag> check_flags(Parsed& parsed);
int run_check(Parsed& parsed, Io& io);
std::vector<Flag> table_flags(Parsed& parsed);
int run_table(Parsed& parsed, Io& io);
std::vector<Flag> explain_flags(Parsed& parsed);
int run_explain(Parsed& parsed, Io& io);
std::vector<Flag> explain_date_flags(Parsed& parsed);
int run_explain_date(Parsed& parsed, Io& io);
std::vector<Flag> list_flags(Parsed& parsed);
int run_list(Parsed& parsed, Io& io);
std::vector<Flag> due_flags(Parsed& parsed);
int run_due(Parsed& parsed, Io& io);
std::vector<Flag> show_flags(Parsed& parsed);
int run_show(Parsed& parsed, Io& io);
std::vector<Flag> verdict_flags(Parsed& parsed);
int run_verdict(Parsed& parsed, Io& io);
std::vector<Flag> form_flags(Parsed& parsed);
int run_form(Parsed& parsed, Io& io);
std::vector<Flag> report_flags(Parsed& parsed);
int run_report(Parsed& parsed, Io& io);
std::vector<Flag> summary_flags(Parsed& parsed);
int run_summary(Parsed& parsed, Io& io);
std::vector<Flag> build_flags(Parsed& parsed);
int run_build(Parsed& parsed, Io& io);
std::vector<Flag> templates_flags(Parsed& parsed);
int run_templates(Parsed& parsed, Io& io);
std::vector<Flag> update_flags(Parsed& parsed);
int run_update(Parsed& parsed, Io& io);
std::vector<Flag> undo_flags(Parsed& parsed);
int run_undo(Parsed& parsed, Io& io);

}  // namespace wardplan

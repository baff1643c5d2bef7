#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cmd/settings.h"
#include "diag/report.h"
#include "disk/files.h"
#include "records/project.h"
#include "standing/state.h"
#include "text/phrase.h"
#include "times/date.h"

namespace wardplan {

/// What the program was built from: the commit, and its day (`2026-11-28`); empty in tests.
struct Commit {
  std::string name = {};
  std::string day = {};
};

/// What a run knows of the world outside its files, and what it says: `run` itself never touches
/// streams, so that tests see all of it.
struct Io {
  /// Value of an environment variable, or an empty text.
  std::function<std::string(const std::string&)> env = [](const std::string&) { return ""; };
  /// All of standard input, when it is asked for.
  std::function<std::string()> read_stdin = [] { return ""; };
  /// What came on standard input since it was asked for last, for who answers while it goes on:
  /// `wait`: at least a byte, nothing at its end; otherwise nothing where nothing has come.
  std::function<std::string(bool wait)> read_more = [](bool) { return ""; };
  /// How the files of records are read.
  ReadBytes read_record = read_file;
  /// Asks who is at the terminal and waits for a line, nothing at the end of what is typed; empty
  /// where nobody is there.
  std::function<std::optional<std::string>(const std::string& question)> ask = {};
  /// The day it is, where nobody names another; the program's only look at a clock.
  std::function<Date()> today = [] { return first_of_year(2026); };
  bool out_is_terminal = false;
  /// Columns of the terminal that standard output is; 0: it is none, or nobody knows.
  int out_width = 0;
  bool err_is_terminal = false;
  /// Shows how far a long run is, at once; empty where nobody looks. Only one thread calls it at a
  /// time.
  std::function<void(const std::string&)> progress = {};
  /// Takes what was said so far, so that long answers need not be kept; empty: they are.
  std::function<void(Io&)> flush = {};
  /// What makes the same bytes of the same records, for what a build may keep.
  std::string program = "wardplan";
  Commit commit = {};
  /// Tests alone set it: findings are told of no codes but these (`check`).
  std::optional<std::vector<std::string>> told_codes = {};

  // What every command is asked, set by `run`.

  Lang lang = Lang::vi;
  /// Those of the repository, sound; null: there are none.
  std::shared_ptr<const SettingsInForce> settings = {};
  /// Colours on standard output, on standard error.
  bool color_out = false;
  bool color_err = false;
  /// The day that is asked about: `--as-of`, WARDPLAN_TODAY, or the day it is.
  Date as_of = {};
  /// Days from a deadline within which what is open is due soon.
  int soon = kSoonDays;
  /// How many threads run at once.
  int threads = 1;
  /// What every message is about, where files go by other names than people gave them.
  std::string subject = {};
  /// What goes to standard output and to standard error.
  std::string out = {};
  std::string err = {};
};

/// What the settings say of findings; null: nothing.
const Policy* policy_in(const Io& io);

// What several commands say in the same words.

/// `wardplan: MESSAGE` on standard error.
void complain(const Message& message, Io& io);

/// The same as the answer of a command that refuses: its exit code.
int refused(const Message& message, Io& io);

/// Complains about every file that could not be read; true when there was one.
bool complain_about_failures(const std::vector<UnreadPath>& failures, Io& io);

/// Draws the errors alone on standard error; true when there are any.
bool tell_errors(const Project& project, const Report& report, Io& io);

/// `2 lỗi, 14 cảnh báo trong 3 tệp`, with what was accepted.
Message summary_of(const FindingCounts& counts, std::size_t files, std::size_t accepted);

}  // namespace wardplan

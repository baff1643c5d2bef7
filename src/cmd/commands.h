#pragma once

#include <string>
#include <vector>

#include "diag/finding.h"
#include "io.h"

// One function a command (one file each): options in, exit code out.

namespace wardplan {

/// Exit codes: fine; findings, or something refused; wrong usage, or it could not run.
inline constexpr int kFine = 0;
inline constexpr int kFound = 1;
inline constexpr int kCannot = 2;

/// Options that every command takes.
struct CommonOptions {
  Lang lang = Lang::vi;
  /// Colours on standard output, on standard error.
  bool color_out = false;
  bool color_err = false;
};

struct CheckOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::string format = "text";
  /// The least severe finding that makes the exit code 1: error or warning.
  Severity fail_on = Severity::warning;
};
int check_command(const CheckOptions& options, Io& io);

struct TableOptions {
  CommonOptions common;
  std::string path;
  std::string format = "md";
  /// Where to write; empty: standard output.
  std::string output;
  bool output_given = false;
  /// A byte order mark before CSV, which Excel needs to read it as UTF-8.
  bool excel = false;
};
int table_command(const TableOptions& options, Io& io);

struct ExplainOptions {
  CommonOptions common;
  /// Empty: list all codes.
  std::string code;
};
int explain_command(const ExplainOptions& options, Io& io);

}  // namespace wardplan

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan::golden {

/// What a run did: its output, and the files that are not as they were (nothing: removed).
struct Outcome {
  std::string out = {};
  std::string err = {};
  int exit_code = 0;
  std::map<std::string, std::optional<std::string>> after = {};
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// One behaviour: a sentence, a command line, input files, and what is expected of the run.
struct Case {
  /// The sentence, the `$` line and all input sections as they stand in the case file.
  std::string head;
  /// The command line without the program's name.
  std::vector<std::string> args;
  std::map<std::string, std::string> files;
  /// Folders of the source tree that are laid beside the files.
  std::vector<std::string> copies;
  std::map<std::string, std::string> env;
  std::string stdin_bytes;
  bool out_is_terminal = false;
  /// Columns of that terminal, 0 when the case doesn't say.
  int out_width = 0;
  bool err_is_terminal = false;
  Outcome expected;
};

/// Reads a case file; throws std::runtime_error that names the line when it is not one.
Case parse_case(std::string_view text);

/// The whole text of a case file whose expectations are `actual`.
std::string record_case(const Case& recorded, const Outcome& actual);

/// Words of a command line; single and double quotes and backslashes as in a shell.
std::vector<std::string> split_words(std::string_view line);

/// The bytes that an escaped section stands for; throws std::runtime_error on an unknown escape.
std::string unescape(std::string_view content);

/// The content of an escaped section that stands for `bytes`.
std::string escape(std::string_view bytes);

}  // namespace wardplan::golden

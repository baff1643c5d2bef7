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

/// One behaviour: a sentence, a command line, input files, and what is expected of the run. Its
/// file holds sections `-- NAME --`, each with its lines; escaped with `-- NAME escaped --`:
///
///     base: B      lays the files of tests/bases/B.base; the case's own stand instead of them
///     append PATH  lines put at the end of a file that a base lays
///     codes: A B   the rules it is about, beside the one that its file's name begins with
///     codes: all   it is about all of them; without any the findings of rules are not told
///     env          lines NAME=VALUE
///     stdin        what is read from standard input
///     terminal     lines stdin, stdout, stdout WIDTH, stderr: which streams are terminals
///     copy PATH    lays a folder of the source tree
///     fill PATH N  a file, its content drawn out with `x` to N bytes
///     stdout, stderr, exit, after/PATH, after/PATH absent   what is expected
///     any other    a file
struct Case {
  /// The sentence, the `$` line and all input sections as they stand in the case file.
  std::string head;
  /// The command line without the program's name.
  std::vector<std::string> args;
  std::map<std::string, std::string> files;
  std::vector<std::string> bases;
  /// What is put at the end of files of the bases.
  std::map<std::string, std::string> appended;
  /// Codes of rules that it is about, `all` among them: of every one.
  std::vector<std::string> codes;
  /// Folders of the source tree that are laid beside the files.
  std::vector<std::string> copies;
  std::map<std::string, std::string> env;
  std::string stdin_bytes;
  /// What is read are answers that somebody types.
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  /// Columns of that terminal, 0 when the case doesn't say.
  int out_width = 0;
  bool err_is_terminal = false;
  Outcome expected;
};

/// Reads a case file; throws std::runtime_error that names the line when it is not one.
Case parse_case(std::string_view text);

/// Files that several cases lay: a sentence that says what is in them, then sections that are
/// files.
std::map<std::string, std::string> parse_base(std::string_view text);

/// The whole text of a case file whose expectations are `actual`.
std::string record_case(const Case& recorded, const Outcome& actual);

/// Words of a command line; single and double quotes and backslashes as in a shell.
std::vector<std::string> split_words(std::string_view line);

/// The bytes that an escaped section stands for; throws std::runtime_error on an unknown escape.
std::string unescape(std::string_view content);

/// The content of an escaped section that stands for `bytes`.
std::string escape(std::string_view bytes);

}  // namespace wardplan::golden

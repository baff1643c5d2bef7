#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.h"
#include "text/quoted.h"

// How what was typed is judged; whatever is wrong throws `Failure`, with the nearest right word.

namespace wardplan {

[[noreturn]] void wrong_usage(Message message);

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

/// What `--soon` says, or the usual number of days.
int judge_soon(const Parsed& parsed);

/// How many threads run at once: as many as the machine has where nobody says.
int judge_threads(const Parsed& parsed);

/// Judges where output goes and in which format, one that the command can give: an output that was
/// named must have a name, `-` is standard output, and `--excel` goes with CSV.
void judge_output(OutputOptions& output);

/// `a,b` said once is `a` and `b` said one after the other.
std::vector<std::string> split_commas(const std::vector<std::string>& words);

template <class Table>
std::vector<std::string> names_of(const Table& rows) {
  return texts(rows, [](const auto& row) { return row.name; });
}

}  // namespace wardplan

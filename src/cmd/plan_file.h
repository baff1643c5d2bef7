#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "cmd/commands.h"
#include "diag/report.h"
#include "records/addresses.h"
#include "records/project.h"

// How commands that are about one plan file read it.

namespace wardplan {

/// One plan file, read and checked.
struct PlanFile {
  Project project;
  Report report;
  /// Null where the command can't go on; why has been said, and `exit_code` is the answer.
  const Plan* plan = nullptr;
  int exit_code = kFine;
};

/// A path as a shell takes it.
std::string shell_quoted(const std::string& path);

/// Throws `Failure` where a folder was named instead of a plan file.
void refuse_folder(const std::string& path);

/// Reads a file (or `-`) that must hold a plan without errors, and says on standard error what
/// stands in the way; `purpose` says what is not done because of errors.
PlanFile read_plan_file(const std::string& path, const Message& purpose, Io& io);

/// The same of several files and folders, of whose plans `plan` is the first.
PlanFile read_plan_files(const std::vector<std::string>& paths, const Message& purpose, Io& io);

/// Index of the item at an address that was typed, or why there is none, with what may be meant.
std::variant<std::size_t, Message> find_item(const Plan& plan, const std::string& address);

/// The same where many are asked for: `known` has the plan's rows.
std::variant<std::size_t, Message> find_item(const Plan& plan, const Addresses& known,
                                             const std::string& address);

/// The same of any row, headings too; throws `Refused` where there is none.
std::size_t require_row(const Plan& plan, const std::string& address);

/// What a file that was read holds instead of a plan.
Message no_plan_in(const Project& project, const std::string& path);

/// `3 cảnh báo; xem bằng …` on standard error, if there are any.
void mention_warnings(const Report& report, const std::string& path, Io& io);

/// The same of several paths, each as a shell takes it; of none where one is standard input.
void mention_warnings_of(const Report& report, const std::vector<std::string>& quoted, Io& io);

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "cmd/commands.h"
#include "disk/files.h"
#include "disk/in_order.h"
#include "records/project.h"
#include "rules/check.h"

// How commands go through the records of many wards: one ward is read, checked, worked on and let
// go before there are many in memory.

namespace wardplan {

/// A ward's records, read and checked.
struct WardRecords {
  const WardFiles* files = nullptr;
  Project project;
  Report report;
  /// Number of findings that were accepted.
  std::size_t accepted = 0;
};

/// The wards that paths lead to.
class Wards {
 public:
  Wards(const std::vector<std::string>& paths, CheckRun run, Io& io);
  /// Those of these files.
  Wards(std::vector<WardFiles> wards, CheckRun run, Io& io);

  /// Throws `Failure` when a result would be written onto a record.
  void refuse_record(const OutputOptions& output) const;

  /// On `threads` threads `make(records)`, which may be called again when other wards told
  /// something about this one; then, in the order of the folders, `take(records, made)`.
  template <class Make, class Take>
  void each(int threads, const Make& make, const Take& take) {
    using Made = std::invoke_result_t<Make, const WardRecords&>;
    const auto work = [&](std::size_t at) {
      WardRecords records = read(at);
      Made made = make(records);
      return std::pair(std::move(records), std::move(made));
    };
    in_order(wards_.size(), threads, work, [&](std::size_t, std::pair<WardRecords, Made>&& ward) {
      auto& [records, made] = ward;
      if (settle(records)) made = make(records);
      take(records, std::move(made));
    });
  }

  /// The same for commands that show what records hold: errors are drawn on standard error.
  template <class Make, class Take>
  void each_told(int threads, const Make& make, const Take& take, Io& io) {
    each(threads, make, [&](WardRecords& records, auto&& made) {
      errors_ = tell_errors(records.project, records.report, io) || errors_;
      leave_out(records);
      has_plans_ = has_plans_ || !records.project.plans.empty();
      take(records, std::move(made));
    });
  }

  /// After that: says what could not be read, that records with errors are left out, and whether
  /// there is no plan at all; true when there is one.
  bool tell_faults(const Message& left_out, Io& io) const;
  bool has_errors() const { return errors_; }
  /// Paths that led nowhere, then the files of each ward.
  const std::vector<LeftOut>& left_out() const { return left_out_; }
  bool has_faults() const { return errors_ || !failures_.empty(); }

  /// The answer of such a command, which did what it could.
  int exit_code() const;

  /// What of all wards could not be read, once they were gone through.
  const std::vector<UnreadPath>& failures() const { return failures_; }
  std::size_t files_asked() const { return files_asked_; }
  std::size_t accepted() const { return accepted_ + met_.accepted; }

  const std::vector<WardFiles>& wards() const { return wards_; }

  /// Ids under which wards of a run of several say what they became or were made of, and that none
  /// of those read has.
  std::vector<std::string> unknown_wards() const;

  /// Before anything is read: what stands above the wards is to be known by `listed`.
  void note_listings() { shared_.note_listings(); }
  const std::map<std::string, std::string>& listed() const { return shared_.listed(); }

 private:
  WardRecords read(std::size_t at);

  /// Readings that no other thread adds to; wards say the same of many times and figures.
  std::shared_ptr<Readings> borrow_readings();
  void return_readings(std::shared_ptr<Readings> readings);

  /// Compares a ward with those before it; whether its report changed.
  bool settle(WardRecords& records);

  /// Takes out what was told of files that several wards refer to.
  bool drop_told(WardRecords& records);
  bool was_asked(const std::string& path) const;

  /// Notes the files of a ward that nothing can be made from.
  void leave_out(const WardRecords& records);

  CheckRun run_;
  Lang lang_;
  Shared shared_;
  std::string stdin_bytes_;
  std::vector<UnreadPath> failures_;
  std::vector<WardFiles> wards_;
  Met met_;
  /// Shared files, and whether what is wrong with them was told by somebody else.
  std::map<FileId, bool> told_;
  std::set<std::string> told_failures_;
  std::mutex mutex_;
  /// Guarded: those that no thread has at the moment.
  std::vector<std::shared_ptr<Readings>> readings_;
  std::size_t files_asked_ = 0;
  std::size_t accepted_ = 0;
  std::vector<LeftOut> left_out_;
  bool errors_ = false;
  bool has_plans_ = false;
};

/// Why nothing can be told by a key of wards' groups where these are known; empty: it is one.
Message unknown_group_key(const std::vector<std::string>& keys, const std::string& key);

}  // namespace wardplan

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "diag/code.h"
#include "text/phrase.h"
#include "text/source.h"
#include "text/span.h"

namespace wardplan {

struct Label {
  Span span;
  Message text = {};
};

/// One occurrence: where it is, what was seen, what belongs to it, what to type instead.
struct Finding {
  const Code* code = nullptr;
  Message message = {};
  Label primary = {};
  std::vector<Label> related = {};
  Message help = {};
  /// What an acceptance names it by: a row's address, a register's id, or nothing for the file.
  std::string at = {};
};

/// Findings by severity.
struct FindingCounts {
  std::array<std::size_t, 3> counts = {};

  std::size_t& operator[](Severity severity) { return counts[static_cast<std::size_t>(severity)]; }
  std::size_t operator[](Severity severity) const {
    return counts[static_cast<std::size_t>(severity)];
  }
  std::size_t total() const { return counts[0] + counts[1] + counts[2]; }
  FindingCounts& operator+=(const FindingCounts& other);
};

/// The findings of a run in the order in which they were made.
class Report {
 public:
  void add(Finding finding);

  /// The same by its parts.
  void tell(const Code& code, Label primary, Message message, Message help = {},
            std::vector<Label> related = {});

  const std::vector<Finding>& findings() const { return findings_; }
  std::vector<Finding>& findings() { return findings_; }

  FindingCounts counts() const;

  /// Orders by severity, errors first, then file path and place; causes stay before effects at the
  /// same place.
  void sort(const Sources& sources);

  /// Removes the findings with these indices; of errors it still knows.
  void take_out(const std::set<std::size_t>& indices);

  /// Whether there is an error anywhere in this file.
  bool has_error_in(FileId file) const;

  /// Whether there is an error at exactly this place.
  bool has_error_at(Span span) const;

 private:
  std::vector<Finding> findings_;
  std::set<std::tuple<FileId, std::uint32_t, std::uint32_t>> errors_;
};

}  // namespace wardplan

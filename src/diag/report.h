#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "text/phrase.h"
#include "text/source.h"
#include "text/span.h"

namespace wardplan {

/// error: a record that can't be relied on; warning: a document at odds with itself; info: good to
/// know, never a reason to fail.
enum class Severity { error, warning, info };

/// What a sample of an explanation stands in: the rest of its row (rules/check.cc), and when it is
/// tried out that of its file (tests/support/sample.h).
enum class Frame {
  file,
  /// Keys of a plan, of criteria: what stands behind the first ones, which all have.
  plan,
  year,
  rows,
  item,
  /// One entry of an item's history, or of a content's.
  entry,
  verdict,
  ward,
  criteria,
  content,
  movement,
  model,
  page,
  mustache
};

/// One kind of finding: everything that is said about it apart from one occurrence of it.
struct Code {
  std::string_view id;
  Severity severity = Severity::warning;
  Phrase title;
  Phrase what;
  Phrase why;
  Frame frame = Frame::item;
  /// Lines that both samples have before what differs.
  std::string_view given = {};
  /// A sample that makes the finding, and its mended form, which does not.
  std::string_view wrong;
  std::string_view right;
  /// Whether it comes and goes with the day that is asked about.
  bool by_day = false;
};

/// The code of an error whose samples stand in this frame.
template <Frame kFrame>
constexpr Code error_in(Code code) {
  code.severity = Severity::error;
  code.frame = kFrame;
  return code;
}

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

  FindingCounts counts() const;

  /// Orders by file path, then place; causes stay before effects at the same place.
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

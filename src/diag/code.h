#pragma once

#include <string_view>

#include "text/phrase.h"

// What a kind of finding is, and all that is said about it.

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
  /// Whether `update` records what brings it only with `--force`: what was issued can't be
  /// reworded, what is typed now can.
  bool guarded = false;
};

/// The code of an error whose samples stand in this frame.
template <Frame kFrame>
constexpr Code error_in(Code code) {
  code.severity = Severity::error;
  code.frame = kFrame;
  return code;
}

}  // namespace wardplan

#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace wardplan::document {

/// Breaks the line where it stands in a page's text: of values that templates are filled with,
/// whose own line breaks would be blanks. U+FDD0, which Unicode leaves to programs.
inline constexpr std::string_view kLineBreak = "\xEF\xB7\x90";

/// Puts runs of text together as browsers do: runs of blanks are one, none stand at the ends of a
/// line; a no-break space is no blank.
class RunBuilder {
 public:
  /// Text in the look of `look`, whose own text is of no account; a `kLineBreak` in it breaks the
  /// line.
  void add(std::string_view text, const Run& look);
  void line_break();

  bool empty() const { return runs_.empty(); }

  /// What was added since the last time.
  std::vector<Run> take();

 private:
  void add_line(std::string_view text, const Run& look);
  void put(std::string_view text, const Run& look);

  std::vector<Run> runs_;
  /// A blank that is only written when text follows it on the line, and its look.
  bool blank_ = false;
  Run blank_look_;
  bool line_begins_ = true;
};

}  // namespace wardplan::document

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "diag/report.h"
#include "text/source.h"

namespace wardplan::yaml {

/// Thrown where the file is not what the tree says, after the finding has been made.
struct Lost {};

/// A place in the bytes of one file that only moves forward, and what may stand between tokens.
class Cursor {
 public:
  Cursor(const Source& source, FileId file, Report& report)
      : bytes_(source.bytes()),
        file_(file),
        at_(source.bom()),
        line_(source.bom()),
        searched_(source.bom()),
        report_(report) {}

  std::string_view bytes() const { return bytes_; }
  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= bytes_.size(); }
  void move_to(std::size_t at) { at_ = at; }
  void skip(std::size_t count) { at_ += count; }

  /// The byte here, NUL at the end.
  char peek() const { return at_end() ? '\0' : bytes_[at_]; }
  bool looking_at(std::string_view word) const { return bytes_.substr(at_).starts_with(word); }

  /// Whether a blank, a line end or the end of the file is at this offset.
  bool ends_word(std::size_t at) const;

  /// Byte column of the place, from 0.
  int column() { return static_cast<int>(at_ - line_begin()); }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  /// The bytes [begin, end), at most 40 characters of them.
  std::string shown(std::size_t begin, std::size_t end) const;

  /// Skips blanks, line ends and comments. Indentation must be of spaces; within brackets (`flow`)
  /// every line must stand deeper than column `indent`.
  void gap(int indent, bool flow);

  void skip_blanks();

  void add(Finding finding) { report_.add(std::move(finding)); }

  /// Makes a finding after which the rest of the file can't be relied on.
  [[noreturn]] void lose(const Code& code, Message message, Span where, Message label = {},
                         Message help = {});

  /// The same for text that stands where none belongs.
  [[noreturn]] void stray();

 private:
  /// A comment behind a value must look like one: `#42` is rather a part of the value.
  void pass_comment();
  std::size_t line_begin();
  std::size_t line_end(std::size_t at) const;
  void check_indent(int indent, bool flow);

  std::string_view bytes_;
  FileId file_;
  std::size_t at_;
  /// Begin of the last line that begins at or before `searched_`.
  std::size_t line_;
  std::size_t searched_;
  Report& report_;
};

}  // namespace wardplan::yaml

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "edit/habits.h"
#include "edit/layout.h"
#include "edit/tree.h"
#include "edit/written_texts.h"

namespace wardplan {

/// Writes new values as those around them are written.
struct TreeText {
  const Habits& habits;
  Layout layout = {};
  /// Where they are to stand in the file.
  std::size_t at = 0;
  /// Texts that are written in lines of their own; may be null.
  const WrittenTexts* written = nullptr;

  /// On one line, within brackets where it is a list or mapping; `key` is the one that it is under.
  std::string flow(const Tree& tree, std::string_view key) const;

  /// Keys with their values, such as stand in braces.
  std::string flow_pairs(const Tree& mapping, std::size_t from, std::size_t to) const;

  /// The keys [from, to) of a mapping whose keys stand in `column`, without line ends.
  std::vector<std::string> lines(const Tree& mapping, std::size_t from, std::size_t to,
                                 std::size_t column) const;

  /// An element of a list whose dashes stand in `column`, with `gap` blanks behind them; `braces`:
  /// a mapping is written in braces where that is not too wide.
  std::vector<std::string> element(const Tree& tree, std::string_view key, std::size_t column,
                                   std::size_t gap, bool braces) const;

 private:
  std::string scalar(const Tree& tree, std::string_view key, bool in_brackets) const;
  bool add_lines(const Tree& tree, const std::string& head, std::size_t column,
                 std::vector<std::string>& out) const;
  void add_value(const Tree& tree, std::string_view key, std::size_t column,
                 std::vector<std::string>& out) const;
};

}  // namespace wardplan

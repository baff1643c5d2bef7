#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Two texts that were made of one, put together line by line, as git does it.

namespace wardplan {

/// Who changed some lines: nobody, one side, both to the same, or both otherwise.
enum class ChangedBy { nobody, ours, theirs, both_alike, both };

/// Lines of a text, and what both sides have in their place.
struct LinesMerged {
  ChangedBy by = ChangedBy::nobody;
  std::string_view base = {};
  std::string_view ours = {};
  std::string_view theirs = {};
};

/// All lines in their order; changes that touch each other are one.
std::vector<LinesMerged> merged_lines(std::string_view base, std::string_view ours,
                                      std::string_view theirs);

/// What either side alone changed, and of what both changed the lines of one: `of_both`.
std::string with_lines(const std::vector<LinesMerged>& parts, ChangedBy of_both);

/// Git's marks: how many signs each has, and what stands behind those of a side.
struct Marks {
  std::size_t size = 7;
  std::string ours = "ours";
  std::string theirs = "theirs";
};

/// What both sides say, between git's marks on lines of their own that end with `line_break`.
std::string marked(std::string_view ours, std::string_view theirs, std::string_view line_break,
                   const Marks& marks);

/// A text with a conflict between marks wherever both sides changed the same lines otherwise.
struct MarkedLines {
  std::string bytes = {};
  std::size_t conflicts = 0;
};
MarkedLines with_marks(const std::vector<LinesMerged>& parts, const Marks& marks = {});

/// The same with marks wherever the sides differ, whoever changed it: keeping one side everywhere
/// gives its text.
MarkedLines with_all_marked(const std::vector<LinesMerged>& parts, const Marks& marks = {});

/// The lines in which two texts differ between marks, in one place; the first as it is where they
/// don't.
MarkedLines marked_difference(std::string_view ours, std::string_view theirs,
                              const Marks& marks = {});

}  // namespace wardplan

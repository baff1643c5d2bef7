#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "edit/tree.h"

// Edits of a record as two people make them, and what comes of both, told without the merge.

namespace wardplan::test {

enum class EditKind {
  entry,      ///< a new entry behind the others
  undo,       ///< the last entry of the base goes
  entry_key,  ///< another text under a key of an entry of the base
  key,        ///< another text under a key of a row, new or not
  no_key,     ///< a key of a row goes
  goal,       ///< another goal of a target
  new_row,    ///< a row behind one of the base
  no_row,     ///< a row goes
  head,       ///< another title of the record
  comment,    ///< a comment at a row: above it, above its title or beside that
  move_row,   ///< a row with the comments above it, put before another of its part
  lines       ///< a note of several lines, behind a sign or in quotes
};

struct RowEdit {
  EditKind kind = EditKind::key;
  /// A row of the base, by its place.
  std::size_t row = 0;
  /// Of an entry or target of the base.
  std::size_t at = 0;
  std::string key = {};
  std::string text = {};
  /// A new entry or row.
  Tree tree = {};
  /// A word that stands nowhere else, where the edit adds any.
  std::string word = {};
  friend bool operator==(const RowEdit&, const RowEdit&) = default;
};

/// A text with the rows of the base in it.
struct Version {
  std::string bytes = {};
  Tree tree = {};
  /// Of each row of the base its place; none: it went.
  std::vector<std::optional<std::size_t>> rows = {};
};

Version base_version(const std::string& bytes);

/// The rows of a record.
std::vector<Tree>& rows_of(Tree& root);
const std::vector<Tree>& rows_of(const Tree& root);

/// Whether an edit changes a row that is there, or takes it away.
bool is_of_row(EditKind kind);

/// Changes what a row says.
void change_row(Tree& row, const RowEdit& edit);

/// Some edits of a base, each of something else.
std::vector<RowEdit> any_edits(const Version& base, std::mt19937_64& random);

/// What stands above a row, or with its title, in comments of `kWords`: by row, then sorted.
std::map<std::string, std::vector<std::string>> comments_of(const Version& version);

/// Words that comments say: some begin as others do.
inline constexpr const char* kWords[] = {"xem", "xem lại", "xem lại sau", "chờ", "chờ ý kiến"};

/// By what a row is known whatever its sides made of it: titles only grow.
std::string known_by(const Tree& row);

/// Edits of the text itself: false where its layout doesn't take them.
bool add_comment(Version& version, const RowEdit& edit);
bool add_lines(Version& version, const RowEdit& edit);
bool move_row(Version& version, const RowEdit& edit);

/// What is wrong with the comments of a merged text, or of one side of its marks; empty: none is
/// lost, and none stands at another row.
std::string comments_fault(const Version& base, const std::vector<RowEdit>& our_edits,
                           const std::vector<RowEdit>& their_edits, const Version& merged,
                           bool clean);

/// Whether a version can be edited so; false where the file's layout doesn't take it.
bool apply(Version& version, const RowEdit& edit);

/// Whether two sides' edits of one base can't both stand.
bool contradict(const Version& base, const RowEdit& one, const RowEdit& other);

/// What is wrong with a merged tree beside the base and both sides; empty: it is what both edits
/// give. Rows and entries stand in the order of each side.
std::string merge_fault(const Version& base, const Version& ours, const Version& theirs,
                        const std::vector<RowEdit>& our_edits,
                        const std::vector<RowEdit>& their_edits, const Tree& merged);

/// A text of what a tree says, whatever the order of its keys and entries.
std::string said(const Tree& tree);

}  // namespace wardplan::test

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "records/entry_draft.h"
#include "text/edit.h"
#include "yaml/node.h"

// How entries of `updates` and the lists around them are laid out in a file.

namespace wardplan {

/// How a file lays out the lists inside its items, and their entries.
struct Layout {
  /// Columns from a key to the dashes of its list.
  std::size_t indent = 2;
  /// Blanks behind a dash.
  std::size_t gap = 1;
  /// Entries are written one key a line rather than in braces.
  bool block = false;
  /// Blanks inside the braces of entries.
  bool padded = false;
};

/// How a file lays out its lists, learnt once for all of its items.
class Layouts {
 public:
  /// Both must live as long.
  Layouts(std::string_view bytes, const yaml::Node& root);

  /// How a list is written in `item` that has none yet: as other lists of `updates`, else
  /// `targets`, else any list of an item, else the list of the items; of several the nearest before
  /// the item's end. In the root, dashes stand as those of its other lists.
  Layout in(const yaml::Node& item) const;

 private:
  /// Lists to learn one thing from, the best that there are, in the order in which they were seen.
  struct Models {
    struct Seen {
      const yaml::Node* list = nullptr;
      /// The mapping that the list is a value of.
      const yaml::Node* owner = nullptr;
      /// Where the first of it and those behind it begins.
      std::size_t begin = 0;
    };
    int rank = 100;
    std::vector<Seen> seen = {};

    void offer(int at_rank, const Seen& list);
    void settle();
    /// The last that begins before `end`, else the first; null where there is none.
    const Seen* before(std::size_t end) const;
  };
  void visit(const yaml::Node& node, bool in_list);

  std::string_view bytes_;
  const yaml::Node& root_;
  Models dashes_ = {};
  Models top_dashes_ = {};
  Models entries_ = {};
};

/// Blanks between the dash and the last entry of a block list; 1 where that begins a line.
std::size_t gap_behind_dash(std::string_view bytes, const yaml::Node& list);

/// Whether a mapping in braces has blanks inside of them.
bool is_padded(std::string_view bytes, const yaml::Node& mapping);

/// The last entry of a list that is a mapping, or null.
const yaml::Node* last_mapping(const yaml::Node& list);

/// The comma between two elements or behind the last one, or npos; comments may hold others.
std::size_t comma_in(std::string_view bytes, std::size_t begin, std::size_t end);

/// Lines of files are kept within this many columns where an entry can be broken.
inline constexpr std::size_t kMostColumns = 100;

/// The entry in braces; its texts must be `yaml::is_writable`.
std::string flow_text(const EntryDraft& entry, bool padded);

/// The lines of an entry of a block list whose dashes stand in column `dash`, without line ends; an
/// entry that is too wide for braces gets a line for each key.
std::vector<std::string> entry_lines(const EntryDraft& entry, std::size_t dash,
                                     const Layout& layout);

/// Adds `text` as the last element of a list or mapping in brackets, laid out as the one before it:
/// on the same line or on its own, with or without a trailing comma.
std::vector<Edit> add_element(std::string_view bytes, const yaml::Node& brackets,
                              const std::string& text);

/// Takes the last element out again: the very bytes that `add_element` has put in. An element with
/// lines of its own goes with them and the comment behind it.
std::vector<Edit> remove_element(std::string_view bytes, const yaml::Node& brackets);

/// Deletes the whole lines [begin, end) of a text; the last line of a file without a final line end
/// goes with the line end before it.
Edit without_lines(std::string_view bytes, std::size_t begin, std::size_t end);

/// Puts whole lines, without line ends, behind the line around byte `at`; that line's end is used.
Edit lines_behind(std::string_view bytes, std::size_t at, const std::vector<std::string>& lines);

}  // namespace wardplan

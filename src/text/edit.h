#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

/// The bytes [begin, end) of a text give way to `text`; an insertion where begin == end.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text = {};
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// The text after all edits, which are in order and don't overlap; else throws std::logic_error.
std::string apply_edits(std::string_view bytes, const std::vector<Edit>& edits);

/// Puts edits of one text that were made apart from each other in order.
std::vector<Edit> joined(std::vector<Edit> edits, const std::vector<Edit>& more);

/// The edits that do at once what `first` and then `second`, a text's and the changed text's, do;
/// `second` only inserts, else throws std::logic_error.
std::vector<Edit> composed(const std::vector<Edit>& first, const std::vector<Edit>& second);

/// The edits of `before` as a unified diff that `git apply` takes, with three lines of context and
/// a git header; `path` is relative, with `/`. Empty when nothing changes; throws as `apply_edits`.
std::string unified_diff(std::string_view before, const std::vector<Edit>& edits,
                         std::string_view path);

}  // namespace wardplan

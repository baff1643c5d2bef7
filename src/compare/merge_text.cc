#include "compare/merge_text.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "compare/comments.h"
#include "compare/pairs.h"
#include "edit/file_text.h"
#include "edit/reshape.h"
#include "text/edit.h"
#include "text/merge_lines.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Comments = std::set<std::string, std::less<>>;
using Conflicts = std::vector<const Conflict*>;

/// Whether a text says that it is a record, readable or not.
bool says_kind(std::string_view text) {
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  return std::ranges::any_of(lines_of(text), [](std::string_view line) {
    return line.starts_with("kind:") && line.size() > 5 && is_one_of(line[5], kBlanks);
  });
}

/// Steps that are made at most, and conflicts that get marks of their own: each reads the whole
/// text again. What takes more goes by lines.
constexpr std::size_t kMostSteps = 200;
constexpr std::size_t kMostMarked = 100;

/// A text that says what a tree does, or nothing where it can't be made to.
std::optional<std::string> reshaped(const std::string& bytes, const Tree& wanted) {
  try {
    ChangedText changed = reshape(bytes, wanted);
    if (changed.refusal.empty()) return std::move(changed.bytes);
  } catch (const std::logic_error&) {
    // Keys in another order, or edits that meet.
  }
  return std::nullopt;
}

/// A text changed step by step until it says what is wanted, so that each step finds what it
/// changes; nothing where a step can't be made.
std::optional<std::string> made_to_say(std::string bytes, const Tree& wanted) {
  for (std::size_t step = 0; step < kMostSteps; ++step) {
    const FileText text(bytes);
    if (!text.root) return std::nullopt;
    const Tree now = tree_of(*text.root);
    const std::vector<Difference> changes = differences(now, wanted);
    if (changes.empty()) return bytes;
    auto next = reshaped(bytes, with_differences(now, wanted, made_at_once(changes)));
    if (!next) next = reshaped(bytes, with_differences(now, wanted, {&changes.front()}));
    if (!next) return std::nullopt;
    bytes = std::move(*next);
  }
  return std::nullopt;
}

/// Whether a text, which may have marks, has a comment.
bool has_comment(std::string_view bytes, std::string_view comment) {
  for (std::size_t at = 0; (at = bytes.find(comment, at)) != std::string_view::npos; ++at) {
    const std::size_t before = at == 0 ? at : bytes.find_last_not_of(" \t", at - 1);
    if (at > 0 && before != std::string_view::npos && bytes[before] == '#') return true;
  }
  return false;
}

/// Lines of the merged text in which theirs would be another.
struct Block {
  Conflicts conflicts = {};
  std::size_t begin = 0;
  std::size_t end = 0;
  /// What theirs has there.
  std::string theirs = {};
};

/// The bytes of some lines.
std::string together(const std::vector<std::string_view>& lines, std::size_t begin,
                     std::size_t end) {
  std::string out;
  for (std::size_t at = begin; at < end; ++at) out += lines[at];
  return out;
}

/// Puts both sides between marks in a text that has ours.
struct Marker {
  const std::string& bytes;
  const MergedTree& merged;
  std::vector<std::string_view> lines = lines_of(bytes);

  Conflicts all_conflicts() const {
    Conflicts all;
    for (const Conflict& conflict : merged.conflicts) all.push_back(&conflict);
    return all;
  }

  std::optional<Block> block_of(Conflicts conflicts) const {
    std::ranges::sort(conflicts);
    const auto other = made_to_say(bytes, with_theirs(merged.tree, conflicts));
    if (!other) return std::nullopt;
    const std::vector<std::string_view> beside = lines_of(*other);
    const std::size_t both = std::min(lines.size(), beside.size());
    std::size_t head = 0, tail = 0;
    while (head < both && lines[head] == beside[head]) ++head;
    while (tail < both - head && lines[lines.size() - 1 - tail] == beside[beside.size() - 1 - tail])
      ++tail;
    return Block{std::move(conflicts), head, lines.size() - tail,
                 together(beside, head, beside.size() - tail)};
  }

  /// Blocks that touch each other become one.
  std::optional<std::vector<Block>> blocks() const {
    std::vector<Block> all;
    for (const Conflict& conflict : merged.conflicts) {
      auto block = block_of({&conflict});
      if (!block) return std::nullopt;
      all.push_back(std::move(*block));
    }
    for (std::size_t at = 0; at < all.size();) {
      std::ranges::sort(all, {}, &Block::begin);
      if (at + 1 == all.size() || all[at + 1].begin > all[at].end) {
        ++at;
        continue;
      }
      Conflicts conflicts = all[at].conflicts;
      conflicts.insert(conflicts.end(), all[at + 1].conflicts.begin(), all[at + 1].conflicts.end());
      auto block = block_of(std::move(conflicts));
      if (!block) return std::nullopt;
      all[at] = std::move(*block);
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(at) + 1);
      at = 0;
    }
    return all;
  }

  /// The text with theirs in each block, or with both sides between marks.
  enum class Shown { theirs, both };
  std::string text_of(const std::vector<Block>& all, Shown what) const {
    std::string out;
    std::size_t at = 0;
    for (const Block& block : all) {
      out += together(lines, at, block.begin);
      const std::string ours = together(lines, block.begin, block.end);
      out += what == Shown::both ? marked(ours, block.theirs, line_break(bytes, 0)) : block.theirs;
      at = block.end;
    }
    return out += together(lines, at, lines.size());
  }

  /// Each block is right beside ours in the others; whether theirs in all of them is.
  bool are_right_together(const std::vector<Block>& all) const {
    const std::string other = text_of(all, Shown::theirs);
    const FileText text(other);
    return text.root && says_same(tree_of(*text.root), with_theirs(merged.tree, all_conflicts()));
  }

  std::optional<MarkedLines> go() const {
    auto all = blocks();
    if (all && !are_right_together(*all)) {
      auto block = block_of(all_conflicts());
      if (!block) return std::nullopt;
      all = {{std::move(*block)}};
    }
    if (!all) return std::nullopt;
    return MarkedLines{text_of(*all, Shown::both), all->size()};
  }
};

/// One merge of texts that can be read.
struct TextMerger {
  const FileText &base, &ours, &theirs;
  const std::vector<LinesMerged>& lines;
  const std::string& our_bytes;
  const std::string& their_bytes;
  const std::string& base_bytes;

  /// Comments that a side has and the base hadn't.
  Comments new_comments() const {
    const Comments old = comments_in(base_bytes, *base.root);
    Comments all = comments_in(our_bytes, *ours.root);
    all.merge(comments_in(their_bytes, *theirs.root));
    std::erase_if(all, [&](const std::string& one) { return old.contains(one); });
    return all;
  }

  static bool has_all(const std::string& bytes, const Comments& comments) {
    return std::ranges::all_of(comments,
                               [&](const std::string& one) { return has_comment(bytes, one); });
  }

  /// With comments of either side that got lost, where they have a place.
  std::string with_lost(std::string bytes, Comments comments) const {
    for (const std::string* side : {&their_bytes, &our_bytes}) {
      std::erase_if(comments, [&](const std::string& one) { return has_comment(bytes, one); });
      if (!comments.empty() && comments.size() <= kMostMarked)
        bytes = with_comments_of(bytes, *side, comments);
    }
    return bytes;
  }

  /// Ours with the lines that theirs alone changed, as they are, and the rest put in by what it
  /// says; else all of it.
  std::optional<MergedText> go(const Comments& comments) const {
    MergedTree merged =
        merge_trees(tree_of(*base.root), tree_of(*ours.root), tree_of(*theirs.root));
    if (merged.undecided || merged.conflicts.size() > kMostMarked) return std::nullopt;
    for (const std::string& start : {with_their_lines(lines), our_bytes}) {
      auto bytes = made_to_say(start, merged.tree);
      if (!bytes) continue;
      bytes = with_lost(*bytes, comments);
      MergedText made{.end = MergeEnd::merged};
      if (!merged.conflicts.empty()) {
        auto marks = Marker{*bytes, merged}.go();
        if (!marks) continue;
        made.end = MergeEnd::conflicts;
        made.marked = marks->conflicts;
        bytes = std::move(marks->bytes);
      }
      if (!has_all(*bytes, comments)) continue;
      made.bytes = std::move(*bytes);
      made.conflicts = std::move(merged.conflicts);
      made.tree = std::move(merged.tree);
      return made;
    }
    return std::nullopt;
  }
};

}  // namespace

MergedText merge_texts(const std::string& base, const std::string& ours,
                       const std::string& theirs) {
  const std::vector<LinesMerged> lines = merged_lines(base, ours, theirs);
  MarkedLines by_lines = with_marks(lines);
  MergedText made{MergeEnd::lines, std::move(by_lines.bytes), by_lines.conflicts};
  if (!says_kind(base) && !says_kind(ours) && !says_kind(theirs)) return made;
  const FileText old(base), mine(ours), other(theirs);
  if (!old.root || !mine.root || !other.root) {
    made.end = MergeEnd::unread;
    return made;
  }
  const TextMerger merger{old, mine, other, lines, ours, theirs, base};
  if (auto text = merger.go(merger.new_comments())) return *text;
  // What lines alone would settle isn't proven, and parts of it can't be chosen apart from others:
  // people are asked about all of it.
  MarkedLines all = marked_difference(ours, theirs);
  return {MergeEnd::conflicts, std::move(all.bytes), all.conflicts};
}

}  // namespace wardplan

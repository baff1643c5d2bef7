#include "compare/merge_text.h"

#include <algorithm>
#include <optional>

#include "compare/merge_marks.h"
#include "compare/merge_remarks.h"
#include "compare/pairs.h"
#include "edit/file_text.h"
#include "edit/reshape.h"
#include "text/edit.h"
#include "text/merge_lines.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Whether a text says that it is a record, readable or not.
bool says_kind(std::string_view text) {
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  return std::ranges::any_of(lines_of(text), [](std::string_view line) {
    return line.starts_with("kind:") && line.size() > 5 && is_one_of(line[5], kBlanks);
  });
}

/// Steps that are made at most: each reads the whole text again.
constexpr std::size_t kMostSteps = 200;

/// A text that says what a tree does, with texts in lines of their own as the sides have them; or
/// nothing where it can't be made to.
std::optional<std::string> reshaped(const std::string& bytes, const Tree& wanted,
                                    const WrittenTexts& written) {
  ChangedText changed = reshape(bytes, wanted, written);
  return changed.refusal.empty() ? std::optional(std::move(changed.bytes)) : std::nullopt;
}

/// A text changed step by step until it says what is wanted, so that each step finds what it
/// changes; nothing where a step can't be made.
std::optional<std::string> made_to_say(std::string bytes, const Tree& wanted,
                                       const WrittenTexts& written) {
  for (std::size_t step = 0; step < kMostSteps; ++step) {
    const FileText text(bytes);
    if (!text.root) return std::nullopt;
    const Tree now = tree_of(*text.root);
    const std::vector<Difference> changes = differences(now, wanted);
    if (changes.empty()) return bytes;
    auto next = reshaped(bytes, with_differences(now, wanted, made_at_once(changes)), written);
    if (!next) next = reshaped(bytes, with_differences(now, wanted, {&changes.front()}), written);
    if (!next) return std::nullopt;
    bytes = std::move(*next);
  }
  return std::nullopt;
}

/// A text that says what is wanted, with all comments that belong there.
struct Made {
  std::string bytes = {};
  WantedRemarks wanted = {};
};

/// One merge of texts that can be read.
struct TextMerger {
  const Versions& versions;
  const std::vector<LinesMerged>& lines;
  const MergedTree& merged;
  const Marks& marks;
  WrittenTexts written = {};
  Unsettled why = Unsettled::layout;

  /// The first of some texts that can be made to say it.
  std::optional<Made> made_of(const std::vector<std::string>& starts, const Tree& wanted) {
    for (const std::string& start : starts) {
      const auto bytes = made_to_say(start, wanted, written);
      if (!bytes) continue;
      const RemarkedText text(*bytes);
      WantedRemarks remarks = wanted_remarks(versions, text.tree);
      why = Unsettled::comment;
      if (auto mended = with_wanted(text, remarks))
        return Made{std::move(*mended), std::move(remarks)};
    }
    return std::nullopt;
  }

  /// Ours with the lines that theirs alone changed, as they are, and the rest put in by what it
  /// says; else all of it.
  std::optional<MergedText> go() {
    if (merged.undecided) {
      why = Unsettled::order;
      return std::nullopt;
    }
    auto ours = made_of({with_lines(lines, ChangedBy::ours), versions.ours.bytes}, merged.tree);
    if (!ours) return std::nullopt;
    if (!merged.conflicts.empty()) return with_conflicts(*ours);
    if (!ours->wanted.homeless.empty()) return std::nullopt;
    return MergedText{MergeEnd::merged, std::move(ours->bytes)};
  }

  /// Theirs likewise beside it: with their lines, or with ours where less of ours is between marks.
  std::optional<MergedText> with_conflicts(const Made& ours) {
    const Tree with = with_theirs(merged.tree, all_of(merged.conflicts));
    std::optional<MergedText> best;
    std::size_t least = std::string::npos;
    for (const std::string& start : {with_lines(lines, ChangedBy::theirs), ours.bytes}) {
      const auto theirs = made_of({start}, with);
      if (!theirs || lack_the_same(ours.wanted, theirs->wanted)) continue;
      const std::vector<MarkedPlace> places = places_of(ours.bytes, theirs->bytes);
      std::size_t size = 0;
      for (const MarkedPlace& place : places) size += place.end - place.begin;
      if (size >= least) continue;
      least = size;
      best = MergedText{MergeEnd::conflicts, with_marked(ours.bytes, places, marks), places.size()};
    }
    return best;
  }

  /// Whether a comment has a place in neither.
  static bool lack_the_same(const WantedRemarks& one, const WantedRemarks& other) {
    return std::ranges::any_of(one.homeless,
                               [&](const auto& remark) { return other.homeless.contains(remark); });
  }

  std::vector<MarkedPlace> places_of(const std::string& ours, const std::string& theirs) const {
    if (auto places = marked_places(ours, theirs, merged); places && are_right(ours, *places))
      return std::move(*places);
    return one_place(ours, theirs, merged);
  }

  /// Whether theirs in all places is right, and in every second one beside ours in those between.
  bool are_right(const std::string& ours, const std::vector<MarkedPlace>& places) const {
    const std::string all = with_places(ours, places, [](std::size_t) { return true; });
    const RemarkedText text(all);
    if (!text.text.root ||
        !says_same(text.tree, with_theirs(merged.tree, all_of(merged.conflicts))) ||
        !has_all(text, wanted_remarks(versions, text.tree)))
      return false;
    for (const std::size_t which : {0U, 1U})
      if (places.size() > 1 && !is_right_in(ours, places, which)) return false;
    return true;
  }

  bool is_right_in(const std::string& ours, const std::vector<MarkedPlace>& places,
                   std::size_t which) const {
    const auto takes = [&](std::size_t at) { return at % 2 == which; };
    std::vector<const Conflict*> conflicts;
    for (std::size_t at = which; at < places.size(); at += 2)
      conflicts.insert(conflicts.end(), places[at].conflicts.begin(), places[at].conflicts.end());
    std::ranges::sort(conflicts);
    const std::string bytes = with_places(ours, places, takes);
    const FileText text(bytes);
    return text.root && says_same(tree_of(*text.root), with_theirs(merged.tree, conflicts));
  }
};

/// What the first error of a text says.
UnreadVersion unread_version(UnreadVersion::Which which, const FileText& text) {
  UnreadVersion version{.which = which};
  for (const Finding& finding : text.report.findings()) {
    if (finding.code->severity != Severity::error) continue;
    const Span span = finding.primary.span;
    version.line = text.sources[span.file].position(span.begin).line;
    version.why = finding.message;
    break;
  }
  return version;
}

}  // namespace

MergedText merge_texts(const std::string& base, const std::string& ours, const std::string& theirs,
                       const Marks& marks) {
  const std::vector<LinesMerged> lines = merged_lines(base, ours, theirs);
  MarkedLines by_lines = with_marks(lines, marks);
  MergedText made{MergeEnd::lines, std::move(by_lines.bytes), by_lines.conflicts};
  if (!says_kind(base) && !says_kind(ours) && !says_kind(theirs)) return made;
  const RemarkedText old(base), mine(ours), other(theirs);
  if (!old.text.root || !mine.text.root || !other.text.root) {
    made.end = mine.text.root && other.text.root ? MergeEnd::base_unread : MergeEnd::unread;
    using Which = UnreadVersion::Which;
    for (const auto& [which, version] :
         {std::pair(Which::base, &old), {Which::ours, &mine}, {Which::theirs, &other}})
      if (!version->text.root) made.unread.push_back(unread_version(which, version->text));
    return made;
  }
  MergedTree merged = merge_trees(old.tree, mine.tree, other.tree);
  TextMerger merger{{old, mine, other}, lines, merged, marks};
  for (const RemarkedText* side : {&mine, &other})
    add_written_texts(side->bytes, *side->text.root, merger.written);
  auto text = merger.go();
  if (!text && !merger.written.empty()) {
    // What stands behind such a text, comments deeper than it, would be taken for its lines.
    merger.written.clear();
    text = merger.go();
  }
  if (text) {
    text->taken_back = taken_back(old.tree, mine.tree, other.tree, merged.tree);
    text->conflicts = std::move(merged.conflicts);
    text->tree = std::move(merged.tree);
    return std::move(*text);
  }
  // What lines alone would settle isn't proven, so that people are asked about all of it: in one
  // place where parts of it can't be chosen apart from others.
  MarkedLines all = merger.why == Unsettled::comment ? with_all_marked(lines, marks)
                                                     : marked_difference(ours, theirs, marks);
  return {.end = MergeEnd::conflicts,
          .bytes = std::move(all.bytes),
          .marked = all.conflicts,
          .why = merger.why};
}

}  // namespace wardplan

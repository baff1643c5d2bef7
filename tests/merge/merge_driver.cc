// Merges pairs of random edits of random records and compares what comes out with what both edits
// give: merge_driver [--seed N] [--first N] [--pairs N] [--save FOLDER]
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "compare/merge_text.h"
#include "edit/file_text.h"
#include "golden/sandbox.h"
#include "merge/edits.h"
#include "support/sound_plan.h"
#include "text/edit.h"
#include "text/trim.h"

namespace wardplan::test {
namespace {

struct Options {
  std::size_t seed = 1;
  std::size_t pairs = 400;
  std::size_t first = 0;
  std::string save = {};
};

/// Two people's work on one record.
struct Pair {
  Version base = {}, ours = {}, theirs = {};
  std::vector<RowEdit> our_edits = {}, their_edits = {};
};

/// Edits that the file takes.
void edit(Version& version, std::vector<RowEdit>& edits) {
  std::erase_if(edits, [&](const RowEdit& one) { return !apply(version, one); });
}

Pair any_pair(std::mt19937_64& random) {
  Pair pair{.base = base_version(sound_plan(random).bytes)};
  pair.our_edits = any_edits(pair.base, random);
  pair.their_edits = any_edits(pair.base, random);
  // Now and then both do the same.
  if (random() % 6 == 0) pair.their_edits = {pair.our_edits.begin(), pair.our_edits.end()};
  if (random() % 12 == 0) pair.their_edits.clear();
  pair.ours = pair.theirs = pair.base;
  edit(pair.ours, pair.our_edits);
  edit(pair.theirs, pair.their_edits);
  return pair;
}

/// What both did stands on both sides, and contradicts neither.
bool contradict(const Pair& pair) {
  const auto has = [](const std::vector<RowEdit>& edits, const RowEdit& edit) {
    return std::ranges::find(edits, edit) != edits.end();
  };
  for (const RowEdit& one : pair.our_edits)
    for (const RowEdit& other : pair.their_edits)
      if (!has(pair.their_edits, one) && !has(pair.our_edits, other) &&
          contradict(pair.base, one, other))
        return true;
  return false;
}

/// A text with one side of each place between marks.
std::string with_side(const std::string& text, bool ours) {
  std::string out;
  bool mine = true, other = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end;
    if (line.starts_with("<<<<<<< ours"))
      mine = true, other = false;
    else if (line.starts_with(">>>>>>> theirs"))
      mine = other = true;
    else if (line.starts_with("=======") && !other)
      mine = false, other = true;
    else if (ours ? mine : other)
      out += line;
  }
  return out;
}

/// Its rows in whatever order: beside one that the other side took away either place is right.
std::string said_in(const std::string& bytes) {
  const FileText text(bytes);
  if (!text.root) return "can't be read";
  Tree tree = tree_of(*text.root);
  std::ranges::sort(find(tree, "rows")->children, {}, said);
  return said(tree);
}

/// Every word that either side put in stands in the result.
std::string lost_word(const Pair& pair, const std::string& bytes) {
  for (const auto* edits : {&pair.our_edits, &pair.their_edits})
    for (const RowEdit& edit : *edits)
      if (!edit.word.empty() && bytes.find(edit.word) == std::string::npos) return edit.word;
  return "";
}

/// A text as a version, where it can be read.
std::optional<Version> version_of(const std::string& bytes) {
  const FileText text(bytes);
  if (!text.root) return std::nullopt;
  return Version{bytes, tree_of(*text.root), {}};
}

/// Each side of all marks has the comments of both, as far as rows stand, and no others.
std::string sides_fault(const Pair& pair, const MergedText& merged) {
  for (const bool ours : {true, false}) {
    const auto side = version_of(with_side(merged.bytes, ours));
    if (!side) return "a side of the marks can't be read";
    auto fault = comments_fault(pair.base, pair.our_edits, pair.their_edits, *side, true);
    if (!fault.empty()) return (ours ? "ours: " : "theirs: ") + fault;
  }
  return "";
}

/// Whether a comment follows a line, which a text in lines of its own might take for one of them.
bool is_before_comment(const std::string& bytes, std::size_t at) {
  for (at = next_line(bytes, at); at < bytes.size(); at = next_line(bytes, at)) {
    const std::string_view line =
        trimmed(std::string_view(bytes).substr(at, line_end(bytes, at) - at));
    if (!line.empty() && !line.starts_with(">>>>>>>")) return line.starts_with('#');
  }
  return false;
}

/// Notes that somebody wrote in lines of their own stay so.
std::string flattened(const Pair& pair, const std::string& bytes) {
  for (const auto* edits : {&pair.our_edits, &pair.their_edits})
    for (const RowEdit& edit : *edits) {
      if (edit.kind != EditKind::lines) continue;
      for (const std::string& text : {edit.word + "\\n", "một " + edit.word}) {
        const std::size_t at = bytes.find(text);
        if (at != std::string::npos && !is_before_comment(bytes, at)) return edit.word;
      }
    }
  return "";
}

using Counts = std::map<std::string, std::size_t>;

std::string conflict_fault(const Pair& pair, const MergedText& merged, Counts& counts) {
  if (merged.conflicts.empty()) {
    ++counts["  by lines"];
    return "";
  }
  const MergedText turned = merge_texts(pair.base.bytes, pair.theirs.bytes, pair.ours.bytes);
  if (turned.conflicts.empty()) return "";
  if (auto fault = sides_fault(pair, merged); !fault.empty()) return fault;
  for (const bool ours : {true, false})
    if (said_in(with_side(merged.bytes, ours)) != said_in(with_side(turned.bytes, !ours)))
      return fmt::format("the sides of marks differ when turned round\n{}", turned.bytes);
  return "";
}

std::string fault_of(const Pair& pair, const MergedText& merged, Counts& counts) {
  if (const std::string word = lost_word(pair, merged.bytes); !word.empty()) return "lost: " + word;
  if (pair.their_edits.empty() && merged.bytes != pair.ours.bytes) return "ours changed by nobody";
  if (pair.our_edits.empty() && merged.bytes != pair.theirs.bytes) return "theirs is not all";
  if (const std::string word = flattened(pair, merged.bytes); !word.empty())
    return "in one line: " + word;
  const bool wanted = contradict(pair);
  const bool clean = merged.end == MergeEnd::merged;
  ++counts[clean ? "merged" : "conflicts"];
  if (clean && wanted) return "merged in spite of two values";
  if (!clean && !wanted) ++counts["  that both could stand"];
  if (!clean) return conflict_fault(pair, merged, counts);
  if (auto fault = comments_fault(pair.base, pair.our_edits, pair.their_edits,
                                  *version_of(merged.bytes), true);
      !fault.empty())
    return fault;
  return merge_fault(pair.base, pair.ours, pair.theirs, pair.our_edits, pair.their_edits,
                     read_tree(merged.bytes));
}

void save(const std::string& folder, const Pair& pair, const MergedText& merged) {
  if (folder.empty()) return;
  golden::spill(std::filesystem::path(folder) / "base", pair.base.bytes);
  golden::spill(std::filesystem::path(folder) / "ours", pair.ours.bytes);
  golden::spill(std::filesystem::path(folder) / "theirs", pair.theirs.bytes);
  golden::spill(std::filesystem::path(folder) / "merged", merged.bytes);
}

int go(const Options& options) {
  Counts counts;
  for (std::size_t at = options.first; at < options.first + options.pairs; ++at) {
    std::mt19937_64 random(options.seed * 1'000'003 + at);
    const Pair pair = any_pair(random);
    const MergedText merged = merge_texts(pair.base.bytes, pair.ours.bytes, pair.theirs.bytes);
    const std::string fault = fault_of(pair, merged, counts);
    if (fault.empty()) continue;
    save(options.save, pair, merged);
    fmt::print("FAILED pair {}: {}\nbase:\n{}\nours:\n{}\ntheirs:\n{}\nmerged:\n{}\n", at, fault,
               pair.base.bytes, pair.ours.bytes, pair.theirs.bytes, merged.bytes);
    return 1;
  }
  fmt::print("{} pairs of edits, seed {}\n", options.pairs, options.seed);
  for (const auto& [what, count] : counts) fmt::print("{}: {}\n", what, count);
  return 0;
}

}  // namespace
}  // namespace wardplan::test

int main(int argc, char** argv) {
  wardplan::test::Options options;
  for (int at = 1; at + 1 < argc; at += 2) {
    const std::string_view name = argv[at];
    if (name == "--seed")
      options.seed = std::strtoull(argv[at + 1], nullptr, 10);
    else if (name == "--pairs")
      options.pairs = std::strtoull(argv[at + 1], nullptr, 10);
    else if (name == "--first")
      options.first = std::strtoull(argv[at + 1], nullptr, 10);
    else if (name == "--save")
      options.save = argv[at + 1];
    else
      return 2;
  }
  return wardplan::test::go(options);
}

#include "compare/taken_back.h"

#include <map>
#include <optional>

#include "compare/pairs.h"

namespace wardplan {
namespace {

/// What was said last.
struct Word {
  std::string status = {};
  std::string day = {};
};

/// By rounds; those of entries that name none under the empty text.
std::map<std::string, Word> last_words(const Tree* row) {
  std::map<std::string, Word> words;
  const Tree* entries = row == nullptr ? nullptr : find(*row, kEntries);
  if (entries == nullptr) return words;
  for (const Tree& entry : entries->children) {
    const std::string status(text_under(entry, "status")), day(text_under(entry, "date"));
    Word& last = words[std::string(text_under(entry, "round"))];
    if (!status.empty() && day >= last.day) last = {status, day};
  }
  return words;
}

struct Finder {
  const Tree& base;
  const Tree& merged;
  std::vector<TakenBack> found = {};

  /// The rows of one list of a version beside those of the merged one.
  static std::vector<const Tree*> beside(const Tree& version, const Tree& list,
                                         std::string_view key) {
    std::vector<const Tree*> rows(list.children.size());
    const Tree* there = find(version, key);
    if (there == nullptr || !is_list_of_things(*there)) return rows;
    const Pairing pairs = pair_elements(*there, list, key);
    for (std::size_t at = 0; at < rows.size(); ++at)
      if (pairs.of_new[at]) rows[at] = &there->children[*pairs.of_new[at]];
    return rows;
  }

  void list(const Tree& ours, const Tree& theirs, std::string_view key) {
    const Tree* rows = find(merged, key);
    if (rows == nullptr || !is_list_of_things(*rows)) return;
    const auto was = beside(base, *rows, key), mine = beside(ours, *rows, key),
               other = beside(theirs, *rows, key);
    for (std::size_t at = 0; at < rows->children.size(); ++at) {
      const Path path = with_place(with_key({}, key), at);
      row(was[at], mine[at], rows->children[at], path, true);
      row(was[at], other[at], rows->children[at], path, false);
    }
  }

  void row(const Tree* was, const Tree* side, const Tree& is, const Path& path, bool by_ours) {
    if (side == nullptr || says_same(*side, is)) return;
    const auto before = last_words(was), said = last_words(side), now = last_words(&is);
    for (const auto& [round, word] : said) {
      const auto old = before.find(round), later = now.find(round);
      if (word.status.empty() || later == now.end()) continue;
      if (old != before.end() && old->second.status == word.status) continue;
      if (later->second.status == word.status || later->second.day <= word.day) continue;
      found.push_back(
          {path, by_ours, round, word.status, word.day, later->second.status, later->second.day});
    }
  }
};

}  // namespace

std::vector<TakenBack> taken_back(const Tree& base, const Tree& ours, const Tree& theirs,
                                  const Tree& merged) {
  Finder finder{base, merged};
  for (const std::string_view key : {"rows", "models", "reporting", "dates"})
    finder.list(ours, theirs, key);
  return std::move(finder.found);
}

}  // namespace wardplan

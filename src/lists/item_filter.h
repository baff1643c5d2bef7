#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lists/item.h"

// Which items are listed.

namespace wardplan {

/// Which items; what is left empty doesn't restrict, and of several words any one will do.
struct ItemFilter {
  /// Ids or names of wards.
  std::vector<std::string> wards = {};
  /// Years of plans.
  std::vector<std::string> years = {};
  /// Addresses of headings, or words of them.
  std::vector<std::string> sections = {};
  /// Ids, names, aliases of the register, or a part of a name; marks not needed for parts.
  std::vector<std::string> leaders = {};
  std::vector<std::string> leads = {};
  std::vector<std::string> supports = {};
  /// Of models: who registered them, and ids or names of their fields, or parts of these.
  std::vector<std::string> registrants = {};
  std::vector<std::string> fields = {};
  /// Tokens or words, in any case and without marks.
  std::vector<std::string> statuses = {};
  std::vector<std::string> states = {};
  /// Deadline from, up to and including.
  std::optional<Date> due_from = {};
  std::optional<Date> due_to = {};
  /// Words, all of which stand in title, note, targets or updates; without regard to marks.
  std::string text = {};

  friend bool operator==(const ItemFilter&, const ItemFilter&) = default;
};

/// How an item answers to a word: not, by a part of a name, or by the whole of it.
enum class Match : unsigned char { none, part, whole };

/// An item that may pass a filter, with its answer to each word that a name is looked for by.
struct Candidate {
  Item item;
  std::vector<Match> matches = {};
};

/// What was met of the words of a filter. An item passes by a part of a name only where nothing
/// that passes the words before has the whole of it, which is known when all wards were looked at.
struct FilterMet {
  struct Word {
    Match best = Match::none;
    /// What might have been meant by it.
    std::set<std::string> known = {};
    /// Names of a register that were looked through; no more of them than can be listed, and one.
    std::set<std::string> names = {};
    /// Headings that it doesn't tell apart.
    std::vector<std::string> several = {};
  };
  /// The words of one kind, by what the items that they were looked for in answer to those before.
  using Kind = std::map<std::vector<Match>, std::vector<Word>>;

  bool any_item = false;
  std::vector<Kind> kinds = {};
  /// Ids and names of the wards' own statuses.
  std::set<std::pair<std::string, std::string>> statuses = {};

  void add(FilterMet&& ward);
};

/// Units of a register that a word means: the one it names, or else all that have it in their name.
std::set<std::size_t> units_meant(const std::string& word, const Ward& ward);

/// The items of a ward that may pass.
std::vector<Candidate> filter_items(std::vector<Item> items, const ItemFilter& filter,
                                    FilterMet& met);

/// How each word has to be answered. Throws `Failure` at a word that nothing that was met knows,
/// with the nearest one, or that is blank or doesn't tell headings apart.
std::vector<Match> settle_filter(const ItemFilter& filter, const FilterMet& met);

/// Whether what may pass does so.
bool passes(const std::vector<Match>& matches, const ItemFilter& filter,
            const std::vector<Match>& wanted);

}  // namespace wardplan

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lists/item.h"

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
};

/// The items that pass. Throws `Failure` at a word that nothing that was read knows, with the
/// nearest one.
std::vector<Item> filter_items(std::vector<Item> items, const ItemFilter& filter);

}  // namespace wardplan

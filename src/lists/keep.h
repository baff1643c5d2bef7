#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lists/item.h"

// What filters of lists are made of; each leaves the items alone where it is given no words.

namespace wardplan {

/// Throws `Failure`: nothing that was read is called so, with the nearest word that is known.
[[noreturn]] void unknown(Phrase what, const std::string& word,
                          const std::vector<std::string>& known);

/// Drops the items that don't pass.
void keep(std::vector<Item>& items, const std::function<bool(const Item&)>& test);

/// The plans that items are of, in their order.
std::vector<const Plan*> plans_of(const std::vector<Item>& items);

/// What an item can be found by: spellings of one thing, such as the id and the name of a field.
using Spellings = std::vector<std::string>;

/// Keeps the items that have a thing that one of the words spells, or else has in its last
/// spelling.
void keep_things(std::vector<Item>& items, const std::vector<std::string>& words,
                 std::vector<Spellings> (*things_of)(const Item&), Phrase what);

/// Keeps the items under a heading that has one of the words as address or number, or else in it.
void keep_sections(std::vector<Item>& items, const std::vector<std::string>& words);

/// Keeps the items that name a person of the register, or a unit, whom one of the words means.
void keep_people(std::vector<Item>& items, const std::vector<std::string>& words,
                 std::vector<Name> Row::*names);
void keep_units(std::vector<Item>& items, const std::vector<std::string>& words,
                std::vector<Name> Row::*names);

}  // namespace wardplan

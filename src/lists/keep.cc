#include "lists/keep.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "disk/files.h"
#include "text/nearest.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// The things that are so called, or else all that have the word in their last spelling.
std::set<Spellings> meant_by(const std::string& word, const std::set<Spellings>& things) {
  const std::string bare = fold_bare(word);
  std::set<Spellings> exact, partly;
  for (const Spellings& thing : things) {
    for (const std::string& spelling : thing)
      if (fold_bare(spelling) == bare) exact.insert(thing);
    if (has_part(thing.back(), bare)) partly.insert(thing);
  }
  return exact.empty() ? partly : exact;
}

}  // namespace

[[noreturn]] void unknown(Phrase what, const std::string& word,
                          const std::vector<std::string>& known) {
  const auto near = nearest(word, known);
  Message message(fmt::format("không có {} `{}`", what.vi, word),
                  fmt::format("there is no {} `{}`", what.en, word));
  if (near) {
    message.vi += fmt::format("; có phải `{}`?", *near);
    message.en += fmt::format("; did you mean `{}`?", *near);
  }
  throw Failure(std::move(message));
}

void keep(std::vector<Item>& items, const std::function<bool(const Item&)>& test) {
  std::erase_if(items, [&](const Item& item) { return !test(item); });
}

bool has_part(std::string_view text, const std::string& bare) {
  return fold_bare(text).find(bare) != std::string::npos;
}

/// The plans that items are of, in their order.
std::vector<const Plan*> plans_of(const std::vector<Item>& items) {
  std::vector<const Plan*> plans;
  for (const Item& item : items)
    if (plans.empty() || plans.back() != item.plan) plans.push_back(item.plan);
  return plans;
}

void keep_things(std::vector<Item>& items, const std::vector<std::string>& words,
                 std::vector<Spellings> (*things_of)(const Item&), Phrase what) {
  if (words.empty()) return;
  std::set<Spellings> known, wanted;
  for (const Item& item : items)
    for (Spellings& thing : things_of(item)) known.insert(std::move(thing));
  for (const std::string& word : words) {
    const auto meant = meant_by(word, known);
    if (meant.empty()) {
      std::vector<std::string> all;
      for (const Spellings& thing : known) all.insert(all.end(), thing.begin(), thing.end());
      unknown(what, word, all);
    }
    wanted.insert(meant.begin(), meant.end());
  }
  keep(items, [&](const Item& item) {
    return std::ranges::any_of(things_of(item),
                               [&](const Spellings& thing) { return wanted.contains(thing); });
  });
}

}  // namespace wardplan

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "disk/files.h"
#include "lists/item_answers.h"
#include "lists/item_filter.h"
#include "records/register.h"
#include "records/steps.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// What an item can be found by: spellings of one thing, such as the id and the name of a field.
using Spellings = std::vector<std::string>;

/// More names than these are not listed where a word is none of them.
constexpr std::size_t kMostListed = 12;

/// Whether a text has a part, which is in small letters without marks.
bool has_part(std::string_view text, const std::string& bare) {
  return fold_bare(text).find(bare) != std::string::npos;
}

/// Items that answer alike to the words before.
using Alike = std::vector<Candidate*>;

/// Adds to each item how it answers to a word.
template <class Of>
void answer(const Alike& items, FilterMet::Word& met, Of match_of) {
  for (Candidate* one : items) {
    const Match match = match_of(one->item);
    one->matches.push_back(match);
    met.best = std::max(met.best, match);
  }
}

// People and units of the register.

/// Entries of a register that a word means: the one it names, or else all that have it in their
/// name.
std::set<std::size_t> meant_by(const std::string& word, const Ward& ward,
                               const RegisterPart& part) {
  if (const auto exact = find_entry(ward.*part.words, word)) {
    // Entries of different times may share a word.
    std::set<std::size_t> sharing = {*exact};
    if (!(ward.*part.words).days.empty())
      for (const KnownWord& known : (ward.*part.words).all)
        if (known.key == fold(word)) sharing.insert(known.entry);
    return sharing;
  }
  const std::vector<Registered>& entries = ward.*part.entries;
  std::set<std::size_t> meant;
  for (std::size_t at = 0; at < entries.size(); ++at)
    if (has_part(entries[at].name.value, fold_bare(word))) meant.insert(at);
  return meant;
}

/// Items that name a person of the register, or a unit, whom a word means. Each register says for
/// itself whom.
template <std::vector<Name> Row::*kNames, const RegisterPart& kPart>
void meet_names(const std::string& word, const Alike& items, FilterMet::Word& met) {
  std::map<const Ward*, std::set<std::size_t>> meant;
  for (const Candidate* one : items) {
    const Ward* ward = one->item.plan->ward;
    if (ward == nullptr || meant.contains(ward)) continue;
    const auto& found = meant[ward] = meant_by(word, *ward, kPart);
    if (!found.empty()) met.best = Match::whole;
    for (std::string& name : texts_of(ward->*kPart.words)) met.known.insert(std::move(name));
    for (const Registered& entry : ward->*kPart.entries)
      if (met.names.size() <= kMostListed) met.names.insert(entry.name.value);
  }
  answer(items, met, [&](const Item& item) {
    const auto wanted = meant.find(item.plan->ward);
    const auto is_wanted = [&](const Name& name) {
      return name.index && wanted->second.contains(*name.index);
    };
    // Whom the row names, or whose its work is now.
    const std::vector<Name>& named = names_of(*item.row, kNames);
    const bool meant_here =
        wanted != meant.end() &&
        (std::ranges::any_of(named, is_wanted) ||
         std::ranges::any_of(names_on(named, item.plan->ward, kPart, item.as_of), is_wanted));
    return meant_here ? Match::whole : Match::none;
  });
}

// Headings, by address, number or words.

template <class Do>
void for_each_heading(const Plan& plan, Do on) {
  for (std::size_t row = 0; row < plan.rows.size(); ++row)
    if (plan.rows[row].is_heading()) on(plan.rows[row], plan.outline[row]);
}

/// Headings of a plan whose address, or else whose number, is this word.
std::vector<const Place*> headings_at(const Plan& plan, const std::string& word) {
  std::vector<const Place*> by_address, by_number;
  for_each_heading(plan, [&](const Row&, const Place& place) {
    if (fold(place.address) == fold(word)) by_address.push_back(&place);
    if (fold(number_text(place.number)) == fold(word)) by_number.push_back(&place);
  });
  return by_address.empty() ? by_number : by_address;
}

using Headings = std::map<const Place*, Match>;

void find_headings(const Plan& plan, const std::string& word, Headings& headings,
                   FilterMet::Word& met) {
  for_each_heading(plan, [&](const Row& row, const Place& place) {
    if (has_part(row.heading.value, fold_bare(word))) headings[&place] = Match::part;
    met.known.insert({place.address, row.heading.value});
  });
  const std::vector<const Place*> found = headings_at(plan, word);
  for (const Place* place : found) headings[place] = Match::whole;
  if (found.size() > 1 && met.several.empty()) met.several = texts(found, &Place::address);
}

/// Items under a heading that has the word as address or number, or else in it.
void meet_sections(const std::string& word, const Alike& items, FilterMet::Word& met) {
  Headings headings;
  const Plan* last = nullptr;
  for (const Candidate* one : items)
    if (one->item.plan != last) {
      last = one->item.plan;
      find_headings(*last, word, headings, met);
    }
  for (const auto& [place, match] : headings) met.best = std::max(met.best, match);
  answer(items, met, [&](const Item& item) {
    Match best = Match::none;
    for (RowIndex above = item.place->section; above;) {
      const Place& place = item.plan->outline[*above];
      if (const auto found = headings.find(&place); found != headings.end())
        best = std::max(best, found->second);
      above = place.section;
    }
    return best;
  });
}

// Things by any of their spellings, or by a part of the last one.

Match match_of(const Spellings& thing, const std::string& bare) {
  for (const std::string& spelling : thing)
    if (fold_bare(spelling) == bare) return Match::whole;
  return has_part(thing.back(), bare) ? Match::part : Match::none;
}

template <std::vector<Spellings> (*kThingsOf)(const Item&)>
void meet_things(const std::string& word, const Alike& items, FilterMet::Word& met) {
  std::map<Spellings, Match> known;
  answer(items, met, [&](const Item& item) {
    Match best = Match::none;
    for (const Spellings& thing : kThingsOf(item)) {
      const auto [at, fresh] = known.try_emplace(thing);
      if (fresh) at->second = match_of(thing, fold_bare(word));
      best = std::max(best, at->second);
    }
    return best;
  });
  for (const auto& [thing, match] : known) met.known.insert(thing.begin(), thing.end());
}

std::vector<Spellings> ward_of(const Item& item) {
  return {{item.plan->ward_id.value, ward_name(*item.plan)}};
}

std::vector<Spellings> registrant_of(const Item& item) {
  if (item.model == nullptr) return {};
  return {{item.model->by.value}};
}

std::vector<Spellings> fields_of(const Item& item) {
  std::vector<Spellings> fields;
  if (item.model == nullptr) return fields;
  for (const Name& name : item.model->fields) {
    if (!name.index) continue;
    const auto& field = item.plan->movement.fields[*name.index];
    fields.push_back({field.id.value, field.name.value});
  }
  return fields;
}

void meet_years(const std::string& word, const Alike& items, FilterMet::Word& met) {
  answer(items, met, [&](const Item& item) {
    const std::string year = fmt::format("{}", item.plan->year.value);
    met.known.insert(year);
    return year == word ? Match::whole : Match::none;
  });
}

/// Nothing that was read is called so; the nearest word that is known, or else the names that there
/// are where they are few.
Message unknown(Phrase what, const std::string& word, const FilterMet::Word& met) {
  Message others;
  if (!met.names.empty() && met.names.size() <= kMostListed)
    others = there_are({met.names.begin(), met.names.end()});
  return with_hint(say("không có {} `{}`", "there is no {} `{}`", what, word),
                   did_you_mean(nearest_name(word, {met.known.begin(), met.known.end()}), others));
}

Message unknown_year(Phrase, const std::string& word, const FilterMet::Word& met) {
  return say("không có hồ sơ nào của năm `{}`; có {}",
             "there is no plan of the year `{}`; there are {}", word,
             quoted_list({met.known.begin(), met.known.end()}));
}

/// Words that something is found by, in the order in which they are applied.
struct FilterKind {
  Phrase noun;
  std::vector<std::string> ItemFilter::*words;
  void (*meet)(const std::string& word, const Alike& items, FilterMet::Word& met);
  Message (*unknown)(Phrase noun, const std::string& word,
                     const FilterMet::Word& met) = wardplan::unknown;
};

constexpr std::array kFilterKinds = {
    FilterKind{{"phường", "ward"}, &ItemFilter::wards, meet_things<ward_of>},
    FilterKind{{"năm", "year"}, &ItemFilter::years, meet_years, unknown_year},
    FilterKind{{"đề mục", "section"}, &ItemFilter::sections, meet_sections},
    FilterKind{
        {"người tên", "person named"}, &ItemFilter::leaders, meet_names<&Row::leader, kPeople>},
    FilterKind{{"đơn vị", "unit"}, &ItemFilter::leads, meet_names<&Row::lead, kUnits>},
    FilterKind{{"đơn vị", "unit"}, &ItemFilter::supports, meet_names<&Row::support, kUnits>},
    FilterKind{{"mô hình do người hay đơn vị đăng ký", "model registered by"},
               &ItemFilter::registrants,
               meet_things<registrant_of>},
    FilterKind{{"mô hình thuộc lĩnh vực", "model of the field"},
               &ItemFilter::fields,
               meet_things<fields_of>}};

/// Goes through the kinds that a filter has words of: `on(kind, words, number, first)`, with how
/// many of them and of their words stand before.
template <class Do>
void for_each_kind(const ItemFilter& filter, Do on) {
  std::size_t number = 0, first = 0;
  for (const FilterKind& kind : kFilterKinds) {
    const std::vector<std::string>& words = filter.*kind.words;
    if (words.empty()) continue;
    on(kind, words, number++, first);
    first += words.size();
  }
}

void merge(FilterMet::Word& all, FilterMet::Word&& more) {
  all.best = std::max(all.best, more.best);
  all.known.merge(more.known);
  for (const std::string& name : more.names)
    if (all.names.size() <= kMostListed) all.names.insert(name);
  if (all.several.empty()) all.several = std::move(more.several);
}

void require_met(const FilterKind& kind, const std::string& asked, const FilterMet::Word& word) {
  if (!word.several.empty())
    throw Failure(say("`{}` có ở nhiều đề mục: {}", "`{}` stands in several headings: {}", asked,
                      quoted_list(word.several)));
  if (word.best == Match::none) throw Failure(kind.unknown(kind.noun, asked, word));
}

/// A word without letters would be found everywhere.
void refuse_blank(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (fold_bare(word).empty())
      throw Failure(Message("một điều kiện lọc trống", "a filter is empty"));
}

}  // namespace

std::set<std::size_t> units_meant(const std::string& word, const Ward& ward) {
  return meant_by(word, ward, kUnits);
}

void FilterMet::add(FilterMet&& ward) {
  any_item = any_item || ward.any_item;
  statuses.merge(ward.statuses);
  kinds.resize(std::max(kinds.size(), ward.kinds.size()));
  for (std::size_t kind = 0; kind < ward.kinds.size(); ++kind)
    for (auto& [before, words] : ward.kinds[kind]) {
      std::vector<Word>& all = kinds[kind][before];
      all.resize(words.size());
      for (std::size_t at = 0; at < words.size(); ++at) merge(all[at], std::move(words[at]));
    }
}

std::vector<Candidate> filter_items(std::vector<Item> items, const ItemFilter& filter,
                                    FilterMet& met) {
  met.any_item = !items.empty();
  std::vector<Candidate> candidates;
  const Ward* last = nullptr;
  for (Item& item : items) {
    if (const Ward* ward = item.plan->ward; ward != nullptr && ward != last)
      for (const WardStatus& own : (last = ward)->statuses)
        met.statuses.emplace(own.id.value, own.name.value);
    candidates.push_back({std::move(item)});
  }
  for_each_kind(filter, [&](const FilterKind& kind, const std::vector<std::string>& words,
                            std::size_t, std::size_t first) {
    std::map<std::vector<Match>, Alike> groups;
    for (Candidate& one : candidates) groups[one.matches].push_back(&one);
    FilterMet::Kind& met_here = met.kinds.emplace_back();
    for (const auto& [before, alike] : groups) {
      std::vector<FilterMet::Word>& here = met_here[before];
      here.resize(words.size());
      for (std::size_t at = 0; at < words.size(); ++at) kind.meet(words[at], alike, here[at]);
    }
    std::erase_if(candidates, [&](const Candidate& one) {
      return std::ranges::all_of(one.matches.begin() + static_cast<std::ptrdiff_t>(first),
                                 one.matches.end(),
                                 [](Match match) { return match == Match::none; });
    });
  });
  std::erase_if(candidates, [&, bare = fold_bare(filter.text)](const Candidate& one) {
    return !passes_itself(one.item, filter, bare);
  });
  return candidates;
}

std::vector<Match> settle_filter(const ItemFilter& filter, const FilterMet& met) {
  for (const FilterKind& kind : kFilterKinds) refuse_blank(filter.*kind.words);
  refuse_blank(filter.statuses);
  refuse_blank(filter.states);
  std::vector<Match> wanted;
  // Where everything was left out because of errors, no word is to blame.
  if (!met.any_item) return wanted;
  require_known_words(filter, met);
  for_each_kind(filter, [&](const FilterKind& kind, const std::vector<std::string>& words,
                            std::size_t number, std::size_t) {
    std::vector<FilterMet::Word> all(words.size());
    bool any = false;
    for (const auto& [before, here] : met.kinds.at(number)) {
      if (!passes(before, filter, wanted)) continue;
      any = true;
      for (std::size_t at = 0; at < words.size(); ++at) merge(all[at], FilterMet::Word(here[at]));
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (any) require_met(kind, words[at], all[at]);
      wanted.push_back(all[at].best);
    }
  });
  return wanted;
}

bool passes(const std::vector<Match>& matches, const ItemFilter& filter,
            const std::vector<Match>& wanted) {
  bool all = true;
  for_each_kind(filter, [&](const FilterKind&, const std::vector<std::string>& words, std::size_t,
                            std::size_t first) {
    if (first >= wanted.size()) return;
    bool any = false;
    for (std::size_t at = first; at < first + words.size(); ++at)
      any = any || (matches[at] != Match::none && matches[at] == wanted[at]);
    all = all && any;
  });
  return all;
}

}  // namespace wardplan

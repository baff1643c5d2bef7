// Headings, by address, number or words.
#include <set>

#include "disk/files.h"
#include "lists/keep.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using Headings = std::set<const Place*>;

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

Headings by_address(const std::vector<const Plan*>& plans, const std::string& word) {
  Headings headings;
  for (const Plan* plan : plans) {
    const std::vector<const Place*> found = headings_at(*plan, word);
    headings.insert(found.begin(), found.end());
    if (found.size() < 2) continue;
    std::vector<std::string> addresses;
    for (const Place* place : found) addresses.push_back(place->address);
    throw Failure(say("`{}` có ở nhiều đề mục: {}", "`{}` stands in several headings: {}", word,
                      quoted_list(addresses)));
  }
  return headings;
}

Headings by_words(const std::vector<const Plan*>& plans, const std::string& word) {
  Headings headings;
  std::vector<std::string> known;
  for (const Plan* plan : plans)
    for_each_heading(*plan, [&](const Row& row, const Place& place) {
      if (has_part(row.heading.value, fold_bare(word))) headings.insert(&place);
      known.push_back(place.address);
      known.push_back(row.heading.value);
    });
  if (headings.empty()) unknown({"đề mục", "section"}, word, known);
  return headings;
}

}  // namespace

void keep_sections(std::vector<Item>& items, const std::vector<std::string>& words) {
  if (words.empty()) return;
  const auto plans = plans_of(items);
  Headings wanted;
  for (const std::string& word : words) {
    Headings found = by_address(plans, word);
    wanted.merge(found.empty() ? by_words(plans, word) : std::move(found));
  }
  keep(items, [&](const Item& item) {
    for (RowIndex above = item.place->section; above;) {
      const Place& place = item.plan->outline[*above];
      if (wanted.contains(&place)) return true;
      above = place.section;
    }
    return false;
  });
}

}  // namespace wardplan

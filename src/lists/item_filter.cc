#include "lists/item_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "disk/files.h"
#include "lists/keep.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// A word without letters would be found everywhere.
void refuse_blank(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (fold_bare(word).empty())
      throw Failure(Message("một điều kiện lọc trống", "a filter is empty"));
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

void keep_years(std::vector<Item>& items, const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::set<std::string> known;
  const auto year_of = [](const Plan& plan) { return fmt::format("{}", plan.year.value); };
  for (const Plan* plan : plans_of(items)) known.insert(year_of(*plan));
  for (const std::string& word : words)
    if (!known.contains(word))
      throw Failure(say("không có hồ sơ nào của năm `{}`; có {}",
                        "there is no plan of the year `{}`; there are {}", word,
                        quoted_list({known.begin(), known.end()})));
  keep(items, [&](const Item& item) {
    return std::ranges::find(words, year_of(*item.plan)) != words.end();
  });
}

/// Rows of a table of words that were said.
template <class Row>
std::set<const Row*> said(const std::vector<std::string>& words, std::span<const Row> rows,
                          const Row* (*find)(std::string_view), Phrase what) {
  std::set<const Row*> found;
  for (const std::string& word : words) {
    const Row* row = find(word);
    if (row == nullptr) {
      std::vector<std::string> known;
      for (const Row& one : rows) {
        known.emplace_back(one.token);
        known.emplace_back(one.words.vi);
      }
      unknown(what, word, known);
    }
    found.insert(row);
  }
  return found;
}

/// All that an item says, to be searched.
std::string said_by(const Item& item) {
  const Row& row = *item.row;
  std::string all = row.title.value + '\n' + row.note.value;
  for (const Target& target : row.targets)
    all += '\n' + target.name.value + '\n' + target.goal.value;
  for (const Update* update : history(row, item.as_of))
    all += '\n' + update->note.value + '\n' + update->evidence.value;
  return all;
}

/// Whether every word stands somewhere in it.
bool has_words(const Item& item, const std::string& bare) {
  if (bare.empty()) return true;
  const std::string all = fold_bare(said_by(item));
  for (std::size_t at = 0; at < bare.size();) {
    const std::size_t end = std::min(bare.find(' ', at), bare.size());
    if (all.find(bare.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

std::vector<Item> filter_items(std::vector<Item> items, const ItemFilter& filter) {
  for (const auto* words :
       {&filter.wards, &filter.years, &filter.sections, &filter.leaders, &filter.leads,
        &filter.supports, &filter.registrants, &filter.fields, &filter.statuses, &filter.states})
    refuse_blank(*words);
  // Where everything was left out because of errors, no word is to blame.
  if (items.empty()) return items;
  const auto statuses =
      said(filter.statuses, status_words(), status_by_words, {"trạng thái", "status"});
  const auto states = said(filter.states, state_words(), state_by_words, {"tình trạng", "state"});
  keep_things(items, filter.wards, ward_of, {"phường", "ward"});
  keep_years(items, filter.years);
  keep_sections(items, filter.sections);
  keep_people(items, filter.leaders, &Row::leader);
  keep_units(items, filter.leads, &Row::lead);
  keep_units(items, filter.supports, &Row::support);
  keep_things(items, filter.registrants, registrant_of,
              {"mô hình do người hay đơn vị đăng ký", "model registered by"});
  keep_things(items, filter.fields, fields_of, {"mô hình thuộc lĩnh vực", "model of the field"});
  keep(items, [&, bare = fold_bare(filter.text)](const Item& item) {
    const Standing& at = item.standing;
    const auto& deadline = at.due.deadline;
    return (statuses.empty() || statuses.contains(&status_word(at.status))) &&
           (states.empty() || states.contains(&state_word(at.state))) &&
           (!filter.due_from || (deadline && *deadline >= *filter.due_from)) &&
           (!filter.due_to || (deadline && *deadline <= *filter.due_to)) && has_words(item, bare);
  });
  return items;
}

}  // namespace wardplan

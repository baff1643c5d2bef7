#include <algorithm>

#include "lists/item_columns.h"
#include "lists/item_filter.h"
#include "text/collate.h"

namespace wardplan {

void sort_items(std::vector<Item>& items, const std::vector<std::string>& keys) {
  // The last key first: each sort leaves the order of equals.
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    const bool down = key->starts_with('-');
    const ItemColumn& column = item_column(down ? key->substr(1) : *key);
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t at = 0; at < items.size(); ++at) {
      std::string text;
      for (const std::string& value : column.cell(items[at], Lang::vi)) text += value + ' ';
      std::string sort_key = column.sort_key ? column.sort_key(items[at]) : collation_key(text);
      order.emplace_back(
          text.empty() && !column.sort_key ? std::string(kMissing) : std::move(sort_key), at);
    }
    std::ranges::stable_sort(order, [&](const auto& a, const auto& b) {
      // What is missing comes last both ways.
      const bool missing = a.first == kMissing, other = b.first == kMissing;
      if (missing || other) return !missing && other;
      return down ? b.first < a.first : a.first < b.first;
    });
    std::vector<Item> sorted;
    for (const auto& [text, at] : order) sorted.push_back(std::move(items[at]));
    items = std::move(sorted);
  }
}

}  // namespace wardplan

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lists/item.h"

namespace wardplan {

/// The keys of all columns, in their usual order.
const std::vector<std::string>& item_column_keys();

/// Sorts by columns, the first one first; `-` before a key sorts downwards. Equal ones stay as they
/// are.
void sort_items(std::vector<Item>& items, const std::vector<std::string>& keys);

/// Columns for people who look at the items of one plan or of several, in a terminal of so many
/// columns (0: room for all).
std::vector<std::string> usual_columns(const std::vector<Item>& items, bool only_due, int width);

/// Items, one a row, with these columns (keys that exist).
Sheet item_list(const std::vector<Item>& items, const std::vector<std::string>& columns,
                const Date& as_of, Lang lang, bool only_due);

}  // namespace wardplan

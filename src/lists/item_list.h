#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lists/item.h"

namespace wardplan {

/// The sort key of what an item doesn't have.
inline constexpr std::string_view kMissing = "\xFF";

/// What columns of one kind have in common; the members are those of `Column`.
struct ItemLook {
  CellKind kind = CellKind::text;
  std::string_view separator = "";
  Align align = Align::left;
  bool keep_end = false;
};

/// A column that lists of items can have: how it looks, and how it sorts.
struct ItemColumn {
  std::string_view key;
  Phrase title;
  ItemLook look;
  int weight;
  int least;
  Cell (*cell)(const Item& item, Lang lang);
  /// Texts whose order is that of the items; what is missing comes last. Null: by the cell's words.
  std::string (*sort_key)(const Item& item) = nullptr;
};

/// The keys of all columns, in their usual order.
const std::vector<std::string>& item_column_keys();

/// The column with this key, which must be one of them.
const ItemColumn& item_column(std::string_view key);

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

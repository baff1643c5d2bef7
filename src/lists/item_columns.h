#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lists/item.h"
#include "sheet/sheet.h"

// The columns that lists of items can have.

namespace wardplan {

/// The sort key of what an item hasn't, which stands behind all others.
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

/// The column with this key, which must be one of them.
const ItemColumn& item_column(std::string_view key);

/// The columns of a table with these keys.
std::vector<Column> columns_of(const std::vector<std::string>& keys, Lang lang);

/// The text by whose order items are sorted by a column, or `kMissing`.
std::string sort_key(const ItemColumn& column, const Item& item);

/// What the items of a list are of.
struct Listed {
  bool many_wards = false;
  bool many_years = false;
  bool many_plans = false;
  /// Models, and items that are neither models nor dates of a calendar.
  bool models = false;
  bool others = false;
};

/// Columns for people who look at such items in a terminal of so many columns (0: room for all).
std::vector<std::string> usual_columns(const Listed& listed, bool only_due, int width);

/// Columns for programs, whatever the items are; those that hold ids only where they are asked for,
/// and never those that few records have.
std::vector<std::string> data_columns(bool with_ids);

/// All columns that are usual for any items.
std::vector<std::string> all_usual_columns(bool only_due);

}  // namespace wardplan

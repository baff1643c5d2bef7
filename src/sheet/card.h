#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sheet/sheet.h"

namespace wardplan {

/// One fact of a card: `title` of its column stands before it.
struct CardField {
  Column column;
  Cell cell;
};

/// Everything about one thing, ready to be written: facts one below the other, then tables.
struct Card {
  std::string kind;
  /// What names the thing, before its title; may be empty.
  std::string address;
  std::string title;
  std::string subtitle;
  /// What the thing is of, for data (key, value).
  std::vector<std::pair<std::string, std::variant<std::string, int>>> about = {};
  std::vector<CardField> fields;
  /// In data each is named by its `kind`.
  std::vector<Sheet> tables;
};

}  // namespace wardplan

#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "sheet/card.h"
#include "text/phrase.h"
#include "times/date.h"

namespace wardplan {

/// Makes a card field by field, leaving out what is empty.
struct Fields {
  Card& card;
  Lang lang;

  void add(std::string_view key, Phrase title, Cell cell, CellKind kind = CellKind::text,
           std::string_view separator = "") {
    if (cell.empty()) return;
    card.fields.push_back({{.key = std::string(key),
                            .title = std::string(title.in(lang)),
                            .separator = separator,
                            .kind = kind},
                           std::move(cell)});
  }
  void add(std::string_view key, Phrase title, const std::optional<Date>& date) {
    if (date) add(key, title, {iso(*date), written(*date, lang)}, CellKind::date);
  }
  void add(std::string_view key, Phrase title, const std::optional<int>& number) {
    if (number) add(key, title, {fmt::format("{}", *number)}, CellKind::number);
  }
};

}  // namespace wardplan

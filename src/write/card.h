#pragma once

#include <string>

#include "sheet/card.h"
#include "write/sheet_formats.h"

namespace wardplan {

/// For people: a title, facts in two columns, then each table that has rows under its title.
std::string write_card_text(const Card& card, const WriteOptions& options);

/// One JSON document with `schema_version`; facts by their keys, tables as lists of rows.
std::string write_card_json(const Card& card);

}  // namespace wardplan

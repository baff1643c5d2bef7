#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "records/record.h"
#include "text/phrase.h"
#include "text/slips.h"

// Who issues documents: the bodies that texts name, and their symbols.

namespace wardplan {

/// A body that issues documents: what the symbols of its documents end with, how a text names it,
/// and its office, which keeps a copy.
struct Body {
  std::string_view symbol;
  std::string_view names[3];
  Phrase noun;
  bool party = false;
  std::string_view office = {};
};

/// The body that a text begins with, which may be named by its board, or null.
const Body* body_at(std::string_view text);

/// Whether a body is among those that issued a document together: `Đảng ủy - UBND phường`.
bool is_among(const Body& body, std::string_view issuers);

/// The symbol of a document in a text, and whose it is: `32-KH/QU`, `… -KH/QU`, `130/UBND-KT`.
struct Symbol {
  TextPart place;
  const Body* body;
};

/// The first symbol of a known body from there on.
std::optional<Symbol> symbol_from(std::string_view text, std::size_t from);

/// Who issued the document of a symbol that ends there, as the text goes on: `… ngày 27/01/2023 của
/// Đảng ủy phường`.
std::optional<TextPart> issuer_behind(std::string_view text, std::size_t from);

/// As much of a text from there on as is read of a body's name, no character cut.
std::string_view name_from(std::string_view text, std::size_t from);

/// Who a plan's papers are from.
struct Issuer {
  /// As papers print it; empty where nobody is named.
  std::string name = {};
  /// Null: none of the known ones.
  const Body* body = nullptr;
  bool party = false;
};

/// By the plan's letterhead, or else whose the document is that the plan was issued with.
Issuer issuer_of(const Plan& plan);

}  // namespace wardplan

// The outline of a text: sections and items as the numbers have it, of a register its entries.
#include <functional>

#include "lsp/answers.h"

namespace wardplan::lsp {
namespace {

/// Kinds of symbols, as the protocol numbers them.
constexpr int kNamespace = 3, kObject = 19, kEvent = 24;

/// One entry of the outline and those below it.
struct Symbol {
  std::string name;
  int kind = kObject;
  Span whole;
  Span own;
  std::vector<Symbol> below = {};
};

std::string name_of(const std::string& address, const Text& text) {
  std::string name = address + " " + text.value;
  return name == " " ? "?" : name;
}

/// Rows under the headings whose sections they are in.
std::vector<Symbol> rows_of(const std::vector<Row>& rows, const std::vector<Place>& outline) {
  std::vector<std::vector<std::size_t>> below(rows.size() + 1);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const RowIndex above = outline[at].step_of ? outline[at].step_of : outline[at].section;
    below[above && *above < at ? *above : rows.size()].push_back(at);
  }
  const std::function<std::vector<Symbol>(std::size_t)> under = [&](std::size_t above) {
    std::vector<Symbol> symbols;
    for (const std::size_t at : below[above]) {
      const Row& row = rows[at];
      Symbol& symbol = symbols.emplace_back(
          Symbol{name_of(outline[at].address, row.text()), row.is_heading() ? kNamespace : kObject,
                 row.span, row.number.given ? row.number.span : row.span, under(at)});
      // A heading goes as far as what stands under it.
      if (!symbol.below.empty()) symbol.whole.end = symbol.below.back().whole.end;
    }
    return symbols;
  };
  return under(rows.size());
}

Symbol entry_of(const Text& id, const Text& name, Span span) {
  return {name_of(id.value, name), kObject, span, id.given ? id.span : span};
}

std::vector<Symbol> symbols_of(const Project& project, FileId file) {
  std::vector<Symbol> symbols;
  for (const Plan& plan : project.plans) {
    if (plan.file != file) continue;
    symbols = rows_of(plan.rows, plan.outline);
    for (const Row& date : plan.dates)
      symbols.push_back({name_of(date.number.value, date.title), kEvent, date.span,
                         date.number.given ? date.number.span : date.span});
  }
  for (const Catalogue& list : project.catalogues)
    if (list.file == file) symbols = rows_of(list.rows, list.outline);
  for (const Ward& ward : project.wards) {
    if (ward.file != file) continue;
    for (const auto* entries : {&ward.people, &ward.units})
      for (const Registered& entry : *entries)
        symbols.push_back(entry_of(entry.id, entry.name, entry.span));
  }
  return symbols;
}

Json tree_of(const std::vector<Symbol>& symbols, Ranges& ranges) {
  Json list = Json::array();
  for (const Symbol& symbol : symbols) {
    Json json = {{"name", symbol.name},
                 {"kind", symbol.kind},
                 {"range", ranges.range(symbol.whole)},
                 {"selectionRange", ranges.range(symbol.own)}};
    if (!symbol.below.empty()) json["children"] = tree_of(symbol.below, ranges);
    list.push_back(std::move(json));
  }
  return list;
}

void add_flat(const std::vector<Symbol>& symbols, Ranges& ranges, Json& list) {
  for (const Symbol& symbol : symbols) {
    list.push_back({{"name", symbol.name},
                    {"kind", symbol.kind},
                    {"location", ranges.location(symbol.whole)}});
    add_flat(symbol.below, ranges, list);
  }
}

}  // namespace

Json symbols(Session& session, const Json& params) {
  const auto place = asked(session, params);
  if (!place || !place->file) return Json::array();
  Ranges ranges(session, *place->view);
  const auto all = symbols_of(place->view->project(), *place->file);
  if (session.client.trees) return tree_of(all, ranges);
  Json list = Json::array();
  add_flat(all, ranges, list);
  return list;
}

}  // namespace wardplan::lsp

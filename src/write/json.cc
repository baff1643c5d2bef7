#include <nlohmann/json.hpp>

#include "write/formats.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

Json cell(const Column& column, const Cell& values) {
  if (!column.separator.empty()) return Json(values);
  if (values.empty()) return nullptr;
  if (column.kind == CellKind::number || column.kind == CellKind::flag)
    return Json::parse(values.front());
  return values.front();
}

void add_cells(Json& json, const Sheet& sheet, const SheetRow& row) {
  for (std::size_t at = 0; at < row.cells.size(); ++at)
    json[std::string(sheet.columns[at].key)] = cell(sheet.columns[at], row.cells[at]);
}

template <class Thing>
Json head_of(const Thing& thing) {
  Json document = {{"schema_version", kSchemaVersion}, {"kind", thing.kind}};
  for (const auto& [key, value] : thing.about)
    std::visit([&, name = key](const auto& held) { document[name] = held; }, value);
  return document;
}

std::string text_of(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_json(const Sheet& sheet, const WriteOptions&) {
  Json document = head_of(sheet);
  document["title"] = sheet.title;
  document["subtitle"] = sheet.subtitle;
  document["columns"] = Json::array();
  for (const Column& column : sheet.columns)
    document["columns"].push_back({{"key", column.key}, {"title", column.title}});
  document["rows"] = Json::array();
  for (const SheetRow& row : sheet.rows) {
    Json json = {{"address", row.address}, {"role", row.heading ? "heading" : "item"}};
    add_cells(json, sheet, row);
    document["rows"].push_back(std::move(json));
  }
  return text_of(document);
}

std::string write_card_json(const Card& card, const WriteOptions&) {
  Json document = head_of(card);
  if (!card.address.empty()) document["address"] = card.address;
  document["title"] = card.title;
  for (const CardField& field : card.fields)
    document[std::string(field.column.key)] = cell(field.column, field.cell);
  for (const Sheet& table : card.tables) {
    Json& rows = document[table.kind] = Json::array();
    for (const SheetRow& row : table.rows) add_cells(rows.emplace_back(Json::object()), table, row);
  }
  return text_of(document);
}

}  // namespace wardplan

#include <nlohmann/json.hpp>

#include "write/sheet_formats.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

Json cell(const Column& column, const Cell& values) {
  if (!column.separator.empty()) return Json(values);
  return values.empty() ? Json(nullptr) : Json(values.front());
}

}  // namespace

std::string write_json(const Sheet& sheet, const WriteOptions&) {
  Json document = {{"schema_version", kSchemaVersion}, {"kind", sheet.kind}};
  for (const auto& [key, value] : sheet.about)
    std::visit([&, name = key](const auto& held) { document[name] = held; }, value);
  document["title"] = sheet.title;
  document["subtitle"] = sheet.subtitle;
  document["columns"] = Json::array();
  for (const Column& column : sheet.columns)
    document["columns"].push_back({{"key", column.key}, {"title", column.title}});
  document["rows"] = Json::array();
  for (const SheetRow& row : sheet.rows) {
    Json json = {{"address", row.address}, {"role", row.heading ? "heading" : "item"}};
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      json[std::string(sheet.columns[at].key)] = cell(sheet.columns[at], row.cells[at]);
    document["rows"].push_back(std::move(json));
  }
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace wardplan

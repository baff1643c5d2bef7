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

Json cells_of(const Sheet& sheet, const SheetRow& row, Json json) {
  for (std::size_t at = 0; at < row.cells.size(); ++at)
    json[std::string(sheet.columns[at].key)] = cell(sheet.columns[at], row.cells[at]);
  return json;
}

template <class Thing>
Json head_of(const Thing& thing) {
  Json document = {{"schema_version", kSchemaVersion}, {"kind", thing.kind}};
  for (const auto& [key, value] : thing.about)
    std::visit([&, name = key](const auto& held) { document[name] = held; }, value);
  return document;
}

constexpr int kIndent = 2;

std::string text_of(const Json& json) {
  return json.dump(kIndent, ' ', false, Json::error_handler_t::replace);
}

/// An object that is left open, so that lists of rows can follow.
std::string opened(const Json& object) {
  std::string text = text_of(object);
  text.resize(text.size() - std::string_view("\n}").size());
  return text;
}

/// The text of a value that stands so many levels deep, on a line of its own.
std::string on_level(int level, const std::string& text) {
  const std::string line = "\n" + std::string(static_cast<std::size_t>(level * kIndent), ' ');
  std::string out = line;
  for (const char c : text) c == '\n' ? out += line : out += c;
  return out;
}

/// `, "rows": […]` of an object that is open.
void write_rows(const std::string& key, const Sheet& sheet, const Put& put,
                Json (*head)(const SheetRow& row)) {
  put("," + on_level(1, text_of(key) + ": ["));
  bool any = false;
  each_row(sheet, [&](const SheetRow& row) {
    if (any) put(",");
    any = true;
    put(on_level(2, text_of(cells_of(sheet, row, head(row)))));
  });
  put(any ? on_level(1, "]") : "]");
}

}  // namespace

void write_json(const Sheet& sheet, const WriteOptions&, const Put& put) {
  Json document = head_of(sheet);
  document["title"] = sheet.title;
  document["subtitle"] = sheet.subtitle;
  document["columns"] = Json::array();
  for (const Column& column : sheet.columns)
    document["columns"].push_back({{"key", column.key}, {"title", column.title}});
  put(opened(document));
  write_rows("rows", sheet, put, [](const SheetRow& row) -> Json {
    return {{"address", row.address}, {"role", row.heading ? "heading" : "item"}};
  });
  put("\n}\n");
}

void write_card_json(const Card& card, const WriteOptions&, const Put& put) {
  Json document = head_of(card);
  if (!card.address.empty()) document["address"] = card.address;
  document["title"] = card.title;
  for (const CardField& field : card.fields)
    document[std::string(field.column.key)] = cell(field.column, field.cell);
  put(opened(document));
  for (const Sheet& table : card.tables)
    write_rows(table.kind, table, put, [](const SheetRow&) { return Json(Json::object()); });
  put("\n}\n");
}

}  // namespace wardplan

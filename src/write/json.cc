#include <nlohmann/json.hpp>

#include "write/formats.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 2;

Json cell(const Column& column, const Cell& values) {
  if (!column.separator.empty()) return Json(values);
  if (values.empty()) return nullptr;
  if (column.kind == CellKind::figure && values.front().empty()) return nullptr;
  if (column.kind == CellKind::number || column.kind == CellKind::flag)
    return Json::parse(values.front());
  return values.front();
}

Json written(const auto& plain) { return plain; }

Json written(const std::vector<LeftOut>& files) {
  Json all = Json::array();
  const auto told = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  for (const LeftOut& one : files)
    all.push_back({{"file", one.file},
                   {"errors", one.errors ? Json(*one.errors) : Json()},
                   {"ward", told(one.ward)},
                   {"ward_name", told(one.ward_name)},
                   {"why", told(one.why)}});
  return all;
}

void add_facts(const Facts& facts, Json& json) {
  for (const auto& [key, fact] : facts)
    std::visit([&, name = key](const auto& held) { json[name] = written(held); }, fact);
}

/// A name is told by its id, and beside it as people say it.
void add_cell(const Column& column, const Cell& values, Json& json) {
  if (column.kind != CellKind::named) {
    json[column.key] = cell(column, values);
    return;
  }
  const auto told = [&](std::size_t at) {
    return at < values.size() && !values[at].empty() ? Json(values[at]) : Json(nullptr);
  };
  json[column.key] = told(0);
  json[column.key + "_name"] = told(1);
}

Json cells_of(const Sheet& sheet, const SheetRow& row, Json json) {
  for (std::size_t at = 0; at < row.cells.size(); ++at)
    add_cell(sheet.columns[at], row.cells[at], json);
  add_facts(row.about, json);
  return json;
}

/// A row of a table that stands alone.
Json row_of(const Sheet& sheet, const SheetRow& row) {
  return cells_of(sheet, row,
                  {{"address", row.address.empty() ? Json(nullptr) : Json(row.address)},
                   {"role", row.heading ? "heading" : "item"}});
}

template <class Thing>
Json head_of(const Thing& thing) {
  Json document = {{"schema_version", kSchemaVersion}, {"kind", thing.kind}};
  add_facts(thing.about, document);
  return document;
}

Json json_of(const mustache::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* list = std::get_if<std::vector<mustache::Value>>(&value.data)) {
    Json all = Json::array();
    for (const mustache::Value& one : *list) all.push_back(json_of(one));
    return all;
  }
  Json object = Json::object();
  for (const mustache::Member& member : std::get<std::vector<mustache::Member>>(value.data))
    object[member.name] = json_of(member.value);
  return object;
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
                Json (*json)(const Sheet& sheet, const SheetRow& row)) {
  put("," + on_level(1, text_of(key) + ": ["));
  bool any = false;
  each_row(sheet, [&](const SheetRow& row) {
    if (any) put(",");
    any = true;
    put(on_level(2, text_of(json(sheet, row))));
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
  write_rows("rows", sheet, put, row_of);
  put("\n}\n");
}

void write_jsonl(const Sheet& sheet, const WriteOptions&, const Put& put) {
  each_row(sheet, [&](const SheetRow& row) {
    put(row_of(sheet, row).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  });
}

void write_card_json(const Card& card, const WriteOptions&, const Put& put) {
  Json document = head_of(card);
  if (!card.address.empty()) document["address"] = card.address;
  document["title"] = card.title;
  for (const CardField& field : card.fields)
    document[std::string(field.column.key)] = cell(field.column, field.cell);
  put(opened(document));
  for (const Sheet& table : card.tables)
    write_rows(table.kind, table, put, [](const Sheet& sheet, const SheetRow& row) {
      return cells_of(sheet, row, Json::object());
    });
  put("\n}\n");
}

std::string write_fields_json(std::string_view kind, const Facts& facts,
                              const mustache::Value& fields) {
  Json document = {{"schema_version", kSchemaVersion}, {"kind", kind}};
  add_facts(facts, document);
  document["fields"] = json_of(fields);
  return text_of(document) + "\n";
}

}  // namespace wardplan

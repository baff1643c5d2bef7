#include "write/record_schema.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

// To YAML a plain `2026` or `12.5` is a number, and to a record a text.
Json text() { return {{"type", {"string", "number"}}, {"minLength", 1}}; }

Json text_such_as(std::initializer_list<const char*> examples) {
  Json schema = text();
  schema["examples"] = Json::array();
  for (const char* example : examples) schema["examples"].push_back(example);
  return schema;
}

/// Digits, quoted or not.
Json whole_number() {
  return {{"type", {"integer", "string"}},
          {"pattern", "^[0-9]{1,9}$"},
          {"minimum", 0},
          {"maximum", 999999999}};
}

Json per_cent() {
  return {{"type", {"integer", "string"}},
          {"minimum", 0},
          {"maximum", 100},
          {"pattern", "^0*(100|[0-9]{1,2}) ?%?$"}};
}

Json word(const ValueShape& shape) {
  Json known = {{"enum", Json::array()}};
  Json meanings = Json::array();
  for (const ValueShape::Allowed& one : shape.words) {
    known["enum"].push_back(one.token);
    meanings.push_back(one.meaning.vi.empty()
                           ? std::string()
                           : fmt::format("{} / {}", one.meaning.vi, one.meaning.en));
  }
  known["enumDescriptions"] = std::move(meanings);
  if (!shape.open) return known;
  return {{"anyOf", {std::move(known), text()}}};
}

Json record(const std::vector<KeyShape>& keys, std::string_view kind);

Json one_value(const ValueShape& shape) {
  switch (shape.kind) {
    case ValueKind::text:
      return text();
    case ValueKind::time:
      return text_such_as({"Tháng 3,7,10/2026", "Quý I/2026", "Hàng tháng", "Trước ngày 10/9/2026",
                           "Thường xuyên"});
    case ValueKind::goal:
      return text_such_as({">= 95%", "300 lượt", "từ 70% trở lên"});
    case ValueKind::figure:
      return text_such_as({"94,5%", "350 cây", "210/300 hộ"});
    case ValueKind::whole_number:
      return whole_number();
    case ValueKind::per_cent:
      return per_cent();
    case ValueKind::count:
      return text_such_as({"27", "27 chỉ tiêu"});
    case ValueKind::date:
      return {{"type", "string"},
              {"format", "date"},
              {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}};
    case ValueKind::yes_no:
      return {{"enum", {true, false, "true", "false"}}};
    case ValueKind::word:
      return word(shape);
    case ValueKind::named:
      return {{"type", "object"}, {"additionalProperties", text()}};
    case ValueKind::record:
      return record(shape.keys, {});
  }
  return {};
}

Json value(const ValueShape& shape) {
  Json one = one_value(shape);
  if (shape.several == Several::no) return one;
  const Json list = {{"type", "array"}, {"items", one}};
  if (shape.several == Several::must_be) return list;
  return {{"anyOf", {std::move(one), list}}};
}

/// `kind`: what the key of that name must say; empty: it is a key like others.
Json record(const std::vector<KeyShape>& keys, std::string_view kind) {
  Json properties = Json::object(), required = Json::array();
  for (const KeyShape& key : keys) {
    Json schema = {{"title", std::string(key.meaning.vi)},
                   {"description", fmt::format("{}\n\n{}", key.meaning.vi, key.meaning.en)}};
    schema.update(!kind.empty() && key.name == "kind" ? Json{{"const", std::string(kind)}}
                                                      : value(key.value));
    properties[std::string(key.name)] = std::move(schema);
    if (key.required) required.push_back(std::string(key.name));
  }
  Json schema = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace

std::string record_schema(const std::vector<RecordKeys>& kinds) {
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}};
  if (kinds.size() == 1) {
    schema["title"] = fmt::format("wardplan: {}", kinds.front().kind);
    schema.update(record(kinds.front().keys, kinds.front().kind));
    return schema.dump(1) + '\n';
  }
  schema["title"] = "wardplan";
  schema["type"] = "object";
  Json names = Json::array(), cases = Json::array();
  for (const RecordKeys& one : kinds) {
    names.push_back(one.kind);
    schema["definitions"][one.kind] = record(one.keys, one.kind);
    cases.push_back(
        {{"if", {{"properties", {{"kind", {{"const", one.kind}}}}}, {"required", {"kind"}}}},
         {"then", {{"$ref", "#/definitions/" + one.kind}}}});
  }
  schema["properties"]["kind"] = {{"title", "loại hồ sơ"},
                                  {"description", "loại hồ sơ\n\nkind of record"},
                                  {"enum", std::move(names)}};
  schema["required"] = {"kind"};
  schema["allOf"] = std::move(cases);
  return schema.dump(1) + '\n';
}

}  // namespace wardplan

#include "write/record_schema.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <nlohmann/json.hpp>

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

/// Something else than blanks.
constexpr const char* kNotBlank = "[^ \\t\\r\\n]";

// To YAML a plain `2026` or `12.5` is a number, and to a record a text.
Json text() {
  return {{"type", {"string", "number"}},
          {"pattern", kNotBlank},
          {"patternErrorMessage", "chữ trống / an empty text"}};
}

Json text_such_as(std::initializer_list<const char*> examples) {
  Json schema = text();
  schema["examples"] = Json::array();
  for (const char* example : examples) schema["examples"].push_back(example);
  return schema;
}

/// A regular expression for the numbers from one to another, by what stands before their last
/// digit.
std::string digits_of(int least, int most) {
  if (most < 10) return fmt::format("[{}-{}]", least, most);
  const int first = (least + 9) / 10, last = (most + 1) / 10 - 1;
  const auto part_of_ten = [](int from, int to) {
    const std::string before = from < 10 ? std::string() : std::to_string(from / 10);
    return fmt::format("{}[{}-{}]", before, from % 10, to % 10);
  };
  std::vector<std::string> ways;
  if (least < first * 10) ways.push_back(part_of_ten(least, std::min(most, first * 10 - 1)));
  if (first <= last) ways.push_back(fmt::format("({})[0-9]", digits_of(first, last)));
  if (most > last * 10 + 9 && most >= first * 10) ways.push_back(part_of_ten(most / 10 * 10, most));
  return fmt::format("{}", fmt::join(ways, "|"));
}

/// Digits, quoted or not.
Json whole_number(const ValueShape& shape) {
  if (shape.least == shape.most) return {{"enum", {shape.least, std::to_string(shape.least)}}};
  const bool any = shape.least == 0 && shape.most == ValueShape{}.most;
  const std::string zero = shape.least == 0 ? "0|" : "";
  return {{"type", {"integer", "string"}},
          {"pattern",
           any ? "^[0-9]{1,9}$"
               : fmt::format("^0*({}{})$", zero, digits_of(std::max(1, shape.least), shape.most))},
          {"minimum", shape.least},
          {"maximum", shape.most}};
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

Json key_case(const KeyCase& shape) {
  Json json = {{"required", shape.needed}};
  for (const std::string_view key : shape.kept_out) json["properties"][std::string(key)] = false;
  for (const std::string_view key : shape.filled)
    json["properties"][std::string(key)] = {{"minItems", 1}};
  for (const std::string_view key : shape.empty)
    json["properties"][std::string(key)] = {{"maxItems", 0}};
  return json;
}

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
      return whole_number(shape);
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
      return {{"type", "object"},
              {"propertyNames", {{"pattern", kNotBlank}}},
              {"additionalProperties", text()}};
    case ValueKind::record: {
      Json json = record(shape.keys, {});
      for (const KeyCase& one : shape.cases) json["anyOf"].push_back(key_case(one));
      return json;
    }
  }
  return {};
}

Json value(const ValueShape& shape) {
  Json one = one_value(shape);
  if (shape.several == Several::no) return one;
  Json list = {{"type", "array"}, {"items", one}};
  if (shape.filled) list["minItems"] = 1;
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

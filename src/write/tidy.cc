#include "write/tidy.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "text/escape.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json json_of(const TidyValue& value) {
  return std::visit(
      [](const auto& held) -> Json {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
          return nullptr;
        else
          return held;
      },
      value);
}

struct CellOf {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  /// As JSON: any sign may stand in a value.
  std::string operator()(const std::vector<std::string>& list) const { return dumped(list); }
};

std::string_view sql_type(TidyType type, bool csv) {
  switch (type) {
    case TidyType::text:
      return "VARCHAR";
    case TidyType::integer:
      return "BIGINT";
    case TidyType::number:
      return "DOUBLE";
    case TidyType::flag:
      return "BOOLEAN";
    case TidyType::date:
      return "DATE";
    case TidyType::list:
      return csv ? "VARCHAR" : "VARCHAR[]";
  }
  return {};
}

/// How a list that CSV has as one text becomes one again.
std::string lists_of(const std::vector<TidyField>& fields) {
  std::string lists;
  for (const TidyField& field : fields)
    if (field.type == TidyType::list)
      lists += fmt::format("{0}from_json(\"{1}\", '[\"VARCHAR\"]') AS \"{1}\"",
                           lists.empty() ? "" : ", ", field.key);
  return lists.empty() ? "*" : "* REPLACE (" + lists + ")";
}

std::string_view type_word(TidyType type) {
  switch (type) {
    case TidyType::text:
      return "text";
    case TidyType::integer:
      return "integer";
    case TidyType::number:
      return "number";
    case TidyType::flag:
      return "boolean";
    case TidyType::date:
      return "date";
    case TidyType::list:
      return "list";
  }
  return {};
}

}  // namespace

std::string tidy_json_line(const std::vector<TidyField>& fields,
                           const std::vector<TidyValue>& row) {
  Json object = Json::object();
  for (std::size_t at = 0; at < fields.size(); ++at) object[fields[at].key] = json_of(row[at]);
  return dumped(object) + "\n";
}

std::string tidy_csv_line(const std::vector<TidyValue>& row) {
  std::vector<std::string> cells;
  for (const TidyValue& value : row) cells.push_back(std::visit(CellOf(), value));
  return csv_line(cells);
}

std::string tidy_csv_head(const std::vector<TidyField>& fields) {
  return csv_line(texts(fields, [](const TidyField& field) { return std::string(field.key); }));
}

std::string tidy_schema_head(std::string_view ending) {
  constexpr int kVersion = 1;
  return fmt::format(
      "{{\"made_by\": \"wardplan export\", \"schema_version\": {}, \"format\": \"{}\",\n", kVersion,
      ending);
}

std::string tidy_schema(const std::vector<TidyTable>& tables, std::string_view ending) {
  std::string text = tidy_schema_head(ending) + "\"tables\": [";
  for (const TidyTable& table : tables) {
    const std::string head =
        dumped({{"name", table.name}, {"vi", table.meaning.vi}, {"en", table.meaning.en}});
    text +=
        (text.ends_with('[') ? "\n" : ",\n") + head.substr(0, head.size() - 1) + ",\"fields\":[";
    for (const TidyField& field : table.fields()) {
      Json told = {{"name", field.key},
                   {"type", type_word(field.type)},
                   {"vi", field.meaning.vi},
                   {"en", field.meaning.en}};
      if (!field.refers.empty()) told["refers"] = field.refers;
      text += (text.ends_with('[') ? "\n  " : ",\n  ") + dumped(told);
    }
    text += "]}";
  }
  return text + "\n]}\n";
}

std::string tidy_duckdb(const std::vector<TidyTable>& tables, std::string_view ending) {
  const bool csv = ending == "csv";
  std::string sql = "-- In this folder: duckdb -init duckdb.sql\n";
  for (const TidyTable& table : tables) {
    const std::vector<TidyField> fields = table.fields();
    std::string columns;
    for (const TidyField& field : fields)
      columns += fmt::format("{}\"{}\": '{}'", columns.empty() ? "" : ", ", field.key,
                             sql_type(field.type, csv));
    sql += fmt::format(
        "CREATE OR REPLACE VIEW {} AS SELECT {} FROM {}('{}/**/*.{}', columns = {{{}}}, "
        "{}hive_partitioning = false);\n",
        table.name, csv ? lists_of(fields) : "*", csv ? "read_csv" : "read_json", table.name,
        ending, columns, csv ? "header = true, " : "format = 'newline_delimited', ");
  }
  return sql;
}

}  // namespace wardplan

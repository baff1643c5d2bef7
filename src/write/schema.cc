#include "write/schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "text/trim.h"
#include "write/formats.h"

namespace wardplan {
namespace {

using Json = nlohmann::ordered_json;

/// The keys of objects: documents by their `kind`, the rows of `targets` in `item` as
/// `item/targets`. In front of a key `!`: it is always there; behind it what it holds, a text if
/// nothing: `#` a number, `@` a day, `?` yes or no, `*` texts, `%` rows, `$` fields of a template.
/// `+` in a key is the number of a round, `~` at its end the id of a column of a plan's own.
struct Keys {
  std::string_view of;
  std::string_view keys;
};

constexpr std::string_view kOfPlan = "!file !ward !ward_name !year#";
constexpr std::string_view kOfPeople = "!leader_ids* !lead_ids* !support_ids*";
constexpr std::string_view kSheet = "!title !subtitle !columns% !rows%";
constexpr std::string_view kRow = "!address !role";
constexpr std::string_view kBuckets = "!total# !done# !done_late# !open# !overdue# !set_aside#";
constexpr std::string_view kTally = "!met# !not_met# !not_judged# !not_applicable# scored#";
constexpr std::string_view kWard = "!ward !ward_name";

/// What is left of a table's name in capitals stands for one of the above.
struct Named {
  std::string_view name;
  std::string_view keys;
};
constexpr Named kNamed[] = {{"PLAN", kOfPlan}, {"PEOPLE", kOfPeople}, {"SHEET", kSheet},
                            {"ROW", kRow},     {"BUCKETS", kBuckets}, {"TALLY", kTally},
                            {"WARD", kWard}};

constexpr Keys kKeys[] = {
    {"items due-items", "!as_of@ !left_out% SHEET"},
    {"items/left_out due-items/left_out summary/left_out assessment/left_out targets/left_out",
     "!file !errors# WARD !why"},
    {"progress-table criteria-table", "PLAN rebuilt_from catalogue as_of@ SHEET"},
    {"progress-table/rows",
     "ROW number content leader* lead* support* start due product authority basis serves* "
     "entry_status entry_percent entry_waiting entry_obstacle entry_done entry_grade note own_~ "
     "state result* PEOPLE"},
    {"criteria-table/rows",
     "ROW number group content points weight solution leader* lead* support* due note own_~ state "
     "result* "
     "round_+ "
     "round_+_value* round_+_self_score round_+_score PEOPLE"},
    {"item",
     "PLAN PEOPLE !address !title leader* lead* support* sample? by office group fields* "
     "registered@ published@ submission submitted@ to start start_reading due due_reading "
     "extension extension_reading allowed round# deadline@ product authority basis points serves* "
     "served_by* sums* situation aim method place forces means time expected upkeep "
     "continued_from# rebuilt_from note !as_of@ !status counts_as !state days# percent# waiting "
     "waiting_since@ obstacle former* "
     "done_on@ reported@ own_~ targets% contents% turns% steps% !updates%"},
    {"item/targets", "!name !goal !value !date@ !outcome !comment"},
    {"item/turns", "!round !deadline@ !state"},
    {"item/steps", "!address !title leader* !state"},
    {"item/contents verdict/obstacles", "!number !content !goal* !status !value*"},
    {"item/updates",
     "!date@ !round !status !value* parts* self_score score percent# waiting obstacle !note "
     "!evidence grade !due allowed "
     "proposed*"},
    {"schedule",
     "!title !year# !reading !schedule first@ last@ occurrences* !year_assumed? !approximate?"},
    {"verdict",
     "PLAN !catalogue !groups_total# !groups_met# !contents_total# !contents_met# "
     "!contents_not_met# !contents_not_judged# !contents_not_applicable# contents_scored# !title "
     "!as_of@ "
     "round counts conclusion group registered_on@ recognised_on@ registers recognises "
     "authority_note "
     "scored_round scores% points% deducted% !rounds% groups% !conditions% !obstacles%"},
    {"verdict/scores", "!side !scored !sum !most weighted off !result band pass passed"},
    {"verdict/points", "!number !content !most weight !self_score !score self_weighted weighted"},
    {"verdict/deducted", "!deduction !each !times !date@ !evidence"},
    {"verdict/rounds",
     "!round !when groups_met# met# not_met# not_judged# not_applicable# scored# self_result "
     "result "
     "band"},
    {"verdict/groups", "!number !group !status TALLY"},
    {"verdict/conditions", "!condition !goal !value !outcome"},
    {"summary",
     "!left_out% !title as_of@ since@ period wards_total# wards_counted# wards_partial# "
     "wards_left_out# "
     "wards_without_plan# elsewhere% plans_total# total# rebuilt# done# done_late# open# "
     "overdue# set_aside# latest% ranking% kept% changes% finished% newly_overdue% unchanged% "
     "groups% "
     "wards% plans% sections% criteria% movements% "
     "late_leaders% "
     "late_units% without_report% items% subtitle columns% rows%"},
    {"summary/rows",
     "ROW group WARD !year# !file !section !part !count# !errors# since@ before# entered# "
     "updates#"},
    {"summary/changes",
     "WARD !updates# !items# !finished# !finished_late# !newly_overdue# !of# !other_updates#"},
    {"summary/elsewhere", "WARD !year# !file !total# !why"},
    {"summary/unchanged", "WARD"},
    {"summary/finished", "WARD !title !leader* !lead* !deadline@ !done_on@ !file !address"},
    {"summary/latest summary/newly_overdue",
     "WARD !title !leader* !lead* !deadline@ !overdue_days# !file !address"},
    {"summary/kept", "WARD !rate !in_time# !late# !overdue# !of#"},
    {"summary/ranking", "!rank# WARD !rate !done# !of# !overdue#"},
    {"summary/groups", "!group !wards# !plans# BUCKETS"},
    {"summary/wards", "WARD !plans# BUCKETS"},
    {"summary/plans", "WARD !plan BUCKETS !year# !file"},
    {"summary/sections", "WARD !year# !section BUCKETS !file"},
    {"summary/criteria",
     "WARD !year# !groups !contents !not_met# !not_judged# !not_applicable# scored# "
     "self_result result band passed"},
    {"summary/movements",
     "WARD !year# !field !models# !registered# !arisen# !effective# !proposed#"},
    {"summary/late_leaders summary/late_units", "!name WARD !overdue# !done_late#"},
    {"summary/without_report", "WARD !plan !why"},
    {"summary/items",
     "group WARD !year# !section !part !file !address !title since@ before updates#"},
    {"assessment",
     "!as_of@ !by period !assigned# !done# !on_time# !late# !overdue# !open# !set_aside# "
     "!without_deadline# !left_out% SHEET"},
    {"assessment/rows",
     "ROW name ward ward_name when !assigned# !done# !on_time# !late# !overdue# !open# !set_aside# "
     "!without_deadline# !base !rate ungraded# grade_~#"},
    {"targets", "!as_of@ !left_out% SHEET"},
    {"targets/rows",
     "ROW !plan !target !content !ward !ward_name !item !goal !goals_sum !value !wards !date@ "
     "!outcome !comment file"},
    {"form", "PLAN !as_of@ !form !fields$"},
    {"document", "PLAN !as_of@ !fields$"},
    {"report", "PLAN !as_of@ !period !fields$"},
    {"ward-report", "PLAN !as_of@ !files* !period !fields$"},
    {"changes", "!before !after SHEET"},
    {"changes/rows",
     "ROW !title !field part date@ !change !before !after status_before status_after committed@ "
     "commit author"},
    {"log", "PLAN !address !title !changes% !updates%"},
    {"log/changes",
     "!committed@ !commit !author !field part date@ !change !before !after status_before "
     "status_after"},
    {"log/updates", "!date@ !entry !committed@ !commit !author"},
    {"code", "!title !code !severity !what !why wrong !right"},
    {"config", "file SHEET"},
    {"config/rows", "ROW !setting !value* !source !place !option"},
    {"codes forms fields", "SHEET"},
    {"codes/rows", "ROW !code !severity !title"},
    {"forms/rows", "ROW !form !about"},
    {"fields/rows", "ROW !field !kind !meaning"},
    {"findings", "!findings% !errors# !warnings# !notes#"},
    {"findings/findings",
     "!code !severity !message !file !line# !column# !end_line# !end_column# !offset# !length# "
     "label at help !related%"},
    {"findings/findings/related",
     "!file !line# !column# !end_line# !end_column# !offset# !length# !message"},
};

Json reference(const std::string& name) {
  std::string pointer = "#/$defs/";
  for (const char c : name) pointer += c == '/' ? std::string("~1") : std::string(1, c);
  return {{"$ref", pointer}};
}

/// What may be missing.
Json nullable(std::string_view type) { return {{"type", Json::array({type, "null"})}}; }

/// What a key holds, by the sign behind it.
Json held(char sign, const std::string& rows) {
  switch (sign) {
    case '#':
      return nullable("integer");
    case '@': {
      Json day = nullable("string");
      day["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
      return day;
    }
    case '?':
      return {{"type", "boolean"}};
    case '*':
      return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case '%':
      return {{"type", "array"}, {"items", reference(rows)}};
    case '$':
      return {{"type", "object"}};
    default:
      return nullable("string");
  }
}

/// Takes keys as `kKeys` writes them.
void add_keys(const std::string& of, std::string_view keys, Json& schema) {
  for (std::string_view key : split(keys, " ")) {
    const auto* named = std::ranges::find(kNamed, key, &Named::name);
    if (named != std::end(kNamed)) {
      add_keys(of, named->keys, schema);
      continue;
    }
    const bool always = key.starts_with('!');
    key.remove_prefix(always ? 1 : 0);
    const char sign =
        std::string_view("#@?*%$").find(key.back()) == std::string_view::npos ? ' ' : key.back();
    if (sign != ' ') key.remove_suffix(1);
    const std::string name(key);
    // Every table has the same kind of columns.
    const Json type = held(sign, name == "columns" ? name : of + "/" + name);
    if (name.ends_with('~'))
      schema["patternProperties"]["^" + name.substr(0, name.size() - 1)] = type;
    else if (const std::size_t round = name.find('+'); round != std::string::npos)
      schema["patternProperties"]
            ["^" + name.substr(0, round) + "[^_]+" + name.substr(round + 1) + "$"] = type;
    else
      schema["properties"][name] = type;
    if (always) schema["required"].push_back(name);
  }
}

/// An object of these keys and no others.
Json object_of(const std::string& of, std::string_view keys) {
  Json schema = {{"type", "object"},
                 {"properties", Json::object()},
                 {"required", Json::array()},
                 {"additionalProperties", false}};
  const bool is_document = of.find('/') == std::string::npos && of != "columns";
  if (is_document) {
    schema["properties"]["schema_version"] = {{"type", "integer"}};
    schema["required"].push_back("schema_version");
  }
  if (is_document && of != "findings") {
    schema["properties"]["kind"] = {{"const", of}};
    schema["required"].push_back("kind");
  }
  add_keys(of, keys, schema);
  return schema;
}

char sign_of(const Column& column) {
  if (!column.separator.empty()) return '*';
  switch (column.kind) {
    case CellKind::number:
      return '#';
    case CellKind::date:
      return '@';
    case CellKind::flag:
      return '?';
    case CellKind::text:
    case CellKind::coded:
    case CellKind::figure:
    case CellKind::named:
      break;
  }
  return ' ';
}

/// Of columns that may be chosen each may be missing.
std::string keys_of(const std::vector<Column>& columns) {
  std::string keys = "ROW";
  for (const Column& column : columns) {
    keys += " " + column.key;
    if (const char sign = sign_of(column); sign != ' ') keys += sign;
    if (column.kind == CellKind::named) keys += " " + column.key + "_name";
  }
  return keys;
}

}  // namespace

std::string json_schema(const std::vector<Column>& item_columns) {
  Json defs = {{"columns", object_of("columns", "!key !title")}};
  const auto define = [&defs](std::string_view of, std::string_view keys) {
    for (const std::string_view one : split(of, " "))
      defs[std::string(one)] = object_of(std::string(one), keys);
  };
  for (const Keys& keys : kKeys) define(keys.of, keys.keys);
  define("items/rows due-items/rows", keys_of(item_columns));
  Json documents = Json::array();
  for (const auto& [name, schema] : defs.items())
    if (schema["properties"].contains("schema_version")) documents.push_back(reference(name));
  const Json whole = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"title", "wardplan"},
                      {"anyOf", documents},
                      {"$defs", defs}};
  return whole.dump(2) + "\n";
}

}  // namespace wardplan

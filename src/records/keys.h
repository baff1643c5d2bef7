#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "records/catalogue.h"
#include "records/record.h"
#include "yaml/node.h"

// The keys of every record, as tables: the type of a member decides what its key may hold.

namespace wardplan {

enum class Need { required, optional };

/// One key of a record `T`: how it is read into its member.
template <class T>
struct Field {
  std::string_view key;
  Need need;
  Phrase meaning;
  void (*load)(T&, const yaml::Node&, Report&);
};

/// The keys of `T`; each record type has its own table (fields.cc).
template <class T>
std::span<const Field<T>> fields();
template <>
std::span<const Field<Acceptance>> fields();
template <>
std::span<const Field<Person>> fields();
template <>
std::span<const Field<Unit>> fields();
template <>
std::span<const Field<Ward>> fields();
template <>
std::span<const Field<Target>> fields();
template <>
std::span<const Field<Update>> fields();
template <>
std::span<const Field<Row>> fields();
template <>
std::span<const Field<Plan>> fields();
template <>
std::span<const Field<Reference>> fields();
template <>
std::span<const Field<Round>> fields();
template <>
std::span<const Field<Registration>> fields();
template <>
std::span<const Field<Recognition>> fields();
template <>
std::span<const Field<Condition>> fields();
template <>
std::span<const Field<Authority>> fields();
template <>
std::span<const Field<ModelField>> fields();
template <>
std::span<const Field<Level>> fields();
template <>
std::span<const Field<Submission>> fields();
template <>
std::span<const Field<Letterhead>> fields();
template <>
std::span<const Field<Catalogue>> fields();

/// The same records have other keys in another kind of file.
std::span<const Field<Plan>> criteria_fields();
std::span<const Field<Row>> criteria_row_fields();
std::span<const Field<Update>> criteria_update_fields();
std::span<const Field<Row>> catalogue_row_fields();
std::span<const Field<Row>> date_fields();
std::span<const Field<Update>> date_update_fields();

/// A row of a movement as it is read: the row and the model that belongs to it.
struct ModelRow {
  Row row;
  Model model;
  Span span;
  bool sound = true;
};
std::span<const Field<Plan>> movement_fields();
std::span<const Field<ModelRow>> model_row_fields();
std::span<const Field<Update>> model_update_fields();
std::span<const Field<Target>> catalogue_target_fields();

void load_value(Text& out, const yaml::Node& node, Report& report);
void load_value(Number& out, const yaml::Node& node, Report& report);
void load_value(Written<Count>& out, const yaml::Node& node, Report& report);
void load_value(Written<Date>& out, const yaml::Node& node, Report& report);
void load_value(Written<Status>& out, const yaml::Node& node, Report& report);
void load_value(Written<Applies>& out, const yaml::Node& node, Report& report);
void load_value(Written<Counts>& out, const yaml::Node& node, Report& report);
void load_value(Written<Registrant>& out, const yaml::Node& node, Report& report);
void load_value(Written<Closes>& out, const yaml::Node& node, Report& report);
void load_value(YesNo& out, const yaml::Node& node, Report& report);
void load_value(std::vector<Text>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<Name>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<NamedValue>& out, const yaml::Node& node, Report& report);

/// A status that entries of criteria have.
void load_verdict(Written<Status>& out, const yaml::Node& node, Report& report);

/// A status that entries of a movement's models have.
void load_model_status(Written<Status>& out, const yaml::Node& node, Report& report);

/// Says that `node` is not what belongs there.
void wrong_type(const yaml::Node& node, Phrase wanted, Report& report);

/// What the keys of a mapping are judged by, without the record's type.
struct KeyRule {
  std::string_view key;
  Need need;
};

/// For each rule the pair that gives its value, or null. Unknown keys and missing ones are reported
/// once: a mistyped key counts as the key it is nearest to.
std::vector<const yaml::Pair*> match_keys(const yaml::Node& mapping, std::span<const KeyRule> rules,
                                          Report& report);

/// Reads a mapping into a record by its table.
template <class T>
void load_record(T& out, const yaml::Node& node, Report& report,
                 std::span<const Field<T>> table = fields<T>()) {
  if (node.kind != yaml::Kind::mapping)
    return wrong_type(node, {"một nhóm `khóa: giá trị`", "a mapping `key: value`"}, report);
  std::vector<KeyRule> rules;
  for (const Field<T>& field : table) rules.push_back({field.key, field.need});
  const auto pairs = match_keys(node, rules, report);
  for (std::size_t at = 0; at < pairs.size(); ++at)
    if (pairs[at] != nullptr) table[at].load(out, pairs[at]->value, report);
}

/// One record under a key.
template <class T>
requires requires { fields<T>(); }
void load_value(T& out, const yaml::Node& node, Report& report) {
  out.span = node.span;
  load_record(out, node, report);
}

/// A list of records, each with its span.
template <class T>
void load_list(std::vector<T>& out, const yaml::Node& node, Report& report,
               std::span<const Field<T>> table) {
  if (node.kind != yaml::Kind::sequence)
    return wrong_type(node, {"một danh sách", "a list"}, report);
  out.reserve(node.items.size());
  for (const yaml::Node& item : node.items) {
    T& record = out.emplace_back();
    record.span = item.span;
    const std::size_t before = report.findings().size();
    load_record(record, item, report, table);
    if constexpr (requires { record.sound; }) record.sound = report.findings().size() == before;
  }
}

template <class T>
requires requires { fields<T>(); }
void load_value(std::vector<T>& out, const yaml::Node& node, Report& report) {
  load_list(out, node, report, fields<T>());
}

}  // namespace wardplan

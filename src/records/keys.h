#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "records/catalogue.h"
#include "records/entry_keys.h"
#include "records/project.h"
#include "records/record.h"
#include "records/settings.h"
#include "records/shapes.h"
#include "records/texts.h"
#include "yaml/node.h"

// The keys of every record, as tables: the type of a member decides what its key may hold.

namespace wardplan {

enum class Need { required, optional };

/// One key of a record `T`: how it is read into its member, and which texts stand there.
template <class T>
struct Key {
  std::string_view name;
  Need need;
  Phrase meaning;
  void (*load)(T&, const yaml::Node&, Report&);
  void (*texts)(const T&, const SeeText&);
  /// What it may hold.
  void (*show)(ValueShape&);
};

/// The keys of each record, by a pointer to nothing.
std::span<const Key<Acceptance>> keys_of(Acceptance*);
std::span<const Key<Registered>> keys_of(Registered*);
std::span<const Key<WardStatus>> keys_of(WardStatus*);
std::span<const Key<Ward>> keys_of(Ward*);
std::span<const Key<Target>> keys_of(Target*);
std::span<const Key<Row>> keys_of(Row*);
std::span<const Key<Plan>> keys_of(Plan*);
std::span<const Key<PlanColumn>> keys_of(PlanColumn*);
std::span<const Key<Reference>> keys_of(Reference*);
std::span<const Key<Round>> keys_of(Round*);
std::span<const Key<Registration>> keys_of(Registration*);
std::span<const Key<Recognition>> keys_of(Recognition*);
std::span<const Key<Condition>> keys_of(Condition*);
std::span<const Key<Authority>> keys_of(Authority*);
std::span<const Key<ModelField>> keys_of(ModelField*);
std::span<const Key<Level>> keys_of(Level*);
std::span<const Key<Submission>> keys_of(Submission*);
std::span<const Key<Letterhead>> keys_of(Letterhead*);
std::span<const Key<WardGroup>> keys_of(WardGroup*);
std::span<const Key<Deduction>> keys_of(Deduction*);
std::span<const Key<Band>> keys_of(Band*);
std::span<const Key<Carried>> keys_of(Carried*);
std::span<const Key<Catalogue>> keys_of(Catalogue*);
std::span<const Key<Cited>> keys_of(Cited*);
std::span<const Key<Event>> keys_of(Event*);
std::span<const Key<AnnexedForm>> keys_of(AnnexedForm*);
std::span<const Key<IssuedText>> keys_of(IssuedText*);
std::span<const Key<AcceptedFindings>> keys_of(AcceptedFindings*);
std::span<const Key<FindingSeverity>> keys_of(FindingSeverity*);
std::span<const Key<CheckSettings>> keys_of(CheckSettings*);
std::span<const Key<BuildSettings>> keys_of(BuildSettings*);
std::span<const Key<Settings>> keys_of(Settings*);

template <class T>
std::span<const Key<T>> keys() {
  return keys_of(static_cast<T*>(nullptr));
}

/// The same records have other keys in another kind of file.
std::span<const Key<Registered>> unit_keys();
std::span<const Key<Plan>> criteria_keys();
std::span<const Key<Row>> criteria_row_keys();
std::span<const Key<Row>> catalogue_row_keys();
std::span<const Key<Row>> date_keys();
std::span<const Key<Plan>> movement_keys();
std::span<const Key<Row>> model_row_keys();
std::span<const Key<Row>> passage_keys();
std::span<const Key<Target>> catalogue_target_keys();

/// The keys of entries of one kind of rows, from the table of entry_keys.cc.
template <RowKind kKind>
std::span<const Key<Update>> update_keys();

void load_value(Text& out, const yaml::Node& node, Report& report);
void load_value(Number& out, const yaml::Node& node, Report& report);
void load_value(Written<Count>& out, const yaml::Node& node, Report& report);
void load_value(Written<Date>& out, const yaml::Node& node, Report& report);
void load_value(Written<Status>& out, const yaml::Node& node, Report& report);
void load_value(SaidStatus& out, const yaml::Node& node, Report& report);
void load_value(Written<Applies>& out, const yaml::Node& node, Report& report);
void load_value(Written<Counts>& out, const yaml::Node& node, Report& report);
void load_value(Written<Registrant>& out, const yaml::Node& node, Report& report);
void load_value(Written<Closes>& out, const yaml::Node& node, Report& report);
void load_value(Written<Required>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<Written<Required>>& out, const yaml::Node& node, Report& report);
void load_value(Written<PeriodKind>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<Written<PeriodKind>>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<Served>& out, const yaml::Node& node, Report& report);
void load_value(YesNo& out, const yaml::Node& node, Report& report);
void load_value(std::vector<Text>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<Name>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<NamedValue>& out, const yaml::Node& node, Report& report);
void load_value(std::vector<KeyedText>& out, const yaml::Node& node, Report& report);

/// A text that is no prose (a number, an id, a time, a figure): quotes around it are none of it.
void load_exact(Text& out, const yaml::Node& node, Report& report);
void load_exact(std::vector<Text>& out, const yaml::Node& node, Report& report);
template <class Reading>
void load_value(ReadText<Reading>& out, const yaml::Node& node, Report& report) {
  load_exact(out, node, report);
}

// What a key may hold, by the type of its member, which is told by a pointer to nothing.
void show(Text*, ValueShape& out);
void show(WrittenTime*, ValueShape& out);
void show(WrittenGoal*, ValueShape& out);
void show(WrittenQuantity*, ValueShape& out);
void show(Number*, ValueShape& out);
void show(Written<Count>*, ValueShape& out);
void show(Written<Date>*, ValueShape& out);
void show(Written<Status>*, ValueShape& out);
void show(Written<Applies>*, ValueShape& out);
void show(Written<Counts>*, ValueShape& out);
void show(Written<Registrant>*, ValueShape& out);
void show(Written<Closes>*, ValueShape& out);
void show(Written<Required>*, ValueShape& out);
void show(Written<PeriodKind>*, ValueShape& out);
void show(YesNo*, ValueShape& out);
void show(SaidStatus*, ValueShape& out);
void show(Name*, ValueShape& out);
void show(Served*, ValueShape& out);
void show(std::vector<NamedValue>*, ValueShape& out);
void show(std::vector<KeyedText>*, ValueShape& out);

/// The statuses that entries of a kind of rows can say.
void show_statuses(RowKind kind, ValueShape& out);

/// Every key of a table, with what it may hold.
template <class T>
void show_keys(std::span<const Key<T>> table, std::vector<KeyShape>& out) {
  for (const Key<T>& key : table) {
    KeyShape& shape = out.emplace_back();
    shape.name = key.name;
    shape.required = key.need == Need::required;
    shape.meaning = key.meaning;
    key.show(shape.value);
  }
}

/// A record under a key, and a list of them.
template <class T>
requires requires(T* record) { keys_of(record); }
void show(T* record, ValueShape& out) {
  out.kind = ValueKind::record;
  show_keys(keys_of(record), out.keys);
}
template <class T>
requires requires(T* record) { keys_of(record); }
void show(std::vector<T>*, ValueShape& out) {
  show(static_cast<T*>(nullptr), out);
  out.several = Several::must_be;
}

/// A list of values, in which one may stand without it.
template <class T>
requires(!requires(T * record) { keys_of(record); }) void show(std::vector<T>*, ValueShape& out) {
  show(static_cast<T*>(nullptr), out);
  out.several = Several::may_be;
}

// The texts under a key, by the type of its member.
void see_texts(const Text& text, const SeeText& see);
void see_texts(const std::vector<Text>& texts, const SeeText& see);
void see_texts(const std::vector<Name>& names, const SeeText& see);
void see_texts(const std::vector<Served>& served, const SeeText& see);
void see_texts(const std::vector<NamedValue>& values, const SeeText& see);
void see_texts(const std::vector<KeyedText>& groups, const SeeText& see);

/// Numbers, dates and fixed words are no texts.
template <class T>
void see_texts(const Written<T>&, const SeeText&) {}

template <class T>
void see_texts(const std::vector<Written<T>>&, const SeeText&) {}

/// The ward's own word of an entry; the usual ones are no texts.
void see_texts(const SaidStatus& status, const SeeText& see);

/// A status that entries of this kind of rows have; of items and dates another word may be the
/// ward's own, which `link_statuses` (said_status.h) settles.
void load_status(RowKind kind, SaidStatus& out, const yaml::Node& node, Report& report);

/// A whole number of per cent, with its sign or without.
void load_percent(Number& out, const yaml::Node& node, Report& report);

/// Says that `node` is not what belongs there.
void wrong_type(const yaml::Node& node, Phrase wanted, Report& report);

/// What the keys of a mapping are judged by, without the record's type.
struct KeyRule {
  std::string_view key;
  Need need;
};

/// Where a mapping has unknown keys or lacks some, tells each once; a mistyped key counts as the
/// key it is nearest to. `found`: for each rule the pair that gives its value, or null.
void tell_odd_keys(const yaml::Node& mapping, std::span<const KeyRule> rules,
                   std::vector<const yaml::Pair*>& found, Report& report);

/// Index of the key in its table, or the size of it; looked for from `next` on, since people write
/// keys in the order of the table.
template <class T>
std::size_t index_of(std::span<const Key<T>> table, std::string_view key, std::size_t next) {
  for (std::size_t at = next; at < table.size(); ++at)
    if (table[at].name == key) return at;
  for (std::size_t at = 0; at < next; ++at)
    if (table[at].name == key) return at;
  return table.size();
}

/// For each key of the table the pair that gives its value, or null.
template <class T>
std::vector<const yaml::Pair*> match_keys(const yaml::Node& mapping, std::span<const Key<T>> table,
                                          Report& report) {
  std::vector<const yaml::Pair*> found(table.size(), nullptr);
  bool odd = false;
  std::size_t next = 0;
  for (const yaml::Pair& pair : mapping.pairs) {
    const std::size_t at = index_of(table, pair.key.text, next);
    if (at < table.size()) found[at] = &pair;
    odd = odd || at == table.size();
    next = at < table.size() ? at + 1 : 0;
  }
  for (std::size_t at = 0; at < table.size(); ++at)
    odd = odd || (found[at] == nullptr && table[at].need == Need::required);
  if (!odd) return found;
  std::vector<KeyRule> rules;
  for (const Key<T>& key : table) rules.push_back({key.name, key.need});
  tell_odd_keys(mapping, rules, found, report);
  return found;
}

/// Reads a mapping into a record by its table.
template <class T>
void load_record(T& out, const yaml::Node& node, Report& report,
                 std::span<const Key<T>> table = keys<T>()) {
  if (node.kind != yaml::Kind::mapping)
    return wrong_type(node, {"một nhóm `khóa: giá trị`", "a mapping `key: value`"}, report);
  const auto pairs = match_keys(node, table, report);
  for (std::size_t at = 0; at < pairs.size(); ++at)
    if (pairs[at] != nullptr) table[at].load(out, pairs[at]->value, report);
}

/// One record under a key.
template <class T>
requires requires(T* record) { keys_of(record); }
void load_value(T& out, const yaml::Node& node, Report& report) {
  out.span = node.span;
  load_record(out, node, report);
}

/// A list of records, each with its span.
template <class T>
void load_list(std::vector<T>& out, const yaml::Node& node, Report& report,
               std::span<const Key<T>> table) {
  if (node.kind != yaml::Kind::sequence)
    return wrong_type(node, {"một danh sách", "a list"}, report);
  out.reserve(node.items.size());
  for (const yaml::Node& item : node.items) {
    T& record = out.emplace_back();
    record.span = item.span;
    const std::size_t before = report.findings().size();
    load_record(record, item, report, table);
    if constexpr (requires { record.sound; })
      record.sound = std::ranges::none_of(
          std::span(report.findings()).subspan(before),
          [](const Finding& finding) { return finding.code->severity == Severity::error; });
  }
}

template <class T>
requires requires(T* record) { keys_of(record); }
void load_value(std::vector<T>& out, const yaml::Node& node, Report& report) {
  load_list(out, node, report, keys<T>());
}

/// The texts of one record, and of a list of them.
template <class T>
void see_record(const T& record, const SeeText& see, std::span<const Key<T>> table) {
  for (const Key<T>& key : table) key.texts(record, see);
}
template <class T>
void see_list(const std::vector<T>& records, const SeeText& see, std::span<const Key<T>> table) {
  for (const T& record : records) see_record(record, see, table);
}
template <class T>
requires requires(T* record) { keys_of(record); }
void see_texts(const T& record, const SeeText& see) { see_record(record, see, keys<T>()); }
template <class T>
requires requires(T* record) { keys_of(record); }
void see_texts(const std::vector<T>& records, const SeeText& see) {
  see_list(records, see, keys<T>());
}

template <class T, class Member>
T record_of(Member T::*);
template <class T, class Member>
Member member_of(Member T::*);

/// The type of the member at the end of a way.
template <auto kFirst, auto... kMore>
struct LastOf {
  using Member = typename LastOf<kMore...>::Member;
};
template <auto kLast>
struct LastOf<kLast> {
  using Member = decltype(member_of(kLast));
};

/// A line of a table: the key, and the way from the record to the member that it is read into.
template <auto kFirst, auto... kMore>
constexpr auto line(std::string_view name, Need need, Phrase meaning) {
  using T = decltype(record_of(kFirst));
  using Last = typename LastOf<kFirst, kMore...>::Member;
  return Key<T>{
      name,
      need,
      meaning,
      [](T& out, const yaml::Node& node, Report& report) {
        load_value(((out.*kFirst).*....*kMore), node, report);
      },
      [](const T& from, const SeeText& see) { see_texts(((from.*kFirst).*....*kMore), see); },
      [](ValueShape& out) { show(static_cast<Last*>(nullptr), out); }};
}
template <auto... kPath>
constexpr auto must(std::string_view name, Phrase meaning) {
  return line<kPath...>(name, Need::required, meaning);
}
template <auto... kPath>
constexpr auto may(std::string_view name, Phrase meaning) {
  return line<kPath...>(name, Need::optional, meaning);
}

/// The same of a text that is no prose.
template <auto kMember>
constexpr auto exact(auto key) {
  key.load = [](decltype(record_of(kMember))& out, const yaml::Node& node, Report& report) {
    load_exact(out.*kMember, node, report);
  };
  return key;
}
template <auto kMember>
constexpr auto must_exact(std::string_view name, Phrase meaning) {
  return exact<kMember>(must<kMember>(name, meaning));
}
template <auto kMember>
constexpr auto may_exact(std::string_view name, Phrase meaning) {
  return exact<kMember>(may<kMember>(name, meaning));
}

/// The same of a list whose records have keys of their own in this kind of file.
template <auto kMember, auto kTable>
constexpr auto list_line(std::string_view name, Need need, Phrase meaning) {
  using T = decltype(record_of(kMember));
  return Key<T>{name,
                need,
                meaning,
                [](T& out, const yaml::Node& node, Report& report) {
                  load_list(out.*kMember, node, report, kTable());
                },
                [](const T& from, const SeeText& see) { see_list(from.*kMember, see, kTable()); },
                [](ValueShape& out) {
                  out.kind = ValueKind::record;
                  out.several = Several::must_be;
                  show_keys(kTable(), out.keys);
                }};
}
template <auto kMember, auto kTable>
constexpr auto must_list(std::string_view name, Phrase meaning) {
  return list_line<kMember, kTable>(name, Need::required, meaning);
}
template <auto kMember, auto kTable>
constexpr auto may_list(std::string_view name, Phrase meaning) {
  return list_line<kMember, kTable>(name, Need::optional, meaning);
}

/// Reads one file's tree into the project; what isn't as it should be goes to `report`.
void load(Project& project, const yaml::Node& root, FileId file, Report& report);

}  // namespace wardplan

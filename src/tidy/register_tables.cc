// Wards, what they belong to, their people and units.
#include "tidy/column.h"
#include "tidy/tables.h"

namespace wardplan {
namespace {

struct OfWard {
  const Ward& ward;
};
struct OfGroup {
  const Ward& ward;
  const KeyedText& group;
};
struct OfName {
  const Ward& ward;
  const Registered& name;
};

std::vector<std::string> texts_of(const std::vector<Text>& texts) {
  std::vector<std::string> list;
  for (const Text& text : texts) list.push_back(text.value);
  return list;
}

std::vector<std::string> successors_of(const Registered& name) {
  std::vector<std::string> list;
  for (const Name& successor : name.successors) list.push_back(successor.as.value);
  return list;
}

constexpr TidyColumn<OfWard> kWards[] = {
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}},
     [](auto& of) { return tidy(of.ward.id); }},
    {{"name", TidyType::text, {"tên phường", "its name"}},
     [](auto& of) { return tidy(of.ward.name); }},
    {{"from", TidyType::date, {"ngày đầu có phường", "its first day"}},
     [](auto& of) { return tidy(of.ward.from); }},
    {{"until", TidyType::date, {"ngày cuối còn phường", "its last day"}},
     [](auto& of) { return tidy(of.ward.until); }},
    {{"successors", TidyType::list, {"phường kế tục", "the wards that it became"}, "wards.ward"},
     [](auto& of) { return tidy(texts_of(of.ward.successors)); }},
    {{"predecessors", TidyType::list, {"phường trước", "those it was made of"}, "wards.ward"},
     [](auto& of) { return tidy(texts_of(of.ward.predecessors)); }},
};

constexpr TidyColumn<OfGroup> kGroups[] = {
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.ward.id); }},
    {{"key", TidyType::text, {"thuộc theo khóa nào: `province`", "the key: `province`"}},
     [](auto& of) { return tidy(of.group.name); }},
    {{"value", TidyType::text, {"thuộc đâu: `Hà Nội`", "its value: `Hà Nội`"}},
     [](auto& of) { return tidy(of.group.value); }},
};

constexpr TidyColumn<OfName> kPeople[] = {
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.ward.id); }},
    {{"person", TidyType::text, {"mã người", "the person's id in the ward's register"}},
     [](auto& of) { return tidy(of.name.id); }},
    {{"name", TidyType::text, {"họ tên", "name"}}, [](auto& of) { return tidy(of.name.name); }},
    {{"role", TidyType::text, {"chức vụ", "office"}}, [](auto& of) { return tidy(of.name.role); }},
    {{"from", TidyType::date, {"từ ngày", "first day"}},
     [](auto& of) { return tidy(of.name.from); }},
    {{"until", TidyType::date, {"đến ngày", "last day"}},
     [](auto& of) { return tidy(of.name.until); }},
    {{"successors", TidyType::list, {"người kế nhiệm", "who took over"}, "people.person"},
     [](auto& of) { return tidy(successors_of(of.name)); }},
};

constexpr TidyColumn<OfName> kUnits[] = {
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.ward.id); }},
    {{"unit", TidyType::text, {"mã đơn vị", "the unit's id in the ward's register"}},
     [](auto& of) { return tidy(of.name.id); }},
    {{"name", TidyType::text, {"tên đơn vị", "name"}}, [](auto& of) { return tidy(of.name.name); }},
    {{"from", TidyType::date, {"từ ngày", "first day"}},
     [](auto& of) { return tidy(of.name.from); }},
    {{"until", TidyType::date, {"đến ngày", "last day"}},
     [](auto& of) { return tidy(of.name.until); }},
    {{"successors", TidyType::list, {"đơn vị kế tục", "what took over"}, "units.unit"},
     [](auto& of) { return tidy(successors_of(of.name)); }},
};

void take_wards(const TidyWard& of, const TakeTidy& take) {
  for (const Ward& ward : of.project.wards) take_row(kWards, OfWard{ward}, take);
}

void take_groups(const TidyWard& of, const TakeTidy& take) {
  for (const Ward& ward : of.project.wards)
    for (const KeyedText& group : ward.groups) take_row(kGroups, OfGroup{ward, group}, take);
}

void take_people(const TidyWard& of, const TakeTidy& take) {
  for (const Ward& ward : of.project.wards)
    for (const Registered& name : ward.people) take_row(kPeople, OfName{ward, name}, take);
}

void take_units(const TidyWard& of, const TakeTidy& take) {
  for (const Ward& ward : of.project.wards)
    for (const Registered& name : ward.units) take_row(kUnits, OfName{ward, name}, take);
}

constexpr TidyTable kTables[] = {
    {"wards", {"phường", "wards"}, fields_of<kWards>, take_wards},
    {"ward_groups",
     {"phường thuộc đâu, theo từng khóa", "what a ward belongs to, by each key"},
     fields_of<kGroups>,
     take_groups},
    {"people",
     {"người trong danh mục", "people of the registers"},
     fields_of<kPeople>,
     take_people},
    {"units", {"đơn vị trong danh mục", "units of the registers"}, fields_of<kUnits>, take_units},
};

}  // namespace

std::span<const TidyTable> register_tables() { return kTables; }

}  // namespace wardplan

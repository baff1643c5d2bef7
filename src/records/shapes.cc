// What each type of member looks like in a file: one overload a type, beside `load_value`.
#include "records/shapes.h"

#include "figures/numerals.h"
#include "records/keys.h"
#include "records/value_words.h"

namespace wardplan {
namespace {

template <class T>
void show_words(ValueShape& out) {
  out.kind = ValueKind::word;
  for (const Word<T>& word : words_of(static_cast<T*>(nullptr)))
    out.words.push_back({std::string(word.token), word.meaning});
}

struct NumberLimits {
  std::string_view key;
  int least;
  int most;
};
constexpr std::array kNumberLimits = {
    NumberLimits{"format", kFormat, kFormat}, NumberLimits{"year", kFirstYear, kLastYear},
    NumberLimits{"cutoff", kFirstCutoff, kLastCutoff}, NumberLimits{"soon", 0, kLongestSoon}};

/// A row or passage is a heading or says something itself, a threshold is a goal or compares.
std::vector<KeyCase> cases_of(const KeyShape& record) {
  const auto has = [&](std::string_view name) {
    return std::ranges::find(record.value.keys, name, &KeyShape::name) != record.value.keys.end();
  };
  const auto those = [&](std::initializer_list<std::string_view> names) {
    std::vector<std::string_view> found(names);
    std::erase_if(found, [&](std::string_view name) { return !has(name); });
    return found;
  };
  if (has("heading") && has("text"))
    return {{.needed = {"heading"}, .kept_out = {"text"}},
            {.needed = {"text"}, .kept_out = {"heading"}}};
  if (has("heading"))
    return {{.needed = {"heading"}, .kept_out = {"title"}, .empty = those({"targets", "updates"})},
            {.needed = {"title"}, .kept_out = {"heading", "declares"}}};
  if (has("compare"))
    return {{.needed = {"goal"}, .kept_out = {"compare", "with"}},
            {.needed = {"compare", "with"}, .kept_out = {"goal"}}};
  if (record.name == "reporting" || record.name == "dates")
    return {{.needed = {"due"}}, {.needed = {"targets"}, .filled = {"targets"}}};
  return {};
}

}  // namespace

void add_limits(std::vector<KeyShape>& keys) {
  for (KeyShape& key : keys) {
    ValueShape& value = key.value;
    for (const NumberLimits& limits : kNumberLimits)
      if (key.name == limits.key && value.kind == ValueKind::whole_number) {
        value.least = limits.least;
        value.most = limits.most;
      }
    if (key.name == "compare") {
      value.kind = ValueKind::word;
      for (const std::string_view sign : kComparisons) value.words.push_back({std::string(sign)});
    }
    // What closes is known of movements, whose dates these aren't.
    if (key.name == "reporting")
      std::erase_if(value.keys, [](const KeyShape& one) { return one.name == "closes"; });
    if (key.name == "document")
      for (KeyShape& part : value.keys)
        if (part.name == "text") part.value.filled = true;
    add_limits(value.keys);
    value.cases = cases_of(key);
  }
}

void show(Text*, ValueShape& out) { out.kind = ValueKind::text; }
void show(WrittenTime*, ValueShape& out) { out.kind = ValueKind::time; }
void show(WrittenGoal*, ValueShape& out) { out.kind = ValueKind::goal; }
void show(WrittenQuantity*, ValueShape& out) { out.kind = ValueKind::figure; }
void show(Number*, ValueShape& out) { out.kind = ValueKind::whole_number; }
void show(Written<Count>*, ValueShape& out) { out.kind = ValueKind::count; }
void show(Written<Date>*, ValueShape& out) { out.kind = ValueKind::date; }
void show(Written<Status>*, ValueShape& out) { show_words<Status>(out); }
void show(Written<Applies>*, ValueShape& out) { show_words<Applies>(out); }
void show(Written<Counts>*, ValueShape& out) { show_words<Counts>(out); }
void show(Written<Registrant>*, ValueShape& out) { show_words<Registrant>(out); }
void show(Written<Closes>*, ValueShape& out) { show_words<Closes>(out); }
void show(Written<Required>*, ValueShape& out) { show_words<Required>(out); }
void show(Written<PeriodKind>*, ValueShape& out) { show_words<PeriodKind>(out); }
void show(YesNo*, ValueShape& out) {
  show_words<bool>(out);
  out.kind = ValueKind::yes_no;
}
void show(SaidStatus*, ValueShape& out) { show_statuses(RowKind::item, out); }
void show(Name*, ValueShape& out) { out.kind = ValueKind::text; }
void show(Served*, ValueShape& out) { out.kind = ValueKind::text; }
void show(std::vector<NamedValue>*, ValueShape& out) { out.kind = ValueKind::named; }
void show(std::vector<KeyedText>*, ValueShape& out) { out.kind = ValueKind::named; }

void show_statuses(RowKind kind, ValueShape& out) {
  out.kind = ValueKind::word;
  out.open = takes_ward_statuses(kind);
  for (const StatusWord& word : status_words_of(kind))
    out.words.push_back({std::string(word.token), word.words});
}

}  // namespace wardplan

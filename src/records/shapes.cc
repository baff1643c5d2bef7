// What each type of member looks like in a file: one overload a type, beside `load_value`.
#include "records/shapes.h"

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

}  // namespace

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

// How an expression of time is read, as a card.
#include "lists/cards.h"
#include "standing/occurrences.h"
#include "times/schedule.h"

namespace wardplan {
namespace {

/// The days of an expression, or of what comes back those of its times in the year, as an item
/// of a plan has them.
std::vector<Stretch> days_of(const Schedule& schedule) {
  Row due_then;
  due_then.due.given = true;
  due_then.due.read = &schedule;
  std::vector<Stretch> days;
  for (const Occurrence& time : occurrences_of(due_then)) days.push_back(time.days);
  return days.empty() ? schedule.occurrences : days;
}

}  // namespace

Card schedule_card(std::string_view text, const Schedule& schedule, Lang lang) {
  Card card;
  card.kind = "schedule";
  card.title = text;
  Fields fields{card, lang};
  fields.add("year", {"Năm kế hoạch", "Plan's year"}, schedule.year);
  fields.add("reading", {"Hiểu là", "Read as"}, Cell{describe(schedule).in(lang)});
  fields.add("schedule", {"Loại", "Kind"}, coded(schedule_word(schedule.kind), lang),
             CellKind::coded);
  fields.add("first", {"Ngày đầu", "First day"}, schedule.first);
  fields.add("last", {"Ngày cuối (hạn)", "Last day (deadline)"}, schedule.last);
  Cell stretches;
  for (const Stretch& stretch : days_of(schedule))
    stretches.push_back(iso(stretch.first) + "/" + iso(stretch.last));
  fields.add("occurrences", {"Các lần", "Occurrences"}, std::move(stretches), "; ");
  fields.add("year_assumed", {"Lấy năm của kế hoạch", "Plan's year taken"},
             flag(schedule.year_assumed, lang), CellKind::flag);
  fields.add("approximate", {"Khoảng chừng", "Roughly"}, flag(schedule.approximate, lang),
             CellKind::flag);
  return card;
}

}  // namespace wardplan

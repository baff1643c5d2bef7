// What happened to a ward's items since a day, and how that is told.
#include <algorithm>
#include <functional>

#include "records/steps.h"
#include "summary/summary.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// Entries between the day that is compared with and the one that is asked about.
int entries_since(const Row& row, const SummaryAsked& asked) {
  return static_cast<int>(std::ranges::count_if(row.updates, [&](const Update& update) {
    return update.date.given && update.date.value > *asked.since &&
           update.date.value <= asked.as_of;
  }));
}

/// As many as a head reads of one kind.
constexpr std::size_t kMostWards = 20;

struct WardChanges {
  const CountedPlan* first = nullptr;
  PlanChanges changes = {};
  int of = 0;
  /// It has a plan of a year in which something could have been said.
  bool current = false;

  bool any() const { return changes.updates + changes.other_updates > 0; }
};

std::vector<WardChanges> wards_of(const Summary& summary) {
  std::vector<WardChanges> wards;
  for (const CountedPlan& counted : summary.plans) {
    if (wards.empty() || wards.back().first->ward_id != counted.ward_id)
      wards.push_back({.first = &counted});
    wards.back().changes += counted.changes;
    wards.back().of += counted.counts.total();
    if (first_of_year(counted.year) <= summary.asked.as_of &&
        last_of_year(counted.year + 1) >= *summary.asked.since)
      wards.back().current = true;
  }
  return wards;
}

Sheet changes_sheet(const Summary& summary, const std::vector<WardChanges>& wards,
                    const SummaryShow& show) {
  SheetMaker made("changes", {"", ""}, show.lang);
  const Date& since = *summary.asked.since;
  made.sheet.title = say("Thay đổi sau ngày {}, đến ngày {}", "Changes after {}, up to {}",
                         written(since), written(summary.asked.as_of))
                         .in(show.lang);
  made.ward();
  made.count("updates", {"Lần cập nhật việc", "Entries of items"});
  made.count("items", {"Việc được cập nhật", "Items with entries"});
  made.count("finished", {"Mới hoàn thành", "Newly done"});
  made.count("finished_late", {"Trong đó quá hạn", "Of them late"});
  made.count("newly_overdue", {"Mới quá hạn", "Newly overdue"});
  made.count("of", {"Trên số việc", "Of"});
  made.count("other_updates", {"Cập nhật khác (mốc, báo cáo)", "Other entries (dates)"});
  const auto add = [&](Cell ward, const PlanChanges& of, int all, bool total) {
    made.row({std::move(ward), number(of.updates), number(of.items), number(of.finished),
              number(of.finished_late), number(of.newly_overdue), number(all),
              number(of.other_updates)});
    made.sheet.rows.back().heading = total;
  };
  PlanChanges all;
  for (const WardChanges& ward : wards) {
    all += ward.changes;
    add(named(ward.first->ward_id, ward.first->ward_name), ward.changes, ward.of, false);
  }
  if (show.totals)
    add(named("", total_word(summary).in(show.lang)), all, summary.total.total(), true);
  return std::move(made.sheet);
}

/// For people the first of them, with how many there are; data has all.
Sheet unchanged_sheet(const Summary& summary, const std::vector<WardChanges>& wards,
                      const SummaryShow& show) {
  SheetMaker made("unchanged", {"", ""}, show.lang);
  made.ward();
  int silent = 0, current = 0;
  for (const WardChanges& ward : wards) {
    current += ward.any() || ward.current ? 1 : 0;
    if (ward.any() || !ward.current) continue;
    ++silent;
    if (!show.totals || made.sheet.rows.size() < kMostWards)
      made.row({named(ward.first->ward_id, ward.first->ward_name)});
  }
  const auto shown = static_cast<int>(made.sheet.rows.size());
  Message title = say("Phường không cập nhật gì sau ngày {}: {} trên {} phường",
                      "Wards without an entry after {}: {} of {}", written(*summary.asked.since),
                      silent, current);
  if (shown < silent)
    title += say("; ở đây có {}, còn {}", "; {} are here, {} are not", shown, silent - shown);
  made.sheet.title = title.in(show.lang);
  return std::move(made.sheet);
}

}  // namespace

PlanChanges& PlanChanges::operator+=(const PlanChanges& other) {
  updates += other.updates;
  other_updates += other.other_updates;
  items += other.items;
  finished += other.finished;
  finished_late += other.finished_late;
  newly_overdue += other.newly_overdue;
  return *this;
}

ItemChange change_of(const Item& item, const SummaryAsked& asked) {
  ItemChange change{
      .before = bucket_of(standing_at(*item.row, item.plan->ward, *asked.since, asked.soon)),
      .updates = entries_since(*item.row, asked)};
  for (const Row* step : steps_of(*item.plan, *item.row))
    change.updates += entries_since(*step, asked);
  const auto is_done = [](Bucket bucket) {
    return bucket == Bucket::done || bucket == Bucket::done_late;
  };
  const Bucket now = bucket_of(item.standing);
  change.entered = now != change.before && !(is_done(now) && is_done(change.before));
  change.finished = change.entered && is_done(now);
  return change;
}

void add_change(const ItemChange& change, Bucket now, CountedSection& section,
                PlanChanges& changes) {
  ++section.before[change.before];
  section.entered[now] += change.entered ? 1 : 0;
  section.updates[now] += change.updates;
  changes.updates += change.updates;
  changes.items += change.updates > 0 ? 1 : 0;
  changes.finished += change.finished ? 1 : 0;
  changes.finished_late += change.finished && now == Bucket::done_late ? 1 : 0;
  changes.newly_overdue += change.entered && now == Bucket::overdue ? 1 : 0;
}

int all_entries_since(const Plan& plan, const SummaryAsked& asked) {
  int entries = 0;
  for (std::size_t row = 0; row < plan.row_count(); ++row)
    entries += entries_since(plan.row(row), asked);
  return entries;
}

std::vector<Sheet> change_sheets(const Summary& summary, const SummaryShow& show) {
  const std::vector<WardChanges> wards = wards_of(summary);
  PlanChanges all;
  for (const WardChanges& ward : wards) all += ward.changes;
  const Message since = written(*summary.asked.since);
  std::vector<Sheet> sheets = {changes_sheet(summary, wards, show)};
  sheets.push_back(
      told_sheet("finished",
                 say("Mới hoàn thành sau ngày {}: {} trong {} việc",
                     "Done after {}: {} of {} items", since, summary.finished.size(), all.finished),
                 summary.finished, show.lang));
  sheets.push_back(told_sheet(
      "newly_overdue",
      say("Mới quá hạn sau ngày {}: {} trong {} việc", "Overdue after {}: {} of {} items", since,
          summary.newly_overdue.size(), all.newly_overdue),
      summary.newly_overdue, show.lang));
  sheets.push_back(unchanged_sheet(summary, wards, show));
  return sheets;
}

}  // namespace wardplan

// What a head reads in a minute: what is latest and whose it is, and how wards stand to each other.
#include <algorithm>
#include <functional>

#include "figures/number.h"
#include "summary/summary.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

constexpr std::size_t kTold = 10;

/// What a ward did of what it was given, but for what was set aside.
struct Ranked {
  const CountedPlan* first = nullptr;
  int done = 0, of = 0, overdue = 0;
};

Ratio rate_of(const Ranked& ward) { return *percentage(ward.done, ward.of); }

std::vector<Ranked> ranked_wards(const Summary& summary) {
  std::vector<Ranked> wards;
  for (const CountedPlan& counted : summary.plans) {
    // Of the one nobody knows the whole, the other hasn't begun.
    if (counted.rebuilt || first_of_year(counted.year) > summary.asked.as_of) continue;
    if (wards.empty() || wards.back().first->ward_id != counted.ward_id)
      wards.push_back({.first = &counted});
    Ranked& ward = wards.back();
    ward.done += counted.counts.done();
    ward.of += counted.counts.total() - counted.counts[Bucket::aside];
    ward.overdue += counted.counts[Bucket::overdue];
  }
  std::erase_if(wards, [](const Ranked& ward) { return ward.of == 0; });
  std::ranges::stable_sort(wards, std::greater(), rate_of);
  return wards;
}

/// Wards of one rate share their rank.
Sheet ranking_sheet(const Summary& summary, Lang lang) {
  SheetMaker made(
      "ranking",
      {"Xếp hạng theo tỷ lệ hoàn thành (trên số việc được giao, trừ tạm dừng, hủy; không "
       "tính kế hoạch dựng lại từ báo cáo, kế hoạch chưa đến năm)",
       "Wards by rate of what is done (of what was assigned and not set aside; without "
       "plans rebuilt from reports and plans of years to come)"},
      lang);
  made.count("rank", {"Hạng", "Rank"});
  made.ward();
  made.figure("rate", {"Tỷ lệ", "Rate"}, 0, 8);
  made.count("done", {"Hoàn thành", "Done"});
  made.count("of", {"Trên số việc", "Of"});
  made.count("overdue", {"Quá hạn", "Overdue"});
  const std::vector<Ranked> wards = ranked_wards(summary);
  int rank = 0;
  for (std::size_t at = 0; at < wards.size(); ++at) {
    const Ranked& ward = wards[at];
    if (at == 0 || rate_of(wards[at - 1]) != rate_of(ward)) rank = static_cast<int>(at) + 1;
    made.row({number(rank), named(ward.first->ward_id, ward.first->ward_name),
              figure(rate_of(ward), "%"), number(ward.done), number(ward.of),
              number(ward.overdue)});
  }
  return std::move(made.sheet);
}

/// How much of a ward's work was done in time, each time of what comes back by itself.
struct Kept {
  const CountedPlan* first = nullptr;
  TimesKept times = {};
};

std::vector<Kept> kept_by_ward(const Summary& summary) {
  std::vector<Kept> wards;
  for (const CountedPlan& counted : summary.plans) {
    if (counted.rebuilt) continue;
    if (wards.empty() || wards.back().first->ward_id != counted.ward_id)
      wards.push_back({.first = &counted});
    wards.back().times += counted.kept;
  }
  std::erase_if(wards, [](const Kept& ward) { return ward.times.all() == 0; });
  return wards;
}

Sheet kept_sheet(const Summary& summary, Lang lang) {
  SheetMaker made("kept",
                  {"Tỷ lệ đúng hạn (tính từng lần của việc định kỳ, việc khác một lần; trên số lần "
                   "đã xong hoặc quá hạn; không tính kế hoạch dựng lại từ báo cáo)",
                   "Done in time (each time of what comes back, other items once; of what was done "
                   "or is overdue; without plans rebuilt from reports)"},
                  lang);
  made.ward();
  made.figure("rate", {"Tỷ lệ", "Rate"}, 0, 8);
  made.count("in_time", {"Đúng hạn", "In time"});
  made.count("late", {"Hoàn thành quá hạn", "Done late"});
  made.count("overdue", {"Quá hạn", "Overdue"});
  made.count("of", {"Trên số lần", "Of"});
  for (const Kept& ward : kept_by_ward(summary))
    made.row({named(ward.first->ward_id, ward.first->ward_name),
              figure(*percentage(ward.times.in_time, ward.times.all()), "%"),
              number(ward.times.in_time), number(ward.times.late), number(ward.times.overdue),
              number(ward.times.all())});
  return std::move(made.sheet);
}

}  // namespace

void add_told(ToldItem&& item, std::vector<ToldItem>& told) {
  const auto place = std::ranges::upper_bound(told, item.days, std::greater(), &ToldItem::days);
  if (place == told.end() && told.size() == kTold) return;
  told.insert(place, std::move(item));
  if (told.size() > kTold) told.pop_back();
}

Sheet told_sheet(std::string_view kind, const Message& title, const std::vector<ToldItem>& items,
                 Lang lang) {
  const bool are_done = kind == "finished";
  SheetMaker made(kind, {"", ""}, lang);
  made.sheet.title = title.in(lang);
  made.ward(2, 8);
  made.text("title", {"Việc", "Item"}, 5, 16);
  made.text("leader", {"Lãnh đạo", "Leader"}, 3, 10, "; ");
  made.text("lead", {"Đơn vị chủ trì", "Lead unit"}, 3, 10, "; ");
  made.date("deadline", {"Hạn", "Deadline"});
  if (are_done)
    made.date("done_on", {"Hoàn thành ngày", "Done on"});
  else
    made.count("overdue_days", {"Quá hạn (ngày)", "Days overdue"});
  for (const ToldItem& item : items) {
    made.row({named(item.ward_id, item.ward_name),
              {item.title.in(lang)},
              item.leaders,
              item.leads,
              one(item.deadline, lang),
              are_done ? one(item.done_on, lang) : number(item.days)});
    made.sheet.rows.back().about = {{"file", item.file}, {"address", item.address}};
  }
  return std::move(made.sheet);
}

std::vector<Sheet> summary_top(const Summary& summary, const SummaryShow& show) {
  std::vector<Sheet> top;
  top.push_back(
      told_sheet("latest",
                 say("Chậm nhất: {} trong {} việc quá hạn", "Latest: {} of {} items overdue",
                     summary.latest.size(), summary.total[Bucket::overdue]),
                 summary.latest, show.lang));
  // One ward alone has nobody to be compared with.
  if (summary.wards.counted > 1) top.push_back(ranking_sheet(summary, show.lang));
  // Without what comes back the counts above say it.
  const bool back = std::ranges::any_of(
      summary.plans, [](const CountedPlan& counted) { return counted.coming_back > 0; });
  if (back) top.push_back(kept_sheet(summary, show.lang));
  if (summary.asked.since)
    for (Sheet& sheet : change_sheets(summary, show)) top.push_back(std::move(sheet));
  return top;
}

}  // namespace wardplan

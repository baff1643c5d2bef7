// What was reported: each entry, and how the targets stand by them on the day.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "standing/results.h"
#include "tidy/column.h"
#include "tidy/tables.h"

namespace wardplan {
namespace {

struct OfEntry {
  const Project& project;
  const Plan& plan;
  const std::string& address;
  const Update& entry;
  std::size_t place;
};
struct OfTarget {
  const Project& project;
  const Item& item;
  const TargetResult& result;
};

std::vector<std::string> named_of(const std::vector<NamedValue>& values) {
  std::vector<std::string> list;
  for (const NamedValue& named : values)
    list.push_back(fmt::format("{}: {}", named.name.value, named.value.value));
  return list;
}

TidyValue as_number(const Decimal& number) {
  return static_cast<double>(number.mantissa) / std::pow(10.0, number.scale);
}

/// Of an exact figure; of a range and of what is only roughly known there is none.
TidyValue figure_of(const std::optional<Quantity>& quantity) {
  if (!quantity || quantity->is_range || quantity->hedge != Hedge::none) return {};
  return as_number(quantity->least);
}

std::string_view measure_word(Measure measure) {
  switch (measure) {
    case Measure::count:
      return "count";
    case Measure::percent:
      return "percent";
    case Measure::money:
      return "money";
    case Measure::fraction:
      return "fraction";
    case Measure::rank:
      return "rank";
  }
  return {};
}

constexpr TidyColumn<OfEntry> kUpdates[] = {
    {{"plan", TidyType::text, {"khóa của kế hoạch", "the plan's key"}, "plans.plan"},
     [](auto& of) -> TidyValue { return plan_key(of.project, of.plan); }},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.plan.ward_id); }},
    {{"year", TidyType::integer, {"năm", "year"}}, [](auto& of) { return tidy(of.plan.year); }},
    {{"address",
      TidyType::text,
      {"địa chỉ của dòng; bước của một việc có địa chỉ riêng",
       "the row's address; steps of an item have their own"},
      "items.address"},
     [](auto& of) { return tidy(of.address); }},
    {{"entry", TidyType::integer, {"thứ tự trong dòng, từ 1", "its place in the row, from 1"}},
     [](auto& of) -> TidyValue { return static_cast<std::int64_t>(of.place); }},
    {{"date", TidyType::date, {"ngày", "day"}}, [](auto& of) { return tidy(of.entry.date); }},
    {{"round", TidyType::text, {"đợt hoặc lần", "round, or which time"}},
     [](auto& of) { return tidy(of.entry.round); }},
    {{"status", TidyType::text, {"trạng thái", "status"}},
     [](auto& of) {
       return of.entry.status.given ? tidy(told_status(of.entry.status).token) : TidyValue();
     }},
    {{"percent", TidyType::integer, {"đã làm, phần trăm", "per cent done"}},
     [](auto& of) { return tidy(of.entry.percent); }},
    {{"value", TidyType::text, {"kết quả, như ghi", "what was reached, as written"}},
     [](auto& of) { return tidy(of.entry.value); }},
    {{"values", TidyType::list, {"kết quả của từng chỉ tiêu", "the same by target: `name: value`"}},
     [](auto& of) { return tidy(named_of(of.entry.values)); }},
    {{"parts", TidyType::list, {"gồm", "what it is made of"}},
     [](auto& of) { return tidy(named_of(of.entry.parts)); }},
    {{"self_score", TidyType::text, {"điểm tự chấm", "points by the ward itself"}},
     [](auto& of) { return tidy(of.entry.self_score); }},
    {{"score", TidyType::text, {"điểm được chấm", "points by who assesses"}},
     [](auto& of) { return tidy(of.entry.score); }},
    {{"waiting", TidyType::text, {"đang chờ ai", "whom it waits for"}},
     [](auto& of) { return tidy(of.entry.waits_for()); }},
    {{"obstacle", TidyType::text, {"vướng mắc", "what stands in the way"}},
     [](auto& of) { return tidy(of.entry.obstacle); }},
    {{"note", TidyType::text, {"ghi chú", "note"}}, [](auto& of) { return tidy(of.entry.note); }},
    {{"evidence", TidyType::text, {"minh chứng", "evidence"}},
     [](auto& of) { return tidy(of.entry.evidence); }},
    {{"grade", TidyType::text, {"xếp loại", "grade"}},
     [](auto& of) { return tidy(of.entry.grade); }},
    {{"due", TidyType::text, {"gia hạn đến, như ghi", "put off to, as written"}},
     [](auto& of) { return tidy(of.entry.due); }},
    {{"allowed", TidyType::text, {"người cho gia hạn", "who allowed it"}},
     [](auto& of) { return tidy(of.entry.allowed); }},
};

constexpr TidyColumn<OfTarget> kTargets[] = {
    {{"plan", TidyType::text, {"khóa của kế hoạch", "the plan's key"}, "plans.plan"},
     [](auto& of) -> TidyValue { return plan_key(of.project, *of.item.plan); }},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.item.plan->ward_id); }},
    {{"year", TidyType::integer, {"năm", "year"}},
     [](auto& of) { return tidy(of.item.plan->year); }},
    {{"address", TidyType::text, {"địa chỉ của việc", "the item's address"}, "items.address"},
     [](auto& of) { return tidy(address_of(of.item)); }},
    {{"target", TidyType::text, {"tên chỉ tiêu, nếu có", "the target's name, where it has one"}},
     [](auto& of) {
       return of.result.target == nullptr ? TidyValue() : tidy(of.result.target->name);
     }},
    {{"round",
      TidyType::text,
      {"lần, khi chỉ tiêu tính cho mỗi lần", "which time, of a goal that is for each"}},
     [](auto& of) { return of.result.round.empty() ? TidyValue() : tidy(of.result.round); }},
    {{"goal", TidyType::text, {"mức phải đạt", "what is to be reached, in words"}},
     [](auto& of) {
       return of.result.target == nullptr
                  ? TidyValue()
                  : tidy(goal_in_words(*of.item.row, *of.result.target, Lang::vi));
     }},
    {{"goal_figure", TidyType::number, {"con số của mức", "the goal's figure"}},
     [](auto& of) { return of.result.goal ? figure_of(of.result.goal->quantity) : TidyValue(); }},
    {{"value", TidyType::text, {"kết quả mới nhất", "the latest value, in words"}},
     [](auto& of) {
       return of.result.value == nullptr ? TidyValue() : tidy(said_value(of.result));
     }},
    {{"figure", TidyType::number, {"con số của kết quả", "its figure, where it is an exact one"}},
     [](auto& of) { return figure_of(of.result.quantity); }},
    {{"measure",
      TidyType::text,
      {"đo bằng: count, percent, money (đồng), fraction, rank",
       "count, percent, money (đồng), fraction or rank"}},
     [](auto& of) {
       return of.result.quantity ? tidy(measure_word(of.result.quantity->measure)) : TidyValue();
     }},
    {{"thing", TidyType::text, {"đếm cái gì", "what is counted"}},
     [](auto& of) { return of.result.quantity ? tidy(of.result.quantity->noun) : TidyValue(); }},
    {{"outcome", TidyType::text, {"đánh giá: met, not-met, not-due, unknown", "how it is judged"}},
     [](auto& of) {
       return of.result.judgement ? tidy(judged_word(of.result).token) : TidyValue();
     }},
};

void take_updates(const TidyWard& of, const TakeTidy& take) {
  for (const Plan& plan : of.project.plans) {
    if (!is_sound(plan, of.report)) continue;
    const auto shared = shared_addresses(plan);
    for (std::size_t at = 0; at < plan.row_count(); ++at) {
      const Row& row = plan.row(at);
      if (row.updates.empty()) continue;
      Item item = item_at(of.project, plan, at, of.as_of, of.soon);
      item.first_of_equals = shared.contains(plan.outline[at].address);
      const std::string address = address_of(item);
      for (std::size_t place = 0; place < row.updates.size(); ++place)
        if (const Update& entry = row.updates[place];
            !entry.date.given || entry.date.value <= of.as_of)
          take_row(kUpdates, OfEntry{of.project, plan, address, entry, place + 1}, take);
    }
  }
}

void take_targets(const TidyWard& of, const TakeTidy& take) {
  for (const Item& item : items_of(of.project, of.report, of.as_of, of.soon))
    for (const TargetResult& result : results_by_due(*item.plan, *item.row, item.as_of, item.as_of))
      take_row(kTargets, OfTarget{of.project, item, result}, take);
}

constexpr TidyTable kTables[] = {
    {"targets",
     {"chỉ tiêu của việc với kết quả mới nhất", "targets with their latest values"},
     fields_of<kTargets>,
     take_targets},
    {"updates",
     {"từng lần ghi kết quả", "each entry of what was reported"},
     fields_of<kUpdates>,
     take_updates},
};

}  // namespace

std::span<const TidyTable> said_tables() { return kTables; }

}  // namespace wardplan

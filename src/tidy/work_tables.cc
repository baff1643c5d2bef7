// Plans, their items, and each time that an item comes up, as they stand on the day.
#include <fmt/format.h>

#include <algorithm>

#include "lists/sides.h"
#include "tidy/column.h"
#include "tidy/tables.h"

namespace wardplan {
namespace {

struct OfPlan {
  const TidyWard& of;
  const Plan& plan;
};
struct OfItem {
  const Project& project;
  const Item& item;
};

TidyValue aside(const OfPlan& of) {
  const auto side = side_of(of.of.project, of.of.report, of.plan, of.of.as_of);
  if (!side) return {};
  switch (side->why) {
    case AsideReason::over:
      return tidy("over");
    case AsideReason::to_come:
      return tidy("to-come");
    case AsideReason::above:
      return tidy("above");
  }
  return {};
}

/// `report-day` of the words for people.
std::string kind_of(const Row& row) {
  std::string kind(row_kind_words(row.kind).noun.en);
  std::ranges::replace(kind, ' ', '-');
  return kind;
}

TidyValue section_of(const OfItem& of) {
  const RowIndex above = of.item.place->section;
  return above ? tidy(of.item.plan->rows[*above].heading) : TidyValue();
}

std::vector<std::string> serves_of(const Row& row) {
  std::vector<std::string> list;
  for (const Served& served : row.serves) list.push_back(served.as.value);
  return list;
}

TidyValue plan_of(const OfItem& of) { return plan_key(of.item); }
TidyValue year_of(const OfItem& of) { return tidy(of.item.plan->year); }
TidyValue ward_of(const OfItem& of) { return tidy(of.item.plan->ward_id); }
TidyValue address_of(const OfItem& of) { return address_of(of.item); }
TidyValue round_of(const OfItem& of) {
  return of.item.standing.occurrences > 0 ? tidy_count(of.item.standing.occurrence) : TidyValue();
}
TidyValue deadline_of(const OfItem& of) { return tidy(of.item.standing.due.deadline); }
TidyValue status_of(const OfItem& of) { return tidy(told_status(of.item.standing).token); }
TidyValue counts_as(const OfItem& of) { return tidy(status_word(of.item.standing.status).token); }
TidyValue state_of(const OfItem& of) { return tidy(state_word(of.item.standing.state).token); }
TidyValue bucket_of_item(const OfItem& of) {
  const auto words = bucket_words();
  return tidy(std::ranges::find(words, bucket_of(of.item.standing), &BucketWord::bucket)->token);
}
TidyValue done_on(const OfItem& of) { return tidy(of.item.standing.done_on); }

constexpr TidyColumn<OfPlan> kPlans[] = {
    {{"plan", TidyType::text, {"khóa: mã phường và tên tệp", "key: the ward's id and the file"}},
     [](auto& of) -> TidyValue { return plan_key(of.of.project, of.plan); }},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.plan.ward_id); }},
    {{"year", TidyType::integer, {"năm", "year"}}, [](auto& of) { return tidy(of.plan.year); }},
    {{"kind", TidyType::text, {"loại: plan, criteria, movement", "plan, criteria or movement"}},
     [](auto& of) { return tidy(record_kind_words(of.plan.kind).token); }},
    {{"title", TidyType::text, {"tên", "title"}}, [](auto& of) { return tidy(of.plan.title); }},
    {{"catalogue", TidyType::text, {"bộ tiêu chí", "its list of criteria"}},
     [](auto& of) { return tidy(of.plan.catalogue_id); }},
    {{"rebuilt", TidyType::flag, {"dựng lại từ báo cáo", "put together from a report"}},
     [](auto& of) -> TidyValue { return of.plan.rebuilt_from.given; }},
    {{"aside",
      TidyType::text,
      {"có thể đã tính ở hồ sơ khác: over (phường đã hết), to-come (chưa có), above (của cấp trên)",
       "may be counted elsewhere: over (its ward is no longer there), to-come, above (of a body "
       "above)"}},
     aside},
    {{"as_of", TidyType::date, {"tính đến ngày", "the day that everything is told of"}},
     [](auto& of) -> TidyValue { return iso(of.of.as_of); }},
};

constexpr TidyColumn<OfItem> kItems[] = {
    {{"plan", TidyType::text, {"khóa của kế hoạch", "the plan's key"}, "plans.plan"}, plan_of},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"}, ward_of},
    {{"year", TidyType::integer, {"năm", "year"}}, year_of},
    {{"address", TidyType::text, {"địa chỉ, một trong kế hoạch", "its address in the plan"}},
     address_of},
    {{"kind",
      TidyType::text,
      {"loại: item, content, condition, model, report-day",
       "what it is: an item, a content or condition of criteria, a model, a day of a report"}},
     [](auto& of) { return tidy(kind_of(*of.item.row)); }},
    {{"counted", TidyType::flag, {"được tính là một việc", "counted as work"}},
     [](auto& of) -> TidyValue { return is_item(*of.item.row); }},
    {{"section", TidyType::text, {"đề mục bên trên", "the heading above"}}, section_of},
    {{"title", TidyType::text, {"nội dung", "what it is"}},
     [](auto& of) { return tidy(of.item.row->text()); }},
    {{"leaders", TidyType::list, {"lãnh đạo phụ trách", "leaders in charge"}, "people.person"},
     [](auto& of) { return tidy(leader_ids(of.item)); }},
    {{"leads", TidyType::list, {"đơn vị chủ trì", "lead units"}, "units.unit"},
     [](auto& of) { return tidy(lead_ids(of.item)); }},
    {{"supports", TidyType::list, {"đơn vị phối hợp", "supporting units"}, "units.unit"},
     [](auto& of) { return tidy(support_ids(of.item)); }},
    {{"held_by",
      TidyType::list,
      {"lãnh đạo chịu trách nhiệm ở hạn hay ngày xong, theo tên",
       "who answers for it, by name: who "
       "was in charge when it came due "
       "or was done"}},
     [](auto& of) { return tidy(leader_names(as_held(of.item))); }},
    {{"held_by_units",
      TidyType::list,
      {"đơn vị chịu trách nhiệm, theo tên", "the lead units likewise, by name"}},
     [](auto& of) { return tidy(lead_names(as_held(of.item))); }},
    {{"start", TidyType::text, {"bắt đầu, như ghi", "start as written"}},
     [](auto& of) { return tidy(of.item.row->start); }},
    {{"due", TidyType::text, {"hoàn thành, như ghi", "due as written"}},
     [](auto& of) { return tidy(of.item.row->due); }},
    {{"product", TidyType::text, {"sản phẩm", "product"}},
     [](auto& of) { return tidy(of.item.row->product); }},
    {{"authority", TidyType::text, {"thẩm quyền quyết định", "who decides"}},
     [](auto& of) { return tidy(of.item.row->authority); }},
    {{"basis", TidyType::text, {"căn cứ giao việc", "the document that assigned it"}},
     [](auto& of) { return tidy(of.item.row->basis); }},
    {{"serves", TidyType::list, {"góp vào chỉ tiêu", "the targets that it serves"}},
     [](auto& of) { return tidy(serves_of(*of.item.row)); }},
    {{"times", TidyType::integer, {"số lần trong năm", "times in the year, of what comes back"}},
     [](auto& of) {
       const int times = of.item.standing.occurrences;
       return times > 0 ? tidy_count(times) : TidyValue();
     }},
    {{"deadline", TidyType::date, {"hạn", "deadline"}}, deadline_of},
    {{"status", TidyType::text, {"trạng thái đã ghi", "status as recorded"}}, status_of},
    {{"counts_as", TidyType::text, {"được đếm là", "the common status it counts as"}}, counts_as},
    {{"state", TidyType::text, {"tình trạng so với hạn", "how it stands to its deadline"}},
     state_of},
    {{"bucket",
      TidyType::text,
      {"được tính vào: done-in-time, done-late, open, overdue, set-aside", "where it is counted"}},
     bucket_of_item},
    {{"done_on", TidyType::date, {"ngày hoàn thành", "day on which it was done"}}, done_on},
};

constexpr TidyColumn<OfItem> kTimes[] = {
    {{"plan", TidyType::text, {"khóa của kế hoạch", "the plan's key"}, "plans.plan"}, plan_of},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"}, ward_of},
    {{"year", TidyType::integer, {"năm", "year"}}, year_of},
    {{"address", TidyType::text, {"địa chỉ của việc", "the item's address"}, "items.address"},
     address_of},
    {{"round", TidyType::integer, {"lần, của việc trở lại", "which time, of what comes back"}},
     round_of},
    {{"deadline", TidyType::date, {"hạn", "deadline"}}, deadline_of},
    {{"status", TidyType::text, {"trạng thái đã ghi", "status as recorded"}}, status_of},
    {{"counts_as", TidyType::text, {"được đếm là", "the common status it counts as"}}, counts_as},
    {{"state", TidyType::text, {"tình trạng so với hạn", "how it stands to its deadline"}},
     state_of},
    {{"done_on", TidyType::date, {"ngày hoàn thành", "day on which it was done"}}, done_on},
};

void take_plans(const TidyWard& of, const TakeTidy& take) {
  for (const Plan& plan : of.project.plans)
    if (is_sound(plan, of.report)) take_row(kPlans, OfPlan{of, plan}, take);
}

void take_items(const TidyWard& of, const TakeTidy& take) {
  for (const Item& item : items_of(of.project, of.report, of.as_of, of.soon))
    take_row(kItems, OfItem{of.project, item}, take);
}

void take_times(const TidyWard& of, const TakeTidy& take) {
  for (const Item& item : each_time(items_of(of.project, of.report, of.as_of, of.soon), of.soon))
    take_row(kTimes, OfItem{of.project, item}, take);
}

constexpr TidyTable kTables[] = {
    {"plans",
     {"kế hoạch, tiêu chí, phong trào", "plans, criteria, movements"},
     fields_of<kPlans>,
     take_plans},
    {"items",
     {"từng việc, ở ngày được hỏi", "items, on the day that is asked about"},
     fields_of<kItems>,
     take_items},
    {"times",
     {"từng lần của việc; việc một lần thì một dòng",
      "each time of an item; once where it comes "
      "up once"},
     fields_of<kTimes>,
     take_times},
};

}  // namespace

std::span<const TidyTable> work_tables() { return kTables; }

}  // namespace wardplan

// Criteria and what they come to, and the models of movements.
#include <algorithm>

#include "lists/points.h"
#include "records/catalogue.h"
#include "standing/model.h"
#include "standing/scores.h"
#include "standing/verdict.h"
#include "tidy/column.h"
#include "tidy/tables.h"

namespace wardplan {
namespace {

struct OfContent {
  const Project& project;
  const Plan& plan;
  const ContentVerdict& content;
  const Scores* scores;
};
struct OfVerdict {
  const Project& project;
  const Plan& plan;
  const Verdict& verdict;
  const Scores* scores;
};
struct OfModel {
  const Project& project;
  const Item& item;
  const ModelStanding& standing;
};

TidyValue as_number(const std::optional<Ratio>& number) {
  if (!number) return {};
  return static_cast<double>(number->numerator) / static_cast<double>(number->denominator);
}

const RowPoints* points_of(const OfContent& of) {
  if (of.scores == nullptr) return nullptr;
  const auto row = std::ranges::find(of.scores->rows, of.content.listed, &RowPoints::listed);
  return row == of.scores->rows.end() ? nullptr : &*row;
}

template <Side side>
TidyValue points_on(const OfContent& of) {
  const RowPoints* points = points_of(of);
  return points == nullptr ? TidyValue()
                           : as_number(points->points[static_cast<std::size_t>(side)]);
}

template <Side side>
TidyValue result_of(const OfVerdict& of) {
  return of.scores == nullptr ? TidyValue()
                              : as_number(of.scores->sides[static_cast<std::size_t>(side)].result);
}

const ScoreResult* assessed(const OfVerdict& of) {
  return of.scores == nullptr ? nullptr
                              : &of.scores->sides[static_cast<std::size_t>(Side::assessed)];
}

std::string_view listing_word(Listing listing) {
  switch (listing) {
    case Listing::registered:
      return "registered";
    case Listing::arisen:
      return "arisen";
    case Listing::neither:
      return {};
  }
  return {};
}

constexpr TidyColumn<OfContent> kCriteria[] = {
    {{"plan", TidyType::text, {"khóa của hồ sơ", "the record's key"}, "plans.plan"},
     [](auto& of) -> TidyValue { return plan_key(of.project, of.plan); }},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.plan.ward_id); }},
    {{"year", TidyType::integer, {"năm", "year"}}, [](auto& of) { return tidy(of.plan.year); }},
    {{"catalogue", TidyType::text, {"bộ tiêu chí", "the list of criteria"}},
     [](auto& of) { return tidy(of.plan.catalogue_id); }},
    {{"address",
      TidyType::text,
      {"địa chỉ trong bộ tiêu chí", "the content's address in the list"}},
     [](auto& of) { return tidy(of.content.place->address); }},
    {{"title", TidyType::text, {"nội dung", "the content"}},
     [](auto& of) { return tidy(of.content.listed->text()); }},
    {{"in_record", TidyType::flag, {"hồ sơ có dòng ấy", "the ward's record has a row for it"}},
     [](auto& of) -> TidyValue { return of.content.row != nullptr; }},
    {{"status", TidyType::text, {"kết quả: met, not-met, …", "how it is judged"}},
     [](auto& of) { return tidy(status_word(of.content.judged.status).token); }},
    {{"points", TidyType::number, {"điểm tối đa", "the most points"}},
     [](auto& of) {
       const RowPoints* points = points_of(of);
       // What doesn't apply has no part in any sum, and its points as the list has them.
       return points == nullptr ? TidyValue() : as_number(most_of(*points->listed));
     }},
    {{"self_score", TidyType::number, {"điểm tự chấm", "points by the ward itself"}},
     points_on<Side::self>},
    {{"score", TidyType::number, {"điểm được chấm", "points by who assesses"}},
     points_on<Side::assessed>},
};

constexpr TidyColumn<OfVerdict> kVerdicts[] = {
    {{"plan", TidyType::text, {"khóa của hồ sơ", "the record's key"}, "plans.plan"},
     [](auto& of) -> TidyValue { return plan_key(of.project, of.plan); }},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.plan.ward_id); }},
    {{"year", TidyType::integer, {"năm", "year"}}, [](auto& of) { return tidy(of.plan.year); }},
    {{"catalogue", TidyType::text, {"bộ tiêu chí", "the list of criteria"}},
     [](auto& of) { return tidy(of.plan.catalogue_id); }},
    {{"conclusion",
      TidyType::text,
      {"kết luận: not-eligible, eligible, recognised, open, group-unknown", "what it comes to"}},
     [](auto& of) { return tidy(conclusion_word(of.verdict.conclusion).token); }},
    {{"groups_met", TidyType::integer, {"tiêu chí đạt", "groups that are met"}},
     [](auto& of) { return tidy_count(of.verdict.group_tally.met); }},
    {{"groups", TidyType::integer, {"tiêu chí", "groups"}},
     [](auto& of) { return tidy_count(of.verdict.group_tally.total()); }},
    {{"contents_met", TidyType::integer, {"nội dung đạt", "contents that are met"}},
     [](auto& of) { return tidy_count(of.verdict.content_tally.met); }},
    {{"contents_not_met", TidyType::integer, {"nội dung chưa đạt", "contents that aren't"}},
     [](auto& of) { return tidy_count(of.verdict.content_tally.not_met); }},
    {{"contents_not_judged", TidyType::integer, {"chưa đánh giá", "contents not judged yet"}},
     [](auto& of) { return tidy_count(of.verdict.content_tally.not_judged); }},
    {{"contents", TidyType::integer, {"nội dung", "contents"}},
     [](auto& of) { return tidy_count(of.verdict.content_tally.total()); }},
    {{"self_result", TidyType::number, {"điểm tự chấm", "points by the ward itself"}},
     result_of<Side::self>},
    {{"result", TidyType::number, {"điểm được chấm", "points by who assesses"}},
     result_of<Side::assessed>},
    {{"band", TidyType::text, {"mức", "band"}},
     [](auto& of) {
       const ScoreResult* result = assessed(of);
       return result == nullptr || result->band == nullptr ? TidyValue() : tidy(result->band->name);
     }},
    {{"passed", TidyType::flag, {"đạt điểm chuẩn", "whether the pass mark is reached"}},
     [](auto& of) {
       const ScoreResult* result = assessed(of);
       return result == nullptr || !result->passed ? TidyValue() : TidyValue(*result->passed);
     }},
};

constexpr TidyColumn<OfModel> kModels[] = {
    {{"plan", TidyType::text, {"khóa của phong trào", "the movement's key"}, "plans.plan"},
     [](auto& of) -> TidyValue { return plan_key(of.project, *of.item.plan); }},
    {{"ward", TidyType::text, {"mã phường", "the ward's id"}, "wards.ward"},
     [](auto& of) { return tidy(of.item.plan->ward_id); }},
    {{"year", TidyType::integer, {"năm", "year"}},
     [](auto& of) { return tidy(of.item.plan->year); }},
    {{"address", TidyType::text, {"mã mô hình", "the model's id"}, "items.address"},
     [](auto& of) { return tidy(address_of(of.item)); }},
    {{"title", TidyType::text, {"tên mô hình", "what it is"}},
     [](auto& of) { return tidy(of.item.row->text()); }},
    {{"by", TidyType::text, {"tập thể, cá nhân", "who registered it"}},
     [](auto& of) { return tidy(of.item.model->by); }},
    {{"collective", TidyType::flag, {"là tập thể", "a collective's"}},
     [](auto& of) -> TidyValue { return of.item.model->group.value == Registrant::collective; }},
    {{"fields", TidyType::list, {"lĩnh vực", "fields"}},
     [](auto& of) { return tidy(field_names(of.item.model->fields, of.item.plan->movement)); }},
    {{"sample", TidyType::flag, {"chỉ là ví dụ", "made up to show the forms"}},
     [](auto& of) -> TidyValue {
       return of.item.model->sample.given && of.item.model->sample.value;
     }},
    {{"registered", TidyType::date, {"ngày đăng ký", "day of registration"}},
     [](auto& of) { return tidy(of.item.model->registered); }},
    {{"listing", TidyType::text, {"registered hay arisen (bổ sung)", "how it came on the list"}},
     [](auto& of) { return tidy(listing_word(of.standing.listing)); }},
    {{"status", TidyType::text, {"trạng thái", "status"}},
     [](auto& of) { return tidy(status_word(of.standing.status).token); }},
    {{"proposed", TidyType::flag, {"đã đề nghị khen", "some level was asked to commend it"}},
     [](auto& of) -> TidyValue { return !of.standing.levels.empty(); }},
};

/// Gives each record of criteria whose list is known with what it comes to.
void each_judged(const TidyWard& of, auto see) {
  for (const Plan& plan : of.project.plans) {
    if (!is_sound(plan, of.report) || plan.kind != RecordKind::criteria ||
        plan.catalogue == nullptr)
      continue;
    const Verdict verdict = verdict_at(plan, of.as_of);
    std::optional<Scores> scores;
    if (gives_points(*plan.catalogue)) scores = scores_at(plan, of.as_of);
    see(plan, verdict, scores ? &*scores : nullptr);
  }
}

void take_criteria(const TidyWard& of, const TakeTidy& take) {
  each_judged(of, [&](const Plan& plan, const Verdict& verdict, const Scores* scores) {
    for (const ContentVerdict& content : verdict.contents)
      take_row(kCriteria, OfContent{of.project, plan, content, scores}, take);
  });
}

void take_verdicts(const TidyWard& of, const TakeTidy& take) {
  each_judged(of, [&](const Plan& plan, const Verdict& verdict, const Scores* scores) {
    take_row(kVerdicts, OfVerdict{of.project, plan, verdict, scores}, take);
  });
}

void take_models(const TidyWard& of, const TakeTidy& take) {
  for (const Item& item : items_of(of.project, of.report, of.as_of, of.soon)) {
    if (item.model == nullptr) continue;
    const ModelStanding standing = model_at(*item.plan, *item.row, of.as_of);
    take_row(kModels, OfModel{of.project, item, standing}, take);
  }
}

constexpr TidyTable kTables[] = {
    {"criteria",
     {"từng nội dung tiêu chí", "each content of criteria"},
     fields_of<kCriteria>,
     take_criteria},
    {"verdicts",
     {"kết luận của từng hồ sơ tiêu chí", "what each record of criteria comes to"},
     fields_of<kVerdicts>,
     take_verdicts},
    {"models",
     {"mô hình, việc làm của phong trào", "models of movements"},
     fields_of<kModels>,
     take_models},
};

}  // namespace

std::span<const TidyTable> judged_tables() { return kTables; }

}  // namespace wardplan

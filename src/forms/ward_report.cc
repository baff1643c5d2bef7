#include "forms/ward_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "figures/numerals.h"
#include "forms/report_fields.h"
#include "forms/report_subject.h"

namespace wardplan {
namespace {

constexpr Lang kLang = Lang::vi;

/// One plan of the report.
struct PlanPart {
  ReportForm form;
  int number;
};

/// What all plans come to whose whole is known.
struct Whole {
  ReportCounts now = {};
  std::optional<ReportCounts> then = {};
  DueCounts in_period = {}, since_january = {};
  bool coming_back = false;
  bool cumulative = false;
  int rebuilt = 0;
};

struct WardReport {
  const PeriodReport& first;
  const Plan& plan;
  const std::optional<Date>& signed_on;
  Letter letter;
  std::vector<PlanPart> parts;
  Whole whole;
};

void add(ReportCounts& all, const ReportCounts& more) {
  all.items += more.items;
  all.times += more.times;
}

Whole whole_of(const std::vector<PeriodReport>& reports) {
  Whole whole;
  for (const PeriodReport& report : reports) {
    whole.cumulative = whole.cumulative || report.cumulative;
    if (report.plan->rebuilt_from.given) {
      ++whole.rebuilt;
      continue;
    }
    add(whole.now, report.now);
    whole.coming_back = whole.coming_back || report.coming_back;
    if (report.then) add(whole.then ? *whole.then : whole.then.emplace(), *report.then);
  }
  return whole;
}

/// Sums since January are of all plans that have them; where one has, all do.
void add_due(const std::vector<PeriodReport>& reports, Whole& whole) {
  for (const PeriodReport& report : reports) {
    if (report.plan->rebuilt_from.given) continue;
    whole.in_period += report.in_period;
    whole.since_january += report.since_january;
  }
}

std::string count_of(const PlanPart& part, int (*of)(const BucketCounts&)) {
  return fmt::format("{}", of(part.form.report.now.items));
}

const FormFields<PlanPart> kPartCounts = {
    {"thứ_tự", "số La Mã của kế hoạch trong báo cáo", "Roman number of the plan",
     [](auto& of) { return roman(of.number); }},
    {"tổng", "số việc", "items",
     [](auto& of) {
       return count_of(of, [](const BucketCounts& counts) { return counts.total(); });
     }},
    {"xong", "số việc xong", "done",
     [](auto& of) {
       return count_of(of, [](const BucketCounts& counts) { return counts.done(); });
     }},
    {"xong_quá_hạn", "trong đó quá hạn", "of them late",
     [](auto& of) {
       return count_of(of, [](const BucketCounts& counts) { return counts[Bucket::done_late]; });
     }},
    {"chưa_xong", "chưa xong, chưa quá hạn", "open, not overdue",
     [](auto& of) {
       return count_of(of, [](const BucketCounts& counts) { return counts[Bucket::open]; });
     }},
    {"quá_hạn", "số việc quá hạn", "overdue",
     [](auto& of) {
       return count_of(of, [](const BucketCounts& counts) { return counts[Bucket::overdue]; });
     }},
    {"tạm_dừng", "tạm dừng, hủy, không áp dụng", "set aside",
     [](auto& of) {
       return count_of(of, [](const BucketCounts& counts) { return counts[Bucket::aside]; });
     }},
};

const FormFields<WardReport> kWholeFields = {
    {"trích_yếu", "trích yếu", "what it is about",
     [](auto& of) {
       return fmt::format("Kết quả thực hiện {} kế hoạch {}", of.parts.size(),
                          in_words(of.first.period).vi);
     }},
    {"mở_đầu", "câu mở đầu", "its first sentence",
     [](auto& of) { return ward_opening(of.plan, of.first.period, of.parts.size()); }},
    {"phường", "tên phường", "name of the ward", [](auto& of) { return ward_name(of.plan); }},
    {"năm", "năm", "year", [](auto& of) { return of.plan.year.value; }},
    {"kỳ", "kỳ báo cáo", "the period", [](auto& of) { return in_words(of.first.period).vi; }},
    {"từ_ngày", "ngày đầu kỳ", "first day",
     [](auto& of) { return written(of.first.period.days.first, kLang); }},
    {"đến_ngày", "ngày cuối kỳ, hoặc ngày đang xét", "last day, or the day asked about",
     [](auto& of) { return written(of.first.day, kLang); }},
    {"kỳ_trước", "kỳ trước, trống nếu kỳ ấy trước năm kế hoạch", "the period before",
     [](auto& of) { return of.whole.then ? in_words(of.first.before).vi : ""; }},
    {"kỳ_sau", "kỳ sau", "the next period", [](auto& of) { return in_words(of.first.after).vi; }},
    {"cấp_trên", "cơ quan cấp trên", "body above",
     [](auto& of) { return of.plan.letterhead.parent.value; }},
    {"địa_danh", "địa danh", "place", [](auto& of) { return place_of(of.plan); }},
    {"ngày_ký", "ngày ký, chưa nêu thì có dòng chấm", "day of signing, or dots",
     [](auto& of) { return date_line(of.signed_on, static_cast<int>(of.first.day.year())); }},
    {"chỗ_trống", "dòng chấm để điền tay", "dots to be filled in by hand",
     [](auto&) { return kBlank; }},
    {"đếm", "đếm chung mọi kế hoạch", "counts of all plans together", count_fields(),
     [](auto& of) {
       return counts_of(of.whole.now, of.whole.then, of.whole.coming_back,
                        of.whole.rebuilt == static_cast<int>(of.parts.size()));
     }},
    {"số_dựng_lại", "số kế hoạch dựng lại từ báo cáo, không có trong số đếm chung; trống nếu không",
     "how many plans are rebuilt from reports and not in the counts; empty if none",
     [](auto& of) { return count_if_any(static_cast<std::size_t>(of.whole.rebuilt)); }},
    {"số_lũy_kế", "`1` nếu báo cáo cộng dồn từ đầu năm", "`1` if it gives sums since January",
     [](auto& of) { return std::string(of.whole.cumulative ? "1" : ""); }},
    {"lũy_kế", "việc đến hạn trong kỳ bên cạnh từ đầu năm",
     "what came due in the period and since January", since_fields(),
     [](auto& of) {
       return of.whole.cumulative ? since_lines(of.whole.in_period, of.whole.since_january)
                                  : std::vector<SinceLine>();
     }},
};

// What stands in another file is there once the program runs.
const FormFields<PlanPart>& part_fields() {
  static const FormFields<PlanPart> kFields = [] {
    FormFields<PlanPart> fields = kPartCounts;
    for (const FormField<ReportForm>& field : report_fields())
      fields.push_back({field, &PlanPart::form});
    return fields;
  }();
  return kFields;
}

const FormFields<WardReport>& fields() {
  static const FormFields<WardReport> kFields = [] {
    FormFields<WardReport> fields = kWholeFields;
    fields.push_back({"kế_hoạch", "từng kế hoạch, mỗi kế hoạch có các trường của mẫu `report`",
                      "each plan, with the fields of `report`", part_fields(),
                      [](auto& of) { return of.parts; }});
    return with_letter(std::move(fields));
  }();
  return kFields;
}

std::vector<std::string> all_recipients(const std::vector<PeriodReport>& reports) {
  std::vector<std::string> all;
  for (const PeriodReport& report : reports)
    for (std::string& one : recipients_of(report))
      if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
  return all;
}

}  // namespace

const mustache::Shape& ward_report_shape() {
  static const mustache::Shape kShape = shape_of(fields());
  return kShape;
}

const Plan& signing_plan(const std::vector<PeriodReport>& reports) {
  for (const PeriodReport& report : reports)
    if (report.plan->letterhead.issuer.given) return *report.plan;
  for (const PeriodReport& report : reports)
    if (report.plan->issued.given) return *report.plan;
  return *reports.front().plan;
}

mustache::Value ward_report_value(const std::vector<PeriodReport>& reports,
                                  const std::optional<Date>& signed_on,
                                  const document::Layout* layout) {
  const PeriodReport& first = reports.front();
  const Plan& plan = signing_plan(reports);
  const Date day = signed_on.value_or(first.day);
  WardReport ward{first,     plan,
                  signed_on, letter_of(plan, layout, day, all_recipients(reports)),
                  {},        whole_of(reports)};
  if (ward.whole.cumulative) add_due(reports, ward.whole);
  for (const PeriodReport& report : reports)
    ward.parts.push_back({{report, *report.plan, signed_on, letter_of(*report.plan, layout, day)},
                          static_cast<int>(ward.parts.size()) + 1});
  return value_of(fields(), ward);
}

}  // namespace wardplan

#include "forms/report_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "diag/report.h"
#include "figures/quantity.h"
#include "figures/ratio.h"
#include "forms/form_values.h"
#include "picture/charts.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using mustache::Shape;
using mustache::Value;

constexpr Lang kLang = Lang::vi;

Value number(int count) { return Value(fmt::format("{}", count)); }

/// `12/31 (≈38,71%)`.
std::string share(int part, int whole) {
  if (whole == 0) return fmt::format("{}/{}", part, whole);
  const auto percent = percentage(part, whole);
  return fmt::format("{}/{} ({}%)", part, whole, vietnamese(*percent));
}

std::string change(int now, int then) {
  return now == then ? "không đổi" : fmt::format("{}{}", now > then ? "+" : "", now - then);
}

/// One line of the table of counts: of what it is a part stands beside it.
Value count_row(std::string name, int now, const std::optional<int>& then, int base,
                std::string_view of) {
  return Value::object({{"tên", std::move(name)},
                        {"số", number(now)},
                        {"trên", base < 0 ? std::string() : share(now, base)},
                        {"cơ_sở", of},
                        {"kỳ_trước", then ? number(*then) : Value("")},
                        {"thay_đổi", then ? change(now, *then) : std::string()}});
}

Value counts_value(const PeriodReport& report) {
  const BucketCounts& now = report.now;
  const auto then = [&](auto count) {
    return report.then ? std::optional<int>(count(*report.then)) : std::nullopt;
  };
  const std::string assigned = "trong số được giao", done = "trong số đã hoàn thành";
  const auto row = [&](std::string name, Bucket bucket, int base, const std::string& of) {
    return count_row(std::move(name), now[bucket],
                     then([&](const BucketCounts& counts) { return counts[bucket]; }), base, of);
  };
  const int all = now.total();
  return Value::list(
      {count_row("Tổng số được giao", all,
                 then([](const BucketCounts& counts) { return counts.total(); }), -1, ""),
       count_row("Đã hoàn thành", now.done(),
                 then([](const BucketCounts& counts) { return counts.done(); }), all, assigned),
       row("Hoàn thành quá hạn", Bucket::done_late, now.done(), done),
       row("Chưa xong, chưa quá hạn", Bucket::open, all, assigned),
       row("Quá hạn", Bucket::overdue, all, assigned),
       row("Tạm dừng, hủy, không áp dụng", Bucket::aside, all, assigned)});
}

std::string parts_in_words(const Update& update) {
  std::string text;
  for (const NamedValue& part : update.parts)
    text += fmt::format("{}{} {}", text.empty() ? " (" : ", ", part.name.value, part.value.value);
  return text.empty() ? text : text + ")";
}

Value entry_value(const Update& update) {
  std::string figures = update.value.value + parts_in_words(update);
  for (const NamedValue& named : update.values)
    join(figures, named.name.value + ": " + named.value.value, "; ");
  return Value::object(
      {{"ngày", written(update.date.value, kLang)},
       {"trạng_thái",
        update.status.given ? std::string(status_word(update.status.value).words.vi) : ""},
       {"số_liệu", figures},
       {"nội_dung", update.note.value},
       {"minh_chứng", update.evidence.value},
       {"gia_hạn", update.due.value}});
}

const Ward* register_of(const Item& item) { return item.plan->ward; }

std::string deadline_of(const Item& item) {
  const WrittenTime* text = item.standing.due.text;
  if (text != nullptr) return text->value;
  return item.row->due.value;
}

/// Why an item is late, as its last note says.
std::string reason_of(const Item& item) {
  std::string reason;
  for (const Update* update : history(*item.row, item.as_of))
    if (update->note.given) reason = update->note.value;
  return reason;
}

Value item_value(const Item& item) {
  return Value::object(
      {{"địa_chỉ", item.place->address},
       {"tên", title_of(item, kLang)},
       {"lãnh_đạo", joined(people_by_name(item.row->leader, register_of(item)), "; ")},
       {"đơn_vị", item.model != nullptr
                      ? item.model->by.value
                      : joined(unit_names(item.row->lead, register_of(item)), "; ")},
       {"nơi_nhận", item.row->to.value},
       {"hạn", deadline_of(item)},
       {"hết_hạn", item.standing.due.deadline ? written(*item.standing.due.deadline, kLang) : ""},
       {"tình_trạng", in_words(item.standing).vi},
       {"ghi_chú", item.row->note.value},
       {"lý_do", reason_of(item)}});
}

Value items_value(const std::vector<Item>& items) {
  std::vector<Value> values;
  for (const Item& item : items) values.push_back(item_value(item));
  return Value::list(std::move(values));
}

/// How many; empty for none, so that a template can ask.
Value count_if_any(const std::vector<Item>& items) {
  return items.empty() ? Value("") : number(static_cast<int>(items.size()));
}

/// Whom the plan's reports go to.
Value recipients_value(const PeriodReport& report) {
  std::vector<Value> values;
  std::set<std::string_view> known;
  for (const Item& date : report.dates)
    if (date.row->to.given && known.insert(date.row->to.value).second)
      values.push_back(Value::object({{"nơi_nhận", date.row->to.value}}));
  return Value::list(std::move(values));
}

/// An item's members with its entries behind them.
Value reported_value(const ReportedItem& reported) {
  Value value = item_value(reported.item);
  std::vector<Value> entries;
  for (const Update* update : reported.entries) entries.push_back(entry_value(*update));
  std::get<std::vector<mustache::Member>>(value.data)
      .push_back({"kết_quả", Value::list(std::move(entries))});
  return value;
}

/// The part that a section stands in, with what it declares, where the section before it stands in
/// another; of a part itself nothing, since its name is the section's.
std::string part_opened(const PeriodReport& report, std::size_t at) {
  const auto part_of_section = [&](std::size_t section) {
    const Place* place = report.sections[section].place;
    return place == nullptr ? RowIndex() : place->part;
  };
  const RowIndex part = part_of_section(at);
  if (!part || (at > 0 && part_of_section(at - 1) == part)) return {};
  const Row& row = report.plan->rows[*part];
  if (&row == report.sections[at].heading) return {};
  std::string text = fmt::format("{}. {}", row.number.value, row.heading.value);
  if (row.declares.given)
    text += fmt::format(" ({} {})", row.declares.value.number, row.declares.value.noun);
  return text;
}

/// A plan without any heading has one section for all.
std::string section_name(const PeriodReport& report, const ReportSection& section) {
  if (section.heading != nullptr) return section.heading->heading.value;
  return report.sections.size() > 1 ? "Các việc khác"
                                    : fmt::format("Các {}", report.plan->noun().vi);
}

Value section_value(const PeriodReport& report, std::size_t at) {
  const ReportSection& section = report.sections[at];
  std::vector<Value> reported;
  std::string silent;
  int silent_items = 0;
  for (const ReportedItem& item : section.items) {
    if (!item.entries.empty()) {
      reported.push_back(reported_value(item));
      continue;
    }
    ++silent_items;
    join(silent, item.item.place->address);
  }
  return Value::object({{"phần", part_opened(report, at)},
                        {"số", section.heading == nullptr ? "" : section.place->address},
                        {"tên", section_name(report, section)},
                        {"tổng", number(section.counts.total())},
                        {"xong", number(section.counts.done())},
                        {"quá_hạn", number(section.counts[Bucket::overdue])},
                        {"việc", Value::list(std::move(reported))},
                        {"chưa_có", silent},
                        {"số_chưa_có", silent_items == 0 ? Value("") : number(silent_items)}});
}

/// How a value stands to its goal: `đạt`, or by how much it doesn't.
std::string outcome_of(const TargetResult& result) {
  if (!result.judgement) return "chưa đánh giá được";
  const Message by = result.judgement->reason.empty() ? in_words(*result.goal, *result.judgement)
                                                      : result.judgement->reason;
  const std::string_view word = result.judgement->outcome == Outcome::met       ? "đạt"
                                : result.judgement->outcome == Outcome::not_met ? "chưa đạt"
                                                                                : "chưa rõ";
  return by.vi.empty() ? std::string(word) : fmt::format("{}, {}", word, by.vi);
}

struct Measured {
  const Item* item;
  const TargetResult* result;
};

std::vector<Measured> measured_in(const PeriodReport& report) {
  std::vector<Measured> all;
  for (const ReportSection& section : report.sections)
    for (const ReportedItem& item : section.items)
      for (const TargetResult& result : item.results)
        if (result.target != nullptr && result.value != nullptr && result.target->goal.given)
          all.push_back({&item.item, &result});
  return all;
}

std::string measured_name(const Measured& measured) {
  const Text& name = measured.result->target->name;
  const std::string title = title_of(*measured.item, kLang);
  return name.given ? fmt::format("{}: {}", title, name.value) : title;
}

Value targets_value(const PeriodReport& report) {
  std::vector<Value> values;
  for (const Measured& measured : measured_in(report))
    values.push_back(Value::object({{"địa_chỉ", measured.item->place->address},
                                    {"tên", measured_name(measured)},
                                    {"mức", measured.result->target->goal.value},
                                    {"đạt", measured.result->value->value},
                                    {"ngày", written(measured.result->update->date.value, kLang)},
                                    {"đánh_giá", outcome_of(*measured.result)}}));
  return Value::list(std::move(values));
}

double as_number(const Decimal& decimal) {
  const Ratio ratio = ratio_of(decimal);
  return static_cast<double>(ratio.numerator) / static_cast<double>(ratio.denominator);
}

/// The value by its goal, where both are plain figures and more is better.
std::optional<double> progress_of(const TargetResult& result) {
  if (!result.goal || !result.quantity || !result.judgement) return std::nullopt;
  const Comparator comparator = result.goal->comparator;
  if (comparator != Comparator::at_least && comparator != Comparator::more_than)
    return std::nullopt;
  const double goal = as_number(result.goal->quantity.least);
  const Quantity& value = *result.quantity;
  double reached = as_number(value.least);
  if (value.fraction && result.goal->quantity.measure == Measure::percent)
    reached = 100.0 * static_cast<double>(value.fraction->part) /
              static_cast<double>(value.fraction->whole);
  return goal > 0 ? std::optional(reached / goal) : std::nullopt;
}

std::string sections_picture(const PeriodReport& report) {
  const auto names = texts(bucket_words(), [](const BucketWord& word) { return word.words.vi; });
  std::vector<picture::Bar> bars;
  for (const ReportSection& section : report.sections) {
    const std::string label =
        section.heading == nullptr
            ? section_name(report, section)
            : fmt::format("{} {}", section.place->address, section.heading->heading.value);
    bars.push_back({label, {section.counts.counts.begin(), section.counts.counts.end()}});
  }
  return bars.empty() ? "" : picture::stacked_bars("Tình trạng theo từng mục", names, bars);
}

std::string deadlines_picture(const PeriodReport& report) {
  std::map<Date, picture::Mark> days;
  for (const ReportSection& section : report.sections)
    for (const ReportedItem& reported : section.items) {
      const Standing& at = reported.item.standing;
      if (!at.due.deadline) continue;
      picture::Mark& mark = days[*at.due.deadline];
      mark.day = *at.due.deadline;
      const Bucket bucket = bucket_of(at);
      mark.done += bucket == Bucket::done || bucket == Bucket::done_late ? 1 : 0;
      mark.late += bucket == Bucket::overdue ? 1 : 0;
      mark.open += bucket == Bucket::open || bucket == Bucket::aside ? 1 : 0;
    }
  if (days.empty()) return "";
  std::vector<picture::Mark> marks;
  for (const auto& [day, mark] : days) marks.push_back(mark);
  return picture::timeline(
      fmt::format("Hạn của các việc trong năm {}", report.plan->year.value),
      report.plan->year.value, marks, report.day,
      {"đã xong", "chưa xong, chưa đến hạn", "quá hạn", "ngày " + written(report.day, kLang)});
}

std::string targets_picture(const PeriodReport& report) {
  std::vector<picture::Gauge> gauges;
  for (const Measured& measured : measured_in(report))
    gauges.push_back({measured_name(measured), measured.result->value->value,
                      measured.result->target->goal.value, outcome_of(*measured.result),
                      progress_of(*measured.result)});
  return gauges.empty() ? "" : picture::gauges("Kết quả so với chỉ tiêu", gauges);
}

Shape item_fields(std::string name, Phrase meaning, std::vector<Shape> more = {}) {
  std::vector<Shape> fields = {
      text_field("địa_chỉ", {"địa chỉ của việc", "address"}),
      text_field("tên", {"tên việc", "title"}),
      text_field("lãnh_đạo", {"lãnh đạo phụ trách", "leader"}),
      text_field("đơn_vị", {"đơn vị chủ trì, của mô hình là tập thể, cá nhân",
                            "lead units, of a model who registered it"}),
      text_field("nơi_nhận", {"nơi nhận, của báo cáo", "whom a report goes to"}),
      text_field("hạn", {"thời gian hoàn thành như văn bản", "due as the document says"}),
      text_field("hết_hạn", {"ngày cuối của hạn", "deadline"}),
      text_field("tình_trạng", {"tình trạng cuối kỳ", "state at the end of the period"}),
      text_field("ghi_chú", {"ghi chú của việc", "the item's note"}),
      text_field("lý_do", {"ghi chú của lần cập nhật cuối", "note of the last entry"})};
  fields.insert(fields.end(), more.begin(), more.end());
  return list_field(std::move(name), meaning, std::move(fields));
}

Shape section_fields() {
  const Shape entries = list_field(
      "kết_quả", {"các lần cập nhật trong kỳ", "entries of the period"},
      {text_field("ngày", {"ngày", "date"}), text_field("trạng_thái", {"trạng thái", "status"}),
       text_field("số_liệu", {"con số", "figures"}), text_field("nội_dung", {"ghi chú", "note"}),
       text_field("minh_chứng", {"minh chứng", "evidence"}),
       text_field("gia_hạn", {"hạn mới", "new due"})});
  return list_field(
      "mục", {"các đề mục có việc", "headings with items"},
      {text_field("phần", {"tên phần, ở mục đầu tiên của phần", "the part, at its first section"}),
       text_field("số", {"địa chỉ của đề mục", "address of the heading"}),
       text_field("tên", {"tên đề mục", "heading"}), text_field("tổng", {"số việc", "items"}),
       text_field("xong", {"số việc xong", "done"}),
       text_field("quá_hạn", {"số việc quá hạn", "overdue"}),
       item_fields("việc", {"việc có kết quả trong kỳ", "items with entries of the period"},
                   {entries}),
       text_field("chưa_có", {"địa chỉ các việc không có kết quả trong kỳ",
                              "addresses of items without entries"}),
       text_field("số_chưa_có", {"số việc ấy, trống nếu không có", "how many; empty if none"})});
}

std::vector<Shape> count_fields() {
  return {text_field("tên", {"đếm gì", "what is counted"}),
          text_field("số", {"cuối kỳ", "at the end"}),
          text_field("trên", {"phần và tỷ lệ: `12/31 (≈38,71%)`", "part and share"}),
          text_field("cơ_sở", {"tỷ lệ trong số nào", "what it is a share of"}),
          text_field("kỳ_trước", {"cuối kỳ trước", "at the end of the period before"}),
          text_field("thay_đổi", {"tăng, giảm", "change"})};
}

Shape make_shape() {
  return object_field(
      "", {},
      {text_field("tên", {"tên kế hoạch", "title of the plan"}),
       text_field("ban_hành", {"văn bản ban hành", "document issued with"}),
       text_field("phường", {"tên phường", "name of the ward"}),
       text_field("năm", {"năm", "year"}),
       text_field("kỳ", {"kỳ báo cáo: `6 tháng đầu năm 2021`", "the period"}),
       text_field("từ_ngày", {"ngày đầu kỳ", "first day"}),
       text_field("đến_ngày",
                  {"ngày cuối kỳ, hoặc ngày đang xét", "last day, or the day asked about"}),
       text_field("kỳ_trước", {"kỳ trước, trống nếu kỳ ấy trước năm kế hoạch",
                               "the period before; empty where it lies before the plan's year"}),
       text_field("kỳ_sau", {"kỳ sau", "the next period"}),
       text_field("cấp_trên", {"cơ quan cấp trên", "body above"}),
       text_field("cơ_quan", {"cơ quan ban hành", "issuing body"}),
       text_field("địa_danh", {"địa danh", "place"}),
       text_field("ngày_ký", {"ngày ký, chưa nêu thì có dòng chấm", "day of signing, or dots"}),
       text_field("chỗ_trống", {"dòng chấm để điền tay", "dots to be filled in by hand"}),
       list_field("đếm", {"bảng đếm theo tình trạng", "counts by state"}, count_fields()),
       section_fields(),
       list_field(
           "chỉ_tiêu", {"kết quả so với chỉ tiêu", "values against targets"},
           {text_field("địa_chỉ", {"địa chỉ của việc", "address"}),
            text_field("tên", {"chỉ tiêu", "target"}), text_field("mức", {"mức phải đạt", "goal"}),
            text_field("đạt", {"số đạt được", "value"}),
            text_field("ngày", {"ngày ghi nhận", "date"}),
            text_field("đánh_giá", {"đạt hay chưa, hơn kém bao nhiêu", "outcome"})}),
       text_field("số_chậm", {"số dòng của `chậm`, trống nếu không có", "how many; empty if none"}),
       item_fields("chậm",
                   {"việc quá hạn, đến hạn đúng ngày cuối mà chưa xong, hoặc hoàn thành quá hạn "
                    "trong kỳ",
                    "overdue, due on the last day and open, or done late in the period"}),
       text_field("số_kỳ_tới",
                  {"số dòng của `kỳ_tới`, trống nếu không có", "how many; empty if none"}),
       item_fields("kỳ_tới", {"việc chưa xong có hạn sau ngày cuối, đến hết kỳ sau",
                              "open, due after the last day and by the end of the next period"}),
       text_field("số_mốc", {"số dòng của `mốc`, trống nếu không có", "how many; empty if none"}),
       item_fields("mốc", {"báo cáo và mốc của kế hoạch, từng lần một",
                           "reports and dates of the plan, each time that they come up"}),
       list_field("nơi_nhận_báo_cáo", {"nơi nhận, mỗi nơi một lần", "recipients, each once"},
                  {text_field("nơi_nhận", {"nơi nhận", "recipient"})}),
       text_field("hình_mục", {"hình: tình trạng theo mục (SVG, dùng `{{{ }}}`)",
                               "picture: states by section (SVG, with `{{{ }}}`)"}),
       text_field("hình_hạn", {"hình: hạn trong năm", "picture: deadlines of the year"}),
       text_field("hình_chỉ_tiêu", {"hình: kết quả và chỉ tiêu", "picture: values and goals"})});
}

constexpr std::string_view kExample =
    "kind: plan\nformat: 1\nward: vd\nyear: 2026\ntitle: Ví dụ\nissued: Kèm theo văn bản\n"
    "rows:\n  - {number: I, heading: Mục}\n"
    "  - number: \"1\"\n    title: Việc A\n    due: Tháng 3/2026\n    note: ghi chú\n"
    "    targets: [{goal: 90%}]\n    updates:\n"
    "      - {date: 2026-02-10, status: in-progress, value: 80%, note: kết quả, evidence: BC 1}\n"
    "      - {date: 2026-05-10, status: done, value: 95%, due: Tháng 4/2026}\n"
    "  - number: \"2\"\n    title: Việc B\n    due: Tháng 4/2026\n    updates:\n"
    "      - {date: 2026-02-10, note: vướng}\n"
    "  - number: \"3\"\n    title: Việc C\n    due: Tháng 9/2026\n"
    "reporting:\n  - {id: bao-cao, title: Báo cáo, to: nơi nhận, due: Tháng 6/2026}\n";

Value example(std::string_view text) {
  Report findings;
  Project project = read_texts({{"vd.yaml", std::string(text)}}, findings);
  project.as_of = last_of_year(2026);
  const Period period = *parse_period("2026-H1");
  return report_value(
      report_of(project, project.plans.front(), period, 0, *project.as_of, kSoonDays),
      std::nullopt);
}

std::string or_blank(const Text& text, std::string_view blank) {
  return text.given ? text.value : std::string(blank);
}

/// `Thạch Bàn` for `phường Thạch Bàn`.
std::string place_of(const Plan& plan) {
  if (plan.letterhead.place.given) return plan.letterhead.place.value;
  const std::string& name = ward_name(plan);
  for (const std::string_view word : {"phường ", "xã ", "thị trấn ", "đặc khu "})
    if (fold(name).starts_with(word)) return name.substr(word.size());
  return name;
}

}  // namespace

const Shape& report_shape() {
  static const Shape kShape = make_shape();
  return kShape;
}

Value report_value(const PeriodReport& report, const std::optional<Date>& signed_on) {
  const Plan& plan = *report.plan;
  std::vector<Value> sections;
  for (std::size_t at = 0; at < report.sections.size(); ++at)
    sections.push_back(section_value(report, at));
  return Value::object({{"tên", plan.title.value},
                        {"ban_hành", plan.issued.value},
                        {"phường", ward_name(plan)},
                        {"năm", fmt::format("{}", plan.year.value)},
                        {"kỳ", in_words(report.period).vi},
                        {"từ_ngày", written(report.period.days.first, kLang)},
                        {"đến_ngày", written(report.day, kLang)},
                        {"kỳ_trước", report.then ? in_words(report.before).vi : std::string()},
                        {"kỳ_sau", in_words(report.after).vi},
                        {"cấp_trên", plan.letterhead.parent.value},
                        {"cơ_quan", or_blank(plan.letterhead.issuer, kLongBlank)},
                        {"địa_danh", place_of(plan)},
                        {"ngày_ký", date_line(signed_on, static_cast<int>(report.day.year()))},
                        {"chỗ_trống", kBlank},
                        {"đếm", counts_value(report)},
                        {"mục", Value::list(std::move(sections))},
                        {"chỉ_tiêu", targets_value(report)},
                        {"số_chậm", count_if_any(report.late)},
                        {"chậm", items_value(report.late)},
                        {"số_kỳ_tới", count_if_any(report.next)},
                        {"kỳ_tới", items_value(report.next)},
                        {"số_mốc", count_if_any(report.dates)},
                        {"mốc", items_value(report.dates)},
                        {"nơi_nhận_báo_cáo", recipients_value(report)},
                        {"hình_mục", sections_picture(report)},
                        {"hình_hạn", deadlines_picture(report)},
                        {"hình_chỉ_tiêu", targets_picture(report)}});
}

std::vector<Value> report_examples() {
  return {example(kExample),
          example("kind: plan\nformat: 1\nward: vd\nyear: 2026\ntitle: Ví dụ\nrows: []\n")};
}

}  // namespace wardplan

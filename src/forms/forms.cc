#include "forms/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/report.h"
#include "forms/document_form.h"
#include "forms/period_report.h"
#include "forms/ward_report.h"
#include "records/project.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

// Values for trying templates, made from records of no ward.

constexpr std::string_view kMovement =
    "kind: movement\nformat: 1\nward: vd\nyear: 2026\nname: Dân vận khéo\ntitle: Ví dụ\n"
    "letterhead: {parent: ĐẢNG BỘ, issuer: ĐẢNG ỦY, place: Ví dụ, signs_for: T/M BAN THƯỜNG VỤ,\n"
    "  office: BÍ THƯ, signer: Người ký, recipients: [nơi nhận, Lưu]}\n"
    "fields:\n  - {id: a, name: Lĩnh vực A}\n  - {id: b, name: Lĩnh vực B}\n"
    "levels:\n  - {id: x, name: Cấp X}\n  - {id: y, name: Cấp Y}\n";
constexpr std::string_view kModels =
    "models:\n"
    "  - id: m-a\n    title: Mô hình A\n    by: Tập thể A\n    group: collective\n    fields: a\n"
    "    registered: 2026-02-10\n    note: ghi chú\n    updates:\n"
    "      - {date: 2026-06-10, status: effective, value: 12 hộ, note: kết quả, proposed: [x, y]}\n"
    "  - id: m-b\n    title: Mô hình B\n    by: Cá nhân B\n    office: chức vụ\n"
    "    group: individual\n    fields: b\n    submission: {number: 01-TTr, date: 2026-03-10}\n";

constexpr std::string_view kPlan =
    "kind: plan\nformat: 1\nward: vd\nyear: 2026\ntitle: Ví dụ\nissued: Kèm theo văn bản\n"
    "letterhead: {issuer: ĐẢNG ỦY, place: Ví dụ, signs_for: T/M BAN THƯỜNG VỤ, office: BÍ THƯ,\n"
    "  signer: Người ký, recipients: [nơi nhận, Lưu]}\n"
    "rows:\n  - {number: I, heading: Mục}\n"
    "  - number: \"1\"\n    title: Việc A\n    due: Tháng 3/2026\n    note: ghi chú\n"
    "    targets: [{goal: 90%}]\n    updates:\n"
    "      - {date: 2026-02-10, status: in-progress, value: 80%, note: kết quả, evidence: BC 1}\n"
    "      - {date: 2026-05-10, status: done, value: 95%, due: Tháng 4/2026}\n"
    "  - number: \"2\"\n    title: Việc B\n    due: Tháng 4/2026\n    updates:\n"
    "      - {date: 2026-02-10, note: vướng}\n"
    "  - number: \"3\"\n    title: Việc C\n    due: Tháng 9/2026\n"
    "reporting:\n  - {id: bao-cao, title: Báo cáo, to: nơi nhận, due: Tháng 6/2026}\n";

constexpr std::string_view kDocument =
    "document:\n  symbol: 12-KH/ĐU\n  date: 2026-01-20\n  about: Ví dụ\n"
    "  bases: [{document: Kế hoạch, symbol: 1-KH/QU, date: 2026-01-10, issuer: Quận ủy, about: ví "
    "dụ}]\n"
    "  opening: Câu mở đầu\n  closing: Câu kết\n  text:\n"
    "    - {number: I, heading: Phần}\n    - {number: \"1\", heading: Mục}\n"
    "    - {number: \"1.1\", heading: Tiểu mục}\n    - {number: \"-\", text: Đoạn}\n";

constexpr Date kExampleDay = std::chrono::year(2026) / std::chrono::December / std::chrono::day(31);

Project read_example(std::string text) {
  Report findings;
  return read_texts({{"vd.yaml", std::move(text)}}, findings);
}

mustache::Value movement_example(std::string_view models) {
  const Project project = read_example(std::string(kMovement) + std::string(models));
  const Plan& plan = project.plans.front();
  return movement_value(plan, listed_models(plan, kExampleDay), {.as_of = kExampleDay});
}

mustache::Value report_example(std::string_view text) {
  const Project project = read_example(std::string(text));
  const PeriodReport report = report_of(project, project.plans.front(), *parse_period("2026-H1"), 0,
                                        kExampleDay, kSoonDays);
  return report_value(report, std::nullopt);
}

std::vector<mustache::Value> movement_examples() {
  return {movement_example(kModels), movement_example("models: []\n")};
}

std::vector<mustache::Value> report_examples() {
  return {report_example(kPlan),
          report_example("kind: plan\nformat: 1\nward: vd\nyear: 2026\ntitle: Ví dụ\nrows: []\n")};
}

mustache::Value document_example(std::string_view text) {
  const Project project = read_example(std::string(text));
  return document_value(project.plans.front(), kExampleDay);
}

std::vector<mustache::Value> document_examples() {
  return {
      document_example(std::string(kPlan) + std::string(kDocument)),
      document_example("kind: plan\nformat: 1\nward: vd\nyear: 2026\ntitle: Ví dụ\nrows: []\n")};
}

mustache::Value ward_report_example(bool cumulative) {
  Report findings;
  const std::string other =
      "kind: plan\nformat: 1\nward: vd\nyear: 2026\ntitle: Ví dụ hai\nrows: []\n";
  const Project project =
      read_texts({{"vd.yaml", std::string(kPlan)}, {"hai.yaml", other}}, findings);
  std::vector<PeriodReport> reports;
  for (const Plan& plan : project.plans)
    reports.push_back(
        report_of(project, plan, *parse_period("2026-H1"), 0, kExampleDay, kSoonDays, cumulative));
  return ward_report_value(reports, std::nullopt);
}

std::vector<mustache::Value> ward_report_examples() {
  return {ward_report_example(true), ward_report_example(false)};
}

constexpr Form movement_form(std::string_view name, Phrase about, bool one_registrant = false,
                             Form::Built built = Form::Built::always) {
  return {name, about, true, one_registrant, built, movement_shape, movement_examples};
}

constexpr std::array kForms = {
    movement_form(
        "m1", {"biểu đăng ký mô hình của một tập thể, cá nhân", "one registrant's models"}, true),
    movement_form("m1-chi-tiet",
                  {"biểu đăng ký chi tiết: thực trạng, mục tiêu, cách làm, lực lượng, nguồn lực…",
                   "one registrant's models in detail: situation, aim, method, forces, means…"},
                  true, Form::Built::where_told),
    movement_form("m2",
                  {"biểu tổng hợp đăng ký của đơn vị", "the unit's summary of registered models"}),
    movement_form("m3", {"kết quả và đề nghị khen thưởng (mẫu đề xuất)",
                         "results and proposed commendations (a proposed form)"}),
    Form{"report",
         {"báo cáo kết quả của một kỳ (`wardplan report`)",
          "results of a period (`wardplan report`)"},
         false,
         false,
         Form::Built::always,
         report_shape,
         report_examples},
    Form{"document",
         {"văn bản mà biểu kèm theo (`wardplan document`)",
          "the document around a table (`wardplan document`)"},
         false,
         false,
         Form::Built::always,
         document_shape,
         document_examples},
    Form{"ward-report",
         {"báo cáo một kỳ của nhiều kế hoạch (`wardplan report` với nhiều tệp)",
          "results of several plans in a period (`wardplan report` with several files)"},
         false,
         false,
         Form::Built::never,
         ward_report_shape,
         ward_report_examples},
};

using mustache::Kind;
using mustache::Shape;

void add_text(std::string& out, const Shape& shape, std::size_t depth, Lang lang) {
  for (const Shape& child : shape.children) {
    std::string name = std::string(2 * depth, ' ') + child.name;
    name.append(24 - std::min<std::size_t>(24, display_width(name)), ' ');
    out +=
        fmt::format("{} {} ({})\n", name, child.meaning.in(lang), kind_words(child.kind).in(lang));
    add_text(out, child, depth + 1, lang);
  }
}

void add_rows(SheetMaker& made, const Shape& shape, const std::string& above) {
  static constexpr std::string_view kKinds[] = {"text", "list", "object"};
  for (const Shape& child : shape.children) {
    const std::string name = above + child.name;
    const std::string_view kind = kKinds[static_cast<std::size_t>(child.kind)];
    made.row({one(name), coded(kind, kind_words(child.kind).in(made.lang)),
              one(child.meaning.in(made.lang))});
    add_rows(made, child, name + ".");
  }
}

}  // namespace

std::span<const Form> forms() { return kForms; }

const Form* find_form(std::string_view name) {
  const auto found = std::ranges::find(kForms, name, &Form::name);
  return found == kForms.end() ? nullptr : &*found;
}

Phrase kind_words(Kind kind) {
  static constexpr Phrase kWords[] = {{"chữ", "text"}, {"danh sách", "list"}, {"nhóm", "group"}};
  return kWords[static_cast<std::size_t>(kind)];
}

Sheet fields_sheet(const Form& form, Lang lang) {
  SheetMaker made("fields", form.about, lang);
  made.text("field", {"Trường", "Field"}, 2);
  made.word("kind", {"Loại", "Kind"});
  made.text("meaning", {"Nghĩa", "Meaning"}, 4);
  add_rows(made, form.shape(), "");
  return std::move(made.sheet);
}

std::string fields_text(const Form& form, Lang lang) {
  std::string out;
  add_text(out, form.shape(), 0, lang);
  return out;
}

}  // namespace wardplan

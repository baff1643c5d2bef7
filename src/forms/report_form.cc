#include "forms/period_report.h"

#include <fmt/format.h>

#include <set>

#include "figures/said.h"
#include "forms/report_fields.h"
#include "forms/report_subject.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr Lang kLang = Lang::vi;

std::string figures_of(const Update& update) {
  std::string text = with_comma(update.value);
  for (const NamedValue& part : update.parts)
    text += fmt::format("{}{} {}", &part == &update.parts.front() ? " (" : ", ", part.name.value,
                        with_comma(part.value));
  if (!update.parts.empty()) text += ")";
  for (const NamedValue& named : update.values)
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", named.name.value,
                        with_comma(named.value));
  return text;
}

/// `1.a Đào hố`, of what comes back `lần 2`.
std::string step_of(const ReportedEntry& entry) {
  if (entry.of_time) return fmt::format("lần {}", entry.update->round.value);
  if (entry.step == nullptr) return {};
  return fmt::format("{} {}", entry.place->address, entry.step->text().value);
}

std::string units_of(const Item& item) {
  return item.model != nullptr ? item.model->by.value : joined_given(doer_names(as_held(item)));
}

/// As the document says it; of one time of an item that comes back with its day.
std::string deadline_of(const Item& item) {
  const Due& due = item.standing.due;
  const WrittenTime* text = due.text;
  const bool of_time = item.row->kind == RowKind::item && item.standing.occurrences > 0;
  if (of_time && due.extension == nullptr)
    return fmt::format("{} ({})", text->value, written(*due.deadline, Lang::vi));
  if (text != nullptr) return text->value;
  if (item.row->due.given || !item.row->deadline.given) return item.row->due.value;
  return written(item.row->deadline.value, Lang::vi);
}

/// What was said of an item, or of the time that this is; what is said of all times once this one
/// is done is about the others.
std::vector<const Update*> own_entries_of(const Item& item) {
  std::vector<const Update*> entries = entries_of(item);
  const auto& done = item.standing.done_on;
  if (item.standing.occurrences > 0 && done)
    std::erase_if(entries, [&](const Update* entry) {
      return entry->date.value >= *done && speaks_of_all(*item.row, *entry);
    });
  return entries;
}

/// Why an item is late: its last note, what stands in its way and whom it waits for, or else what
/// stood in its way before.
std::string reason_of(const Item& item) {
  std::string reason, obstacle;
  for (const Update* update : own_entries_of(item)) {
    if (update->note.given) reason = update->note.value;
    if (update->obstacle.given) obstacle = update->obstacle.value;
  }
  const Standing& at = item.standing;
  if (reason.empty() && at.obstructed == nullptr && at.waiting == nullptr && !obstacle.empty())
    return "vướng mắc: " + obstacle;
  if (at.obstructed != nullptr) join(reason, "vướng mắc: " + at.obstructed->obstacle.value, "; ");
  if (at.waiting != nullptr) join(reason, "chờ " + at.waiting->waits_for().value, "; ");
  return reason;
}

/// A section of a report, and the one before it, if any.
struct Section {
  const PeriodReport& report;
  const ReportSection& at;
  const ReportSection* before;
};

std::vector<Section> sections_of(const PeriodReport& report) {
  std::vector<Section> sections;
  for (const ReportSection& section : report.sections)
    sections.push_back({report, section, sections.empty() ? nullptr : &sections.back().at});
  return sections;
}

bool is_part(const ReportSection& section) {
  if (section.place == nullptr || section.place->part) return false;
  const NumberKind kind = section.place->number.kind;
  return kind == NumberKind::part || kind == NumberKind::letter;
}

/// The part that a section stands in, or is.
const Row* part_of(const PeriodReport& report, const ReportSection* section) {
  if (section == nullptr || section->place == nullptr) return nullptr;
  if (is_part(*section)) return section->heading;
  return section->place->part ? &report.plan->rows[*section->place->part] : nullptr;
}

/// The part that a section stands in, or is, with what it declares, where the section before it
/// stands in another.
std::string part_opened(const Section& section) {
  const Row* part = part_of(section.report, &section.at);
  if (part == nullptr || part_of(section.report, section.before) == part) return {};
  return fmt::format("{}. {}", part->number.value, heading_as_issued(*part));
}

/// `Mục I.2. An sinh xã hội`; of a part nothing, whose name stands there already.
std::string printed_heading(const Section& section) {
  if (is_part(section.at)) return {};
  if (section.at.heading == nullptr) return section_name(section.report, section.at);
  return fmt::format("Mục {}. {}", section.at.place->address,
                     heading_as_issued(*section.at.heading));
}

/// `hoàn thành 3/5 việc, trong đó 1 quá hạn`; of a rebuilt plan nobody knows the whole.
std::string done_of(const Section& section) {
  const BucketCounts& counts = section.at.counts;
  const bool rebuilt = section.report.plan->rebuilt_from.given;
  if (rebuilt && counts.done() == 0) return "Chưa hoàn thành việc nào";
  const int late = counts[Bucket::done_late];
  return fmt::format("Hoàn thành {}{} việc{}", counts.done(),
                     rebuilt ? "" : fmt::format("/{}", counts.total()),
                     late == 0 ? "" : fmt::format(", trong đó {} quá hạn", late));
}

std::vector<ReportedItem> reported_in(const Section& section) {
  std::vector<ReportedItem> items = section.at.items;
  std::erase_if(items, [](const ReportedItem& item) { return item.entries.empty(); });
  return items;
}

/// Addresses of the items of which nothing was said.
Cell silent_in(const Section& section) {
  Cell addresses;
  for (const ReportedItem& item : section.at.items)
    if (item.entries.empty()) addresses.push_back(item.item.place->address);
  return addresses;
}

const FormFields<ReportedEntry> kEntryFields = {
    {"ngày", "ngày", "date", [](auto& of) { return written(of.update->date.value, kLang); }},
    {"bước", "bước hay lần được cập nhật, trống nếu là chính việc",
     "the step or the time; empty of the item itself", step_of},
    {"trạng_thái", "trạng thái", "status",
     [](auto& of) {
       return std::string(of.update->status.given ? told_status(of.update->status).words.vi : "");
     }},
    {"phần_trăm", "phần trăm đã làm", "per cent done",
     [](auto& of) {
       const Number& percent = of.update->percent;
       return percent.given ? fmt::format("{}%", percent.value) : std::string();
     }},
    {"đang_chờ", "đang chờ ai", "whom it waits for",
     [](auto& of) { return of.update->waits_for().value; }},
    {"điểm", "điểm được chấm", "points, as assessed",
     [](auto& of) { return with_comma(of.update->score); }},
    {"tự_chấm", "điểm tự chấm", "points by the ward itself",
     [](auto& of) { return with_comma(of.update->self_score); }},
    {"xếp_loại", "làm tốt đến đâu (`grade`)", "how well it was done (`grade`)",
     [](auto& of) { return of.update->grade.value; }},
    {"số_liệu", "con số", "figures", [](auto& of) { return figures_of(*of.update); }},
    {"vướng_mắc", "vướng mắc", "obstacle", [](auto& of) { return of.update->obstacle.value; }},
    {"nội_dung", "ghi chú", "note", [](auto& of) { return of.update->note.value; }},
    {"minh_chứng", "minh chứng", "evidence", [](auto& of) { return of.update->evidence.value; }},
    {"gia_hạn", "hạn mới", "new due", [](auto& of) { return of.update->due.value; }},
    {"người_cho_gia_hạn", "ai cho gia hạn", "who allowed it",
     [](auto& of) { return of.update->allowed.value; }},
};

const FormFields<Item> kItemFields = {
    {"địa_chỉ", "địa chỉ của việc", "address", [](auto& of) { return of.place->address; }},
    {"tên", "tên việc", "title", [](auto& of) { return title_of(of, kLang); }},
    {"lãnh_đạo", "lãnh đạo phụ trách", "leader",
     [](auto& of) { return joined_given(leader_names(as_held(of))); }},
    {"đơn_vị",
     "đơn vị chủ trì, của mô hình là tập thể, cá nhân, của báo cáo không có đơn vị là lãnh đạo",
     "lead units, of a model who registered it, of a report without them its leader", units_of},
    {"nơi_nhận", "nơi nhận, của báo cáo", "whom a report goes to",
     [](auto& of) { return of.row->to.value; }},
    {"hạn", "thời gian hoàn thành như văn bản", "due as the document says", deadline_of},
    {"hết_hạn", "ngày cuối của hạn", "deadline",
     [](auto& of) {
       const auto& deadline = of.standing.due.deadline;
       return deadline ? written(*deadline, kLang) : "";
     }},
    {"tình_trạng", "tình trạng cuối kỳ", "state at the end of the period",
     [](auto& of) { return in_words(of.standing).vi; }},
    {"ghi_chú", "ghi chú của việc", "the item's note", [](auto& of) { return of.row->note.value; }},
    {"lý_do", "ghi chú của lần cập nhật cuối, vướng mắc, đang chờ ai",
     "note of the last entry, obstacle, whom it waits for", reason_of},
};

const FormFields<ReportedItem> kReportedFields = [] {
  FormFields<ReportedItem> fields;
  for (const FormField<Item>& field : kItemFields) fields.push_back({field, &ReportedItem::item});
  fields.push_back({"kết_quả", "các lần cập nhật trong kỳ", "entries of the period", kEntryFields,
                    &ReportedItem::entries});
  return fields;
}();

const FormFields<Section> kSectionFields = {
    {"phần", "tên phần, ở mục đầu tiên của phần", "the part, at its first section", part_opened},
    {"số", "địa chỉ của đề mục", "address of the heading",
     [](auto& of) { return of.at.heading == nullptr ? "" : of.at.place->address; }},
    {"tên", "tên đề mục", "heading", [](auto& of) { return section_name(of.report, of.at); }},
    {"trong_phần", "`1` nếu mục đứng trong một phần", "`1` if it stands in a part",
     [](auto& of) { return std::string(part_of(of.report, &of.at) != nullptr ? "1" : ""); }},
    {"đề_mục", "đề mục như in: `Mục I.2. An sinh xã hội`, của chính phần thì trống",
     "its heading as printed; empty of a part itself", printed_heading},
    {"hoàn_thành", "câu đếm: `Hoàn thành 3/5 việc, trong đó 1 quá hạn`", "its counts in words",
     done_of},
    {"tổng", "số việc", "items", [](auto& of) { return of.at.counts.total(); }},
    {"xong", "số việc xong", "done", [](auto& of) { return of.at.counts.done(); }},
    {"quá_hạn", "số việc quá hạn", "overdue",
     [](auto& of) { return of.at.counts[Bucket::overdue]; }},
    {"việc", "việc có kết quả trong kỳ", "items with entries of the period", kReportedFields,
     reported_in},
    {"chưa_có", "địa chỉ các việc không có kết quả trong kỳ", "addresses of items without entries",
     [](auto& of) { return joined_given(silent_in(of), ", "); }},
    {"số_chưa_có", "số việc ấy, trống nếu không có", "how many; empty if none",
     [](auto& of) { return count_if_any(silent_in(of).size()); }},
};

const FormFields<Measured> kTargetFields = {
    {"địa_chỉ", "địa chỉ của việc", "address", [](auto& of) { return of.item->place->address; }},
    {"tên", "chỉ tiêu", "target", measured_name},
    {"mức", "mức phải đạt: `90% (phường: 100%)`", "goal", goal_of},
    {"đạt", "số đạt được", "value", [](auto& of) { return value_in_words(*of.result, Lang::vi); }},
    {"ngày", "ngày ghi nhận", "date",
     [](auto& of) { return written(of.result->update->date.value, kLang); }},
    {"đánh_giá", "đạt hay chưa, hơn kém bao nhiêu", "outcome", outcome_of},
};

const FormFields<SummedItem> kSummedFields = {
    {"địa_chỉ", "địa chỉ của việc", "address", [](auto& of) { return of.item.place->address; }},
    {"tên", "tên việc", "title", [](auto& of) { return of.item.row->text().value; }},
    {"trong_kỳ", "cộng số liệu các lần trong kỳ", "sum of the figures of the period",
     &SummedItem::in_period},
    {"từ_đầu_năm", "cộng số liệu các lần từ tháng 01", "sum of the figures since January",
     &SummedItem::since_january},
    {"mức", "mức phải đạt", "goal",
     [](auto& of) { return joined_given(goals_in_words(*of.item.row, kLang)); }},
};

const FormFields<ReportForm> kReportFields = {
    {"tên", "tên kế hoạch", "title of the plan", [](auto& of) { return of.plan.title.value; }},
    {"trích_yếu", "trích yếu: `Kết quả thực hiện chủ đề công tác 9 tháng đầu năm 2023`",
     "what it is about", [](auto& of) { return report_subject(of.plan, of.report.period); }},
    {"mở_đầu", "câu mở đầu: `Thực hiện Kế hoạch số 1, UBND phường báo cáo kết quả … như sau:`",
     "its first sentence", [](auto& of) { return report_opening(of.plan, of.report.period); }},
    {"ban_hành", "văn bản ban hành", "document issued with",
     [](auto& of) { return of.plan.issued.value; }},
    {"dựng_lại_từ", "báo cáo mà kế hoạch được dựng lại từ đó, trống nếu có biểu ban hành",
     "the report that the plan was rebuilt from; empty where the table was issued",
     [](auto& of) { return of.plan.rebuilt_from.value; }},
    {"phường", "tên phường", "name of the ward", [](auto& of) { return ward_name(of.plan); }},
    {"năm", "năm", "year", [](auto& of) { return of.plan.year.value; }},
    {"kỳ", "kỳ báo cáo: `6 tháng đầu năm 2021`", "the period",
     [](auto& of) { return in_words(of.report.period).vi; }},
    {"từ_ngày", "ngày đầu kỳ", "first day",
     [](auto& of) { return written(of.report.period.days.first, kLang); }},
    {"đến_ngày", "ngày cuối kỳ, hoặc ngày đang xét", "last day, or the day asked about",
     [](auto& of) { return written(of.report.day, kLang); }},
    {"kỳ_trước", "kỳ trước, trống nếu kỳ ấy trước năm kế hoạch",
     "the period before; empty where it lies before the plan's year",
     [](auto& of) { return of.report.then ? in_words(of.report.before).vi : ""; }},
    {"kỳ_sau", "kỳ sau", "the next period", [](auto& of) { return in_words(of.report.after).vi; }},
    {"cấp_trên", "cơ quan cấp trên", "body above",
     [](auto& of) { return of.plan.letterhead.parent.value; }},
    {"địa_danh", "địa danh", "place", [](auto& of) { return place_of(of.plan); }},
    {"ngày_ký", "ngày ký, chưa nêu thì có dòng chấm", "day of signing, or dots",
     [](auto& of) { return date_line(of.signed_on, static_cast<int>(of.report.day.year())); }},
    {"chỗ_trống", "dòng chấm để điền tay", "dots to be filled in by hand",
     [](auto&) { return kBlank; }},
    {"đếm", "bảng đếm theo tình trạng", "counts by state", count_fields(),
     [](auto& of) {
       return counts_of(of.report.now, of.report.then, of.report.coming_back,
                        of.plan.rebuilt_from.given);
     }},
    {"mục", "các đề mục có việc", "headings with items", kSectionFields,
     [](auto& of) { return sections_of(of.report); }},
    {"chỉ_tiêu", "kết quả so với chỉ tiêu", "values against targets", kTargetFields,
     [](auto& of) { return measured_in(of.report); }},
    {"số_chậm", "số dòng của `chậm`, trống nếu không có", "how many; empty if none",
     [](auto& of) { return count_if_any(of.report.late.size()); }},
    {"chậm", "việc quá hạn, đến hạn đúng ngày cuối mà chưa xong, hoặc hoàn thành quá hạn trong kỳ",
     "overdue, due on the last day and open, or done late in the period", kItemFields,
     [](auto& of) { return of.report.late; }},
    {"số_kỳ_tới", "số dòng của `kỳ_tới`, trống nếu không có", "how many; empty if none",
     [](auto& of) { return count_if_any(of.report.next.size()); }},
    {"kỳ_tới", "việc chưa xong có hạn sau ngày cuối, đến hết kỳ sau",
     "open, due after the last day and by the end of the next period", kItemFields,
     [](auto& of) { return of.report.next; }},
    {"số_mốc", "số dòng của `mốc`, trống nếu không có", "how many; empty if none",
     [](auto& of) { return count_if_any(of.report.dates.size()); }},
    {"mốc", "báo cáo và mốc của kế hoạch, từng lần một",
     "reports and dates of the plan, each time that they come up", kItemFields,
     [](auto& of) { return of.report.dates; }},
    {"hình_mục", "hình: tình trạng theo mục (SVG, dùng `{{{ }}}`)",
     "picture: states by section (SVG, with `{{{ }}}`)",
     [](auto& of) { return sections_picture(of.report); }},
    {"hình_hạn", "hình: hạn trong năm", "picture: deadlines of the year",
     [](auto& of) { return deadlines_picture(of.report); }},
    {"hình_chỉ_tiêu", "hình: kết quả và chỉ tiêu", "picture: values and goals",
     [](auto& of) { return targets_picture(of.report); }},
    {"số_lũy_kế", "`1` nếu báo cáo cộng dồn từ đầu năm", "`1` if it gives sums since January",
     [](auto& of) { return std::string(of.report.cumulative ? "1" : ""); }},
    {"lũy_kế", "việc đến hạn trong kỳ bên cạnh từ đầu năm",
     "what came due in the period and since "
     "January",
     since_fields(),
     [](auto& of) {
       return of.report.cumulative ? since_lines(of.report.in_period, of.report.since_january)
                                   : std::vector<SinceLine>();
     }},
    {"số_cộng_dồn", "số dòng của `cộng_dồn`, trống nếu không có", "how many; empty if none",
     [](auto& of) { return count_if_any(of.report.summed.size()); }},
    {"cộng_dồn", "số liệu của việc định kỳ, cộng các lần", "figures of what comes back, summed",
     kSummedFields, [](auto& of) { return of.report.summed; }},
    {"theo_chế_độ", "báo cáo của kế hoạch (`sums`) mà báo cáo này trả lời",
     "the plan's reports (`sums`) that this one answers", kItemFields,
     [](auto& of) { return of.report.answered; }},
};

// What stands in another file is there once the program runs.
const FormFields<ReportForm>& all_fields() {
  static const FormFields<ReportForm> kAll = [] {
    FormFields<ReportForm> fields = kReportFields;
    for (const FormField<PeriodReport>& field : point_fields())
      fields.push_back(
          {field, [](const ReportForm& of) -> const PeriodReport& { return of.report; }});
    return fields;
  }();
  return kAll;
}

}  // namespace

const FormFields<ReportForm>& report_fields() { return all_fields(); }
const FormFields<Item>& report_item_fields() { return kItemFields; }

std::vector<std::string> recipients_of(const PeriodReport& report) {
  std::vector<std::string> recipients;
  std::set<std::string_view> known;
  for (const Item& date : report.dates)
    if (date.row->to.given && known.insert(date.row->to.value).second)
      recipients.push_back(date.row->to.value);
  return recipients;
}

std::string place_of(const Plan& plan) {
  if (plan.letterhead.place.given) return plan.letterhead.place.value;
  const std::string& name = ward_name(plan);
  for (const std::string_view word : {"phường ", "xã ", "thị trấn ", "đặc khu "})
    if (fold(name).starts_with(word)) return name.substr(word.size());
  return name;
}

const mustache::Shape& report_shape() {
  static const mustache::Shape kShape = shape_of(with_letter(all_fields()));
  return kShape;
}

mustache::Value report_value(const PeriodReport& report, const std::optional<Date>& signed_on,
                             const document::Layout* layout) {
  const Plan& plan = *report.plan;
  static const FormFields<ReportForm> kAll = with_letter(all_fields());
  return value_of(kAll, ReportForm{report, plan, signed_on,
                                   letter_of(plan, layout, signed_on.value_or(report.day),
                                             recipients_of(report))});
}

}  // namespace wardplan

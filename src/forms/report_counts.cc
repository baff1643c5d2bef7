// What reports count: items by their states, and what came due.
#include <fmt/format.h>

#include "forms/report_fields.h"

namespace wardplan {
namespace {

int all(const ReportCounts& counts) { return counts.items.total(); }
int done(const ReportCounts& counts) { return counts.items.done(); }
template <Bucket kBucket>
int in(const ReportCounts& counts) {
  return counts.items[kBucket];
}
int in_time(const ReportCounts& counts) { return counts.times.in_time; }
int came_due(const ReportCounts& counts) { return counts.times.all(); }

constexpr std::string_view kAssigned = "trong số được giao";
constexpr CountLine kCounts[] = {
    {"Tổng số được giao", all, nullptr, ""},
    {"Hoàn thành", done, all, kAssigned},
    {"Trong đó quá hạn", in<Bucket::done_late>, done, "trong số hoàn thành"},
    {"Chưa xong, chưa quá hạn", in<Bucket::open>, all, kAssigned},
    {"Quá hạn", in<Bucket::overdue>, all, kAssigned},
    {"Tạm dừng, hủy, không áp dụng", in<Bucket::aside>, all, kAssigned},
    {"Đúng hạn, tính từng lần của việc định kỳ", in_time, came_due,
     "trong số lần đã xong hoặc quá hạn", true}};

std::string_view name_of(const Counted& counted) {
  const bool all_told = counted.rebuilt && counted.line.whole == nullptr;
  return all_told ? "Số việc được nhắc tới" : counted.line.name;
}

/// `12/31 (≈38,71%)`.
std::string share_of(int part, int whole) {
  const std::string text = fmt::format("{}/{}", part, whole);
  if (whole == 0) return text;
  return fmt::format("{} ({}%)", text, in_short(*percentage(part, whole)));
}

/// The same of a line; of a rebuilt plan nothing, since nobody knows the whole.
std::string share(const Counted& counted) {
  if (counted.line.whole == nullptr || counted.rebuilt) return {};
  return share_of(counted.now(), counted.line.whole(counted.at_end));
}

std::string change(const Counted& counted) {
  if (!counted.then) return {};
  const int by = counted.now() - *counted.then;
  return by == 0 ? "không đổi" : fmt::format("{:+}", by);
}

int now_due(const DueCounts& counts) { return counts.due; }

/// One of the lines, of both.
SinceLine since_line(std::string_view name, const DueCounts& in_period, const DueCounts& year,
                     int (*of)(const DueCounts&)) {
  return {name, fmt::format("{}", of(in_period)), fmt::format("{}", of(year))};
}

}  // namespace

const FormFields<Counted>& count_fields() {
  static const FormFields<Counted> kFields = {
      {"tên", "đếm gì", "what is counted", name_of},
      {"số", "cuối kỳ", "at the end", &Counted::now},
      {"trên", "phần và tỷ lệ: `12/31 (≈38,71%)`; kế hoạch dựng lại thì trống",
       "part and share; empty of a rebuilt plan", share},
      {"cơ_sở", "tỷ lệ trong số nào", "what it is a share of",
       [](auto& of) { return of.rebuilt ? std::string_view() : of.line.of; }},
      {"kỳ_trước", "cuối kỳ trước", "at the end of the period before",
       [](auto& of) { return of.then ? fmt::format("{}", *of.then) : ""; }},
      {"thay_đổi", "tăng, giảm", "change", change},
  };
  return kFields;
}

const FormFields<SinceLine>& since_fields() {
  static const FormFields<SinceLine> kFields = {
      {"tên", "đếm gì", "what is counted", &SinceLine::name},
      {"trong_kỳ", "việc đến hạn trong kỳ", "of what came due in the period",
       &SinceLine::in_period},
      {"từ_đầu_năm", "việc đến hạn từ tháng 01 đến hết kỳ", "of what came due since January",
       &SinceLine::since_january},
  };
  return kFields;
}

std::vector<SinceLine> since_lines(const DueCounts& in_period, const DueCounts& year) {
  std::vector<SinceLine> lines = {
      since_line("Đến hạn", in_period, year, now_due),
      since_line("Hoàn thành", in_period, year,
                 [](const DueCounts& of) { return of.kept.in_time + of.kept.late; }),
      since_line("Trong đó đúng hạn", in_period, year,
                 [](const DueCounts& of) { return of.kept.in_time; }),
      since_line("Hoàn thành quá hạn", in_period, year,
                 [](const DueCounts& of) { return of.kept.late; }),
      since_line("Chưa xong, chưa quá hạn", in_period, year,
                 [](const DueCounts& of) { return of.due - of.kept.all(); }),
      since_line("Quá hạn chưa xong", in_period, year,
                 [](const DueCounts& of) { return of.kept.overdue; })};
  if (year.aside > 0)
    lines.push_back(since_line("Tạm dừng, hủy (không tính vào đến hạn)", in_period, year,
                               [](const DueCounts& of) { return of.aside; }));
  const auto rate = [](const DueCounts& of) { return share_of(of.kept.in_time, of.kept.all()); };
  lines.push_back({"Tỷ lệ đúng hạn", rate(in_period), rate(year)});
  return lines;
}

std::vector<Counted> counts_of(const ReportCounts& now, const std::optional<ReportCounts>& then,
                               bool coming_back, bool rebuilt) {
  std::vector<Counted> counts;
  for (const CountLine& line : kCounts)
    if (!line.of_times || coming_back)
      counts.push_back(
          {line, now, then ? std::optional(line.count(*then)) : std::nullopt, rebuilt});
  return counts;
}

}  // namespace wardplan

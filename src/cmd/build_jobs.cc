#include "cmd/build_jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cmd/annex.h"
#include "cmd/name_parts.h"
#include "cmd/print.h"
#include "disk/files.h"
#include "forms/document_form.h"
#include "forms/forms.h"
#include "forms/period_report.h"
#include "lists/cards.h"
#include "lists/points.h"
#include "text/file_name.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

namespace fs = std::filesystem;

std::string folder_for(const Plan& plan) {
  const std::string& id = plan.ward_id.value;
  if (const Message fault = ward_folder_fault(id); !fault.empty())
    throw Failure(say("mã phường `{}` không làm tên thư mục được: {}",
                      "the ward's id `{}` is no name for a folder: {}", shorten(id), fault));
  return id;
}

Paper paper_of(document::Document page, const Plan& plan, const Date& day,
               const BuildAsked& asked) {
  page.origin = plan_origin(plan, day);
  if (asked.options.layout) page.layout = *asked.options.layout;
  return [page = std::move(page), day](const Format& format) -> Printed {
    return {page_bytes(page, format, day), format.name == "csv" ? left_out_of_csv(page) : 0};
  };
}

BuildJob table_job(const std::string& start, const Plan& plan, const BuildAsked& asked) {
  return {start + "table", "table", [&plan, &asked]() -> Paper {
            const auto* said = said_layout(asked.options.layout, asked.as_of);
            const auto* layout = said != nullptr ? said : &plan_layout(plan, asked.as_of);
            Sheet sheet = plan_table(plan, {.as_of = asked.as_of});
            sheet.origin = plan_origin(plan, asked.as_of);
            Sheet paper = sheet;
            add_point_sums(paper, plan, std::nullopt);
            return [sheet = std::move(sheet), paper = std::move(paper),
                    layout](const Format& format) -> Printed {
              const bool data = format.kind == FormatKind::data;
              return {sheet_bytes(data ? sheet : paper, format, *layout, {})};
            };
          }};
}

BuildJob form_job(const std::string& path, const Form& form, const Plan& plan,
                  std::vector<std::size_t> rows, std::optional<std::string> by,
                  const BuildAsked& asked) {
  return {path, "form", [&form, &plan, &asked, rows = std::move(rows), by = std::move(by)] {
            const FormRequest request{.as_of = asked.as_of,
                                      .by = by,
                                      .layout = said_layout(asked.options.layout, asked.as_of)};
            return paper_of(filled_page(form, asked.own, movement_value(plan, rows, request)), plan,
                            asked.as_of, asked);
          }};
}

/// One of the first form for each registrant, of the others one.
void add_forms(const std::string& start, const Plan& plan, const BuildAsked& asked,
               std::vector<BuildJob>& jobs) {
  const auto listed = listed_models(plan, asked.as_of);
  const auto is_told = [&](const std::vector<std::size_t>& rows) {
    return std::ranges::any_of(rows,
                               [&](std::size_t row) { return is_detailed(plan.rows[row].model); });
  };
  for (const Form& form : forms()) {
    if (!form.of_movement) continue;
    const bool where_told = form.built == Form::Built::where_told;
    const std::string path = start + std::string(form.name);
    if (!form.one_registrant) {
      jobs.push_back(form_job(path, form, plan, listed, {}, asked));
      continue;
    }
    const auto all = by_registrant(plan, listed);
    const auto names =
        texts(all, [&](const auto& rows) { return plan.rows[rows.front()].model.by.value; });
    const std::vector<std::string> parts = distinct_name_parts(names);
    for (std::size_t at = 0; at < all.size(); ++at)
      if (!where_told || is_told(all[at]))
        jobs.push_back(
            form_job(fmt::format("{}-{}", path, parts[at]), form, plan, all[at], names[at], asked));
  }
}

/// The whole paper around a table or forms.
BuildJob document_job(const std::string& start, const Plan& plan, const BuildAsked& asked) {
  return {start + "document", "document", [&plan, &asked] {
            const Date day = day_of_issue(plan, asked.as_of);
            const auto value =
                document_value(plan, asked.as_of, said_layout(asked.options.layout, day));
            document::Document page = filled_page(*find_form("document"), asked.own, value);
            add_annex(plan, day, page);
            return paper_of(std::move(page), plan, day, asked);
          }};
}

BuildJob report_job(const std::string& start, const Project& project, const Plan& plan,
                    const Period& period, const BuildAsked& asked) {
  return {start + "report-" + period_token(period), "report", [&project, &plan, period, &asked] {
            const PeriodReport report =
                report_of(project, plan, period, cutoff_of(plan), asked.as_of, asked.soon);
            const auto value =
                report_value(report, std::nullopt, said_layout(asked.options.layout, report.day));
            return paper_of(filled_page(*find_form("report"), asked.own, value), plan, report.day,
                            asked);
          }};
}

}  // namespace

std::optional<Period> report_period(const Plan& plan, const BuildOptions& options,
                                    const Date& as_of) {
  const std::string token = options.period.value_or(fmt::format("{}", plan.year.value));
  const Period period = *parse_period(token, cutoff_of(plan));
  if (!has_days_in(period, plan.year.value) || period.days.first > as_of) return std::nullopt;
  return period;
}

bool is_built(const BuildOptions& options, std::string_view part) {
  return options.only.empty() || std::ranges::find(options.only, part) != options.only.end();
}

const HashedFile& FileHashes::operator()(FileId file) {
  const auto [known, fresh] = known_.try_emplace(file);
  const Source& source = project_.sources[file];
  if (fresh) known->second = {source.path(), sha256(source.bytes())};
  return known->second;
}

std::vector<HashedFile> FileHashes::of(const Plan& plan) {
  std::vector<HashedFile> files = {(*this)(plan.file)};
  if (plan.ward != nullptr) files.push_back((*this)(plan.ward->file));
  if (plan.catalogue != nullptr) files.push_back((*this)(plan.catalogue->file));
  std::set<FileId> carried;
  for (const Row& row : plan.rows)
    if (row.carried.from != nullptr && carried.insert(row.carried.from->file).second)
      files.push_back((*this)(row.carried.from->file));
  return files;
}

Message ward_folder_fault(const std::string& id) {
  if (fold(id).starts_with("summary.") || fold(id).starts_with("manifest.") ||
      fold(id).starts_with("index."))
    return {"bản in chung mang tên ấy", "a paper of all wards has that name"};
  return folder_name_fault(id);
}

std::string plan_start(const Project& project, const Plan& plan) {
  const fs::path file = project.sources[plan.file].path();
  // What is put behind it is `-m1-` with a registrant, or `-report-2023-09`, and an ending.
  constexpr std::size_t kRoom = 16 + kLongestNamePart;
  if (file.stem().native().size() + kRoom > kLongestFileName)
    throw Failure(Message("tên tệp dài quá để đặt tên bản in; rút ngắn lại",
                          "its file has too long a name for those of papers; make it shorter"));
  return (fs::path(folder_for(plan)) / file.stem()).generic_string() + "-";
}

BuildJobs plan_jobs(const Project& project, const Plan& plan, FileHashes& hashes,
                    const std::string& start, const BuildAsked& asked) {
  BuildJobs made{.from = hashes.of(plan), .jobs = {}};
  const BuildOptions& options = asked.options;
  if (plan.kind == RecordKind::movement) {
    if (is_built(options, "form")) add_forms(start, plan, asked, made.jobs);
  } else if (is_built(options, "table")) {
    made.jobs.push_back(table_job(start, plan, asked));
  }
  if (plan.document.given() && is_built(options, "document"))
    made.jobs.push_back(document_job(start, plan, asked));
  if (const auto period = report_period(plan, options, asked.as_of);
      period && is_built(options, "report"))
    made.jobs.push_back(report_job(start, project, plan, *period, asked));
  return made;
}

BuildJobs ward_page_jobs(const Project& project, const std::string& folder, WardOfPage ward,
                         std::vector<HashedFile> from, const PageAsked& asked) {
  return {std::move(from),
          {{folder + "/index", "pages", [&project, ward = std::move(ward), asked]() -> Paper {
              return [bytes = ward_page(project, ward, asked)](const Format&) -> Printed {
                return {bytes};
              };
            }}}};
}

BuildJobs summary_jobs(const Summary& summary, std::vector<HashedFile> from,
                       const std::optional<std::string>& layout, Lang lang) {
  const auto write = [&summary, &layout, lang](const Format& format) -> Printed {
    const SummaryShow show{.lang = lang};
    return {format.kind == FormatKind::data
                ? written_by(format.sheet, summary_sheet(summary, show), {})
                : summary_page(summary, show, format, layout)};
  };
  return {std::move(from), {{"summary", "summary", [write]() -> Paper { return write; }}}};
}

}  // namespace wardplan

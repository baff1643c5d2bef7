// Flags of the commands that make papers: form, report, templates; summary, build.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "cli/flags.h"
#include "figures/numerals.h"
#include "forms/forms.h"
#include "text/quoted.h"
#include "times/period.h"

namespace wardplan {
namespace {

constexpr Shapes kBuilt = {.document = true};

/// Those of the known words that were said, each once.
std::vector<std::string> chosen(std::string_view option, const std::vector<std::string>& said,
                                const std::vector<std::string>& known) {
  std::vector<std::string> words;
  for (const std::string& word : split_commas(said)) {
    require_choice(option, word, known);
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  }
  return words;
}

/// `m2=mau-m2.html`, each form once.
std::map<std::string, std::string> templates_by_form(const std::vector<std::string>& said) {
  std::map<std::string, std::string> files;
  for (const std::string& one : said) {
    const std::size_t sign = one.find('=');
    if (sign == std::string::npos || sign + 1 == one.size())
      wrong_usage(say("`--template {}` không nói mẫu nào hay tệp nào; viết như `m2=mau-m2.html`",
                      "`--template {}` lacks the form or the file; write it as `m2=my-m2.html`",
                      one));
    const std::string form = one.substr(0, sign);
    std::vector<std::string> built;
    for (const Form& known : forms())
      if (known.built != Form::Built::never) built.emplace_back(known.name);
    require_choice("--template", form, built);
    if (!files.emplace(form, one.substr(sign + 1)).second)
      wrong_usage(
          say("`--template` nêu hai mẫu cho `{}`", "`--template` names two for `{}`", form));
  }
  return files;
}

/// The settings' templates of forms for which none was named.
void add_usual_templates(std::map<std::string, std::string>& files, const Io& io) {
  for (const Form& form : forms())
    if (form.built != Form::Built::never)
      if (auto file = template_in_settings(io, form.name))
        files.emplace(form.name, std::move(*file));
}

/// Data is what a template would be filled with, and needs none.
void judge_paper(OutputOptions& output, std::optional<std::string>& template_name,
                 std::string_view form, const Io& io) {
  judge_output(output);
  const bool filled = !format_named(output.format).fields;
  if (filled && !template_name) template_name = template_in_settings(io, form);
  if (template_name && !filled)
    wrong_usage(say("`--format {0}` in dữ liệu, không dùng `--template`",
                    "`--format {0}` gives the data and takes no `--template`", output.format));
}

}  // namespace

void require_period(const std::string& value) {
  if (!parse_period(value)) wrong_usage(no_period(value));
}

namespace {

std::vector<std::string> movement_forms() {
  std::vector<std::string> names;
  for (const Form& known : forms())
    if (known.of_movement) names.emplace_back(known.name);
  return names;
}

}  // namespace

std::vector<Flag> form_flags(Parsed& parsed) {
  FormOptions& form = parsed.form;
  return join(
      {among(
           movement_forms(),
           flag("FORM", {"m1, m1-chi-tiet, m2 hoặc m3", "m1, m1-chi-tiet, m2 or m3"}, &form.form)),
       taking(Takes::record,
              flag("FILE", {"tệp phong trào, hoặc `-`", "a movement's file, or `-`"}, &form.path)),
       taking(Takes::registrant,
              flag("--by", "NAME",
                   {"mẫu m1: tên tập thể, cá nhân đăng ký", "form m1: who registered"}, &form.by)),
       flag("--signed", "DATE",
            {"ngày ghi ở đầu mẫu; không nêu thì để dòng chấm",
             "day that stands above the form; without it dots"},
            &parsed.signed_on),
       template_flag(form.template_name), as_of_flag(parsed)},
      output_flags(form.output));
}

int run_form(Parsed& parsed, Io& io) {
  FormOptions& form = parsed.form;
  require_argument(form.form, "FORM");
  if (form.form == "document")
    wrong_usage({"văn bản mà biểu kèm theo in bằng `wardplan document FILE`",
                 "the document around a table is printed by `wardplan document FILE`"});
  if (form.form == "report")
    wrong_usage({"báo cáo kỳ in bằng `wardplan report FILE --period …`",
                 "reports of a period are printed by `wardplan report FILE --period …`"});
  require_choice("FORM", form.form, movement_forms());
  require_argument(form.path, "FILE");
  judge_paper(form.output, form.template_name, form.form, io);
  if (form.by && !find_form(form.form)->one_registrant)
    wrong_usage(say("mẫu `{}` không dùng `--by`", "form `{}` takes no `--by`", form.form));
  if (parsed.signed_on) form.signed_on = require_date("--signed", *parsed.signed_on);
  return form_command(form, io);
}

std::vector<Flag> document_flags(Parsed& parsed) {
  DocumentOptions& made = parsed.document;
  return join({plan_flag(made.path), template_flag(made.template_name), as_of_flag(parsed)},
              output_flags(made.output));
}

int run_document(Parsed& parsed, Io& io) {
  DocumentOptions& made = parsed.document;
  require_argument(made.path, "FILE");
  judge_paper(made.output, made.template_name, "document", io);
  return document_command(made, io);
}

std::vector<Flag> report_flags(Parsed& parsed) {
  ReportOptions& report = parsed.report;
  return join(
      {taking(Takes::record, flag("FILE",
                                  {"tệp kế hoạch, nhiều tệp hay thư mục của một phường, hoặc `-`",
                                   "a plan file, several or the folder of one ward, or `-`"},
                                  &report.paths)),
       flag("--period", "PERIOD",
            {"kỳ: 2023-06, 2023-Q2, 2023-H1, 2023-9M hoặc 2023; hay bằng chữ: `9 tháng 2023`",
             "2023-06, 2023-Q2, 2023-H1, 2023-9M or 2023; or in words: `9 tháng 2023`"},
            &report.period),
       flag("--cutoff", "DAY",
            {"ngày chốt: 14 thì tháng 6 là từ 15/5 đến 14/6; 0 là theo lịch",
             "day that months end on: with 14 June is 15 May to 14 June; 0: by the calendar"},
            &parsed.cutoff),
       flag("--cumulative",
            {"thêm bảng cộng dồn: việc đến hạn và số liệu từ tháng 01 đến hết kỳ; tự có khi một "
             "báo cáo của kế hoạch ghi kỳ ấy ở `sums`",
             "with what came due and the figures since January; by itself where a report of the "
             "plan has such periods in `sums`"},
            &report.cumulative),
       flag("--signed", "DATE",
            {"ngày ghi ở đầu báo cáo; không nêu thì để dòng chấm",
             "day that stands above the report; without it dots"},
            &parsed.signed_on),
       template_flag(report.template_name), as_of_flag(parsed)},
      output_flags(report.output));
}

int run_report(Parsed& parsed, Io& io) {
  ReportOptions& report = parsed.report;
  require_argument(report.paths.empty() ? std::string() : report.paths.front(), "FILE");
  require_argument(report.period, "--period");
  judge_paper(report.output, report.template_name, "report", io);
  if (parsed.cutoff) report.cutoff = require_number("--cutoff", *parsed.cutoff, 0, 28);
  require_period(report.period);
  if (parsed.signed_on) report.signed_on = require_date("--signed", *parsed.signed_on);
  return report_command(report, io);
}

namespace {

std::vector<std::string> template_actions() { return {"list", "show", "fields", "check"}; }

}  // namespace

std::vector<Flag> templates_flags(Parsed& parsed) {
  TemplatesOptions& templates = parsed.templates;
  return {
      among(
          template_actions(),
          flag(
              "ACTION",
              {"list: các mẫu; show: in mẫu có sẵn để sửa; fields: các trường dùng được; check: "
               "kiểm "
               "tra mẫu riêng",
               "list: the forms; show: a shipped template, to begin one's own; fields: what it can "
               "use; check: judge one's own"},
              &templates.action)),
      taking(Takes::form,
             flag("NAME",
                  {"tên mẫu; với check là tệp mẫu", "name of a form; of check a template's file"},
                  &templates.name)),
      taking(Takes::form,
             flag("--form", "FORM",
                  {"check, fields: mẫu dùng cho biểu nào, nếu tên tệp không nói",
                   "check, fields: the form that it is for, where the file's name doesn't say"},
                  &templates.form)),
      flag("-o,--output", "FILE", {"show: ghi vào tệp này", "show: write to this file"},
           &templates.output),
      format_flag(templates.answer)};
}

int run_templates(Parsed& parsed, Io& io) {
  TemplatesOptions& templates = parsed.templates;
  require_argument(templates.action, "ACTION");
  require_choice("ACTION", templates.action, template_actions());
  const bool shows = templates.action == "show";
  if (templates.action == "list" && !templates.name.empty())
    wrong_usage({"`templates list` không nhận tên", "`templates list` takes no name"});
  if (templates.action != "list") require_argument(templates.name, "NAME");
  if (templates.output && !shows)
    wrong_usage({"`-o` đi cùng `templates show`", "`-o` goes with `templates show`"});
  if (templates.form && (shows || templates.action == "list"))
    wrong_usage(
        {"`--form` đi cùng `check` và `fields`", "`--form` goes with `check` and `fields`"});
  if (templates.answer.said_format && templates.action != "list" && templates.action != "fields")
    wrong_usage(
        {"`--format` đi cùng `list` và `fields`", "`--format` goes with `list` and `fields`"});
  judge_output(templates.answer);
  return templates_command(templates, io);
}

std::vector<Flag> summary_flags(Parsed& parsed) {
  SummaryOptions& summary = parsed.summary;
  return join(
      {paths_flag(summary.paths),
       taking(Takes::group_key, flag("--by", "KEY",
                                     {"cộng theo một nhóm ở tệp phường (`groups`), như `district`",
                                      "sum by a key of the wards' `groups`, such as `district`"},
                                     &summary.by)),
       flag("--year", "YEAR",
            {"chỉ đếm hồ sơ của năm này (mặc định: năm của `--period`, không có thì mọi năm)",
             "count plans of this year only (default: that of `--period`, else all)"},
            &parsed.year),
       flag("--period", "PERIOD",
            {"nêu phường chưa có kết quả trong kỳ này: 2023-Q2…",
             "name the wards without a report for this period: 2023-Q2…"},
            &summary.period),
       flag("--cutoff", "DAY",
            {"ngày chốt của kỳ; 0 là theo lịch", "day that months of the period end on"},
            &parsed.cutoff),
       flag(
           "--since", "DATE",
           {"nêu thay đổi sau ngày này: việc mới hoàn thành, mới quá hạn, số lần cập nhật của từng "
            "phường, phường không cập nhật gì",
            "tell what changed after this day: items newly done and overdue, the entries of each "
            "ward, wards without any"},
           &parsed.since),
       flag("--explain", {"liệt kê từng việc đã đếm", "list the items that were counted"},
            &summary.explain),
       flag("--targets",
            {"thay các số đếm bằng chỉ tiêu của kế hoạch cấp trên và phần của từng phường, theo "
             "`serves` ở các việc",
             "instead of counts the targets of plans above and each ward's share, by the `serves` "
             "of items"},
            &summary.targets),
       threads_flag(parsed), as_of_flag(parsed), soon_flag(parsed)},
      output_flags(summary.output));
}

int run_summary(Parsed& parsed, Io& io) {
  SummaryOptions& summary = parsed.summary;
  // Of one table it makes no difference: every format has it.
  judge_output(summary.output);
  if (summary.targets && (summary.by || summary.period || parsed.since || summary.explain))
    wrong_usage({"`--targets` không đi cùng `--by`, `--period`, `--since`, `--explain`",
                 "`--targets` doesn't go with `--by`, `--period`, `--since` or `--explain`"});
  if (summary.period) require_period(*summary.period);
  if (parsed.year) summary.year = require_number("--year", *parsed.year, kFirstYear, kLastYear);
  if (parsed.cutoff && !summary.period)
    wrong_usage({"`--cutoff` đi cùng `--period`", "`--cutoff` goes with `--period`"});
  if (parsed.cutoff) summary.cutoff = require_number("--cutoff", *parsed.cutoff, 0, 28);
  if (summary.year && summary.period && parse_period(*summary.period)->year != *summary.year)
    wrong_usage(say("`--year {}` và `--period {}` là hai năm khác nhau",
                    "`--year {}` and `--period {}` are of two years", *summary.year,
                    *summary.period));
  if (parsed.since) summary.since = require_date("--since", *parsed.since);
  if (summary.since && *summary.since >= io.as_of)
    wrong_usage(say("`--since` phải trước ngày tính đến ({}), ở đây là {}",
                    "`--since` must be before the day that is asked about ({}), here it is {}",
                    written(io.as_of), written(*summary.since)));
  return summary_command(summary, io);
}

std::vector<Flag> build_flags(Parsed& parsed) {
  BuildOptions& build = parsed.build;
  const std::string formats = fmt::format("{}", fmt::join(formats_for(kBuilt), ", "));
  const std::string parts = fmt::format("{}", fmt::join(kBuildParts, ", "));
  return {
      flag("PATH",
           {"tệp, thư mục (mặc định: thư mục này)", "files, folders (default: this folder)"},
           &build.paths),
      flag("-o,--output", "FOLDER", {"thư mục nhận mọi tệp", "folder that gets all files"},
           &build.folder),
      list_of(
          formats_for(kBuilt),
          flag("--format", "WORDS", {formats + "; không nêu: tất cả", formats + "; otherwise all"},
               &parsed.formats)),
      list_of({kBuildParts.begin(), kBuildParts.end()},
              flag("--only", "WORDS", {parts + "; không nêu: tất cả", parts + "; otherwise all"},
                   &parsed.only)),
      flag("--period", "PERIOD",
           {"kỳ của báo cáo; không nêu: cả năm của mỗi kế hoạch",
            "period of the reports; otherwise the year of each plan"},
           &build.period),
      layout_flag(build.layout),
      flag("--template", "FORM=FILE",
           {"mẫu riêng .html cho một biểu (m1, m1-chi-tiet, m2, m3, report); dùng được nhiều lần",
            "a template of your own, .html, for a form (m1, m1-chi-tiet, m2, m3, report); may "
            "be repeated"},
           &parsed.own_templates),
      flag("--prune",
           {"xóa những tệp lần trước đã in mà lần này không còn, nếu chưa ai sửa",
            "remove what runs before made and this one doesn't, where nobody changed it"},
           &build.prune),
      threads_flag(parsed),
      as_of_flag(parsed)};
}

int run_build(Parsed& parsed, Io& io) {
  BuildOptions& build = parsed.build;
  require_argument(build.folder, "-o");
  const auto known = formats_for(kBuilt);
  build.formats = chosen("--format", parsed.formats, known);
  build.only = chosen("--only", parsed.only, {kBuildParts.begin(), kBuildParts.end()});
  if (build.formats.empty()) build.formats = known;
  if (build.period) require_period(*build.period);
  require_layout(build.layout);
  build.templates = templates_by_form(parsed.own_templates);
  add_usual_templates(build.templates, io);
  return build_command(build, io);
}

}  // namespace wardplan

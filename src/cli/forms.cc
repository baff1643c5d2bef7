// Flags of the commands that print from templates: form, templates.
#include "forms/forms.h"
#include "cli/flags.h"

namespace wardplan {

std::vector<Flag> form_flags(Parsed& parsed) {
  FormOptions& form = parsed.form;
  return join({flag("FORM", {"m1, m2 hoặc m3", "m1, m2 or m3"}, &form.form),
               flag("FILE", {"tệp phong trào, hoặc `-`", "a movement's file, or `-`"}, &form.path),
               flag("--by", "NAME",
                    {"mẫu m1: tên tập thể, cá nhân đăng ký", "form m1: who registered"}, &form.by),
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
  std::vector<std::string> names;
  for (const Form& known : forms())
    if (known.of_movement) names.emplace_back(known.name);
  if (form.form == "report")
    wrong_usage({"báo cáo kỳ in bằng `wardplan report FILE --period …`",
                 "reports of a period are printed by `wardplan report FILE --period …`"});
  require_choice("FORM", form.form, names);
  require_argument(form.path, "FILE");
  judge_output(form.output);
  if (form.by && !find_form(form.form)->one_registrant)
    wrong_usage(say("mẫu `{}` không dùng `--by`", "form `{}` takes no `--by`", form.form));
  if (parsed.signed_on) form.signed_on = require_date("--signed", *parsed.signed_on);
  return form_command(form, io);
}

std::vector<Flag> report_flags(Parsed& parsed) {
  ReportOptions& report = parsed.report;
  return join(
      {plan_flag(report.path),
       flag("--period", "PERIOD",
            {"kỳ: 2023-06, 2023-Q2, 2023-H1, 2023-9M hoặc 2023",
             "2023-06, 2023-Q2, 2023-H1, 2023-9M or 2023"},
            &report.period),
       flag("--cutoff", "DAY",
            {"ngày chốt: 14 thì tháng 6 là từ 15/5 đến 14/6; 0 là theo lịch",
             "day that months end on: with 14 June is 15 May to 14 June; 0: by the calendar"},
            &parsed.cutoff),
       flag("--signed", "DATE",
            {"ngày ghi ở đầu báo cáo; không nêu thì để dòng chấm",
             "day that stands above the report; without it dots"},
            &parsed.signed_on),
       template_flag(report.template_name), as_of_flag(parsed)},
      output_flags(report.output));
}

int run_report(Parsed& parsed, Io& io) {
  ReportOptions& report = parsed.report;
  require_argument(report.path, "FILE");
  require_argument(report.period, "--period");
  judge_output(report.output);
  if (parsed.cutoff) report.cutoff = require_number("--cutoff", *parsed.cutoff, 0, 28);
  require_period(report.period);
  if (parsed.signed_on) report.signed_on = require_date("--signed", *parsed.signed_on);
  return report_command(report, io);
}

std::vector<Flag> templates_flags(Parsed& parsed) {
  TemplatesOptions& templates = parsed.templates;
  return {
      flag("ACTION",
           {"list: các mẫu; show: in mẫu có sẵn để sửa; fields: các trường dùng được; check: kiểm "
            "tra mẫu riêng",
            "list: the forms; show: a shipped template, to begin one's own; fields: what it can "
            "use; check: judge one's own"},
           &templates.action),
      flag("NAME", {"tên mẫu; với check là tệp mẫu", "name of a form; of check a template's file"},
           &templates.name),
      flag("--form", "FORM",
           {"check, fields: mẫu dùng cho biểu nào, nếu tên tệp không nói",
            "check, fields: the form that it is for, where the file's name doesn't say"},
           &templates.form),
      flag("-o,--output", "FILE", {"show: ghi vào tệp này", "show: write to this file"},
           &templates.output)};
}

int run_templates(Parsed& parsed, Io& io) {
  TemplatesOptions& templates = parsed.templates;
  require_argument(templates.action, "ACTION");
  require_choice("ACTION", templates.action, {"list", "show", "fields", "check"});
  const bool shows = templates.action == "show";
  if (templates.action == "list" && !templates.name.empty())
    wrong_usage({"`templates list` không nhận tên", "`templates list` takes no name"});
  if (templates.action != "list") require_argument(templates.name, "NAME");
  if (templates.output && !shows)
    wrong_usage({"`-o` đi cùng `templates show`", "`-o` goes with `templates show`"});
  if (templates.form && (shows || templates.action == "list"))
    wrong_usage(
        {"`--form` đi cùng `check` và `fields`", "`--form` goes with `check` and `fields`"});
  return templates_command(templates, io);
}

}  // namespace wardplan

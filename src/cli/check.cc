// Flags of the commands that look at whole files, and at one word: check, table, explain.
#include "cli/flags.h"
#include "diag/render.h"
#include "document/layout.h"
#include "figures/numerals.h"
#include "text/quoted.h"

namespace wardplan {

std::vector<Flag> check_flags(Parsed& parsed) {
  return {paths_flag(parsed.check.paths),
          flag("--format", "WORD", {"text, short hoặc json", "text, short or json"},
               &parsed.check.format),
          flag("--fail-on", "WORD",
               {"mức làm mã thoát là 1: warning (mặc định) hoặc error",
                "what makes the exit code 1: warning (default) or error"},
               &parsed.fail_on),
          threads_flag(parsed), as_of_flag(parsed)};
}

int run_check(Parsed& parsed, Io& io) {
  require_choice("--format", parsed.check.format, texts(report_formats(), &ReportFormat::name));
  require_choice("--fail-on", parsed.fail_on, {"error", "warning"});
  parsed.check.fail_on = parsed.fail_on == "error" ? Severity::error : Severity::warning;
  return check_command(parsed.check, io);
}

std::vector<Flag> table_flags(Parsed& parsed) {
  return join({plan_flag(parsed.table.path),
               flag("--with-state",
                    {"thêm cột Tình trạng và Kết quả", "with the columns Tình trạng and Kết quả"},
                    &parsed.table.with_state),
               flag("--layout", "NAME",
                    {"bố cục của docx, html: nha-nuoc (mặc định) hoặc dang",
                     "layout of docx and html: nha-nuoc (state, default) or dang (Party)"},
                    &parsed.table.output.layout),
               as_of_flag(parsed), soon_flag(parsed)},
              output_flags(parsed.table.output));
}

int run_table(Parsed& parsed, Io& io) {
  require_argument(parsed.table.path, "FILE");
  judge_output(parsed.table.output);
  require_choice("--layout", parsed.table.output.layout, document::layout_names());
  // A document's layout is the one in force on the day.
  const OutputOptions& output = parsed.table.output;
  const bool by_day = parsed.table.with_state ||
                      shape_for(format_named(output.format), output.shapes) == Shape::document;
  if ((!by_day && parsed.as_of) || (!parsed.table.with_state && parsed.soon))
    wrong_usage({"`--as-of` và `--soon` đi cùng `--with-state`",
                 "`--as-of` and `--soon` go with `--with-state`"});
  return table_command(parsed.table, io);
}

std::vector<Flag> explain_flags(Parsed& parsed) {
  return {
      flag("CODE",
           {"mã như P401; bỏ trống để liệt kê tất cả", "a code such as P401; none lists them all"},
           &parsed.code)};
}

int run_explain(Parsed& parsed, Io& io) { return explain_command(parsed.code, io); }

std::vector<Flag> explain_date_flags(Parsed& parsed) {
  return {
      flag("TEXT",
           {"như ghi trong kế hoạch: `Tháng 6, 11/2023`", "as a plan has it: `Tháng 6, 11/2023`"},
           &parsed.explain_date.text),
      flag("--year", "YEAR",
           {"năm của kế hoạch (mặc định: năm nay)", "year of the plan (default: this one)"},
           &parsed.year),
      format_flag(parsed.explain_date.output)};
}

int run_explain_date(Parsed& parsed, Io& io) {
  require_argument(parsed.explain_date.text, "TEXT");
  judge_output(parsed.explain_date.output);
  parsed.explain_date.year = parsed.year
                                 ? require_number("--year", *parsed.year, kFirstYear, kLastYear)
                                 : static_cast<int>(io.as_of.year());
  return explain_date_command(parsed.explain_date, io);
}

}  // namespace wardplan

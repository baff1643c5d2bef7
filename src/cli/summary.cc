// Flags of the command that counts many wards.
#include "cli/flags.h"
#include "cli/judge.h"
#include "time/period.h"

namespace wardplan {

std::vector<Flag> summary_flags(Parsed& parsed) {
  SummaryOptions& summary = parsed.summary;
  return join({{"PATH",
                "",
                {"tệp, thư mục, hoặc `-` (mặc định: thư mục này)",
                 "files, folders, or `-` (default: this folder)"},
                &summary.paths},
               {"--by",
                "KEY",
                {"cộng theo một nhóm ở tệp phường (`groups`), như `district`",
                 "sum by a key of the wards' `groups`, such as `district`"},
                &summary.by},
               {"--period",
                "PERIOD",
                {"nêu phường chưa có kết quả trong kỳ này: 2023-Q2…",
                 "name the wards without a report for this period: 2023-Q2…"},
                &summary.period},
               {"--cutoff",
                "DAY",
                {"ngày chốt của kỳ; 0 là theo lịch", "day that months of the period end on"},
                &parsed.cutoff},
               {"--explain",
                "",
                {"liệt kê từng việc đã đếm", "list the items that were counted"},
                &summary.explain},
               as_of_flag(parsed),
               soon_flag(parsed)},
              output_flags(summary.output, {"text (mặc định), md, csv, json hoặc html",
                                            "text (default), md, csv, json or html"}));
}

int run_summary(Parsed& parsed, Io& io) {
  SummaryOptions& summary = parsed.summary;
  judge_output(summary.output, {"text", "md", "csv", "json", "html"});
  if (summary.period && !parse_period(*summary.period))
    wrong_usage(say("`{}` không phải là kỳ; viết 2023-06, 2023-Q2, 2023-H1, 2023-9M hoặc 2023",
                    "`{}` is no period; write 2023-06, 2023-Q2, 2023-H1, 2023-9M or 2023",
                    *summary.period));
  if (parsed.cutoff && !summary.period)
    wrong_usage({"`--cutoff` đi cùng `--period`", "`--cutoff` goes with `--period`"});
  if (parsed.cutoff) summary.cutoff = require_number("--cutoff", *parsed.cutoff, 0, 28);
  if (summary.paths.empty()) summary.paths = {"."};
  summary.soon = judge_soon(parsed);
  summary.common = parsed.common;
  return summary_command(summary, io);
}

}  // namespace wardplan

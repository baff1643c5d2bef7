// Flags of the commands that measure how work goes: assess.
#include "cli/flags.h"
#include "text/quoted.h"

namespace wardplan {

std::vector<Flag> assess_flags(Parsed& parsed) {
  AssessOptions& assess = parsed.assess;
  return join(
      {paths_flag(assess.paths),
       among(texts(assess_by_words(), &AssessByWord::token),
             flag("--by", "WORD",
                  {"mỗi dòng là: leader (lãnh đạo, mặc định), unit (đơn vị chủ trì), ward "
                   "(phường), month (tháng), quarter (quý)",
                   "what a row is of: leader (default), unit, ward, month or quarter"},
                  &parsed.assess_by)),
       flag("--period", "PERIOD",
            {"chỉ tính việc đến hạn trong kỳ này: 2026-09, 2026-Q3, 2026-H1, 2026-9M, 2026",
             "only what is due in this period: 2026-09, 2026-Q3, 2026-H1, 2026-9M, 2026"},
            &assess.period),
       flag("--cutoff", "DAY",
            {"ngày chốt của tháng; 0 là theo lịch", "day that months end on; 0: by the calendar"},
            &parsed.cutoff),
       threads_flag(parsed), as_of_flag(parsed), soon_flag(parsed)},
      output_flags(assess.output));
}

int run_assess(Parsed& parsed, Io& io) {
  AssessOptions& assess = parsed.assess;
  judge_output(assess.output);
  if (assess.period) require_period(*assess.period);
  if (parsed.cutoff) assess.cutoff = require_number("--cutoff", *parsed.cutoff, 0, 28);
  if (parsed.assess_by) {
    require_choice("--by", *parsed.assess_by, texts(assess_by_words(), &AssessByWord::token));
    for (const AssessByWord& word : assess_by_words())
      if (word.token == *parsed.assess_by) assess.by = word.by;
  }
  return assess_command(assess, io);
}

}  // namespace wardplan

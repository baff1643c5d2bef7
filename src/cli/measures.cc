// Flags of the commands that measure how work goes, or give on what is to be measured: assess,
// export.
#include "cli/flags.h"
#include "text/file_name.h"
#include "text/quoted.h"
#include "text/utf8.h"

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

std::vector<Flag> export_flags(Parsed& parsed) {
  ExportOptions& exported = parsed.exported;
  return {paths_flag(exported.paths),
          taking(Takes::folder, flag("-o,--output", "FOLDER",
                                     {"thư mục nhận các bảng, làm mới nếu chưa có",
                                      "folder for the tables, made where "
                                      "it isn't there"},
                                     &exported.folder)),
          among({"jsonl", "csv"},
                flag("--format", "WORD", {"jsonl (mặc định) hoặc csv", "jsonl (default) or csv"},
                     &exported.format)),
          taking(Takes::group_key,
                 flag("--by", "KEY",
                      {"chia tệp theo cấp trên của phường, ngoài năm: province",
                       "part the files by what wards belong to, beside the year: province"},
                      &exported.group)),
          flag("--part", "NAME",
               {"tên tệp của lần xuất này, để ghép với lần khác (mặc định: data)",
                "what files of this run are called, to lie beside others (default: data)"},
               &exported.part),
          threads_flag(parsed),
          as_of_flag(parsed),
          soon_flag(parsed)};
}

int run_export(Parsed& parsed, Io& io) {
  ExportOptions& exported = parsed.exported;
  require_choice("--format", exported.format, {"jsonl", "csv"});
  require_argument(exported.folder, "-o FOLDER");
  if (exported.group && exported.group->empty())
    wrong_usage({"`--by` không nêu khóa nào", "`--by` names no key"});
  for (const std::string_view field : {"year", "ward", "plan"})
    if (exported.group && fold(*exported.group) == field)
      wrong_usage(say("`--by {0}`: các bảng đã có cột `{0}`",
                      "`--by {0}`: the tables have a column `{0}` of their own", field));
  if (const Message fault = folder_name_fault(exported.part); !fault.empty())
    wrong_usage(say("`--part {}` không làm tên tệp được: {}",
                    "`--part {}` is no name for a file: {}", shorten(exported.part), fault));
  return export_command(exported, io);
}

}  // namespace wardplan

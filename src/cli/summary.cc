// Flags of the commands over many wards: summary, build.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/flags.h"
#include "figures/numerals.h"
#include "times/period.h"

namespace wardplan {

std::vector<Flag> summary_flags(Parsed& parsed) {
  SummaryOptions& summary = parsed.summary;
  return join(
      {paths_flag(summary.paths),
       flag("--by", "KEY",
            {"cộng theo một nhóm ở tệp phường (`groups`), như `district`",
             "sum by a key of the wards' `groups`, such as `district`"},
            &summary.by),
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
       flag("--explain", {"liệt kê từng việc đã đếm", "list the items that were counted"},
            &summary.explain),
       threads_flag(parsed), as_of_flag(parsed), soon_flag(parsed)},
      output_flags(summary.output));
}

int run_summary(Parsed& parsed, Io& io) {
  SummaryOptions& summary = parsed.summary;
  judge_output(summary.output);
  if (summary.period) require_period(*summary.period);
  if (parsed.year) summary.year = require_number("--year", *parsed.year, kFirstYear, kLastYear);
  if (parsed.cutoff && !summary.period)
    wrong_usage({"`--cutoff` đi cùng `--period`", "`--cutoff` goes with `--period`"});
  if (parsed.cutoff) summary.cutoff = require_number("--cutoff", *parsed.cutoff, 0, 28);
  if (summary.year && summary.period && parse_period(*summary.period)->year != *summary.year)
    wrong_usage(say("`--year {}` và `--period {}` là hai năm khác nhau",
                    "`--year {}` and `--period {}` are of two years", *summary.year,
                    *summary.period));
  summary.soon = judge_soon(parsed);
  summary.threads = judge_threads(parsed);
  return summary_command(summary, io);
}

namespace {

/// What `build` makes of every record.
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

}  // namespace

std::vector<Flag> build_flags(Parsed& parsed) {
  BuildOptions& build = parsed.build;
  const std::string formats = fmt::format("{}", fmt::join(formats_for(kBuilt), ", "));
  const std::string parts = fmt::format("{}", fmt::join(kBuildParts, ", "));
  return {flag("PATH",
               {"tệp, thư mục (mặc định: thư mục này)", "files, folders (default: this folder)"},
               &build.paths),
          flag("-o,--output", "FOLDER", {"thư mục nhận mọi tệp", "folder that gets all files"},
               &build.folder),
          flag("--format", "WORDS", {formats + "; không nêu: tất cả", formats + "; otherwise all"},
               &parsed.formats),
          flag("--only", "WORDS", {parts + "; không nêu: tất cả", parts + "; otherwise all"},
               &parsed.only),
          flag("--period", "PERIOD",
               {"kỳ của báo cáo; không nêu: cả năm của mỗi kế hoạch",
                "period of the reports; otherwise the year of each plan"},
               &build.period),
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
  build.threads = judge_threads(parsed);
  return build_command(build, io);
}

}  // namespace wardplan

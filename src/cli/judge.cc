#include "cli/flags.h"

#include <algorithm>

#include "disk/files.h"
#include "figures/numerals.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {

void wrong_usage(Message message) { throw Failure(std::move(message)); }

void require_choice(std::string_view option, const std::string& value,
                    const std::vector<std::string>& words) {
  if (std::ranges::find(words, value) != words.end()) return;
  wrong_usage(with_hint(say("`{}` không nhận `{}`", "`{}` doesn't take `{}`", option, value),
                        offer_nearest(value, words, one_of(words))));
}

void require_argument(const std::string& value, std::string_view what) {
  if (value.empty())
    wrong_usage(say("thiếu {}; xem `--help`", "{} is missing; see `--help`", what));
}

Date require_date(std::string_view option, const std::string& value) {
  const auto date = parse_typed_date(value);
  const int year = date ? static_cast<int>(date->year()) : 0;
  if (year >= kFirstYear && year <= kLastYear) return *date;
  wrong_usage(say("`{}` cần một ngày, `{}` thì không phải; viết `2026-06-15` hoặc `15/6/2026`",
                  "`{}` needs a date, `{}` is none; write `2026-06-15` or `15/6/2026`", option,
                  value));
}

int require_number(std::string_view option, const std::string& value, int least, int most) {
  const auto number = whole_number(value);
  if (number && *number >= least && *number <= most) return *number;
  wrong_usage(say("`{}` cần một số từ {} đến {}, ở đây là `{}`",
                  "`{}` needs a number from {} to {}, here it is `{}`", option, least, most,
                  value));
}

void judge_output(OutputOptions& output) {
  require_choice("--format", output.format, formats_for(output.shapes));
  if (output.path && output.path->empty())
    wrong_usage({"`--output` không có tên tệp", "`--output` names no file"});
  if (output.path == "-") output.path.reset();
  if (output.separator) require_choice("--separator", *output.separator, {",", ";", "tab"});
  if ((output.excel || output.separator) && output.format != "csv")
    wrong_usage(say("`{0}` chỉ dùng với `--format csv`", "`{0}` goes with `--format csv` only",
                    output.excel ? "--excel" : "--separator"));
}

std::vector<std::string> split_commas(const std::vector<std::string>& words) {
  std::vector<std::string> parts;
  for (const std::string& word : words)
    for (const std::string_view part : split(word, ",")) parts.emplace_back(part);
  return parts;
}

}  // namespace wardplan

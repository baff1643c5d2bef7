#include "cli/flags.h"

#include <algorithm>
#include <filesystem>

#include "disk/files.h"
#include "document/layout.h"
#include "figures/numerals.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {

void wrong_usage(Message message) { throw Failure(std::move(message)); }

void require_choice(std::string_view option, const std::string& value,
                    const std::vector<std::string>& words) {
  if (std::ranges::find(words, value) != words.end()) return;
  wrong_usage(with_hint(say("`{}` không nhận `{}`", "`{}` doesn't take `{}`", option, value),
                        offer_nearest(value, words, one_of(words))));
}

std::vector<std::string> encodings() { return {"utf-8", "utf-16", "cp1258"}; }

Encoding require_encoding(const std::string& name) {
  const auto encoding = find_encoding(name);
  if (!encoding) require_choice("--encoding", name, encodings());
  return *encoding;
}

void require_words(std::string_view option, const std::vector<std::string>& values) {
  if (std::ranges::find(values, "") != values.end())
    wrong_usage(say("`{}` có một tên trống; các tên cách nhau bằng một dấu phẩy",
                    "a name of `{}` is empty; one comma stands between two of them", option));
}

void require_once(std::string_view option, const std::vector<std::string>& values) {
  require_words(option, values);
  for (auto at = values.begin(); at != values.end(); ++at)
    if (std::find(values.begin(), at, *at) != at)
      wrong_usage(say("`{}` nêu `{}` hai lần", "`{}` names `{}` twice", option, *at));
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

namespace {

/// `docx` of `bao-cao.DOCX`; empty where the name has no ending.
std::string ending_of(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  return ending.empty() ? ending : fold(ending.substr(1));
}

/// The format is the one that was said, or that the name of the file ends in.
void settle_format(OutputOptions& output) {
  const std::vector<std::string> known = formats_for(output.shapes);
  const auto& said = output.said_format;
  if (said) require_choice("--format", output.format = *said, known);
  // Records are never written onto, which is said elsewhere.
  if (!output.path || is_yaml(*output.path)) return;
  const std::string ending = ending_of(*output.path);
  // Every format but Word's and Excel's is a text.
  const bool any_text = ending == "txt" && !format_named(output.format).binary;
  if (ending.empty() || ending == output.format || any_text) return;
  const bool is_format = std::ranges::find(kFormats, ending, &Format::name) != kFormats.end();
  if (said && (is_format || ending == "txt"))
    wrong_usage(say("`-o {}` là tệp `.{}`, mà `--format` là {}",
                    "`-o {}` is a `.{}` file, and `--format` is {}", *output.path, ending, *said));
  if (said) return;
  if (std::ranges::find(known, ending) == known.end())
    wrong_usage(say("không in ra tệp `.{}` được: có {}; tên khác thì nêu `--format`",
                    "there is no `.{}`: there are {}; for another name say `--format`", ending,
                    quoted_list(known)));
  output.format = ending;
}

}  // namespace

void require_layout(const std::optional<std::string>& layout) {
  if (layout) require_choice("--layout", *layout, document::layout_names());
}

/// Only calendars, one for each leader, go into a folder.
void refuse_folder(const OutputOptions& output) {
  std::error_code ignored;
  const bool calendars = output.shapes.calendar && format_named(output.format).calendar;
  if (!output.path || calendars) return;
  if (!output.path->ends_with('/') && !std::filesystem::is_directory(*output.path, ignored)) return;
  wrong_usage(
      output.shapes.calendar
          ? say("`-o` cần tên một tệp, `{}` là thư mục; chỉ `--format ics` ghi vào thư mục, "
                "mỗi người một lịch",
                "`-o` needs the name of a file, and `{}` is a folder; `--format ics` alone "
                "goes into one, a calendar for each leader",
                *output.path)
          : say("`-o` cần tên một tệp, `{}` là thư mục",
                "`-o` needs the name of a file, and `{}` is a folder", *output.path));
}

void judge_output(OutputOptions& output) {
  require_layout(output.layout);
  if (output.path && output.path->empty())
    wrong_usage({"`--output` không có tên tệp", "`--output` names no file"});
  if (output.path == "-") output.path.reset();
  settle_format(output);
  refuse_folder(output);
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

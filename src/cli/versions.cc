// Flags of the commands that compare versions of a record: diff, log, merge-file.
#include "cli/flags.h"
#include "records/project.h"

namespace wardplan {

std::vector<Flag> diff_flags(Parsed& parsed) {
  DiffOptions& diff = parsed.diff;
  return {flag("FILE",
               {"hai bản của một hồ sơ, bản cũ trước; hoặc một tệp, so với bản git đang giữ",
                "two versions of a record, the earlier first; or one file, compared with what git "
                "has"},
               &diff.files),
          flag("--since", "COMMIT",
               {"từ commit này (mặc định HEAD), hoặc từ đầu ngày này: `2026-11-01`",
                "from this commit on (default HEAD), or from this day on: `2026-11-01`"},
               &diff.since),
          flag("--until", "COMMIT",
               {"đến commit này, hoặc đến hết ngày này; không nêu: tệp hiện có",
                "up to this commit, or through this day; otherwise the file as it is"},
               &diff.until),
          flag("--exit-code", {"có thay đổi thì thoát với mã 1", "exit 1 when something changed"},
               &diff.exit_code),
          format_flag(diff.output)};
}

int run_diff(Parsed& parsed, Io& io) {
  DiffOptions& diff = parsed.diff;
  if (diff.files.empty()) require_argument("", "FILE");
  if (diff.files.size() > 2)
    wrong_usage({"`diff` so hai tệp, hoặc một tệp với bản trong git",
                 "`diff` compares two files, or one with what git has"});
  if (diff.files.size() == 2 && (diff.since || diff.until))
    wrong_usage(
        {"`--since`, `--until` đi với một tệp", "`--since` and `--until` go with one file"});
  const bool one = diff.files.size() == 1;
  if (diff.files.front() == kStdin && (one || diff.files.back() == kStdin))
    wrong_usage(
        one ? Message{"so với bản trong git thì phải nêu tệp, không đọc từ `-`",
                      "what is compared with git must be a file, and no `-`"}
            : Message{"chỉ một trong hai bản đọc từ `-` được", "only one of the two can be `-`"});
  judge_output(diff.output);
  return diff_command(diff, io);
}

std::vector<Flag> log_flags(Parsed& parsed) {
  return {flag("FILE",
               {"tệp kế hoạch, tiêu chí hay phong trào, trong một kho git",
                "a plan, criteria or movement, in a git repository"},
               &parsed.log.path),
          address_flag(parsed.log.address), format_flag(parsed.log.output)};
}

int run_log(Parsed& parsed, Io& io) {
  require_argument(parsed.log.path, "FILE");
  require_argument(parsed.log.address, "ADDRESS");
  if (parsed.log.path == kStdin)
    wrong_usage({"lịch sử nằm trong git: hãy nêu tệp, không đọc từ `-`",
                 "the history is git's: name a file, and no `-`"});
  judge_output(parsed.log.output);
  return log_command(parsed.log, io);
}

std::vector<Flag> merge_file_flags(Parsed& parsed) {
  MergeFileOptions& merge = parsed.merge_file;
  return {
      flag("BASE", {"bản gốc chung (git: %O)", "what both were made of (git: %O)"}, &merge.base),
      flag("OURS",
           {"bản bên này, kết quả được ghi vào đây (git: %A)",
            "ours, which the result is written into (git: %A)"},
           &merge.ours),
      flag("THEIRS", {"bản bên kia (git: %B)", "theirs (git: %B)"}, &merge.theirs),
      flag("NAME",
           {"tên tệp để nêu trong thông báo (git: %P)", "what messages call the file (git: %P)"},
           &merge.name),
      flag("--marker-size", "N",
           {"số dấu `<`, `=`, `>` ở mỗi dòng đánh dấu, mặc định 7 (git: %L)",
            "how many signs a mark has, 7 unless said (git: %L)"},
           &parsed.marker_size),
      flag("--label-ours", "TEXT",
           {"chữ sau dấu `<<<<<<<` (git từ 2.44: %X)",
            "what stands behind `<<<<<<<` (git 2.44: %X)"},
           &merge.marks.ours),
      flag("--label-theirs", "TEXT",
           {"chữ sau dấu `>>>>>>>` (git từ 2.44: %Y)",
            "what stands behind `>>>>>>>` (git 2.44: %Y)"},
           &merge.marks.theirs)};
}

namespace {

/// What a git that knows no labels leaves as it is, or has none for, is the usual word.
void settle_label(std::string_view option, std::string& label, std::string_view usual) {
  if (label.empty() || label == "%X" || label == "%Y") label = usual;
  if (label.find_first_of("\r\n") != std::string::npos)
    wrong_usage(say("`{}` chỉ nhận một dòng", "`{}` takes one line", option));
}

}  // namespace

int run_merge_file(Parsed& parsed, Io& io) {
  require_argument(parsed.merge_file.base, "BASE");
  require_argument(parsed.merge_file.ours, "OURS");
  require_argument(parsed.merge_file.theirs, "THEIRS");
  Marks& marks = parsed.merge_file.marks;
  if (parsed.marker_size)
    marks.size =
        static_cast<std::size_t>(require_number("--marker-size", *parsed.marker_size, 1, 1000));
  settle_label("--label-ours", marks.ours, "ours");
  settle_label("--label-theirs", marks.theirs, "theirs");
  return merge_file_command(parsed.merge_file, io);
}

}  // namespace wardplan

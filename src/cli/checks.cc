// Flags of check.
#include <algorithm>

#include "cli/flags.h"
#include "diag/render.h"
#include "rules/check.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

/// The codes, or their beginnings, that were typed; each has to begin one at least.
std::vector<std::string> selected_codes(const std::vector<std::string>& typed) {
  std::vector<std::string> selected;
  for (const std::string& list : typed)
    for (const std::string_view word : split(list, ", ")) {
      if (word.empty()) continue;
      std::string code(word);
      for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      const bool known = std::ranges::any_of(
          all_codes(), [&](const Code* one) { return one->id.starts_with(code); });
      if (!known)
        wrong_usage(say("`--select`: không mã nào bắt đầu bằng `{}`; xem `wardplan explain`",
                        "`--select`: no code begins with `{}`; see `wardplan explain`", word));
      selected.push_back(std::move(code));
    }
  return selected;
}

std::vector<std::string> severities() { return {"error", "warning"}; }

}  // namespace

std::vector<Flag> check_flags(Parsed& parsed) {
  return {
      paths_flag(parsed.check.paths),
      among(texts(report_formats(), &ReportFormat::name),
            flag("--format", "WORD",
                 {"text, short, json; cho CI: github, gitlab, sarif, junit",
                  "text, short, json; for CI: github, gitlab, sarif, junit"},
                 &parsed.check.format)),
      among(severities(), flag("--fail-on", "WORD",
                               {"mức làm mã thoát là 1: warning (mặc định) hoặc error",
                                "what makes the exit code 1: warning (default) or error"},
                               &parsed.fail_on)),
      among(severities(), flag("--only", "WORD",
                               {"chỉ nêu từ mức này trở lên: error hoặc warning",
                                "only what is as severe: error or warning"},
                               &parsed.only_severity)),
      taking(
          Takes::code,
          list_of({}, flag("--select", "CODE",
                           {"chỉ nêu các mã này, ghi đủ hay phần đầu: P4,C1; dùng được nhiều lần",
                            "only these codes, whole or how they begin: P4,C1; may be repeated"},
                           &parsed.check.select))),
      flag("--statistics",
           {"đếm theo mã, không nêu từng chỗ", "count by code instead of telling each place"},
           &parsed.check.statistics),
      flag("--staged",
           {"chỉ nêu điều mới do commit sắp ghi: xét bản đã `git add`, không xét tệp đang sửa",
            "only what the next commit brings: what was added to it is judged, not the files"},
           &parsed.check.staged),
      flag("--since", "COMMIT",
           {"chỉ nêu điều mới so với commit hay ngày này",
            "only what is new since this commit or day"},
           &parsed.check.since),
      flag("--quiet", {"không in gì; mã thoát cho biết", "print nothing; the exit code says it"},
           &parsed.check.quiet),
      threads_flag(parsed),
      as_of_flag(parsed)};
}

int run_check(Parsed& parsed, Io& io) {
  require_choice("--format", parsed.check.format, texts(report_formats(), &ReportFormat::name));
  require_choice("--fail-on", parsed.fail_on, severities());
  parsed.check.fail_on = parsed.fail_on == "error" ? Severity::error : Severity::warning;
  if (!parsed.only_severity.empty()) {
    require_choice("--only", parsed.only_severity, severities());
    parsed.check.only = parsed.only_severity == "error" ? Severity::error : Severity::warning;
  }
  parsed.check.select = selected_codes(parsed.check.select);
  if (parsed.check.statistics && parsed.check.format == "json")
    wrong_usage(
        {"`--statistics` không đi cùng `--format json`, vốn có từng phát hiện với mã của nó",
         "`--statistics` doesn't go with `--format json`, which has each finding with its code"});
  const bool by_change = parsed.check.staged || parsed.check.since;
  if (parsed.check.staged && parsed.check.since)
    wrong_usage({"`--staged` so với commit cuối cùng, không đi cùng `--since`",
                 "`--staged` compares with the last commit, and doesn't go with `--since`"});
  if (by_change && std::ranges::find(parsed.check.paths, kStdin) != parsed.check.paths.end())
    wrong_usage({"so với bản trong git thì phải nêu tệp, không đọc từ `-`",
                 "what is compared with git must be a file, and no `-`"});
  return check_command(parsed.check, io);
}

}  // namespace wardplan

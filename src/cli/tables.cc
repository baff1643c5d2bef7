// Flags of the command that makes records of tables: import.
#include <algorithm>

#include "cli/flags.h"
#include "disk/files.h"
#include "figures/numerals.h"
#include "import/headings.h"
#include "records/plan_columns.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

constexpr int kMostTables = 9999;

/// Each column once, those of plans by their ids.
void judge_columns(std::vector<std::string>& columns) {
  columns = split_commas(columns);
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const std::string& id = columns[at];
    if (!is_own_id(id))
      wrong_usage(say("`{}` không dùng làm mã cột được; viết như `san-pham`",
                      "`{}` can't be a column's id; write it as `san-pham`", id));
    if (std::ranges::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(at), id) !=
        columns.begin() + static_cast<std::ptrdiff_t>(at))
      wrong_usage(say("`--columns` nêu `{}` hai lần", "`--columns` names `{}` twice", id));
  }
  if (!columns.empty() && std::ranges::find(columns, "content") == columns.end())
    wrong_usage(say("`--columns` thiếu `content`; có {}",
                    "`--columns` lacks `content`; there are {}",
                    quoted_list(texts(plan_columns(RecordKind::plan), &PlanColumnWord::id))));
}

}  // namespace

std::vector<Flag> import_flags(Parsed& parsed) {
  ImportOptions& import = parsed.import;
  return {
      flag("FILE",
           {"tệp .docx, .xlsx, .csv, .txt có biểu, hoặc `-`",
            "a .docx, .xlsx, .csv or .txt file with a table, or `-`"},
           &import.path),
      flag("-o,--output", "FILE",
           {"hồ sơ .yaml mới; tệp đã có thì không ghi đè",
            "the new record, .yaml; a file that is there is never written over"},
           &import.output),
      flag("--ward", "ID", {"mã phường", "id of the ward"}, &import.ward),
      flag("--year", "Y", {"năm của kế hoạch", "year of the plan"}, &parsed.year),
      flag("--kind", "WORD", {"plan (mặc định)", "plan (default)"}, &parsed.import_kind),
      flag("--table", "N",
           {"bảng thứ mấy, khi tệp có nhiều bảng", "which table, where the file has several"},
           &parsed.table_number),
      flag("--columns", "IDS",
           {"mỗi cột là gì, theo thứ tự: number,content,leader,lead,support,start,due,note hoặc mã "
            "riêng; không nêu: theo đầu cột",
            "what each column is, in order: number,content,leader,lead,support,start,due,note or "
            "an id of your own; otherwise by its header"},
           &import.columns),
      flag("--title", "TEXT",
           {"tên biểu; không nêu: dòng ngay trên biểu",
            "title of the table; otherwise the line above it"},
           &import.title),
      flag("--encoding", "NAME", {"utf-8, utf-16 hoặc cp1258", "utf-8, utf-16 or cp1258"},
           &parsed.encoding),
      flag("--with-register",
           {"chưa có danh mục phường thì ghi luôn ward.yaml bên cạnh",
            "write ward.yaml beside it, where the ward has no register"},
           &import.with_register)};
}

int run_import(Parsed& parsed, Io& io) {
  ImportOptions& import = parsed.import;
  require_argument(import.path, "FILE");
  require_choice("--kind", parsed.import_kind, {"plan", "criteria", "movement"});
  if (parsed.import_kind != "plan")
    wrong_usage(say("chưa đưa vào được biểu loại `{}`, mới có `plan`",
                    "tables of the kind `{}` can't be imported yet, only `plan`",
                    parsed.import_kind));
  require_argument(import.output, "-o");
  require_argument(import.ward, "--ward");
  require_argument(parsed.year.value_or(""), "--year");
  import.year = require_number("--year", *parsed.year, kFirstYear, kLastYear);
  if (!is_yaml(import.output))
    wrong_usage(say("hồ sơ phải là tệp `.yaml`, ở đây là `{}`",
                    "a record is a `.yaml` file, here it is `{}`", import.output));
  if (import.title && import.title->empty())
    wrong_usage({"`--title` không có chữ nào", "`--title` is empty"});
  if (parsed.table_number)
    import.table = require_number("--table", *parsed.table_number, 1, kMostTables);
  if (parsed.encoding) {
    import.encoding = find_encoding(*parsed.encoding);
    if (!import.encoding)
      require_choice("--encoding", *parsed.encoding, {"utf-8", "utf-16", "cp1258"});
  }
  judge_columns(import.columns);
  return import_command(import, io);
}

}  // namespace wardplan

// Flags of the commands that make records: import, init.
#include <algorithm>
#include <iterator>

#include "cli/flags.h"
#include "disk/files.h"
#include "figures/numerals.h"
#include "import/headings.h"
#include "records/plan_columns.h"
#include "text/quoted.h"
#include "text/trim.h"

namespace wardplan {
namespace {

constexpr int kMostTables = 9999;

/// The ids of a table's columns that aren't its own.
std::vector<std::string> known_columns(RecordKind kind) {
  if (kind == RecordKind::movement)
    return {"number", "by", "office", "title", "field", "registered", "note"};
  return texts(plan_columns(kind), &PlanColumnWord::id);
}

/// Each column once, but those of a movement's fields.
void judge_columns(std::vector<std::string>& columns, RecordKind kind) {
  columns = split_commas(columns);
  require_words("--columns", columns);
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const std::string& id = columns[at];
    if (!is_own_id(id))
      wrong_usage(say("`{}` không dùng làm mã cột được; viết như `san-pham`",
                      "`{}` can't be a column's id; write it as `san-pham`", id));
    if (id != "field" &&
        std::ranges::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(at), id) !=
            columns.begin() + static_cast<std::ptrdiff_t>(at))
      wrong_usage(say("`--columns` nêu `{}` hai lần", "`--columns` names `{}` twice", id));
  }
  const std::string_view main = main_column(kind);
  if (!columns.empty() && std::ranges::find(columns, main) == columns.end())
    wrong_usage(say("`--columns` thiếu `{}`; có {}", "`--columns` lacks `{}`; there are {}", main,
                    quoted_list(known_columns(kind))));
}

/// What only one kind of record takes.
void judge_kind(Parsed& parsed) {
  ImportOptions& import = parsed.import;
  import.kind = parsed.import_kind == "criteria"   ? RecordKind::criteria
                : parsed.import_kind == "movement" ? RecordKind::movement
                                                   : RecordKind::plan;
  const auto only = [&](RecordKind kind, bool given, std::string_view flag, std::string_view word) {
    if (given && import.kind != kind)
      wrong_usage(
          say("`{}` chỉ dùng với `--kind {}`", "`{}` goes with `--kind {}` alone", flag, word));
  };
  only(RecordKind::criteria, !import.catalogue.empty(), "--catalogue", "criteria");
  only(RecordKind::criteria, import.with_catalogue, "--with-catalogue", "criteria");
  only(RecordKind::criteria, parsed.rounds.has_value(), "--rounds", "criteria");
  only(RecordKind::movement, import.movement.has_value(), "--name", "movement");
  if (import.kind == RecordKind::movement && import.with_targets)
    wrong_usage({"`--targets` không dùng với `--kind movement`",
                 "`--targets` doesn't go with `--kind movement`"});
  if (import.kind != RecordKind::criteria) return;
  require_argument(import.catalogue, "--catalogue");
  if (!is_own_id(import.catalogue))
    wrong_usage(say("`{}` không dùng làm mã được; viết như `{}`",
                    "`{}` can't be an id; write it as `{}`", import.catalogue, "qd-04-2022"));
  if (import.merge) return;
  require_argument(parsed.rounds.value_or(""), "--rounds");
  for (const std::string_view round : split(*parsed.rounds, ";"))
    if (!trimmed(round).empty()) import.rounds.emplace_back(trimmed(round));
}

/// What a record that is there says itself.
void judge_merge(const Parsed& parsed) {
  const ImportOptions& import = parsed.import;
  if (!import.merge) return;
  if (import.kind == RecordKind::movement)
    wrong_usage(
        {"`--merge` không dùng cho phong trào: mô hình thêm bằng `wardplan add`, sửa bằng "
         "`wardplan amend`",
         "`--merge` isn't for movements: models are added by `wardplan add` and mended by "
         "`wardplan amend`"});
  for (const auto& [flag, given] : {std::pair{"--rounds", parsed.rounds.has_value()},
                                    {"--with-catalogue", import.with_catalogue}})
    if (given)
      wrong_usage(say("`{}` không dùng với `--merge`: hồ sơ đã có rồi",
                      "`{}` doesn't go with `--merge`: the record has it", flag));
}

/// What only a table needs to be told: a record of another program says it itself.
void refuse_of_tables(const Parsed& parsed) {
  const ImportOptions& import = parsed.import;
  const std::pair<std::string_view, bool> kOfTables[] = {
      {"--ward", !import.ward.empty()},
      {"--year", parsed.year.has_value()},
      {"--kind", parsed.import_kind != "plan"},
      {"--table", parsed.table_number.has_value()},
      {"--columns", !import.columns.empty()},
      {"--title", import.title.has_value()},
      {"--encoding", parsed.encoding.has_value()},
      {"--decimal-comma", import.decimal_comma},
      {"--join", import.join},
      {"--merge", import.merge},
      {"--with-register", import.with_register},
      {"--targets", import.with_targets},
      {"--catalogue", !import.catalogue.empty()},
      {"--with-catalogue", import.with_catalogue},
      {"--rounds", parsed.rounds.has_value()},
      {"--name", import.movement.has_value()}};
  for (const auto& [flag, given] : kOfTables)
    if (given)
      wrong_usage(say("`{}` chỉ dùng khi đưa vào một biểu; `{}` là hồ sơ, tự nói lấy",
                      "`{}` goes with a table; `{}` is a record and says it itself", flag,
                      import.path));
}

/// What the record that is made takes from the table, and of which kind it is.
std::vector<Flag> record_flags(Parsed& parsed) {
  ImportOptions& import = parsed.import;
  return {
      flag("--merge",
           {"đưa chữ, thời gian mới và dòng mới của biểu vào hồ sơ đã có, giữ nguyên kết quả đã "
            "ghi; chỉ cho xem, chưa ghi",
            "bring new wording, times and rows into the record that is there, whose entries stay; "
            "shown, not written"},
           &import.merge),
      flag("--apply", {"cùng --merge: ghi những gì đã cho xem", "with --merge: write it"},
           &import.apply),
      flag("--with-register",
           {"thêm người, đơn vị còn thiếu vào danh mục phường; chưa có thì ghi ward.yaml bên cạnh",
            "put people and units that are missing into the ward's register; without one write "
            "ward.yaml"},
           &import.with_register),
      flag(
          "--targets",
          {"lấy các con số trong nội dung làm chỉ tiêu (`targets`); không nêu: ghi thành chú thích",
           "take the figures of titles as `targets`; otherwise they are written as comments"},
          &import.with_targets),
      flag("--catalogue", "ID",
           {"của --kind criteria: mã bộ tiêu chí", "of --kind criteria: the id of their list"},
           &import.catalogue),
      flag("--with-catalogue",
           {"chưa có bộ tiêu chí thì ghi luôn nó từ biểu này",
            "write that list of this table, where there is none"},
           &import.with_catalogue),
      flag("--rounds", "TIMES",
           {"của --kind criteria: các đợt kiểm tra, cách nhau bằng `;`: \"Tháng 05/2026; Tháng "
            "11/2026\"",
            "of --kind criteria: when they are judged, apart by `;`"},
           &parsed.rounds),
      flag("--name", "TEXT",
           {"của --kind movement: tên phong trào; không nêu: chữ trong ngoặc kép của tên biểu",
            "of --kind movement: its name; otherwise what its title has in quotation marks"},
           &import.movement)};
}

std::vector<std::string> imported_kinds() { return {"plan", "criteria", "movement"}; }

/// What is read, and where its record goes.
std::vector<Flag> source_flags(Parsed& parsed) {
  ImportOptions& import = parsed.import;
  return {
      flag("FILE",
           {"tệp .docx, .xlsx, .csv, .txt có biểu, hồ sơ .yaml, .json của chương trình khác, hoặc "
            "`-`",
            "a .docx, .xlsx, .csv or .txt file with a table, a record of another program in .yaml "
            "or .json, or `-`"},
           &import.path),
      flag("-o,--output", "FILE",
           {"hồ sơ .yaml mới; tệp đã có thì không ghi đè (xem --merge)",
            "the new record, .yaml; a file that is there is never written over (see --merge)"},
           &import.output),
      flag("--ward", "ID", {"mã phường", "id of the ward"}, &import.ward),
      flag("--year", "Y", {"năm của kế hoạch", "year of the plan"}, &parsed.year),
      among(imported_kinds(),
            flag("--kind", "WORD",
                 {"plan (mặc định), criteria hay movement", "plan (default), criteria or movement"},
                 &parsed.import_kind))};
}

/// How its table is read.
std::vector<Flag> table_reading_flags(Parsed& parsed) {
  ImportOptions& import = parsed.import;
  return {
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
      among(encodings(),
            flag("--encoding", "NAME", {"utf-8, utf-16 hoặc cp1258", "utf-8, utf-16 or cp1258"},
                 &parsed.encoding)),
      flag("--decimal-comma",
           {"số của Excel viết như máy kiểu Việt Nam hiện ra: `1.250,5`",
            "write numbers of Excel as a Vietnamese machine shows them: `1.250,5`"},
           &import.decimal_comma),
      flag("--join",
           {"nối các bảng Word đứng liền nhau, cùng số cột (một bảng bị ngắt)",
            "join tables of Word right behind each other (one that was broken up)"},
           &import.join)};
}

}  // namespace

std::vector<Flag> import_flags(Parsed& parsed) {
  return join(source_flags(parsed), join(table_reading_flags(parsed), record_flags(parsed)));
}

int run_import(Parsed& parsed, Io& io) {
  ImportOptions& import = parsed.import;
  require_argument(import.path, "FILE");
  require_choice("--kind", parsed.import_kind, imported_kinds());
  require_argument(import.output, "-o");
  if (!is_yaml(import.output))
    wrong_usage(say("hồ sơ phải là tệp `.yaml`, ở đây là `{}`",
                    "a record is a `.yaml` file, here it is `{}`", import.output));
  if (import.apply && !import.merge)
    wrong_usage({"`--apply` chỉ dùng với `--merge`", "`--apply` goes with `--merge` alone"});
  if (is_foreign(import.path)) {
    refuse_of_tables(parsed);
    return import_command(import, io);
  }
  require_argument(import.ward, "--ward");
  if (!is_own_id(import.ward))
    wrong_usage(say("`{}` không dùng làm mã phường được; viết chữ thường không dấu: `{}`",
                    "`{}` can't be a ward's id; small letters without marks: `{}`", import.ward,
                    id_of(import.ward).empty() ? "phuong-mau" : id_of(import.ward)));
  require_argument(parsed.year.value_or(""), "--year");
  import.year = require_number("--year", *parsed.year, kFirstYear, kLastYear);
  if (import.title && import.title->empty())
    wrong_usage({"`--title` không có chữ nào", "`--title` is empty"});
  if (parsed.table_number)
    import.table = require_number("--table", *parsed.table_number, 1, kMostTables);
  if (parsed.encoding) import.encoding = require_encoding(*parsed.encoding);
  judge_kind(parsed);
  judge_merge(parsed);
  judge_columns(import.columns, import.kind);
  return import_command(import, io);
}

std::vector<Flag> init_flags(Parsed& parsed) {
  InitOptions& init = parsed.init;
  return {
      flag("DIR", {"thư mục (mặc định: thư mục này)", "a folder (default: this one)"},
           &init.folder),
      flag("--name", "NAME",
           {"tên phường; không nêu thì hỏi", "name of the ward; otherwise it is asked for"},
           &init.name),
      flag("--ward", "ID",
           {"mã phường (mặc định: làm từ tên)", "id of the ward (default: made of the name)"},
           &init.ward),
      flag("--year", "Y",
           {"năm (mặc định: năm nay; với --from: năm sau)",
            "year (default: this one; with --from the one after)"},
           &init.year),
      taking(Takes::list, flag("--list", "ID",
                               {"bộ tiêu chí có sẵn (mặc định: qd-04-2022-phuong)",
                                "list of criteria that comes along (default: qd-04-2022-phuong)"},
                               &init.list)),
      flag("--schema",
           {"cho trình soạn thảo gợi ý và báo lỗi: lược đồ đặt cạnh hồ sơ, và dòng trỏ tới nó",
            "for editors that complete and judge: the schema beside the records, and the line "
            "that points to it"},
           &init.schema),
      taking(Takes::record, flag("--from", "FILE",
                                 {"chuyển kế hoạch, tiêu chí hay phong trào này sang năm khác",
                                  "carry this plan, criteria or movement into another year"},
                                 &init.from)),
      flag("-o,--output", "FILE",
           {"với --from: tệp mới (mặc định: tên cũ với năm mới)",
            "with --from: the new file (default: the same name with the new year)"},
           &init.output)};
}

int run_init(Parsed& parsed, Io& io) {
  InitOptions& init = parsed.init;
  require_argument(init.folder, "DIR");
  if (init.from && (init.name || init.ward || init.list || init.schema || init.folder != "."))
    wrong_usage(
        {"`--from` chỉ đi với `--year`, `-o`", "`--from` goes with `--year` and `-o` only"});
  if (init.output && !init.from)
    wrong_usage({"`-o` chỉ đi với `--from`; thư mục mới thì nêu DIR",
                 "`-o` goes with `--from` only; a new folder is named as DIR"});
  return init_command(init, io);
}

}  // namespace wardplan

// The table of commands, and the flags that several of them share.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "cli/flags.h"
#include "document/layout.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

constexpr Phrase both(std::string_view text) { return {text, text}; }

constexpr Command command(std::string_view name, Phrase about, Phrase examples, MakeFlags* flags,
                          RunCommand* run) {
  return {name, about, examples, flags, run};
}

constexpr std::array kCommands = {
    command("init",
            {"tạo thư mục hồ sơ cho một phường, hoặc hồ sơ của năm sau",
             "make a ward's folder to begin with, or a record's next year"},
            {"init plans/long-bien --name \"phường Long Biên\" --year 2026\n"
             "init --from plans/long-bien/2023-chu-de.yaml --year 2024",
             "init plans/long-bien --name \"phường Long Biên\" --year 2026\n"
             "init --from plans/long-bien/2023-chu-de.yaml --year 2024"},
            init_flags, run_init),
    command("check", {"tìm chỗ sai trong hồ sơ", "find what is wrong"},
            {"check plans\ncheck plans/long-bien --format short\ncheck - < ke-hoach.yaml",
             "check plans\ncheck plans/long-bien --format short\ncheck - < plan.yaml"},
            check_flags, run_check),
    command("table", {"in biểu tiến độ chính thức", "print the official progress table"},
            {"table plans/long-bien/2023-chu-de.yaml\n"
             "table plans/long-bien/2023-chu-de.yaml --with-state --as-of 2023-11-05\n"
             "table plans/long-bien/2023-chu-de.yaml --format csv --excel -o bieu.csv\n"
             "table plans/long-bien/2023-chu-de.yaml --for-update --lead vhxh -o vhxh.xlsx",
             "table plans/long-bien/2023-chu-de.yaml\n"
             "table plans/long-bien/2023-chu-de.yaml --with-state --as-of 2023-11-05\n"
             "table plans/long-bien/2023-chu-de.yaml --format csv --excel -o table.csv\n"
             "table plans/long-bien/2023-chu-de.yaml --for-update --lead vhxh -o vhxh.xlsx"},
            table_flags, run_table),
    command("list", {"liệt kê các việc, lọc và sắp xếp", "list items, filtered and sorted"},
            {"list plans --leader kien --state \"quá hạn\"\n"
             "list plans --text \"cay xanh\" --sort deadline\n"
             "list plans --columns address,title,deadline --format csv\n"
             "list plans --format ics -o lich/",
             "list plans --leader kien --state overdue\n"
             "list plans --text \"cay xanh\" --sort deadline\n"
             "list plans --columns address,title,deadline --format csv\n"
             "list plans --format ics -o calendars/"},
            list_flags, run_list),
    command("due", {"việc quá hạn và sắp đến hạn", "what is overdue or due soon"},
            both("due plans\ndue plans --as-of 2023-11-05 --soon 30\n"
                 "due plans --format digest --fail-on overdue"),
            due_flags, run_due),
    command("show",
            {"một việc: chỉ tiêu, thời gian, quá trình", "one item with its targets and history"},
            both("show plans/long-bien/2023-chu-de.yaml I.2.4.1"), show_flags, run_show),
    command("verdict",
            {"kết luận tiêu chí: đạt bao nhiêu, còn vướng gì",
             "judge criteria: what is met, and what stands in the way"},
            both("verdict plans/giang-bien/2023-do-thi-van-minh.yaml --round 2"), verdict_flags,
            run_verdict),
    command("form", {"in mẫu M1, M2, M3 của phong trào", "print a movement's forms M1, M2, M3"},
            both("form m2 plans/giang-bien/2023-dan-van-kheo.yaml\n"
                 "form m3 plans/giang-bien/2023-dan-van-kheo.yaml --format docx -o m3.docx"),
            form_flags, run_form),
    command("document",
            {"in cả văn bản: lời văn, chỗ ký, biểu kèm theo",
             "print the whole document: its text, who signs, the annexed table"},
            {"document plans/long-bien/2023-chu-de.yaml --format docx -o ke-hoach.docx",
             "document plans/long-bien/2023-chu-de.yaml --format docx -o plan.docx"},
            document_flags, run_document),
    command("report", {"báo cáo kết quả của một kỳ", "report the results of a period"},
            {"report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-H1\n"
             "report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-Q2 --format docx -o "
             "bao-cao.docx",
             "report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-H1\n"
             "report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-Q2 --format docx -o "
             "report.docx"},
            report_flags, run_report),
    command("summary",
            {"tổng hợp nhiều phường: đếm, chậm, tiêu chí, phong trào",
             "count many wards: states, what is late, criteria, movements"},
            {"summary plans\n"
             "summary plans --by district --period 2023-Q2 --format html -o tong-hop.html",
             "summary plans\n"
             "summary plans --by district --period 2023-Q2 --format html -o summary.html"},
            summary_flags, run_summary),
    command("assess",
            {"đánh giá tháng, quý: mỗi lãnh đạo, đơn vị được giao bao nhiêu, đúng hạn, chậm bao "
             "nhiêu",
             "how well work goes: assigned, done, on time, late, by leader, unit or month"},
            both("assess plans --period 2026-09\n"
                 "assess plans --by unit --period 2026-Q3 -o danh-gia.xlsx\n"
                 "assess plans/long-bien --by month --period 2023"),
            assess_flags, run_assess),
    command("export",
            {"xuất các bảng cho chương trình khác (DuckDB, Spark, pandas)",
             "tables for other programs (DuckDB, Spark, pandas)"},
            {"export plans -o bang\nexport plans -o bang-csv --format csv --by province",
             "export plans -o tables\nexport plans -o tables-csv --format csv --by province"},
            export_flags, run_export),
    command("build",
            {"in mọi bảng, mẫu, báo cáo của mọi phường", "print all tables, forms and reports"},
            {"build plans -o ban-in\n"
             "build plans -o ban-in --format docx,html --period 2023-Q2 --as-of 2023-07-01",
             "build plans -o out\n"
             "build plans -o out --format docx,html --period 2023-Q2 --as-of 2023-07-01"},
            build_flags, run_build),
    command("templates",
            {"các mẫu in: xem, sửa, kiểm tra", "templates of forms: list, show, check"},
            both("templates show m2 > m2.html\ntemplates check m2.html"), templates_flags,
            run_templates),
    command("update", {"ghi kết quả của một việc", "record a result"},
            {"update plans/long-bien/2023-chu-de.yaml I.2.4.1 \"hoàn thành\" --value 94%\n"
             "update plans/long-bien/2023-chu-de.yaml I.1.2 --due \"Tháng 12/2023\" --note \"chờ "
             "kinh phí\"\nupdate - < danh-sach.csv\nupdate --from phieu/*.xlsx",
             "update plans/long-bien/2023-chu-de.yaml I.2.4.1 done --value 94%\n"
             "update plans/long-bien/2023-chu-de.yaml I.1.2 --due \"Tháng 12/2023\" --note \"chờ "
             "kinh phí\"\nupdate - < list.csv\nupdate --from sheets/*.xlsx"},
            update_flags, run_update),
    command("undo",
            {"bỏ lần cập nhật cuối của một việc", "take the last entry of an item off again"},
            both("undo plans/long-bien/2023-chu-de.yaml I.2.4.1"), undo_flags, run_undo),
    command("add", {"thêm một dòng vào biểu", "add a row to a table"},
            {"add plans/long-bien/2023-chu-de.yaml --after I.1.4 --number 1.5 --title \"Trồng "
             "cây\" --leader kien --lead vhtt --due \"Tháng 12/2023\"\n"
             "add plans/giang-bien/2023-dan-van-kheo.yaml --id duong-hoa --title \"Đường hoa\" "
             "--by \"Tổ dân phố 5\" --group collective --field do-thi",
             "add plans/long-bien/2023-chu-de.yaml --after I.1.4 --number 1.5 --title \"Trồng "
             "cây\" --leader kien --lead vhtt --due \"Tháng 12/2023\"\n"
             "add plans/giang-bien/2023-dan-van-kheo.yaml --id duong-hoa --title \"Đường hoa\" "
             "--by \"Tổ dân phố 5\" --group collective --field do-thi"},
            add_flags, run_add),
    command("amend", {"sửa điều ghi sai ở một dòng", "mend what stands wrongly in a row"},
            both("amend plans/long-bien/2023-chu-de.yaml I.1.2 --due \"Tháng 11/2023\"\n"
                 "amend plans/long-bien/2023-chu-de.yaml I.1.2 --support mttq,tdp --remove note"),
            amend_flags, run_amend),
    command("renumber",
            {"đổi số của một dòng, các dòng đánh số theo nó và chỗ nhắc tới",
             "change a row's number, those that follow it, and what names them"},
            both("renumber plans/long-bien/2023-chu-de.yaml I.2.4 2.9 --dry-run"), renumber_flags,
            run_renumber),
    command("diff",
            {"điều gì đã thay đổi giữa hai bản của một hồ sơ, hoặc từ một commit",
             "what changed in meaning between two versions of a record, or since a commit"},
            {"diff cu.yaml moi.yaml\n"
             "diff plans/long-bien/2023-chu-de.yaml --since HEAD~3\n"
             "diff plans/long-bien/2023-chu-de.yaml --since 2023-11-01 --format md",
             "diff old.yaml new.yaml\n"
             "diff plans/long-bien/2023-chu-de.yaml --since HEAD~3\n"
             "diff plans/long-bien/2023-chu-de.yaml --since 2023-11-01 --format md"},
            diff_flags, run_diff),
    command("log",
            {"lịch sử một việc trong git: ai ghi gì, khi nào",
             "the history of one item in git: who recorded what, and when"},
            both("log plans/long-bien/2023-chu-de.yaml I.2.4.1"), log_flags, run_log),
    command("merge-file",
            {"ghép hai bản của một hồ sơ cho git (merge driver)",
             "merge two versions of a record for git (its merge driver)"},
            {"merge-file goc.yaml ben-nay.yaml ben-kia.yaml",
             "merge-file base.yaml ours.yaml theirs.yaml"},
            merge_file_flags, run_merge_file),
    command(
        "import",
        {"đưa biểu Word, Excel, CSV thành hồ sơ", "make a record of a Word, Excel or CSV table"},
        both("import bieu.docx -o plans/phuong/2026-chu-de.yaml --ward phuong --year 2026\n"
             "import bieu.xlsx -o 2026.yaml --ward phuong --year 2026 --table 2 --with-register\n"
             "import moi.docx -o plans/phuong/2026-chu-de.yaml --ward phuong --year 2026 --merge"),
        import_flags, run_import),
    command("help",
            {"in phần giúp đỡ của một lệnh, hay trang cho người mới bắt đầu",
             "print the help of a command, or the page for those who begin"},
            both("help bat-dau\nhelp import"), help_flags, run_help),
    command("completion",
            {"in kịch bản để bấm Tab trong bash, zsh, fish thì có gợi ý",
             "print the script by which Tab completes in bash, zsh or fish"},
            both("completion bash > ~/.local/share/bash-completion/completions/wardplan\n"
                 "completion zsh > ~/.zfunc/_wardplan\n"
                 "completion fish > ~/.config/fish/completions/wardplan.fish"),
            completion_flags, run_completion),
    command("config",
            {"các thiết lập của `wardplan.yaml`: giá trị, lấy từ đâu",
             "the settings of `wardplan.yaml`: each value, and where it comes from"},
            both("config\nconfig --format json"), config_flags, run_config),
    command("explain", {"giải thích một mã lỗi hay cảnh báo", "explain the code of a finding"},
            both("explain P401\nexplain"), explain_flags, run_explain),
    command("explain-date",
            {"cho biết một thời gian được hiểu thế nào", "show how a time expression is read"},
            both("explain-date \"Tháng 6, 11/2023\" --year 2023\nexplain-date \"Quý I\""),
            explain_date_flags, run_explain_date),
    command("schema",
            {"in lược đồ JSON của hồ sơ, để trình soạn thảo gợi ý và báo lỗi",
             "print the JSON Schema of records, by which editors complete and judge them"},
            both("schema plan\nschema > wardplan.schema.json\nschema output"), schema_flags,
            run_schema),
    command("lsp",
            {"máy chủ ngôn ngữ cho VS Code, Neovim, Helix: báo lỗi ngay khi gõ, gợi ý, đổi mã",
             "language server for VS Code, Neovim, Helix: findings as typed, completion, renaming"},
            both("lsp\nlsp --lang en"), lsp_flags, run_lsp),
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(kCommands, name, &Command::name);
  return found == kCommands.end() ? nullptr : &*found;
}

Flag flag(std::string_view name, std::string_view value, Message help, Slot slot) {
  return {name, value, std::move(help), slot};
}

Flag among(std::vector<std::string> words, Flag flag) {
  flag.words = std::move(words);
  return flag;
}

Flag list_of(std::vector<std::string> words, Flag flag) {
  flag.words = std::move(words);
  flag.commas = true;
  return flag;
}

Flag taking(Takes takes, Flag flag) {
  flag.takes = takes;
  return flag;
}

Takes takes_of(const Flag& flag) {
  struct Named {
    std::string_view value;
    Takes takes;
  };
  static constexpr Named kNamed[] = {
      {"FILE", Takes::file},          {"FILE…", Takes::file}, {"PATH", Takes::record},
      {"FOLDER", Takes::folder},      {"DIR", Takes::folder}, {"ADDRESS", Takes::item},
      {"PERSON", Takes::person},      {"UNIT", Takes::unit},  {"WARD", Takes::ward},
      {"FIELD", Takes::field},        {"CODE", Takes::code},  {"STATUS", Takes::status},
      {"FORM=FILE", Takes::form_file}};
  if (flag.takes) return *flag.takes;
  if (!flag.words.empty()) return Takes::words;
  const std::string_view value = flag.is_option() ? flag.value : flag.name;
  const auto found = std::ranges::find(kNamed, value, &Named::value);
  return found == std::end(kNamed) ? Takes::anything : found->takes;
}

std::vector<Flag> common_flags(Parsed& parsed) {
  return join({among({"vi", "en"},
                     flag("--lang", "WORD",
                          {"vi hoặc en; không nêu: WARDPLAN_LANG, thiết lập, rồi ngôn ngữ của máy",
                           "vi or en; otherwise WARDPLAN_LANG, the settings, then the locale"},
                          &parsed.lang)),
               among({"auto", "always", "never"},
                     flag("--color", "WORD", {"auto, always hoặc never", "auto, always or never"},
                          &parsed.color))},
              settings_flags(parsed));
}

Flag flag(std::string_view name, Message help, Slot slot) {
  return flag(name, "", std::move(help), slot);
}

Flag paths_flag(std::vector<std::string>& paths) {
  return flag("PATH",
              {"tệp, thư mục, hoặc `-` (mặc định: thư mục này)",
               "files, folders, or `-` (default: this folder)"},
              &paths);
}

Flag plan_flag(std::string& path) {
  return taking(Takes::record,
                flag("FILE", {"tệp kế hoạch, hoặc `-`", "a plan file, or `-`"}, &path));
}

Flag address_flag(std::string& address) {
  return flag("ADDRESS", {"địa chỉ của việc: `I.2.4.1`", "address of the item: `I.2.4.1`"},
              &address);
}

Flag template_flag(std::optional<std::string>& path) {
  return flag("--template", "FILE",
              {"dùng mẫu riêng (.html, .md, .csv, .txt)",
               "a template of one's own (.html, .md, .csv, .txt)"},
              &path);
}

Flag as_of_flag(Parsed& parsed) {
  return flag("--as-of", "DATE",
              {"tính đến ngày này; không nêu: WARDPLAN_TODAY, rồi hôm nay",
               "as of this day; otherwise WARDPLAN_TODAY, then today"},
              &parsed.as_of);
}

Flag soon_flag(Parsed& parsed) {
  return flag(
      "--soon", "N",
      {"còn N ngày thì là sắp đến hạn (mặc định 15)", "due within N days is due soon (default 15)"},
      &parsed.soon);
}

Flag threads_flag(Parsed& parsed) {
  return flag("--threads", "N",
              {"số luồng chạy cùng lúc (mặc định: theo máy)",
               "how many run at once (default: as many as the machine has)"},
              &parsed.threads);
}

Flag format_flag(OutputOptions& output) {
  std::vector<std::string> others = formats_for(output.shapes);
  std::erase(others, output.format);
  const std::string last = others.back();
  others.pop_back();
  return among(formats_for(output.shapes),
               flag("--format", "WORD",
                    say("{} (mặc định), {} hoặc {}", "{} (default), {} or {}", output.format,
                        joined(others), last),
                    &output.said_format));
}

Flag layout_flag(std::optional<std::string>& layout) {
  return among(
      document::layout_names(),
      flag("--layout", "NAME",
           {"bố cục của docx, html: nha-nuoc, dang, dang-2018 hoặc dang-2026 (mặc định: của cơ "
            "quan ban hành; nhiều phường thì nha-nuoc)",
            "layout of docx and html: nha-nuoc (state), dang (Party), dang-2018 or dang-2026 "
            "(default: that of the issuing body; of many wards nha-nuoc)"},
           &layout));
}

std::vector<Flag> output_flags(OutputOptions& output) {
  return {format_flag(output), layout_flag(output.layout),
          flag("-o,--output", "FILE",
               {"ghi vào tệp này: trọn vẹn hoặc không gì cả",
                "write to this file: whole or not at all"},
               &output.path),
          among({",", ";", "tab"},
                flag("--separator", "SIGN",
                     {"dấu ngăn ô của CSV: `,` (mặc định), `;` (với --excel) hoặc tab",
                      "sign between cells of CSV: `,` (default), `;` (with --excel) or tab"},
                     &output.separator)),
          flag("--excel",
               {"CSV như Excel tiếng Việt mở: có BOM, ngăn bằng `;`, ô bắt đầu bằng `=` thành chữ",
                "CSV as Excel in Vietnamese opens it: a BOM, `;`, no formulas"},
               &output.excel)};
}

std::vector<Flag> join(std::vector<Flag> flags, const std::vector<Flag>& more) {
  flags.insert(flags.end(), more.begin(), more.end());
  return flags;
}

}  // namespace wardplan

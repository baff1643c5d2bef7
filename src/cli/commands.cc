// The table of commands, and the flags that several of them share.
#include <array>

#include "cli/flags.h"

namespace wardplan {
namespace {

constexpr std::array kCommands = {
    Command{"check",
            {"tìm chỗ sai trong hồ sơ", "find what is wrong"},
            {"Ví dụ:\n  wardplan check plans\n  wardplan check plans/long-bien --format short\n"
             "  wardplan check - < ke-hoach.yaml\n",
             "Examples:\n  wardplan check plans\n  wardplan check plans/long-bien --format short\n"
             "  wardplan check - < plan.yaml\n"},
            check_flags,
            run_check},
    Command{"table",
            {"in biểu tiến độ chính thức", "print the official progress table"},
            {"Ví dụ:\n  wardplan table plans/long-bien/2023-chu-de.yaml\n"
             "  wardplan table plans/long-bien/2023-chu-de.yaml --with-state --as-of 2023-11-05\n"
             "  wardplan table plans/long-bien/2023-chu-de.yaml --format csv --excel -o bieu.csv\n",
             "Examples:\n  wardplan table plans/long-bien/2023-chu-de.yaml\n"
             "  wardplan table plans/long-bien/2023-chu-de.yaml --with-state --as-of 2023-11-05\n"
             "  wardplan table plans/long-bien/2023-chu-de.yaml --format csv --excel -o "
             "table.csv\n"},
            table_flags,
            run_table},
    Command{"list",
            {"liệt kê các việc, lọc và sắp xếp", "list items, filtered and sorted"},
            {"Ví dụ:\n  wardplan list plans --leader kien --state \"quá hạn\"\n"
             "  wardplan list plans --text \"cay xanh\" --sort deadline\n"
             "  wardplan list plans --columns address,title,deadline --format csv\n",
             "Examples:\n  wardplan list plans --leader kien --state overdue\n"
             "  wardplan list plans --text \"cay xanh\" --sort deadline\n"
             "  wardplan list plans --columns address,title,deadline --format csv\n"},
            list_flags,
            run_list},
    Command{
        "due",
        {"việc quá hạn và sắp đến hạn", "what is overdue or due soon"},
        {"Ví dụ:\n  wardplan due plans\n  wardplan due plans --as-of 2023-11-05 --soon 30\n",
         "Examples:\n  wardplan due plans\n  wardplan due plans --as-of 2023-11-05 --soon 30\n"},
        due_flags,
        run_due},
    Command{"show",
            {"một việc: chỉ tiêu, thời gian, quá trình", "one item with its targets and history"},
            {"Ví dụ:\n  wardplan show plans/long-bien/2023-chu-de.yaml I.2.4.1\n",
             "Examples:\n  wardplan show plans/long-bien/2023-chu-de.yaml I.2.4.1\n"},
            show_flags,
            run_show},
    Command{
        "verdict",
        {"kết luận tiêu chí: đạt bao nhiêu, còn vướng gì",
         "judge criteria: what is met, and what stands in the way"},
        {"Ví dụ:\n  wardplan verdict plans/giang-bien/2023-do-thi-van-minh.yaml --round 2\n",
         "Examples:\n  wardplan verdict plans/giang-bien/2023-do-thi-van-minh.yaml --round 2\n"},
        verdict_flags,
        run_verdict},
    Command{
        "form",
        {"in mẫu M1, M2, M3 của phong trào", "print a movement's forms M1, M2, M3"},
        {"Ví dụ:\n  wardplan form m2 plans/giang-bien/2023-dan-van-kheo.yaml\n"
         "  wardplan form m3 plans/giang-bien/2023-dan-van-kheo.yaml --format docx -o m3.docx\n",
         "Examples:\n  wardplan form m2 plans/giang-bien/2023-dan-van-kheo.yaml\n"
         "  wardplan form m3 plans/giang-bien/2023-dan-van-kheo.yaml --format docx -o m3.docx\n"},
        form_flags,
        run_form},
    Command{
        "report",
        {"báo cáo kết quả của một kỳ", "report the results of a period"},
        {"Ví dụ:\n  wardplan report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-H1\n"
         "  wardplan report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-Q2 --format "
         "docx "
         "-o bao-cao.docx\n",
         "Examples:\n  wardplan report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-H1\n"
         "  wardplan report plans/thach-ban/2021-chuong-trinh-02.yaml --period 2021-Q2 --format "
         "docx "
         "-o report.docx\n"},
        report_flags,
        run_report},
    Command{"summary",
            {"tổng hợp nhiều phường: đếm, chậm, tiêu chí, phong trào",
             "count many wards: states, what is late, criteria, movements"},
            {"Ví dụ:\n  wardplan summary plans\n  wardplan summary plans --by district --period "
             "2023-Q2 --format html -o tong-hop.html\n",
             "Examples:\n  wardplan summary plans\n  wardplan summary plans --by district --period "
             "2023-Q2 --format html -o summary.html\n"},
            summary_flags,
            run_summary},
    Command{"build",
            {"in mọi bảng, mẫu, báo cáo của mọi phường", "print all tables, forms and reports"},
            {"Ví dụ:\n  wardplan build plans -o ban-in\n  wardplan build plans -o ban-in --format "
             "docx,html --period 2023-Q2 --as-of 2023-07-01\n",
             "Examples:\n  wardplan build plans -o out\n  wardplan build plans -o out --format "
             "docx,html --period 2023-Q2 --as-of 2023-07-01\n"},
            build_flags,
            run_build},
    Command{"templates",
            {"các mẫu in: xem, sửa, kiểm tra", "templates of forms: list, show, check"},
            {"Ví dụ:\n  wardplan templates show m2 > m2.html\n  wardplan templates check m2.html\n",
             "Examples:\n  wardplan templates show m2 > m2.html\n"
             "  wardplan templates check m2.html\n"},
            templates_flags,
            run_templates},
    Command{
        "update",
        {"ghi kết quả của một việc", "record a result"},
        {"Ví dụ:\n"
         "  wardplan update plans/long-bien/2023-chu-de.yaml I.2.4.1 \"hoàn thành\" --value 94%\n"
         "  wardplan update plans/long-bien/2023-chu-de.yaml I.1.2 --due \"Tháng 12/2023\" "
         "--note \"chờ kinh phí\"\n"
         "  wardplan update - < danh-sach.csv\n",
         "Examples:\n"
         "  wardplan update plans/long-bien/2023-chu-de.yaml I.2.4.1 done --value 94%\n"
         "  wardplan update plans/long-bien/2023-chu-de.yaml I.1.2 --due \"Tháng 12/2023\" "
         "--note \"chờ kinh phí\"\n"
         "  wardplan update - < list.csv\n"},
        update_flags,
        run_update},
    Command{"undo",
            {"bỏ lần cập nhật cuối của một việc", "take the last entry of an item off again"},
            {"Ví dụ:\n  wardplan undo plans/long-bien/2023-chu-de.yaml I.2.4.1\n",
             "Examples:\n  wardplan undo plans/long-bien/2023-chu-de.yaml I.2.4.1\n"},
            undo_flags,
            run_undo},
    Command{"explain",
            {"giải thích một mã lỗi hay cảnh báo", "explain the code of a finding"},
            {"Ví dụ:\n  wardplan explain P401\n  wardplan explain\n",
             "Examples:\n  wardplan explain P401\n  wardplan explain\n"},
            explain_flags,
            run_explain},
    Command{"explain-date",
            {"cho biết một thời gian được hiểu thế nào", "show how a time expression is read"},
            {"Ví dụ:\n  wardplan explain-date \"Tháng 6, 11/2023\" --year 2023\n"
             "  wardplan explain-date \"Quý I\"\n",
             "Examples:\n  wardplan explain-date \"Tháng 6, 11/2023\" --year 2023\n"
             "  wardplan explain-date \"Quý I\"\n"},
            explain_date_flags,
            run_explain_date},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

std::vector<Flag> common_flags(Parsed& parsed) {
  return {{"--lang",
           "WORD",
           {"vi hoặc en; không nêu: WARDPLAN_LANG, rồi ngôn ngữ của máy",
            "vi or en; otherwise WARDPLAN_LANG, then the locale"},
           &parsed.lang},
          {"--color", "WORD", {"auto, always hoặc never", "auto, always or never"}, &parsed.color}};
}

Flag as_of_flag(Parsed& parsed) {
  return {"--as-of",
          "DATE",
          {"tính đến ngày này; không nêu: WARDPLAN_TODAY, rồi hôm nay",
           "as of this day; otherwise WARDPLAN_TODAY, then today"},
          &parsed.as_of};
}

Flag soon_flag(Parsed& parsed) {
  return {
      "--soon",
      "N",
      {"còn N ngày thì là sắp đến hạn (mặc định 15)", "due within N days is due soon (default 15)"},
      &parsed.soon};
}

std::vector<Flag> output_flags(OutputOptions& output, Phrase formats) {
  return {
      {"--format", "WORD", formats, &output.format},
      {"-o,--output",
       "FILE",
       {"ghi vào tệp này: trọn vẹn hoặc không gì cả", "write to this file: whole or not at all"},
       &output.path},
      {"--excel",
       "",
       {"CSV có BOM để Excel đọc đúng tiếng Việt",
        "CSV with a BOM, so that Excel reads Vietnamese"},
       &output.excel}};
}

std::vector<Flag> join(std::vector<Flag> flags, const std::vector<Flag>& more) {
  flags.insert(flags.end(), more.begin(), more.end());
  return flags;
}

}  // namespace wardplan

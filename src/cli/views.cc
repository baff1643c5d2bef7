// Flags of the commands that show what is there: table, explain; list, due, show, verdict.
#include <algorithm>

#include "cli/flags.h"
#include "cli/topics.h"
#include "diag/render.h"
#include "figures/numerals.h"
#include "lists/cards.h"
#include "records/shapes.h"
#include "rules/check.h"
#include "text/quoted.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

std::vector<Flag> filter_flags(Parsed& parsed) {
  ItemFilter& filter = parsed.list.filter;
  return {
      flag("--ward", "WARD", {"phường (mã hoặc tên)", "ward (id or name)"}, &filter.wards),
      flag("--year", "YEAR", {"năm của kế hoạch", "year of the plan"}, &filter.years),
      taking(Takes::heading, flag("--section", "ADDRESS",
                                  {"trong đề mục này (địa chỉ hoặc chữ trong tên)",
                                   "in this section (its address or words of its heading)"},
                                  &filter.sections)),
      flag("--leader", "PERSON",
           {"lãnh đạo phụ trách (mã, tên hoặc một phần tên)", "leader (id, name or part of it)"},
           &filter.leaders),
      flag("--lead", "UNIT", {"đơn vị chủ trì", "lead unit"}, &filter.leads),
      flag("--support", "UNIT", {"đơn vị phối hợp", "supporting unit"}, &filter.supports),
      taking(Takes::registrant,
             flag("--by", "NAME",
                  {"mô hình do tập thể, cá nhân này đăng ký (tên hoặc một phần tên)",
                   "models registered by (name or part of it)"},
                  &filter.registrants)),
      flag("--field", "FIELD",
           {"mô hình thuộc lĩnh vực (mã, tên hoặc một phần tên)",
            "models of the field (id, name or part of it)"},
           &filter.fields),
      taking(Takes::status, list_of({}, flag("--status", "WORD",
                                             {"trạng thái đã ghi, ví dụ `đang thực hiện`",
                                              "recorded status, such as in-progress"},
                                             &filter.statuses))),
      taking(Takes::state,
             list_of({}, flag("--state", "WORD",
                              {"tình trạng, ví dụ `quá hạn`", "state, such as overdue"},
                              &filter.states))),
      flag("--due-from", "DATE", {"hạn từ ngày này", "deadline on or after this day"},
           &parsed.due_from),
      flag("--due-to", "DATE", {"hạn đến ngày này", "deadline on or before this day"},
           &parsed.due_to),
      flag("--text", "WORDS", {"có chữ này, không cần dấu", "with these words, marks not needed"},
           &parsed.text),
      as_of_flag(parsed),
      soon_flag(parsed),
  };
}

}  // namespace

std::vector<Flag> table_flags(Parsed& parsed) {
  return join(
      {plan_flag(parsed.table.path),
       flag("--with-state",
            {"thêm cột Tình trạng và Kết quả", "with the columns Tình trạng and Kết quả"},
            &parsed.table.with_state),
       flag("--with-targets",
            {"ghi chỉ tiêu sau mọi dòng, kể cả dòng đã nêu trong lời",
             "with the figures of targets behind every row, also where its text says them"},
            &parsed.table.with_targets),
       taking(
           Takes::column,
           list_of(
               {},
               flag(
                   "--columns", "COLUMNS",
                   {"các cột muốn in, như number,content,due; không nêu: như hồ sơ ghi ở `columns`",
                    "columns to print, such as number,content,due; none: as the record's "
                    "`columns`"},
                   &parsed.table.columns))),
       flag(
           "--for-update",
           {"phiếu để đơn vị điền rồi gửi lại, `update --from` đọc: csv (mặc định), xlsx hoặc docx",
            "a sheet for units to fill in and send back, which `update --from` reads: csv "
            "(default), xlsx or docx"},
           &parsed.table.for_update),
       flag("--lead", "UNIT",
            {"phiếu chỉ gồm việc của đơn vị chủ trì này; nêu được nhiều lần",
             "a sheet of what this unit leads only, as often as needed"},
            &parsed.table.leads),
       as_of_flag(parsed), soon_flag(parsed)},
      output_flags(parsed.table.output));
}

namespace {

/// What goes with a sheet for updates, and where it goes.
void judge_update_sheet(TableOptions& table) {
  if (!table.for_update) {
    if (!table.leads.empty())
      wrong_usage({"`--lead` đi cùng `--for-update`", "`--lead` goes with `--for-update`"});
    return;
  }
  if (table.with_state || table.with_targets || !table.columns.empty())
    wrong_usage(
        {"`--for-update` có cột riêng, không dùng `--columns`, `--with-state`, "
         "`--with-targets`",
         "`--for-update` has columns of its own and takes no `--columns`, `--with-state` or "
         "`--with-targets`"});
  if (table.path == kStdin)
    wrong_usage({"phiếu phải nêu tên tệp của hồ sơ, không đọc từ `-`",
                 "a sheet says which file it is of, and takes no `-`"});
  require_choice("--for-update --format", table.output.format, {"csv", "xlsx", "docx"});
}

}  // namespace

int run_table(Parsed& parsed, Io& io) {
  require_argument(parsed.table.path, "FILE");
  if (parsed.table.for_update) parsed.table.output.format = "csv";
  judge_output(parsed.table.output);
  judge_update_sheet(parsed.table);
  parsed.table.columns = split_commas(parsed.table.columns);
  require_once("--columns", parsed.table.columns);
  // A document's layout is the one in force on the day.
  const OutputOptions& output = parsed.table.output;
  const bool with_state = parsed.table.with_state || parsed.table.for_update;
  const bool by_day =
      with_state || shape_for(format_named(output.format), output.shapes) == Shape::document;
  if (!with_state && parsed.soon)
    wrong_usage({"`--soon` đi cùng `--with-state` hoặc `--for-update`",
                 "`--soon` goes with `--with-state` or `--for-update`"});
  parsed.table.for_entries = !by_day && parsed.as_of;
  return table_command(parsed.table, io);
}

std::vector<Flag> help_flags(Parsed& parsed) {
  return {taking(
      Takes::topic,
      flag("WORD",
           {"tên lệnh, hoặc `bat-dau`: từ biểu Word đến danh sách việc quá hạn đầu tiên",
            "a command, or `bat-dau`: from a Word table to the first late list (Vietnamese)"},
           &parsed.help_word))};
}

std::string topic_name(const Topic& topic) {
  return fold(topic.name.substr(0, topic.name.find('.')));
}

int run_help(Parsed& parsed, Io& io) {
  std::vector<std::string> words = texts(commands(), &Command::name);
  for (const Topic& topic : topics()) {
    if (topic_name(topic) == fold_bare(parsed.help_word)) {
      io.out += topic.text;
      return kFine;
    }
    words.push_back(topic_name(topic));
  }
  wrong_usage(with_hint(
      say("không có lệnh hay trang nào tên `{}`", "there is no command and no page called `{}`",
          parsed.help_word),
      offer_nearest(parsed.help_word, words, say("có {}", "there are {}", quoted_list(words)))));
}

std::vector<Flag> explain_flags(Parsed& parsed) {
  return {
      flag("CODE",
           {"mã như P401; bỏ trống để liệt kê tất cả", "a code such as P401; none lists them all"},
           &parsed.explain.code),
      format_flag(parsed.explain.output)};
}

int run_explain(Parsed& parsed, Io& io) {
  judge_output(parsed.explain.output);
  return explain_command(parsed.explain, io);
}

std::vector<Flag> schema_flags(Parsed& parsed) {
  std::vector<std::string> words = file_kinds();
  const std::string kinds = joined(words);
  words.emplace_back(kOutputSchema);
  return {
      among(std::move(words),
            flag("KIND",
                 say("{}, hoặc output: mọi JSON được in ra; bỏ trống: mọi loại hồ sơ",
                     "{}, or output: all that is printed as JSON; none: every kind of file", kinds),
                 &parsed.schema.of))};
}

int run_schema(Parsed& parsed, Io& io) { return schema_command(parsed.schema, io); }

std::vector<Flag> explain_date_flags(Parsed& parsed) {
  return {
      flag("TEXT",
           {"như ghi trong kế hoạch: `Tháng 6, 11/2023`", "as a plan has it: `Tháng 6, 11/2023`"},
           &parsed.explain_date.text),
      flag("--year", "YEAR",
           {"năm của kế hoạch (mặc định: năm nay)", "year of the plan (default: this one)"},
           &parsed.year),
      format_flag(parsed.explain_date.output)};
}

int run_explain_date(Parsed& parsed, Io& io) {
  require_argument(parsed.explain_date.text, "TEXT");
  judge_output(parsed.explain_date.output);
  parsed.explain_date.year = parsed.year
                                 ? require_number("--year", *parsed.year, kFirstYear, kLastYear)
                                 : static_cast<int>(io.as_of.year());
  return explain_date_command(parsed.explain_date, io);
}

std::vector<Flag> list_flags(Parsed& parsed) {
  parsed.list.output.shapes.calendar = true;
  const std::vector<Flag> columns = {
      list_of(item_column_keys(), flag("--sort", "COLUMNS",
                                       {"sắp theo cột, `-` trước tên là giảm dần",
                                        "sort by columns, `-` before one: downwards"},
                                       &parsed.list.sort)),
      list_of(item_column_keys(),
              flag("--columns", "COLUMNS", {"các cột muốn in", "columns to print"},
                   &parsed.list.columns)),
      threads_flag(parsed),
  };
  return join(join(join({paths_flag(parsed.list.paths)}, filter_flags(parsed)), columns),
              output_flags(parsed.list.output));
}

namespace {

/// Who knows the columns of tables is told what lists call them.
void require_column(std::string_view option, const std::string& column) {
  const auto meant = list_column_for(column);
  const auto& known = item_column_keys();
  if (meant && std::ranges::find(known, column) == known.end())
    wrong_usage(say("`{}` không nhận `{}`; trong danh sách cột ấy là `{}`",
                    "`{}` doesn't take `{}`; in lists that column is `{}`", option, column,
                    *meant));
  require_choice(option, column, known);
}

}  // namespace

int run_list(Parsed& parsed, Io& io) {
  ListOptions& list = parsed.list;
  judge_output(list.output);
  if (parsed.due_from) list.filter.due_from = require_date("--due-from", *parsed.due_from);
  if (parsed.due_to) list.filter.due_to = require_date("--due-to", *parsed.due_to);
  if (parsed.due_from && parsed.due_to && *list.filter.due_to < *list.filter.due_from)
    wrong_usage({"`--due-from` đứng sau `--due-to`", "`--due-from` comes after `--due-to`"});
  const Format& format = format_named(list.output.format);
  if ((format.digest || format.calendar) && !list.columns.empty())
    wrong_usage(say("`--format {0}` có cột riêng, không dùng `--columns`",
                    "`--format {0}` has columns of its own and takes no `--columns`", format.name));
  if (parsed.text && parsed.text->empty())
    wrong_usage({"`--text` không có chữ nào", "`--text` has no words"});
  list.filter.text = parsed.text.value_or("");
  for (auto* words : {&list.filter.statuses, &list.filter.states, &list.columns, &list.sort})
    *words = split_commas(*words);
  require_once("--columns", list.columns);
  for (const std::string& column : list.columns) require_column("--columns", column);
  require_words("--sort", list.sort);
  for (const std::string& column : list.sort)
    require_column("--sort", column.starts_with('-') ? column.substr(1) : column);
  return list_command(list, io);
}

std::vector<Flag> due_flags(Parsed& parsed) {
  parsed.list.output.shapes.digest = true;
  return join(list_flags(parsed),
              {among({"overdue"}, flag("--fail-on", "WORD",
                                       {"overdue: thoát với mã 1 khi có việc quá hạn (cho cron)",
                                        "overdue: exit 1 when something is overdue (for cron)"},
                                       &parsed.due_fail_on))});
}

int run_due(Parsed& parsed, Io& io) {
  parsed.list.only_due = true;
  if (parsed.due_fail_on) require_choice("--fail-on", *parsed.due_fail_on, {"overdue"});
  parsed.list.fail_on_overdue = parsed.due_fail_on.has_value();
  return run_list(parsed, io);
}

std::vector<Flag> show_flags(Parsed& parsed) {
  return join({plan_flag(parsed.show.path), address_flag(parsed.show.address), as_of_flag(parsed),
               soon_flag(parsed)},
              output_flags(parsed.show.output));
}

int run_show(Parsed& parsed, Io& io) {
  require_argument(parsed.show.path, "FILE");
  require_argument(parsed.show.address, "ADDRESS");
  judge_output(parsed.show.output);
  return show_command(parsed.show, io);
}

std::vector<Flag> verdict_flags(Parsed& parsed) {
  return join(
      {taking(Takes::record, flag("FILE", {"tệp tiêu chí, hoặc `-`", "a file of criteria, or `-`"},
                                  &parsed.verdict.path)),
       flag("--round", "N",
            {"chỉ tính đợt này; không nêu thì lấy kết luận mới nhất của mỗi nội dung",
             "only this round; without it each content's latest verdict counts"},
            &parsed.verdict.round),
       as_of_flag(parsed)},
      output_flags(parsed.verdict.output));
}

int run_verdict(Parsed& parsed, Io& io) {
  require_argument(parsed.verdict.path, "FILE");
  judge_output(parsed.verdict.output);
  return verdict_command(parsed.verdict, io);
}

}  // namespace wardplan

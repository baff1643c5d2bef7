// Flags of the commands that show items: list, due, show, verdict.
#include "cli/flags.h"
#include "lists/cards.h"

namespace wardplan {
namespace {

std::vector<Flag> filter_flags(Parsed& parsed) {
  ItemFilter& filter = parsed.list.filter;
  return {
      flag("--ward", "WARD", {"phường (mã hoặc tên)", "ward (id or name)"}, &filter.wards),
      flag("--year", "YEAR", {"năm của kế hoạch", "year of the plan"}, &filter.years),
      flag("--section", "ADDRESS",
           {"trong đề mục này (địa chỉ hoặc chữ trong tên)",
            "in this section (its address or words of its heading)"},
           &filter.sections),
      flag("--leader", "PERSON",
           {"lãnh đạo phụ trách (mã, tên hoặc một phần tên)", "leader (id, name or part of it)"},
           &filter.leaders),
      flag("--lead", "UNIT", {"đơn vị chủ trì", "lead unit"}, &filter.leads),
      flag("--support", "UNIT", {"đơn vị phối hợp", "supporting unit"}, &filter.supports),
      flag("--by", "NAME",
           {"mô hình do tập thể, cá nhân này đăng ký (tên hoặc một phần tên)",
            "models registered by (name or part of it)"},
           &filter.registrants),
      flag("--field", "FIELD",
           {"mô hình thuộc lĩnh vực (mã, tên hoặc một phần tên)",
            "models of the field (id, name or part of it)"},
           &filter.fields),
      flag("--status", "WORD",
           {"trạng thái đã ghi, ví dụ `đang thực hiện`", "recorded status, such as in-progress"},
           &filter.statuses),
      flag("--state", "WORD", {"tình trạng, ví dụ `quá hạn`", "state, such as overdue"},
           &filter.states),
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

std::vector<Flag> list_flags(Parsed& parsed) {
  const std::vector<Flag> columns = {
      flag(
          "--sort", "COLUMNS",
          {"sắp theo cột, `-` trước tên là giảm dần", "sort by columns, `-` before one: downwards"},
          &parsed.list.sort),
      flag("--columns", "COLUMNS", {"các cột muốn in", "columns to print"}, &parsed.list.columns),
      threads_flag(parsed),
  };
  return join(join(join({paths_flag(parsed.list.paths)}, filter_flags(parsed)), columns),
              output_flags(parsed.list.output));
}

int run_list(Parsed& parsed, Io& io) {
  ListOptions& list = parsed.list;
  judge_output(list.output);
  if (parsed.due_from) list.filter.due_from = require_date("--due-from", *parsed.due_from);
  if (parsed.due_to) list.filter.due_to = require_date("--due-to", *parsed.due_to);
  if (parsed.due_from && parsed.due_to && *list.filter.due_to < *list.filter.due_from)
    wrong_usage({"`--due-from` đứng sau `--due-to`", "`--due-from` comes after `--due-to`"});
  if (parsed.text && parsed.text->empty())
    wrong_usage({"`--text` không có chữ nào", "`--text` has no words"});
  list.filter.text = parsed.text.value_or("");
  for (auto* words : {&list.filter.statuses, &list.filter.states, &list.columns, &list.sort})
    *words = split_commas(*words);
  for (const std::string& column : list.columns)
    require_choice("--columns", column, item_column_keys());
  for (const std::string& column : list.sort)
    require_choice("--sort", column.starts_with('-') ? column.substr(1) : column,
                   item_column_keys());
  return list_command(list, io);
}

int run_due(Parsed& parsed, Io& io) {
  parsed.list.only_due = true;
  return run_list(parsed, io);
}

std::vector<Flag> show_flags(Parsed& parsed) {
  return {plan_flag(parsed.show.path), address_flag(parsed.show.address),
          format_flag(parsed.show.output), as_of_flag(parsed), soon_flag(parsed)};
}

int run_show(Parsed& parsed, Io& io) {
  require_argument(parsed.show.path, "FILE");
  require_argument(parsed.show.address, "ADDRESS");
  judge_output(parsed.show.output);
  return show_command(parsed.show, io);
}

std::vector<Flag> verdict_flags(Parsed& parsed) {
  return {
      flag("FILE", {"tệp tiêu chí, hoặc `-`", "a file of criteria, or `-`"}, &parsed.verdict.path),
      flag("--round", "N",
           {"chỉ tính đợt này; không nêu thì lấy kết luận mới nhất của mỗi nội dung",
            "only this round; without it each content's latest verdict counts"},
           &parsed.verdict.round),
      format_flag(parsed.verdict.output), as_of_flag(parsed)};
}

int run_verdict(Parsed& parsed, Io& io) {
  require_argument(parsed.verdict.path, "FILE");
  judge_output(parsed.verdict.output);
  return verdict_command(parsed.verdict, io);
}

}  // namespace wardplan

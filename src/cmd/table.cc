#include <algorithm>
#include <filesystem>

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "disk/files.h"
#include "lists/cards.h"
#include "lists/points.h"
#include "lists/update_sheet.h"
#include "records/plan_columns.h"
#include "text/quoted.h"

namespace wardplan {

namespace {

/// Deductions of the list without a row of the record, which no sheet can record.
void mention_deductions(const Plan& plan, const TableOptions& options, Io& io) {
  if (plan.catalogue == nullptr || !options.leads.empty()) return;
  std::vector<std::string> lacking;
  for (const Deduction& deduction : plan.catalogue->deductions)
    if (std::ranges::find(plan.rows, &deduction, &Row::deduction) == plan.rows.end())
      lacking.push_back(deduction.id.value);
  if (!lacking.empty())
    complain(say("hồ sơ chưa có dòng của {} nên phiếu không có; thêm bằng `wardplan add {} "
                 "--number {}`",
                 "the record has no row for {}, and so has the sheet; add it with `wardplan add {} "
                 "--number {}`",
                 quoted_list(lacking), shell_quoted(options.path), lacking.front()),
             io);
}

/// A sheet for units to fill in, or why there is none.
int print_update_sheet(const PlanFile& file, const TableOptions& options, Io& io) {
  std::error_code ignored;
  const std::optional<std::string>& path = options.output.path;
  if (path && std::filesystem::is_regular_file(*path, ignored))
    return refused(say("`{}` đã có, có thể là phiếu đơn vị đã điền, nên không ghi đè; nêu tên khác "
                       "sau `-o`",
                       "`{}` is there and may be a sheet that was filled in, so it isn't written "
                       "over; name another with `-o`",
                       *path),
                   io);
  const Sheet sheet = update_sheet(file.project, file.report, *file.plan,
                                   {options.leads, io.as_of, io.soon, io.lang});
  if (sheet.rows.empty())
    return refused({"không có việc nào để ghi", "there is no item to be recorded"}, io);
  deliver_sheet(sheet, options.output, io, &plan_layout(*file.plan, io.as_of));
  mention_deductions(*file.plan, options, io);
  mention_warnings(file.report, options.path, io);
  return kFine;
}

/// The column that may be meant by one that the table hasn't: lists call some otherwise, and how
/// work stands is what `--with-state` adds.
Message column_meant(const std::string& id, const std::vector<std::string>& known) {
  const auto is_known = [&](const std::string& one) {
    return std::ranges::find(known, one) != known.end();
  };
  const auto meant = table_column_for(id);
  if (meant && is_known(*meant))
    return say("trong biểu cột ấy là `{}`", "in tables that column is `{}`", *meant);
  if (id == "state" || id == "result" || meant || list_column_for(id))
    return {"việc đến đâu thì thêm `--with-state`", "how work stands is added by `--with-state`"};
  return offer_nearest(id, known, say("có {}", "there are {}", quoted_list(known)));
}

}  // namespace

int table_command(const TableOptions& options, Io& io) {
  const PlanFile file = read_plan_file(options.path, {"không in bảng", "no table was made"}, io);
  refuse_record(options.output, {options.path});
  if (file.plan == nullptr) return file.exit_code;
  const Plan& plan = *file.plan;
  if (plan.kind == RecordKind::movement)
    return refused({"phong trào không có biểu tiến độ; in mẫu bằng `wardplan form m2 TỆP`",
                    "a movement has no table; print a form with `wardplan form m2 FILE`"},
                   io);
  if (options.for_update) return print_update_sheet(file, options, io);
  const std::vector<std::string> known = column_ids(plan);
  for (const std::string& id : options.columns)
    if (std::ranges::find(known, id) == known.end())
      throw Failure(with_hint(say("biểu không có cột `{}`", "the table has no column `{}`", id),
                              column_meant(id, known)));
  Sheet sheet = plan_table(plan, {options.columns, options.with_targets, io.as_of});
  const bool by_day = std::ranges::any_of(
      sheet.columns, [](const Column& one) { return one.key.starts_with("entry_"); });
  if (options.for_entries && !by_day)
    throw Failure(
        {"không ô nào của biểu này đổi theo ngày: `--as-of` đi cùng `--with-state`, "
         "`--for-update`, hay cột nói việc đến đâu như `--columns number,content,entry_status`",
         "no cell of this table goes by a day: `--as-of` goes with `--with-state`, "
         "`--for-update`, or columns of how work stands as `--columns "
         "number,content,entry_status`"});
  if (by_day && !options.with_state) sheet.about.emplace_back("as_of", iso(io.as_of));
  sheet.origin = plan_origin(plan, io.as_of);
  const std::string& path = file.project.sources[plan.file].path();
  sheet.about.emplace(sheet.about.begin(), "file", path);
  if (options.with_state) add_state(sheet, plan, io.as_of, io.soon);
  // Who reads data adds up on their own.
  if (format_named(options.output.format).kind != FormatKind::data)
    add_point_sums(sheet, plan, options.with_state ? std::optional(io.as_of) : std::nullopt);
  deliver_sheet(sheet, options.output, io, &plan_layout(plan, io.as_of));
  mention_warnings(file.report, options.path, io);
  return kFine;
}

}  // namespace wardplan

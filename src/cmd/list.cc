#include "view/item_list.h"

#include <algorithm>

#include "cmd/commands.h"
#include "cmd/plan_file.h"
#include "cmd/say.h"
#include "diag/render.h"
#include "rules/check.h"
#include "view/item_filter.h"

namespace wardplan {
namespace {

/// Tells the errors that keep whole files out of the list; true when there are any.
bool tell_errors(const Project& project, const Report& report, const ListOptions& options, Io& io) {
  Report errors;
  for (const Finding& finding : report.findings())
    if (finding.code->severity == Severity::error) errors.add(finding);
  if (errors.findings().empty()) return false;
  io.err += render_text(project.sources, errors, {options.common.lang, options.common.color_err});
  complain({"tệp có lỗi không được tính vào đây", "files with errors are left out"}, options.common,
           io);
  return true;
}

std::vector<Item> selected(const Project& project, const Report& report,
                           const ListOptions& options) {
  std::vector<Item> items = filter_items(items_of(project, report, options.soon), options.filter);
  if (options.only_due)
    std::erase_if(items, [](const Item& item) {
      return item.standing.state != State::overdue && item.standing.state != State::due_soon;
    });
  if (options.sort.empty() && options.only_due)
    sort_items(items, {"deadline"});
  else
    sort_items(items, options.sort);
  return items;
}

}  // namespace

int list_command(const ListOptions& options, Io& io) {
  Report report;
  const bool stdin_asked = std::ranges::find(options.paths, kStdin) != options.paths.end();
  Project project = read_project(options.paths, stdin_asked ? io.read_stdin() : "", report);
  refuse_record(options.output, project.sources);
  check(project, report);
  project.as_of = options.common.as_of;
  const bool failed = complain_about_failures(project, options.common, io);
  const bool errors = tell_errors(project, report, options, io);
  if (project.plans.empty()) {
    if (!failed && !errors)
      complain({"không có kế hoạch nào ở đó", "there is no plan there"}, options.common, io);
    return errors ? kFound : kCannot;
  }
  const std::vector<Item> items = selected(project, report, options);
  const int width = options.output.format == "text" && !options.output.path ? io.out_width : 0;
  const auto columns =
      options.columns.empty() ? usual_columns(items, options.only_due, width) : options.columns;
  const Sheet sheet =
      item_list(items, columns, options.common.as_of, options.common.lang, options.only_due);
  deliver_sheet(sheet, options.output, options.common, io);
  if (items.empty())
    complain(options.only_due ? Message{"không có việc nào quá hạn hay sắp đến hạn",
                                        "nothing is overdue or due soon"}
                              : Message{"không có việc nào như vậy", "there is no such item"},
             options.common, io);
  if (failed) return kCannot;
  return errors ? kFound : kFine;
}

}  // namespace wardplan

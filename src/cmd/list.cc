#include "lists/cards.h"

#include <algorithm>
#include <deque>
#include <iterator>

#include "cmd/commands.h"
#include "cmd/print.h"
#include "cmd/wards.h"
#include "lists/item.h"

namespace wardplan {
namespace {

std::vector<Item> selected(std::vector<Item> items, const ListOptions& options, int soon) {
  // A report that was not sent hides none of the later ones that were not sent either.
  if (options.only_due) items = each_time(items, soon);
  items = filter_items(std::move(items), options.filter);
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

/// “Nothing is late” is said only where everything was looked at.
Message none_found(const ListOptions& options, bool left_out) {
  if (options.only_due && !left_out && options.filter == ItemFilter())
    return Phrase{"không có việc nào quá hạn hay sắp đến hạn", "nothing is overdue or due soon"};
  return left_out ? Phrase{"không có việc nào như vậy trong các tệp còn lại",
                           "there is no such item in the other files"}
                  : Phrase{"không có việc nào như vậy", "there is no such item"};
}

}  // namespace

int list_command(const ListOptions& options, Io& io) {
  Wards wards(options.paths, {.errors_only = true}, io);
  wards.refuse_record(options.output);
  // Words of a filter may be known to one ward alone: all are looked at before any is left out.
  std::deque<WardRecords> kept;
  std::vector<Item> all;
  wards.each_told(
      io.threads,
      [&](const WardRecords& records) {
        return items_of(records.project, records.report, io.as_of, io.soon);
      },
      [&](WardRecords& records, std::vector<Item>&& items) {
        if (items.empty()) return;
        kept.push_back(std::move(records));
        std::ranges::move(items, std::back_inserter(all));
      },
      io);
  if (!wards.tell_faults(
          {"kế hoạch có lỗi không được tính vào đây", "plans with errors are left out"}, io))
    return wards.exit_code();
  const std::vector<Item> items = selected(std::move(all), options, io.soon);
  const bool on_screen = format_named(options.output.format).kind == FormatKind::screen;
  const int width = on_screen && !options.output.path ? io.out_width : 0;
  const auto columns =
      options.columns.empty() ? usual_columns(items, options.only_due, width) : options.columns;
  deliver_sheet(item_list(items, columns, io.as_of, io.lang, options.only_due), options.output, io);
  if (items.empty()) complain(none_found(options, wards.has_faults()), io);
  return wards.exit_code();
}

}  // namespace wardplan

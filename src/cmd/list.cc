#include <algorithm>

#include "cmd/calendars.h"
#include "cmd/commands.h"
#include "cmd/print.h"
#include "cmd/wards.h"
#include "lists/calendar.h"
#include "lists/digest.h"
#include "lists/item_list.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

/// “Nothing is late” is said only where everything was looked at.
Message none_found(const ListOptions& options, bool left_out) {
  if (options.only_due && !left_out && options.filter == ItemFilter())
    return Phrase{"không có việc nào quá hạn hay sắp đến hạn", "nothing is overdue or due soon"};
  return left_out ? Phrase{"không có việc nào như vậy trong các tệp còn lại",
                           "there is no such item in the other files"}
                  : Phrase{"không có việc nào như vậy", "there is no such item"};
}

std::vector<std::string> columns_for(const Format& format, const ListOptions& options) {
  if (format.digest) return digest_columns();
  if (format.calendar) return calendar_columns();
  const bool as_data = options.columns.empty() && format.kind == FormatKind::data;
  return as_data ? data_columns(format.name != "csv") : options.columns;
}

/// The first of many.
std::string some_of(const std::vector<std::string>& items) {
  constexpr std::size_t kMostTold = 5;
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), kMostTold));
  return joined(std::vector(items.begin(), end), ", ") + (end == items.end() ? "" : ", …");
}

/// What is never late because its time isn't understood isn't passed over in silence.
void tell_unknown_times(const std::vector<std::string>& items, Io& io) {
  if (items.empty()) return;
  complain(say("{0} việc có thời gian không hiểu được nên không biết đã quá hạn chưa: {2}; xem "
               "bằng `wardplan check`",
               "{1} with a time that isn't understood, so that nobody knows whether it is late: "
               "{2}; see `wardplan check`",
               items.size(), counted(items.size(), "item"), some_of(items)),
           io);
}

void tell_without_day(const std::vector<std::string>& items, Io& io) {
  if (items.empty()) return;
  complain(say("{0} việc không có hạn nên không có trong lịch: {2}",
               "{1} without a deadline, which no calendar has: {2}", items.size(),
               counted(items.size(), "item"), some_of(items)),
           io);
}

}  // namespace

int list_command(const ListOptions& options, Io& io) {
  Wards wards(options.paths, {.errors_only = true}, io);
  wards.refuse_record(options.output);
  const Format& format = format_named(options.output.format);
  const bool on_screen = format.kind == FormatKind::screen;
  const ListAsked asked{.as_of = io.as_of,
                        .soon = io.soon,
                        .lang = io.lang,
                        .only_due = options.only_due,
                        .each_time = format.calendar,
                        .filter = options.filter,
                        .columns = columns_for(format, options),
                        .width = on_screen && !options.output.path ? io.out_width : 0,
                        .sort = options.sort};
  ListMaker maker(asked);
  wards.each_told(
      io.threads,
      [&](const WardRecords& records) { return list_ward(records.project, records.report, asked); },
      [&](const WardRecords&, ListedWard&& listed) { maker.add(std::move(listed)); }, io);
  if (!wards.tell_faults(
          {"kế hoạch có lỗi không được tính vào đây", "plans with errors are left out"}, io))
    return wards.exit_code();
  Sheet sheet = maker.finish();
  sheet.about.emplace_back("left_out", wards.left_out());
  sheet.origin.day = io.as_of;
  if (format.digest)
    deliver(digest(sheet, wards.left_out(), io.lang), options.output, io);
  else if (format.calendar)
    deliver_calendars(sheet, wards.left_out(), options.output, io);
  else
    deliver_sheet(sheet, options.output, io);
  if (format.calendar) tell_without_day(without_day(sheet), io);
  if (!maker.elsewhere().empty()) complain(told_elsewhere(maker.elsewhere()), io);
  tell_unknown_times(maker.without_known_time(), io);
  if (maker.count() == 0) complain(none_found(options, wards.has_faults()), io);
  const int code = wards.exit_code();
  return options.fail_on_overdue && maker.overdue() > 0 ? std::max(code, kFound) : code;
}

}  // namespace wardplan

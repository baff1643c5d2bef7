#include "summary/assess.h"

#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/print.h"
#include "cmd/wards.h"

namespace wardplan {

int assess_command(const AssessOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  AssessAsked asked{.as_of = io.as_of, .by = options.by, .cutoff = options.cutoff, .soon = io.soon};
  if (options.period) asked.period = parse_period(*options.period, options.cutoff.value_or(0));
  Wards wards(options.paths, {.errors_only = true}, io);
  wards.refuse_record(options.output);
  Assessment all;
  wards.each_told(
      io.threads,
      [&](const WardRecords& records) {
        return assess_ward(records.project, records.report, asked);
      },
      [&](const WardRecords&, Assessment&& ward) { all.add(std::move(ward)); }, io);
  if (!wards.tell_faults(
          {"hồ sơ có lỗi không được tính vào đây", "records with errors are left out"}, io))
    return wards.exit_code();
  all.settle();
  const bool totals = format_named(options.output.format).kind != FormatKind::data;
  Sheet sheet = assessment_sheet(all, asked, totals, io.lang);
  sheet.about.emplace_back("left_out", wards.left_out());
  sheet.origin.day = io.as_of;
  deliver_sheet(sheet, options.output, io);
  if (all.rows.empty())
    complain(asked.period
                 ? Message{"không có việc nào đến hạn trong kỳ ấy", "nothing is due in that period"}
                 : Message{"không có việc nào để tính", "there is nothing to count"},
             io);
  return wards.exit_code();
}

}  // namespace wardplan

#include "summary/summary.h"
#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/print.h"
#include "cmd/wards.h"
#include "summary/targets.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

void deliver_summary(const Summary& summary, const SummaryOptions& options, Io& io) {
  const Format& format = format_named(options.output.format);
  const WriteOptions how = write_options(options.output, io);
  SummaryShow show{.lang = io.lang,
                   .by = options.by,
                   .explain = options.explain,
                   .totals = format.kind != FormatKind::data};
  if (format.kind == FormatKind::screen)
    show.bar_width = how.width > 0 && how.width < 110 ? 10 : 24;
  switch (shape_for(format, options.output.shapes)) {
    case Shape::none:
    case Shape::fields:
    case Shape::digest:
    case Shape::calendar:
      return;
    case Shape::card:
      deliver_card(summary_card(summary, show), options.output, io);
      return;
    case Shape::sheet:
      return deliver_sheet(summary_sheet(summary, show), options.output, io);
    case Shape::document:
      return deliver(summary_page(summary, show, format, options.output.layout), options.output,
                     io);
  }
}

/// What wards reach of the targets of plans above.
int targets_command(const SummaryOptions& options, Wards& wards, Io& io) {
  ServedTargets targets;
  wards.each_told(
      io.threads,
      [&](const WardRecords& records) {
        return served_by_ward(records.project, records.report, io.as_of, options.year);
      },
      [&](const WardRecords&, ServedTargets&& ward) { targets.add(std::move(ward)); }, io);
  if (!wards.tell_faults(
          {"hồ sơ có lỗi không được tính vào đây", "records with errors are left out"}, io))
    return wards.exit_code();
  targets.settle();
  if (targets.all.empty() && !wards.has_errors())
    return refused({"không việc nào ghi góp vào chỉ tiêu của kế hoạch cấp trên (`serves: "
                    "mã/địa chỉ`)",
                    "no item serves a target of a plan above (`serves: id/address`)"},
                   io);
  Sheet sheet = served_sheet(targets, io.as_of, io.lang);
  sheet.about.emplace_back("left_out", wards.left_out());
  sheet.origin.day = io.as_of;
  deliver_sheet(sheet, options.output, io);
  return wards.exit_code();
}

}  // namespace

int summary_command(const SummaryOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  SummaryAsked asked{
      .as_of = io.as_of, .year = options.year, .since = options.since, .soon = io.soon};
  if (options.period) asked.period = parse_period(*options.period, options.cutoff);
  if (!asked.year && asked.period) asked.year = asked.period->year;
  if (options.explain) asked.items = io.lang;
  Wards wards(options.paths, {.errors_only = true}, io);
  wards.refuse_record(options.output);
  if (options.targets) return targets_command(options, wards, io);
  SummaryMaker maker(asked);
  wards.each_told(
      io.threads,
      [&](const WardRecords& records) {
        return count_ward(records.project, records.report, asked);
      },
      [&](const WardRecords&, CountedWard&& counted) { maker.add(std::move(counted)); }, io);
  if (!wards.tell_faults(
          {"hồ sơ có lỗi không được tính vào đây", "records with errors are left out"}, io))
    return wards.exit_code();
  const Summary summary = maker.finish(wards.left_out());
  if (options.by)
    if (const Message why = unknown_group_key(summary.group_keys, *options.by); !why.empty())
      return refused(why, io);
  if (summary.plans.empty() && !wards.has_errors())
    return refused(
        say("không có hồ sơ nào của năm {}", "there is no plan of the year {}", *asked.year), io);
  deliver_summary(summary, options, io);
  return wards.exit_code();
}

}  // namespace wardplan

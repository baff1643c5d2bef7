#include "cmd/commands.h"
#include "cmd/print.h"
#include "cmd/records.h"
#include "cmd/say.h"
#include "summary/summary_card.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

/// Why nothing can be summed by that key, or nothing.
Message unknown_key(const Project& project, const std::string& key) {
  const auto keys = group_keys(project);
  for (const std::string& known : keys)
    if (fold(known) == fold(key)) return {};
  const Message keys_there = keys.empty()
                                 ? say("ghi `groups: {{{}: …}}` ở tệp phường",
                                       "write `groups: {{{}: …}}` in the wards' files", key)
                                 : there_are(keys);
  return with_hint(say("không phường nào có nhóm `{}`", "no ward has a group `{}`", key),
                   offer_nearest(key, keys, keys_there));
}

std::string bytes_of(const Summary& summary, const SummaryOptions& options, const Io& io) {
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
      break;
    case Shape::card:
      return format.card(summary_card(summary, show), how);
    case Shape::sheet:
      return format.sheet(summary_sheet(summary, show), how);
    case Shape::document:
      return summary_page(summary, show, format);
  }
  return {};
}

}  // namespace

int summary_command(const SummaryOptions& options, Io& io) {
  refuse_on_terminal(options.output, io);
  Records records = read_records(options.paths, std::nullopt, io);
  refuse_record(options.output, records.project.sources);
  if (!tell_faults(records,
                   {"hồ sơ có lỗi không được tính vào đây", "records with errors are left out"},
                   io))
    return exit_code(records);
  if (options.by)
    if (const Message why = unknown_key(records.project, *options.by); !why.empty())
      return refused(why, io);
  std::optional<Period> period;
  if (options.period) period = parse_period(*options.period, options.cutoff);
  const std::optional<int> year = !options.year && period ? period->year : options.year;
  const Summary summary =
      summarise(records.project, records.report, io.as_of, period, year, options.soon);
  if (summary.plans.empty() && !records.errors)
    return refused(say("không có hồ sơ nào của năm {}", "there is no plan of the year {}", *year),
                   io);
  deliver(bytes_of(summary, options, io), options.output, io);
  return exit_code(records);
}

}  // namespace wardplan

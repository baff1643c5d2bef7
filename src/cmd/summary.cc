#include <algorithm>

#include "cmd/commands.h"
#include "cmd/print.h"
#include "cmd/records.h"
#include "cmd/say.h"
#include "summary/summary_card.h"
#include "text/nearest.h"
#include "text/quoted.h"
#include "text/utf8.h"
#include "write/card.h"

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

std::string as_markdown(const Card& card) {
  std::string out = write_markdown({.kind = card.kind,
                                    .title = card.title,
                                    .subtitle = {},
                                    .about = {},
                                    .columns = {},
                                    .rows = {}},
                                   {});
  out = out.substr(0, out.find("\n\n") + 2);
  for (const CardField& field : card.fields)
    out += "- " + field.column.title + ": " + cell_text(field.column, field.cell) + "\n";
  for (const Sheet& table : card.tables)
    if (!table.rows.empty()) out += "\n#" + write_markdown(table, {});
  return out;
}

std::string bytes_of(const Summary& summary, const SummaryOptions& options, const Io& io) {
  const Lang lang = options.common.lang;
  SummaryShow show{.lang = lang, .by = options.by, .explain = options.explain};
  const std::string& format = options.output.format;
  const bool to_screen = !options.output.path;
  if (format == "csv") return write_csv(summary_sheet(summary, show), {});
  show.totals = format != "json";
  if (format == "json") return write_card_json(summary_card(summary, show));
  if (format == "md") return as_markdown(summary_card(summary, show));
  if (format == "html" || format == "docx")
    return summary_page(summary, show, format, options.common.as_of);
  const bool narrow = to_screen && io.out_width > 0 && io.out_width < 110;
  show.bar_width = narrow ? 10 : 24;
  return write_card_text(
      summary_card(summary, show),
      {.width = to_screen ? io.out_width : 0, .color = to_screen && options.common.color_out});
}

}  // namespace

int summary_command(const SummaryOptions& options, Io& io) {
  refuse_on_terminal(options.output.format == "docx", options.output, io);
  Records records = read_records(options.paths, std::nullopt, io);
  refuse_record(options.output, records.project.sources);
  if (!tell_faults(records,
                   {"hồ sơ có lỗi không được tính vào đây", "records with errors are left out"},
                   options.common, io))
    return exit_code(records);
  if (options.by)
    if (const Message why = unknown_key(records.project, *options.by); !why.empty()) {
      complain(why, options.common, io);
      return kFound;
    }
  std::optional<Period> period;
  if (options.period) period = parse_period(*options.period, options.cutoff);
  const std::optional<int> year = !options.year && period ? period->year : options.year;
  const Summary summary =
      summarise(records.project, records.report, options.common.as_of, period, year, options.soon);
  if (summary.plans.empty() && !records.errors) {
    complain(say("không có hồ sơ nào của năm {}", "there is no plan of the year {}", *year),
             options.common, io);
    return kFound;
  }
  deliver(bytes_of(summary, options, io), options.output, io);
  return exit_code(records);
}

}  // namespace wardplan

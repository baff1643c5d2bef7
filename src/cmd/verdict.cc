#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "lists/cards.h"
#include "text/quoted.h"
#include "text/utf8.h"

namespace wardplan {

int verdict_command(const VerdictOptions& options, Io& io) {
  const PlanFile file =
      read_plan_file(options.path, {"không kết luận gì", "nothing is judged"}, io);
  refuse_record(options.output, {options.path});
  if (file.plan == nullptr) return file.exit_code;
  if (file.plan->kind != RecordKind::criteria)
    return refused(say("`{}` không phải bộ tiêu chí", "`{}` is no file of criteria", options.path),
                   io);
  std::string round;
  std::vector<std::string> known;
  for (const Round& one : file.plan->rounds) {
    known.push_back(one.number.value);
    if (options.round && fold(*options.round) == fold(one.number.value)) round = one.number.value;
  }
  if (options.round && round.empty())
    return refused(say("không có đợt `{}`; có {}", "there is no round `{}`; there are {}",
                       *options.round, quoted_list(known)),
                   io);
  const Card card = verdict_card(*file.plan, file.project.sources[file.plan->file].path(), io.as_of,
                                 round, io.lang);
  const int code = deliver_card(card, options.output, io, &plan_layout(*file.plan, io.as_of));
  if (code != kFine) return code;
  mention_warnings(file.report, options.path, io);
  return kFine;
}

}  // namespace wardplan

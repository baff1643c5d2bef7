#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/print.h"
#include "lists/cards.h"
#include "times/schedule.h"

namespace wardplan {

int explain_date_command(const ExplainDateOptions& options, Io& io) {
  const Schedule schedule = parse_schedule(options.text, options.year);
  if (schedule.unread) {
    const auto& [begin, end, why, help] = *schedule.unread;
    const std::string part = options.text.substr(begin, end - begin);
    Message message = say("không hiểu `{}`: {}", "`{}` is not understood: {}", part, why);
    if (!help.empty()) message += say("; {}", "; {}", help);
    return refused(message, io);
  }
  return deliver_card(schedule_card(options.text, schedule, io.lang), options.output, io);
}

}  // namespace wardplan

#include "cmd/commands.h"
#include "cmd/say.h"
#include "lists/item_card.h"
#include "times/schedule.h"
#include "write/card.h"

namespace wardplan {

int explain_date_command(const ExplainDateOptions& options, Io& io) {
  const Schedule schedule = parse_schedule(options.text, options.year);
  const Lang lang = options.common.lang;
  if (schedule.unread) {
    const std::string part =
        options.text.substr(schedule.unread->begin, schedule.unread->end - schedule.unread->begin);
    const Phrase why = schedule.unread->why;
    complain(say("không hiểu `{}`: {}", "`{}` is not understood: {}", part, why), options.common,
             io);
    return kFound;
  }
  const Card card = schedule_card(options.text, schedule, lang);
  io.out += options.format == "json"
                ? write_card_json(card)
                : write_card_text(card, {io.out_width, options.common.color_out});
  return kFine;
}

}  // namespace wardplan

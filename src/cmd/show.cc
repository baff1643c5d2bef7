#include "cmd/commands.h"
#include "cmd/io.h"
#include "cmd/plan_file.h"
#include "cmd/print.h"
#include "lists/cards.h"

namespace wardplan {

int show_command(const ShowOptions& options, Io& io) {
  const PlanFile file = read_plan_file(options.path, {"không hiện gì", "nothing is shown"}, io);
  refuse_record(options.output, {options.path});
  if (file.plan == nullptr) return file.exit_code;
  const auto found = find_item(*file.plan, options.address);
  if (const auto* why = std::get_if<Message>(&found)) return refused(*why, io);
  const Item item =
      item_at(file.project, *file.plan, std::get<std::size_t>(found), io.as_of, io.soon);
  const int code = deliver_card(item_card(item, io.soon, io.lang), options.output, io,
                                &plan_layout(*file.plan, io.as_of));
  if (code != kFine) return code;
  mention_warnings(file.report, options.path, io);
  return kFine;
}

}  // namespace wardplan

#include "cmd/change.h"
#include "cmd/commands.h"
#include "cmd/say.h"
#include "cmd/update_list.h"

namespace wardplan {

int update_command(const UpdateOptions& options, Io& io) {
  if (options.path == kStdin) return update_list(options, io);
  const ChangeRequest request{.address = options.address,
                              .status = options.status,
                              .date = options.date,
                              .values = options.values,
                              .parts = options.parts,
                              .note = options.note,
                              .evidence = options.evidence,
                              .due = options.due,
                              .round = options.round,
                              .proposed = options.proposed,
                              .backdate = options.backdate};
  const FileAnswer answer =
      change_file(options.path, {request}, options.dry_run, options.common, io);
  complain_about(answer.answers.front(), options.common, io);
  return answer.done ? kFine : kFound;
}

}  // namespace wardplan

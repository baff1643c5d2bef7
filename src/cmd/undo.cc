#include "cmd/change.h"
#include "cmd/say.h"

namespace wardplan {

int undo_command(const UndoOptions& options, Io& io) {
  const FileAnswer answer =
      change_file(options.path, {{.address = options.address, .undo = true}}, options.dry_run, io);
  complain_about(answer.answers.front(), io);
  return answer.done ? kFine : kFound;
}

}  // namespace wardplan

#include "cmd/change.h"

namespace wardplan {

int undo_command(const UndoOptions& options, Io& io) {
  return tell_answer(
      change_file(options.path, {{.address = options.address, .undo = true}}, options.dry_run, io),
      io);
}

}  // namespace wardplan

#include "cmd/change.h"
#include "cmd/say.h"

namespace wardplan {

int undo_command(const UndoOptions& options, Io& io) {
  const FileAnswer answer = change_file(options.path, {{.address = options.address, .undo = true}},
                                        options.dry_run, options.common, io);
  complain_about(answer.answers.front(), options.common, io);
  return answer.done ? kFine : kFound;
}

}  // namespace wardplan

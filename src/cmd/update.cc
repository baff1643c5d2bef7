#include "cmd/change.h"
#include "cmd/commands.h"

namespace wardplan {

int update_command(const UpdateOptions& options, Io& io) {
  if (options.path == kStdin) return update_list(options, io);
  return tell_answer(change_file(options.path, {options.request}, options.dry_run, io), io);
}

}  // namespace wardplan

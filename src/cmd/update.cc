#include "cmd/change.h"
#include "cmd/commands.h"
#include "cmd/say.h"
#include "cmd/update_list.h"

namespace wardplan {

int update_command(const UpdateOptions& options, Io& io) {
  if (options.path == kStdin) return update_list(options, io);
  const FileAnswer answer = change_file(options.path, {options.request}, options.dry_run, io);
  complain_about(answer.answers.front(), io);
  return answer.done ? kFine : kFound;
}

}  // namespace wardplan

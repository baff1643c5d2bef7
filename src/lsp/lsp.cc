#include "lsp/lsp.h"

#include "lsp/server.h"

namespace wardplan {

int lsp_command(const LspOptions& options, Io& io) {
  lsp::Server server(io, options.version, options.day_said ? std::function<Date()>() : io.today);
  bool idle = true;
  while (!server.exit_code()) {
    const std::string bytes = io.read_more(idle);
    if (idle && bytes.empty()) return kFound;  // the editor is gone
    server.take(bytes);
    idle = !server.step();
    if (io.flush) io.flush(io);
  }
  return *server.exit_code();
}

}  // namespace wardplan

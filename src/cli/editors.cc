// Flags of the language server, which editors start.
#include "cli/flags.h"
#include "cli/run.h"

namespace wardplan {

std::vector<Flag> lsp_flags(Parsed& parsed) {
  return {flag("--stdio",
               {"nói qua dòng vào, dòng ra chuẩn, như mặc định; có trình soạn thảo tự thêm vào",
                "speak on standard input and output, as it does anyway; some editors add it"},
               &parsed.lsp_stdio),
          as_of_flag(parsed), soon_flag(parsed)};
}

int run_lsp(Parsed& parsed, Io& io) {
  parsed.lsp.day_said = parsed.as_of.has_value() || !io.env("WARDPLAN_TODAY").empty();
  parsed.lsp.version = kVersion;
  return lsp_command(parsed.lsp, io);
}

}  // namespace wardplan

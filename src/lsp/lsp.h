#pragma once

#include <string>

#include "cmd/face.h"

namespace wardplan {

struct LspOptions {
  /// The day was said; otherwise each check is of the day it is.
  bool day_said = false;
  /// Of the program, which editors show.
  std::string version = {};
};

/// Serves one editor on standard input and output until it ends; writes no file. The exit code is
/// the protocol's: 0 where the editor shut it down before, 1 where not.
int lsp_command(const LspOptions& options, Io& io);

}  // namespace wardplan

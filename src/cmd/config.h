#pragma once

#include "cmd/commands.h"

namespace wardplan {

struct ConfigOptions {
  /// The language was said on the command line.
  bool lang_said = false;
  OutputOptions output{.format = "text", .shapes = {.sheet = true}};
};
int config_command(const ConfigOptions& options, Io& io);

}  // namespace wardplan

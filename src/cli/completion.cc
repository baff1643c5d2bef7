// The command `completion`: the scripts of the shells.
#include "cli/flags.h"
#include "cli/shells.h"

namespace wardplan {
namespace {

std::vector<std::string> shells() {
  std::vector<std::string> names;
  for (const ShellScript& script : shell_scripts())
    names.emplace_back(script.name.substr(script.name.rfind('.') + 1));
  return names;
}

}  // namespace

std::vector<Flag> completion_flags(Parsed& parsed) {
  return {
      among(shells(), flag("SHELL", {"bash, zsh hoặc fish", "bash, zsh or fish"}, &parsed.shell))};
}

int run_completion(Parsed& parsed, Io& io) {
  require_argument(parsed.shell, "SHELL");
  require_choice("SHELL", parsed.shell, shells());
  for (const ShellScript& script : shell_scripts())
    if (script.name.ends_with("." + parsed.shell)) io.out += script.text;
  return kFine;
}

}  // namespace wardplan

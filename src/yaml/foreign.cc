// The only file that knows yaml-cpp: a second opinion on what the strict reader refuses.
#include "yaml/foreign.h"

#include <yaml-cpp/yaml.h>

#include <string>

namespace wardplan::yaml {

bool others_take(std::string_view text) {
  try {
    // Not `LoadAll`, which never ends where yaml-cpp finds nothing that it can pass.
    return !YAML::Load(std::string(text)).IsNull();
  } catch (const YAML::Exception&) {
    return false;
  }
}

}  // namespace wardplan::yaml

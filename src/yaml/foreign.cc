// The only file that knows yaml-cpp: a second opinion on what the strict reader refuses.
#include "yaml/reader.h"

#include <yaml-cpp/yaml.h>

namespace wardplan::yaml {
namespace {

/// yaml-cpp takes some hundred bytes of memory for one of text; longer texts aren't worth it.
constexpr std::size_t kMostAsked = 256 * 1024;

}  // namespace

bool others_take(std::string_view text) {
  if (text.size() > kMostAsked) return false;
  try {
    // Not `LoadAll`, which never ends where yaml-cpp finds nothing that it can pass.
    return !YAML::Load(std::string(text)).IsNull();
  } catch (const YAML::Exception&) {
    return false;
  }
}

}  // namespace wardplan::yaml

#pragma once

#include <string>
#include <vector>

#include "text/phrase.h"

namespace wardplan {

/// Files that are read together: all of a ward, whose register stands in `folder`, or else those of
/// one folder.
struct WardFiles {
  /// As `identity` spells it.
  std::string folder;
  /// As they were named or found, each once; `-` is standard input.
  std::vector<std::string> paths = {};
};

/// The files that `paths` (files, folders, `-`) lead to, by wards, in the order of their folders;
/// what can't be read goes to `failures`.
std::vector<WardFiles> ward_files(const std::vector<std::string>& paths,
                                  std::vector<Message>& failures);

}  // namespace wardplan

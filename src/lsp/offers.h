#pragma once

#include <string>
#include <vector>

#include "cmd/face.h"
#include "lsp/spot.h"

namespace wardplan::lsp {

/// What is known where somebody is writing, as it was when the text could last be read.
struct Sight {
  /// Null where nothing has been read yet.
  const Project* project = nullptr;
  FileId file = 0;
  std::size_t offset = 0;
  std::vector<std::string> path = {};
  Lang lang = Lang::vi;
};

/// The ids, names and addresses that can stand under the last key of the path: as its value, or as
/// a name in its mapping.
std::vector<Offer> offers_at(const Sight& sight);

}  // namespace wardplan::lsp

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/shapes.h"

namespace wardplan {

/// A kind of files with its keys.
struct RecordKeys {
  std::string kind;
  std::vector<KeyShape> keys;
};

/// The JSON Schema (draft-07) by which editors complete and judge files of these kinds; of several,
/// `kind` in the file says which it is.
std::string record_schema(const std::vector<RecordKeys>& kinds);

}  // namespace wardplan

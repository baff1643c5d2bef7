#pragma once

#include "diag/report.h"
#include "text/source.h"
#include "yaml/node.h"

namespace wardplan::yaml {

/// Walks the file along the tree, byte after byte: completes every span, and refuses whatever
/// stands between the nodes and isn't YAML's own punctuation. False when the rest can't be relied
/// on.
bool retrace(const Sources& sources, FileId file, Node& root, Report& report);

}  // namespace wardplan::yaml

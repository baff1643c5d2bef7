#pragma once

#include <string>

#include "text/source.h"
#include "yaml/node.h"

namespace wardplan::test {

/// The first thing that is wrong with the spans of a tree that was read from `file`: a child
/// outside its parent, siblings out of order, a scalar whose bytes don't read back to its value.
/// Empty when all is well.
std::string span_fault(const Sources& sources, FileId file, const yaml::Node& root);

/// The first thing that changes in the tree when the same text stands behind a byte order mark or
/// has CRLF line ends: values stay, offsets move along. Empty when nothing else does.
std::string rewrapped_fault(const Sources& sources, FileId file, const yaml::Node& root);

}  // namespace wardplan::test

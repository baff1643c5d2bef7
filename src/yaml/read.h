#pragma once

#include <span>

#include "diag/report.h"
#include "text/limits.h"
#include "text/source.h"
#include "yaml/node.h"

namespace wardplan::yaml {

/// Reads one file strictly: what this returns is YAML that every reader of YAML understands alike,
/// no deeper and with no more values than `kMaxDepth` and `kMaxValues`.
/// Findings go to `report`; null when a finding leaves the structure in doubt.
Document read(const Sources& sources, FileId file, Report& report);

/// Everything that reading can find.
std::span<const Code* const> codes();

/// Says that other YAML tools would read a plain scalar as something else, if they would.
void tell_read_otherwise(const Node& node, Report& report);

/// A plain `true` or `false`, which `read` lets pass: only keys of that kind may hold it.
bool is_yes_or_no(const Node& node);

}  // namespace wardplan::yaml

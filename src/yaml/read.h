#pragma once

#include <cstddef>
#include <span>

#include "diag/report.h"
#include "text/source.h"
#include "yaml/node.h"

namespace wardplan::yaml {

/// Containers deeper than this are refused.
inline constexpr int kMaxDepth = 32;

/// More values than this in one file are refused: a large ward's year has some thousands.
inline constexpr std::size_t kMaxValues = 1'000'000;

/// Reads one file strictly: what this returns is YAML that every reader of YAML understands alike.
/// Findings go to `report`; null when a finding leaves the structure in doubt.
Document read(const Sources& sources, FileId file, Report& report);

/// Everything that reading can find.
std::span<const Code* const> codes();

/// Says that other YAML tools would read a plain scalar as something else, if they would.
void tell_read_otherwise(const Node& node, Report& report);

/// A plain `true` or `false`, which `read` lets pass: only keys of that kind may hold it.
bool is_yes_or_no(const Node& node);

}  // namespace wardplan::yaml

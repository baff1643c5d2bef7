#pragma once

#include <optional>
#include <string>

#include "cmd/build_jobs.h"
#include "cmd/wards.h"
#include "write/manifest.h"

// What a build read, as one text: where it is the same again, the same would be made.

namespace wardplan {

/// The part of a ward whose files were asked for; nothing where that can't be all that decides what
/// is made of it: a fault, standard input, a file beside them that nobody asked for.
std::optional<std::string> inputs_of(const WardRecords& records, FileHashes& hashes);

/// The whole, from the parts in the order of the wards and the folders above them; nothing where
/// one of these was changed since it was read. Fills in what the manifest is to end with.
void end_with_inputs(const std::string& parts, const Wards& wards, ManifestEnd& end);

/// What a build of these wards would read now, if the one before may be compared with.
std::optional<std::string> inputs_now(const Wards& wards, const ManifestEnd& before, int threads);

}  // namespace wardplan

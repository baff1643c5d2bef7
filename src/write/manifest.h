#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wardplan {

/// A file and what its bytes are.
struct HashedFile {
  std::string path;
  std::string sha256;
};

/// One file that was made, and the records that it was made from.
struct ManifestEntry {
  HashedFile file;
  std::size_t bytes = 0;
  std::vector<HashedFile> from;
};

/// JSON lines: the first says the day that everything is of, each further one is one entry.
std::string write_manifest(const std::string& as_of, const std::vector<ManifestEntry>& entries);

/// The paths of the entries of a manifest; none where it isn't one.
std::vector<std::string> manifest_paths(const std::string& manifest);

}  // namespace wardplan

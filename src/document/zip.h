#pragma once

#include <span>
#include <string>

namespace wardplan::document {

/// A file of an archive.
struct ZipEntry {
  std::string name;
  std::string bytes;
};

/// A zip archive with the entries in this order: the same entries give the same bytes, whatever the
/// day, the zone and the user. Throws std::runtime_error when the library fails.
std::string zip(std::span<const ZipEntry> entries);

}  // namespace wardplan::document

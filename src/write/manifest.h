#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What a build wrote down of itself: JSON lines, of which the first says what everything is made
// with, the last what it was made of as a whole, and each between them is one file.

namespace wardplan {

/// A file and what its bytes are.
struct HashedFile {
  std::string path;
  std::string sha256;
};

/// What a file leaves out for its format: of which part of a build it is, and how many paragraphs.
struct LeftOutOfFile {
  std::string part = {};
  std::size_t paragraphs = 0;
};

/// One file that was made, and the records that it was made from.
struct ManifestEntry {
  HashedFile file;
  std::size_t bytes = 0;
  std::vector<HashedFile> from;
  LeftOutOfFile left_out = {};
};

/// What all files are made with: where any of it differs, none is taken for what would be made now.
struct ManifestHead {
  std::string as_of;
  std::string program;
  /// What was asked for on the command line.
  std::string asked;
  friend bool operator==(const ManifestHead&, const ManifestHead&) = default;
};

struct ManifestEnd {
  /// SHA-256 of all that was read; nothing where a run had faults to tell or read standard input:
  /// what it did is then gone through anew.
  std::optional<std::string> inputs;
  /// Folders above those of the wards that were looked through.
  std::vector<std::string> looked;
  /// Records of which there is no report.
  int silent = 0;
};

/// What is known of a file that was made, without its path.
struct KnownFile {
  std::string sha256;
  std::size_t bytes = 0;
  /// SHA-256 of what it was made from, as `hash_of` says it.
  std::string from;
  LeftOutOfFile left_out = {};
};

/// What a run before wrote down; whatever can't be read isn't known.
struct Manifest {
  ManifestHead head;
  std::map<std::string, KnownFile> files;
  /// What runs before it had made and still stood there.
  std::map<std::string, KnownFile> left;
  ManifestEnd end;
};

std::string manifest_line(const ManifestHead& head);
std::string manifest_line(const ManifestEntry& entry);
std::string left_line(const std::string& path, const KnownFile& known);
/// `lines`: SHA-256 of all lines before, without which nothing but the paths is believed.
std::string manifest_line(const ManifestEnd& end, const std::string& lines);

/// One text for all files that something was made from.
std::string hash_of(const std::vector<HashedFile>& files);

Manifest read_manifest(std::istream& lines);

}  // namespace wardplan

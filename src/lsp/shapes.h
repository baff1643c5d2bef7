#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lsp/spot.h"
#include "records/face.h"

// What may stand at a place, by the tables of keys.

namespace wardplan::lsp {

/// The keys of a kind of file; none where the kind isn't known.
std::vector<KeyShape> keys_of_file_or_none(const std::string& kind);

/// The key at the end of a path, or null.
const KeyShape* find_shape(const std::vector<KeyShape>& keys, const std::vector<std::string>& path);

/// What is expected at a place: the keys of a mapping, or what a key holds.
struct Expected {
  /// Null: a value is expected, or nothing is known.
  const std::vector<KeyShape>* keys = nullptr;
  /// The key whose value, or an element of whose list, is expected; null: a key is.
  const KeyShape* value = nullptr;
  /// The key whose mapping has names of the record's own (`values`, `cells`).
  const KeyShape* named = nullptr;
  /// A list of mappings, of which a new one is to begin.
  bool new_element = false;
};

/// `keys` must live as long.
Expected expected_at(const std::vector<KeyShape>& keys, const Spot& spot);

}  // namespace wardplan::lsp

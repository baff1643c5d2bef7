#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/words.h"
#include "text/phrase.h"

// The keys of an entry of `updates`, one row a key: loading, writing, `update`, its lists and the
// documentation are made from it.

namespace wardplan {

class Report;
struct Update;
namespace yaml {
struct Node;
}

/// The keys in the order of writing.
enum class EntryKeyId { date, round, status, value, values, parts, note, evidence, proposed, due };

inline constexpr std::size_t kEntryKeyCount = static_cast<std::size_t>(EntryKeyId::due) + 1;

struct NamedText {
  std::string name;
  std::string text;

  friend auto operator<=>(const NamedText&, const NamedText&) = default;
};

/// What is given of one key: its text, its list of texts, or its named texts.
struct EntryValue {
  std::optional<std::string> text = {};
  std::vector<std::string> list = {};
  std::vector<NamedText> named = {};

  bool given() const { return text || !list.empty() || !named.empty(); }
  friend auto operator<=>(const EntryValue&, const EntryValue&) = default;
};

/// What is given of an entry: as it was typed, or as it is to be written.
struct EntryDraft {
  std::array<EntryValue, kEntryKeyCount> values = {};

  EntryValue& operator[](EntryKeyId key) { return values[static_cast<std::size_t>(key)]; }
  const EntryValue& operator[](EntryKeyId key) const {
    return values[static_cast<std::size_t>(key)];
  }
  friend auto operator<=>(const EntryDraft&, const EntryDraft&) = default;
  std::size_t count() const {
    return static_cast<std::size_t>(std::ranges::count_if(values, &EntryValue::given));
  }
};

/// What a key means in entries of some kinds of rows, and how it is read there.
struct EntryUse {
  RowKinds rows = {};
  Phrase meaning = {};
  /// Null: as the key is read everywhere.
  void (*load)(Update&, const yaml::Node&, Report&) = nullptr;
};

/// How a key is said on the command line: `--part NAME=V`.
struct EntryFlag {
  std::string_view name = {};
  std::string_view value = {};
  Phrase help = {};
  /// More than one is taken: into the list of an `EntryValue` rather than its text.
  bool often = false;
};

struct EntryKey {
  EntryKeyId id = {};
  /// In the YAML file.
  std::string_view name = {};
  bool required = false;
  std::array<EntryUse, 3> uses = {};
  /// Without a name: another key's flag and column give it.
  EntryFlag flag = {};
  /// What its column is called in lists of updates.
  std::array<std::string_view, 3> titles = {};
  void (*load)(Update&, const yaml::Node&, Report&) = nullptr;
  EntryValue (*value_in)(const Update&) = nullptr;

  /// How the kind of row takes it; null: it doesn't.
  const EntryUse* use(RowKind kind) const;
};

/// All keys, in the order of `EntryKeyId`.
std::span<const EntryKey> entry_keys();

/// An entry of a record as it would be written.
EntryDraft draft_of(const Update& update);

}  // namespace wardplan

#pragma once

#include <array>
#include <span>
#include <string_view>

#include "records/entry_draft.h"
#include "records/kinds.h"
#include "records/texts.h"
#include "text/phrase.h"

// The keys of an entry of `updates`, one row a key: loading, writing, `update`, its lists and the
// documentation are made from it.

namespace wardplan {

class Report;
struct Update;
struct ValueShape;
namespace yaml {
struct Node;
}

/// What a key means in entries of some kinds of rows, and how it is read there.
struct EntryUse {
  RowKinds rows = {};
  Phrase meaning = {};
  /// Null: as the key is read everywhere.
  void (*load)(Update&, const yaml::Node&, Report&) = nullptr;
  /// Null: what the key holds everywhere.
  void (*show)(ValueShape&) = nullptr;
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
  /// What it may hold.
  void (*show)(ValueShape&) = nullptr;
  /// Which texts stand under it.
  void (*texts)(const Update&, const SeeText&) = nullptr;
  EntryValue (*value_in)(const Update&) = nullptr;

  /// How the kind of row takes it; null: it doesn't.
  const EntryUse* use(RowKind kind) const;
};

/// All keys, in the order of `EntryKeyId`.
std::span<const EntryKey> entry_keys();

/// An entry of a record as it would be written.
EntryDraft draft_of(const Update& update);

}  // namespace wardplan

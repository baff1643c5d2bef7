#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "records/project.h"

// What a ward's records name, and where: each id with the places that mean it.

namespace wardplan::lsp {

enum class ThingKind : std::uint8_t {
  person,
  unit,
  ward,
  list,
  plan,
  row,
  target,
  status,
  field,
  level,
  form,
  column,
  round,
  group,
};

struct ThingWord {
  ThingKind kind;
  Phrase noun;
  /// Why its name can't be changed in all places; empty: it can.
  Phrase kept = {};
};

const ThingWord& thing_word(ThingKind kind);

/// What can be named.
struct Thing {
  ThingKind kind = ThingKind::row;
  /// As its own record calls it, and what people call it; the latter may be null.
  const Text* id = nullptr;
  const Text* name = nullptr;
  /// Where its entry stands: at its id, or of a row of criteria at the list's.
  Span entry = {};
  /// Of a row the plan that it stands in.
  const Plan* plan = nullptr;
  std::size_t row = 0;
  /// Of a person or unit, and of a ward's own status.
  const Registered* registered = nullptr;
  const WardStatus* status = nullptr;
};

/// A place that means a thing.
struct Mention {
  Span span = {};
  std::size_t thing = 0;
  /// It says the id, rather than a name or an address.
  bool by_id = false;
  /// It is the thing's own id.
  bool own = false;
};

class Mentions {
 public:
  /// The project must live as long.
  explicit Mentions(const Project& project);

  const std::vector<Mention>& all() const { return all_; }
  const Thing& thing(const Mention& mention) const { return things_[mention.thing]; }

  /// The narrowest mention around a byte of a file, or null.
  const Mention* at(FileId file, std::size_t offset) const;

 private:
  friend struct Collector;
  std::vector<Thing> things_;
  std::vector<Mention> all_;
};

}  // namespace wardplan::lsp

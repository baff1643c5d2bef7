#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// What is given of an entry of `updates`, before it is one.

namespace wardplan {

/// The keys in the order of writing.
enum class EntryKeyId {
  date,
  round,
  status,
  percent,
  waiting,
  value,
  values,
  parts,
  score,
  self_score,
  obstacle,
  note,
  evidence,
  grade,
  proposed,
  due,
  allowed
};

inline constexpr std::size_t kEntryKeyCount = static_cast<std::size_t>(EntryKeyId::allowed) + 1;

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

}  // namespace wardplan

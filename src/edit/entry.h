#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan {

struct NamedText {
  std::string name;
  std::string text;
};

/// One entry of `updates` as it is to be written: what is given, in this order. Texts must be
/// `yaml::is_writable`.
struct Entry {
  /// ISO date.
  std::optional<std::string> date = {};
  /// Of criteria: the round.
  std::optional<std::string> round = {};
  /// Token of the status.
  std::optional<std::string> status = {};
  std::optional<std::string> value = {};
  std::vector<NamedText> values = {};
  /// What the value is made of.
  std::vector<NamedText> parts = {};
  std::optional<std::string> note = {};
  std::optional<std::string> evidence = {};
  std::optional<std::string> due = {};
  /// Of a movement's model: ids of the levels asked to commend it.
  std::vector<std::string> proposed = {};
};

/// One key of an entry: its text, its named texts, or its list of texts.
struct EntryPart {
  std::string_view key;
  const std::string* text = nullptr;
  const std::vector<NamedText>* values = nullptr;
  const std::vector<std::string>* list = nullptr;
};

/// What is given in an entry, in the order of writing.
std::vector<EntryPart> parts(const Entry& entry);

/// Lines of files are kept within this many columns where an entry can be broken.
inline constexpr std::size_t kMostColumns = 100;

/// How an entry of a block list is laid out.
struct EntryStyle {
  /// Column of the dash, and blanks behind it.
  std::size_t dash = 0;
  std::size_t gap = 1;
  /// One key a line rather than braces.
  bool block = false;
  /// Blanks inside the braces.
  bool padded = false;
};

/// The entry in braces.
std::string flow_text(const Entry& entry, bool padded);

/// The lines of an entry of a block list, without line ends; an entry that is too wide for braces
/// gets a line for each key.
std::vector<std::string> entry_lines(const Entry& entry, const EntryStyle& style);

}  // namespace wardplan

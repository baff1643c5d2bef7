#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

// What the keys of records may hold, as data: schemas are made from it.

namespace wardplan {

// What loading holds values to, and schemas tell of them.

inline constexpr int kFormat = 1;
/// A day that every month has.
inline constexpr int kFirstCutoff = 1, kLastCutoff = 28;
/// Days within which something may be due soon.
inline constexpr int kLongestSoon = 3660;
/// How a threshold compares with a figure from outside.
inline constexpr std::array<std::string_view, 4> kComparisons = {">=", ">", "<=", "<"};

enum class ValueKind : std::uint8_t {
  text,
  /// Texts that are read: `Tháng 3,7,10/2023`, `>= 95%`, `94%`.
  time,
  goal,
  figure,
  whole_number,
  /// From 0 to 100, its sign may stand behind it.
  per_cent,
  /// `27`, `27 chỉ tiêu`, `bốn chỉ tiêu`.
  count,
  date,
  yes_no,
  word,
  /// A mapping of names to texts.
  named,
  record
};

/// Whether a key holds one value, or several in a list.
enum class Several : std::uint8_t { no, may_be, must_be };

struct KeyShape;

/// Which keys of a record go together.
struct KeyCase {
  std::vector<std::string_view> needed = {};
  std::vector<std::string_view> kept_out = {};
  /// Lists that say something, or nothing, where they are there.
  std::vector<std::string_view> filled = {};
  std::vector<std::string_view> empty = {};
};

struct ValueShape {
  ValueKind kind = ValueKind::text;
  Several several = Several::no;
  /// Those of a word, with what they mean where that is known.
  struct Allowed {
    std::string token;
    Phrase meaning = {};
  };
  std::vector<Allowed> words = {};
  /// Other words may be known to the ward.
  bool open = false;
  /// Of a whole number.
  int least = 0;
  int most = 999'999'999;
  /// Of a list: whether something must stand in it.
  bool filled = false;
  /// Of a record, in the order of its table.
  std::vector<KeyShape> keys;
  /// Of a record: it is as one of these says; none: its keys don't depend on each other.
  std::vector<KeyCase> cases = {};
};

struct KeyShape {
  std::string_view name;
  bool required = false;
  Phrase meaning = {};
  ValueShape value = {};
};

/// Adds what tables of keys don't say: within what numbers are, and which keys of a record go
/// together.
void add_limits(std::vector<KeyShape>& keys);

/// The keys of a file of a kind (`plan`, `ward`), one of `file_kinds`.
std::vector<KeyShape> keys_of_file(std::string_view kind);

/// What `kind` of a file may say.
std::vector<std::string> file_kinds();

}  // namespace wardplan

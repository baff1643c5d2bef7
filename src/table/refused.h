#pragma once

#include <cstddef>
#include <utility>

#include "table/read_table.h"
#include "text/escape.h"

namespace wardplan::tables {

/// Why nothing of a file is to be used; thrown by its readers, caught by `read_tables`.
struct Refused {
  TableRemark why;
};

[[noreturn]] inline void refuse(Message message, Message help = {}) {
  throw Refused{{std::move(message), std::move(help), {}}};
}

/// Bytes that are unpacked of one file, and of one of its parts that is kept.
inline constexpr std::size_t kMaxUnpacked = 256U << 20;
inline constexpr std::size_t kMaxPart = 48U << 20;
/// Bytes that the parts of a file take as trees, as many as are there at once.
inline constexpr std::size_t kMaxTree = 160U << 20;
/// Elements within each other.
inline constexpr std::size_t kMaxNesting = 256;
inline constexpr std::size_t kMaxParts = 4096;
/// What a part refers to; links are among them.
inline constexpr std::size_t kMaxRelations = 1U << 16;

/// Columns of a table, places of all tables, bytes of what all of them say.
inline constexpr std::size_t kMaxColumns = 256;
inline constexpr std::size_t kMaxCells = 250'000;
inline constexpr std::size_t kMaxText = 16U << 20;

/// What is left of `kMaxCells` and `kMaxText`.
class Allowance {
 public:
  /// Throws `Refused` when the file holds more than anyone types.
  void take(std::size_t cells, std::size_t bytes) {
    need(cells, bytes);
    cells_ -= cells;
    bytes_ -= bytes;
  }

  /// The same for what isn't kept yet.
  void need(std::size_t cells, std::size_t bytes) const {
    if (cells > cells_ || bytes > bytes_)
      refuse(say("tệp có quá nhiều ô hoặc chữ (giới hạn {} ô)",
                 "the file has too many cells or words (at most {} cells)", kMaxCells),
             {"chỉ giữ bảng cần đọc trong tệp", "keep only the table to be read in the file"});
  }

 private:
  std::size_t cells_ = kMaxCells;
  std::size_t bytes_ = kMaxText;
};

/// Adds something to be told, unless many of them were told already.
inline void tell(ReadFile& file, const Message& message, std::optional<CellAddress> cell = {},
                 const Message& help = {}) {
  constexpr std::size_t kMostTold = 1000;
  if (file.told.size() < kMostTold)
    file.told.push_back({{xml_safe(message.vi), xml_safe(message.en)}, help, cell});
}

}  // namespace wardplan::tables

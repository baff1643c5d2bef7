#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace wardplan {

/// The bytes of one file, never changed after it is made, and where its lines begin.
class Source {
 public:
  Source(std::string path, std::string bytes);

  const std::string& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }

  /// Number of bytes of the UTF-8 byte order mark: 3 or 0.
  std::uint32_t bom() const { return bom_; }

  /// Line and column of a byte offset; an offset past the end is taken as the end.
  Position position(std::uint32_t offset) const;

  /// Text of line `number` (from 1) without its line end or the BOM.
  std::string_view line(std::uint32_t number) const;

  /// Byte offset at which `line(number)` begins.
  std::uint32_t line_begin(std::uint32_t number) const { return starts_[number - 1]; }

  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  std::uint32_t characters_before(std::uint32_t offset) const;

  std::string path_;
  std::string bytes_;
  std::uint32_t bom_ = 0;
  std::vector<std::uint32_t> starts_;
  /// Characters before every 256th byte, so that a column costs no walk along a long line.
  std::vector<std::uint32_t> counts_;
};

/// Files that were read together; a `Source` stays where it is once added.
class Sources {
 public:
  /// Files are numbered from `first` on.
  explicit Sources(FileId first = 0) : first_(first) {}

  FileId add(std::string path, std::string bytes);

  /// Lets the numbers of files that were read elsewhere be known here; they must stay where they
  /// are.
  void borrow(const Sources& others);

  const Source& operator[](FileId id) const {
    return id - first_ < files_.size() ? files_[id - first_] : *borrowed_.at(id);
  }

  /// Number of files that were added.
  std::size_t size() const { return files_.size(); }

  /// The bytes under a span.
  std::string_view text(Span span) const;

 private:
  FileId first_;
  std::deque<Source> files_;
  std::map<FileId, const Source*> borrowed_;
};

}  // namespace wardplan

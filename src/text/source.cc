#include "text/source.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::size_t kBlock = 256;

/// Characters that begin in these bytes, no more than a block of them: so narrow a sum is made of
/// many bytes at once.
std::uint32_t beginnings(std::string_view bytes) {
  std::uint16_t count = 0;
  for (const char c : bytes)
    count = static_cast<std::uint16_t>(count + ((static_cast<unsigned char>(c) & 0xC0) != 0x80));
  return count;
}

}  // namespace

Source::Source(std::string path, std::string bytes)
    : path_(std::move(path)), bytes_(std::move(bytes)) {
  if (bytes_.starts_with(kBom)) bom_ = static_cast<std::uint32_t>(kBom.size());
  starts_.push_back(bom_);
  for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1))
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  counts_.push_back(0);
  for (std::size_t at = 0; at + kBlock <= bytes_.size(); at += kBlock)
    counts_.push_back(counts_.back() + beginnings(std::string_view(bytes_).substr(at, kBlock)));
}

std::uint32_t Source::characters_before(std::uint32_t offset) const {
  const std::size_t block = offset / kBlock;
  return counts_[block] + beginnings(bytes().substr(block * kBlock, offset - block * kBlock));
}

Position Source::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(bytes_.size()));
  const auto after = std::ranges::upper_bound(starts_, offset);
  const auto line = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(after - starts_.begin()));
  const std::uint32_t begin = std::min(line_begin(line), offset);
  return {line, characters_before(offset) - characters_before(begin) + 1};
}

std::string_view Source::line(std::uint32_t number) const {
  const std::size_t begin = line_begin(number);
  std::size_t end = number < line_count() ? line_begin(number + 1) - 1 : bytes_.size();
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return std::string_view(bytes_).substr(begin, end - begin);
}

FileId Sources::add(std::string path, std::string bytes) {
  files_.emplace_back(std::move(path), std::move(bytes));
  return first_ + static_cast<FileId>(files_.size() - 1);
}

void Sources::borrow(const Sources& others) {
  FileId id = others.first_;
  for (const Source& source : others.files_) borrowed_[id++] = &source;
}

std::string_view Sources::text(Span span) const {
  return (*this)[span.file].bytes().substr(span.begin, span.size());
}

}  // namespace wardplan

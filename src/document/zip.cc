#include "document/docx_parts.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace wardplan::document {
namespace {

/// 1 January 1980, the first day that the format knows.
constexpr zip_uint16_t kDosDate = 1 << 5 | 1;
constexpr zip_uint16_t kDosTime = 0;
constexpr zip_uint32_t kLevel = 9;

template <auto kRelease>
struct Release {
  void operator()(auto* resource) const { kRelease(resource); }
};
using SourcePointer = std::unique_ptr<zip_source_t, Release<zip_source_free>>;
using ArchivePointer = std::unique_ptr<zip_t, Release<zip_discard>>;

[[noreturn]] void fail() { throw std::runtime_error("the zip archive could not be made"); }

void add(zip_t* archive, const ZipEntry& entry) {
  SourcePointer source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
  if (!source) fail();
  const zip_int64_t added =
      zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (added < 0) fail();
  // The archive has it from now on.
  static_cast<void>(source.release());
  const auto index = static_cast<zip_uint64_t>(added);
  // A time of this kind goes into the file as it is; others go through the machine's zone.
  if (zip_file_set_dostime(archive, index, kDosTime, kDosDate, 0) != 0 ||
      zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, kLevel) != 0 ||
      zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_DOS, 0) != 0)
    fail();
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) fail();
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) fail();
  return bytes;
}

}  // namespace

std::string zip(std::span<const ZipEntry> entries) {
  SourcePointer target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!target) fail();
  ArchivePointer archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) fail();
  // Closing drops the archive's hold on it.
  zip_source_keep(target.get());
  for (const ZipEntry& entry : entries) add(archive.get(), entry);
  if (zip_close(archive.get()) != 0) fail();
  static_cast<void>(archive.release());
  return bytes_of(target.get());
}

}  // namespace wardplan::document

#include <minizip/zip.h>

#include <stdexcept>

#include "document/docx_parts.h"

namespace wardplan::document {
namespace {

/// 1 January 1980, the first day that the format knows.
constexpr uLong kDosDate = (1UL << 5 | 1UL) << 16;
/// The oldest version that knows deflated files, of a system without rights.
constexpr uLong kMadeBy = 20;

struct Memory {
  std::string bytes;
  std::size_t at = 0;
};

Memory& memory(voidpf stream) { return *static_cast<Memory*>(stream); }

zlib_filefunc64_def functions_of(Memory& target) {
  zlib_filefunc64_def functions = {};
  functions.opaque = &target;
  functions.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; };
  functions.zread_file = [](voidpf, voidpf, void*, uLong) { return uLong{0}; };
  functions.zwrite_file = [](voidpf, voidpf stream, const void* data, uLong size) {
    Memory& to = memory(stream);
    to.bytes.replace(to.at, size, static_cast<const char*>(data), size);
    to.at += size;
    return size;
  };
  functions.ztell64_file = [](voidpf, voidpf stream) { return ZPOS64_T{memory(stream).at}; };
  functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    Memory& to = memory(stream);
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? to.at
                                                                : to.bytes.size();
    to.at = from + offset;
    return 0L;
  };
  functions.zclose_file = [](voidpf, voidpf) { return 0; };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  return functions;
}

void check(int result) {
  if (result != ZIP_OK) throw std::runtime_error("the zip archive could not be made");
}

void add(zipFile archive, const ZipEntry& entry) {
  zip_fileinfo info = {};
  info.dosDate = kDosDate;
  check(zipOpenNewFileInZip4_64(archive, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                Z_DEFLATED, Z_BEST_COMPRESSION, 0, -MAX_WBITS, MAX_MEM_LEVEL - 1,
                                Z_DEFAULT_STRATEGY, nullptr, 0, kMadeBy, 0, 0));
  check(
      zipWriteInFileInZip(archive, entry.bytes.data(), static_cast<unsigned>(entry.bytes.size())));
  check(zipCloseFileInZip(archive));
}

}  // namespace

std::string zip(std::span<const ZipEntry> entries) {
  Memory target;
  zlib_filefunc64_def functions = functions_of(target);
  zipFile archive = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (archive == nullptr) check(ZIP_INTERNALERROR);
  try {
    for (const ZipEntry& entry : entries) add(archive, entry);
  } catch (...) {
    zipClose(archive, nullptr);
    throw;
  }
  check(zipClose(archive, nullptr));
  return std::move(target.bytes);
}

}  // namespace wardplan::document

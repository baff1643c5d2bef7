#include "table/archive.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>

#include "table/refused.h"

namespace wardplan::tables {
namespace {

const Message kSaveAgain = {"mở tệp bằng Word hoặc Excel rồi lưu lại",
                            "open the file in Word or Excel and save it again"};

[[noreturn]] void damaged() {
  refuse({"tệp nén (zip) bị hỏng hoặc bị cắt cụt", "the zip archive is damaged or cut short"},
         kSaveAgain);
}

[[noreturn]] void too_large(std::size_t limit) {
  refuse(
      say("tệp bung ra hơn {} MiB nên không đọc", "the file unpacks to more than {} MiB",
          limit >> 20),
      {"xóa các trang và dòng trống rồi lưu lại", "delete empty sheets and rows, save it again"});
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

void Archive::Close::operator()(void* archive) const { unzClose(archive); }

Archive::Archive(std::string_view bytes) : memory_{bytes} {
  open();
  list();
}

void Archive::open() {
  zlib_filefunc64_def functions = {};
  functions.opaque = &memory_;
  functions.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; };
  functions.zread_file = [](voidpf, voidpf stream, void* to, uLong size) {
    Memory& from = *static_cast<Memory*>(stream);
    const std::string_view rest = from.bytes.substr(std::min(from.at, from.bytes.size()));
    const std::size_t count = std::min<std::size_t>(size, rest.size());
    std::copy_n(rest.data(), count, static_cast<char*>(to));
    from.at += count;
    return static_cast<uLong>(count);
  };
  functions.zwrite_file = [](voidpf, voidpf, const void*, uLong) { return uLong{0}; };
  functions.ztell64_file = [](voidpf, voidpf stream) {
    return ZPOS64_T{static_cast<Memory*>(stream)->at};
  };
  functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    Memory& from = *static_cast<Memory*>(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? from.at
                                                                : from.bytes.size();
    if (offset > from.bytes.size() - std::min(base, from.bytes.size())) return -1L;
    from.at = base + offset;
    return 0L;
  };
  functions.zclose_file = [](voidpf, voidpf) { return 0; };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  zip_.reset(unzOpen2_64("", &functions));
  if (!zip_) damaged();
}

void Archive::list() {
  for (int more = unzGoToFirstFile(zip_.get()); more != UNZ_END_OF_LIST_OF_FILE;
       more = unzGoToNextFile(zip_.get())) {
    if (more != UNZ_OK) damaged();
    std::array<char, 512> name = {};
    unz_file_info64 info = {};
    unz64_file_pos place = {};
    if (unzGetCurrentFileInfo64(zip_.get(), &info, name.data(), name.size() - 1, nullptr, 0,
                                nullptr, 0) != UNZ_OK ||
        unzGetFilePos64(zip_.get(), &place) != UNZ_OK)
      damaged();
    if ((info.flag & 1U) != 0)
      refuse({"tệp nén có mật khẩu", "the archive has a password"},
             {"bỏ mật khẩu rồi lưu lại", "take the password away and save it again"});
    std::string key(name.data());
    std::ranges::transform(key, key.begin(), small);
    const Place found{place.pos_in_zip_directory, place.num_of_file};
    if (!parts_.emplace(key, found).second)
      refuse(say("tệp có hai phần cùng tên `{}`", "the file has two parts of the name `{}`", key),
             kSaveAgain);
    if (parts_.size() > kMaxParts) damaged();
  }
}

bool Archive::has_under(std::string_view folder) const {
  const auto found = parts_.lower_bound(folder);
  return found != parts_.end() && found->first.starts_with(folder);
}

void Archive::unpack(std::string_view name, const std::function<void(std::string_view)>& take) {
  const auto found = parts_.find(name);
  if (found == parts_.end())
    refuse(say("tệp thiếu phần `{}`", "the file lacks its part `{}`", std::string(name)),
           kSaveAgain);
  unz64_file_pos place = {found->second.directory, found->second.number};
  if (unzGoToFilePos64(zip_.get(), &place) != UNZ_OK || unzOpenCurrentFile(zip_.get()) != UNZ_OK)
    damaged();
  std::string piece(64U << 10, '\0');
  int size = 0;
  while ((size = unzReadCurrentFile(zip_.get(), piece.data(),
                                    static_cast<unsigned>(piece.size()))) > 0) {
    unpacked_ += static_cast<std::size_t>(size);
    if (unpacked_ > kMaxUnpacked) too_large(kMaxUnpacked);
    take(std::string_view(piece).substr(0, static_cast<std::size_t>(size)));
  }
  // Closing compares the sum of what was read.
  if (unzCloseCurrentFile(zip_.get()) != UNZ_OK || size < 0) damaged();
}

std::string Archive::part(std::string_view name) {
  std::string whole;
  unpack(name, [&](std::string_view piece) {
    if (whole.size() + piece.size() > kMaxPart) too_large(kMaxPart);
    whole += piece;
  });
  return whole;
}

}  // namespace wardplan::tables

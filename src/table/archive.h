#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace wardplan::tables {

/// The parts of a zip archive in memory, unpacked one at a time; throws `Refused` for what is none,
/// what is damaged or encrypted, and what unpacks to more than any table.
class Archive {
 public:
  explicit Archive(std::string_view bytes);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// Names are asked for in small letters.
  bool has(std::string_view name) const { return parts_.contains(name); }
  bool has_under(std::string_view folder) const;

  /// Gives a part to `take`, piece by piece.
  void unpack(std::string_view name, const std::function<void(std::string_view)>& take);

  /// The whole of a part, at most `kMaxPart` bytes.
  std::string part(std::string_view name);

 private:
  struct Memory {
    std::string_view bytes;
    std::size_t at = 0;
  };
  struct Place {
    std::uint64_t directory = 0;
    std::uint64_t number = 0;
  };
  struct Close {
    void operator()(void* archive) const;
  };

  void open();
  void list();

  Memory memory_;
  std::unique_ptr<void, Close> zip_;
  std::map<std::string, Place, std::less<>> parts_;
  std::size_t unpacked_ = 0;
};

}  // namespace wardplan::tables

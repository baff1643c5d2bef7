#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace wardplan::test {

/// An item of a plan, as far as an update has to know it.
struct SoundItem {
  std::string address;
  /// Names of its targets, all shares; one without a name: an empty text.
  std::vector<std::string> targets;
};

/// A plan in which `check` finds no error beside `kSoundRegister`, laid out in any of the ways in
/// which such files are written: styles, depths, comments, CRLF, a BOM, no last line end. Entries
/// are of March 2026.
struct SoundPlan {
  std::string bytes;
  std::vector<SoundItem> items;
};
SoundPlan sound_plan(std::mt19937_64& random);

/// The register of its ward.
inline constexpr const char* kSoundRegister =
    "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\n"
    "people:\n  - {id: an, name: Trần Văn An}\n  - {id: binh, name: Lê Thị Bình}\n"
    "units:\n  - {id: vh, name: Bộ phận Văn hóa}\n  - {id: dc, name: Bộ phận Địa chính}\n";

/// A text that people may type: quotes, colons, commas, marks, `#`, line ends; never blank.
std::string typed_text(std::mt19937_64& random);

/// One of some words.
template <std::size_t kCount>
std::string any(std::mt19937_64& random, const char* const (&choices)[kCount]) {
  return choices[random() % kCount];
}

/// Whether `more` is `less` with something put in.
bool is_insertion(std::string_view less, std::string_view more);

}  // namespace wardplan::test

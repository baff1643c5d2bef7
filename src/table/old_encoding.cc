// Encodings of fonts from before Unicode: what is a letter in them is a sign or a French letter
// elsewhere, so that a text in one of them is known by what stands in it again and again.
#include "table/old_encoding.h"

#include <cstdint>
#include <utility>

#include "table/refused.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// Fewer letters with marks prove nothing.
constexpr std::size_t kFewest = 8;

/// How many characters there are that only one of the encodings has in words.
struct Seen {
  std::size_t high = 0;
  std::size_t tcvn3 = 0;
  std::size_t vni = 0;
  std::uint32_t before = 0;
  /// A sign that is a letter of TCVN3 if one stands behind it.
  bool waiting = false;

  static bool is_plain(std::uint32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

  /// `¨©ª«¬®` and `µ¶·¸¹` are ă â ê ô ơ đ and à ả ã á ạ of TCVN3; in VNI đ is `ñ`, and `ø ï` stand
  /// behind a vowel as its tone. Neither is a letter of Vietnamese.
  void see(std::uint32_t c) {
    const bool in_word = is_plain(before);
    // `®` of `®ång`, and not of `Sunlight ®` or of a line with a point before it.
    if (std::exchange(waiting, false) && is_plain(c)) ++tcvn3;
    before = c;
    if (c < 0x80) return;
    ++high;
    if ((c >= 0xA8 && c <= 0xAE && c != 0xAB) || (c >= 0xB5 && c <= 0xBE && c != 0xBB)) {
      if (in_word)
        ++tcvn3;
      else
        waiting = true;
    }
    if (c == 0xF1 || c == 0xD1 || (in_word && (c == 0xF8 || c == 0xD8 || c == 0xEF || c == 0xCF)))
      ++vni;
  }

  void refuse_if_old() const {
    constexpr Phrase kHelp = {
        "chuyển tệp sang Unicode rồi đưa vào lại: mở bằng Word, dùng Unikey (Ctrl+Shift+F6) hay "
        "công "
        "cụ chuyển mã, bảng mã đích Unicode",
        "convert the file to Unicode (Unikey, Ctrl+Shift+F6, or another converter) and import it "
        "again"};
    if (high < kFewest) return;
    if (tcvn3 * 3 >= high)
      refuse({"chữ trong tệp theo bảng mã TCVN3 (ABC, phông .VnTime…), không phải Unicode",
              "the text of the file is in TCVN3 (ABC, fonts as .VnTime), not in Unicode"},
             kHelp);
    if (vni * 5 >= high)
      refuse({"chữ trong tệp theo bảng mã VNI (phông VNI-Times…), không phải Unicode",
              "the text of the file is in VNI (fonts as VNI-Times), not in Unicode"},
             kHelp);
  }
};

}  // namespace

void refuse_old_encoding(std::string_view bytes) {
  Seen seen;
  for (const char c : bytes) seen.see(static_cast<unsigned char>(c));
  seen.refuse_if_old();
}

void refuse_old_encoding(const ReadFile& file) {
  Seen seen;
  for (const ReadTable& table : file.tables)
    for (const ReadRow& row : table.rows)
      for (const ReadCell& cell : row.cells)
        each_character(cell.text, [&](const CodePoint& c, std::string_view) { seen.see(c.value); });
  seen.refuse_if_old();
}

}  // namespace wardplan::tables

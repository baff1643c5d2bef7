// Encodings of fonts from before Unicode: what is a letter in them is a sign or a French letter
// elsewhere, so that a text in one of them is known by what stands in it again and again, or by
// texts that are Vietnamese when they are read so.
#include "table/old_encoding.h"

#include <cstdint>
#include <string>
#include <utility>

#include "table/refused.h"
#include "text/slips.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// Fewer letters with marks prove nothing.
constexpr std::size_t kFewest = 8;

/// Fewer letters of no Vietnamese text may be a name of abroad.
constexpr std::size_t kFewestForeign = 3;

/// By the names that all fonts of one kind begin with.
OldFont font_of(std::string_view name) {
  const std::string folded = fold(name);
  if (folded.starts_with(".vn")) return OldFont::tcvn3;
  return folded.starts_with("vni") ? OldFont::vni : OldFont::none;
}

std::string_view name_of(OldFont font) { return font == OldFont::vni ? "VNI" : "TCVN3 (ABC)"; }

Message how_to_convert(OldFont font) {
  return say(
      "chép chữ, bấm Ctrl+Shift+F6 để mở bộ công cụ của Unikey, chọn nguồn {}, đích Unicode, "
      "chuyển mã, dán lại, rồi đưa tệp vào lại",
      "copy the text, press Ctrl+Shift+F6 for the toolkit of Unikey, choose the source {} "
      "and the target Unicode, convert it, paste it back, and import the file again",
      name_of(font));
}

[[noreturn]] void refuse_as(OldFont font, std::string_view name = {}) {
  const bool vni = font == OldFont::vni;
  if (name.empty()) name = vni ? "VNI-Times…" : ".VnTime…";
  refuse(vni ? say("chữ trong tệp theo bảng mã VNI (phông {}), không phải Unicode",
                   "the text of the file is in VNI (font {}), not in Unicode", name)
             : say("chữ trong tệp theo bảng mã TCVN3 (ABC, phông {}), không phải Unicode",
                   "the text of the file is in TCVN3 (ABC, font {}), not in Unicode", name),
         how_to_convert(font));
}

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
    if (high < kFewest) return;
    if (tcvn3 * 3 >= high) refuse_as(OldFont::tcvn3);
    if (vni * 5 >= high) refuse_as(OldFont::vni);
  }
};

/// How many texts read as Vietnamese in the one and in the other, and how many as they stand.
struct Texts {
  std::size_t tcvn3 = 0;
  std::size_t vni = 0;
  /// Letters in them that Vietnamese hasn't.
  std::size_t foreign = 0;
  /// Texts that may be in an old encoding as well as not: `Néi dung`.
  std::size_t open = 0;
  std::size_t own = 0;

  void see(std::string_view text, bool is_own) {
    const OldFont font = old_font(text);
    const std::size_t letters = font == OldFont::none ? 0 : foreign_letters(text);
    if (letters > 0) {
      foreign += letters;
      ++(font == OldFont::vni ? vni : tcvn3);
    } else if (is_own) {
      ++own;
    } else if (font != OldFont::none) {
      ++open;
    }
  }

  /// `font`: one of such fonts, which the file names, or nothing. A file that was converted may
  /// still name it.
  void refuse_if_old(const std::string& font) const {
    const std::size_t old = tcvn3 + vni;
    const bool by_font = !font.empty() && own == 0 && old + open > 0;
    if (by_font) refuse_as(font_of(font), font);
    // Most letters of VNI are those of other words in Vietnamese.
    const std::size_t fewest = vni > tcvn3 ? kFewestForeign - 1 : kFewestForeign;
    if (foreign >= fewest && old > own) refuse_as(vni > tcvn3 ? OldFont::vni : OldFont::tcvn3);
  }
};

/// Each byte as the character of its number; the signs that Windows has below are no letters.
std::string in_latin1(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append(text, byte >= 0x80 && byte < 0xA0 ? ' ' : byte);
  }
  return text;
}

}  // namespace

void refuse_old_encoding(std::string_view bytes, ReadBytes read_1258) {
  Seen seen;
  for (const char c : bytes) seen.see(static_cast<unsigned char>(c));
  seen.refuse_if_old();
  Texts texts;
  for (const std::string_view piece : split(bytes, ",;|\t\r\n\""))
    texts.see(in_latin1(piece), is_own_vietnamese(read_1258(piece)));
  texts.refuse_if_old({});
}

namespace {

/// How to convert them is said once (`told`).
void tell_old_cell(ReadFile& file, const CellAddress& at, const std::string& text, bool& told) {
  const OldFont font = old_font(text);
  if (font == OldFont::none || foreign_letters(text) < 2) return;
  tell(file,
       say("chữ còn ở bảng mã {}: `{}`", "text in the old encoding {}: `{}`", name_of(font),
           shorten(text)),
       at, std::exchange(told, true) ? Message() : how_to_convert(font));
}

}  // namespace

void judge_old_encoding(ReadFile& file) {
  Seen seen;
  Texts texts;
  const auto look = [&](const std::string& text) { texts.see(text, is_own_vietnamese(text)); };
  for (const ReadTable& table : file.tables)
    for (const ReadRow& row : table.rows)
      for (const ReadCell& cell : row.cells) {
        each_character(cell.text, [&](const CodePoint& c, std::string_view) { seen.see(c.value); });
        look(cell.text);
      }
  for (const OutsideText& text : file.outside) look(text.text);
  seen.refuse_if_old();
  texts.refuse_if_old(file.old_font);
  if (texts.foreign == 0) return;
  bool told = false;
  for (std::size_t table = 0; table < file.tables.size(); ++table)
    for (std::size_t row = 0; row < file.tables[table].rows.size(); ++row)
      for (std::size_t cell = 0; cell < file.tables[table].rows[row].cells.size(); ++cell)
        tell_old_cell(file, {table, row, cell}, file.tables[table].rows[row].cells[cell].text,
                      told);
}

bool is_old_font(std::string_view name) { return font_of(name) != OldFont::none; }

}  // namespace wardplan::tables

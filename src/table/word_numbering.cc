#include "table/word_numbering.h"

#include <algorithm>
#include <cstdint>

#include "table/refused.h"
#include "table/xml.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// Styles based on each other go no further; a circle ends here.
constexpr int kMostBases = 16;
/// Word takes 255 letters for a style's name and for what stands around numbers; a longer one would
/// be copied with every paragraph.
constexpr std::size_t kLongestName = 1024;
/// Word itself makes some thousand at most.
constexpr std::size_t kMostLists = 1U << 14;
constexpr std::size_t kMostStyles = 1U << 16;
/// A larger number isn't printed as letters.
constexpr long kMostLetters = 780;
constexpr long kMostRoman = 3999;

std::string roman(long number) {
  struct Sign {
    long value;
    std::string_view letters;
  };
  constexpr Sign kSigns[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                             {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                             {5, "V"},    {4, "IV"},   {1, "I"}};
  std::string text;
  for (const Sign& sign : kSigns)
    for (; number >= sign.value; number -= sign.value) text += sign.letters;
  return text;
}

std::string small(std::string text) {
  for (char& c : text) c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

/// A … Z, then AA, BB …
std::string letters(long number) {
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>('A' + (number - 1) % 26));
}

/// Names and what stands around numbers, of which any paragraph may ask for a copy.
std::string name_of(std::string_view text) {
  if (text.size() > kLongestName)
    refuse(say("kiểu hay danh sách của tệp Word có tên hay số dài hơn {} byte: `{}`",
               "a style or list of the Word file has a name or number of more than {} bytes: `{}`",
               kLongestName, shorten(text)),
           {"mở tệp bằng Word rồi lưu lại", "open the file in Word and save it again"});
  return std::string(text);
}

void refuse_more(std::size_t count, std::size_t most) {
  if (count > most)
    refuse(say("tệp Word có hơn {} kiểu hay danh sách",
               "the Word file has more than {} styles or lists", most),
           {"chép bảng sang một tệp Word mới", "copy the table into a new Word file"});
}

ListLevel read_level(const pugi::xml_node& node) {
  ListLevel level;
  level.start = number_or(value_of(node, "start"), 1);
  if (child(node, "numFmt")) level.format = name_of(value_of(node, "numFmt"));
  level.text = name_of(value_of(node, "lvlText"));
  level.style = name_of(value_of(node, "pStyle"));
  level.restart = number_or(value_of(node, "lvlRestart"), -1);
  level.plain = is_on(node, "isLgl");
  level.font = name_of(attribute(child(child(node, "rPr"), "rFonts"), "ascii"));
  return level;
}

std::size_t level_number(const pugi::xml_node& node) {
  const long number = number_or(attribute(node, "ilvl"), -1);
  return number < 0 ? kListLevels : static_cast<std::size_t>(number);
}

std::string bullet(const ListLevel& level) {
  std::string text;
  each_character(level.text, [&](const CodePoint& c, std::string_view) {
    text += symbol_text(c.value, level.font);
  });
  return text;
}

}  // namespace

std::string list_number(long number, std::string_view format) {
  const bool in_letters = number > 0 && number <= kMostLetters;
  const bool in_roman = number > 0 && number <= kMostRoman;
  if (format == "none") return {};
  if (format == "upperRoman" && in_roman) return roman(number);
  if (format == "lowerRoman" && in_roman) return small(roman(number));
  if (format == "upperLetter" && in_letters) return letters(number);
  if (format == "lowerLetter" && in_letters) return small(letters(number));
  const bool zero = format == "decimalZero" && number >= 0 && number < 10;
  return (zero ? "0" : "") + std::to_string(number);
}

std::string symbol_text(std::uint32_t code_point, std::string_view font) {
  struct Known {
    std::uint32_t code;
    std::string_view text;
  };
  constexpr Known kSymbol[] = {{0xB7, "•"}, {0xB3, "≥"}, {0xA3, "≤"}, {0xB1, "±"},
                               {0xB4, "×"}, {0xAE, "→"}, {0xDE, "⇒"}, {0xB0, "°"}};
  constexpr Known kWingdings[] = {{0x6C, "●"}, {0x6E, "■"}, {0x6F, "□"}, {0x71, "❑"}, {0x76, "❖"},
                                  {0xA7, "▪"}, {0xA8, "☐"}, {0xD8, "➢"}, {0xE0, "→"}, {0xF0, "⇨"},
                                  {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"}};
  const bool wingdings = font.starts_with("Wingdings");
  const bool private_use = code_point >= 0xF000 && code_point <= 0xF0FF;
  const std::uint32_t low = private_use ? code_point - 0xF000 : code_point;
  const auto look = [&](const auto& known) -> std::string_view {
    for (const Known& each : known)
      if (each.code == low) return each.text;
    return {};
  };
  std::string_view found;
  if (wingdings || private_use) found = look(kWingdings);
  if (font == "Symbol" || (found.empty() && private_use && !wingdings)) found = look(kSymbol);
  if (font.starts_with("Courier") && low == 'o') found = "◦";
  if (!found.empty()) return std::string(found);
  std::string text;
  if (!private_use && (code_point < 0xD800 || code_point > 0xDFFF) && code_point <= 0x10FFFF)
    append(text, code_point);
  return text.empty() ? "•" : text;
}

void WordStyles::read(const pugi::xml_node& styles) {
  for (const pugi::xml_node node : styles.children()) {
    if (local_name(node) != "style") continue;
    WordStyle& style = styles_[name_of(attribute(node, "styleId"))];
    refuse_more(styles_.size(), kMostStyles);
    const pugi::xml_node list = child(child(node, "pPr"), "numPr"), look = child(node, "rPr");
    style = {name_of(value_of(node, "basedOn")),
             name_of(value_of(list, "numId")),
             number_or(value_of(list, "ilvl"), -1),
             {}};
    if (child(look, "vanish")) style.hidden = is_on(look, "vanish");
  }
}

WordStyle WordStyles::resolved(std::string_view id) const {
  WordStyle whole;
  std::string base(id);
  for (int left = kMostBases; left > 0 && !base.empty(); --left) {
    const auto found = styles_.find(base);
    if (found == styles_.end()) break;
    const WordStyle& style = found->second;
    if (whole.list.empty()) whole.list = style.list;
    if (whole.level < 0) whole.level = style.level;
    if (!whole.hidden) whole.hidden = style.hidden;
    base = style.based_on;
  }
  return whole;
}

void WordNumbering::read(const pugi::xml_node& numbering, const WordStyles& styles) {
  for (const pugi::xml_node node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      ListModel& model = models_[name_of(attribute(node, "abstractNumId"))];
      model.style = name_of(value_of(node, "numStyleLink"));
      for (const pugi::xml_node level : node.children())
        if (local_name(level) == "lvl" && level_number(level) < kListLevels)
          model.levels[level_number(level)] = read_level(level);
    } else if (local_name(node) == "num") {
      List& list = lists_[name_of(attribute(node, "numId"))];
      list.model = name_of(value_of(node, "abstractNumId"));
      for (const pugi::xml_node own : node.children()) {
        const std::size_t level = level_number(own);
        if (local_name(own) != "lvlOverride" || level >= kListLevels) continue;
        if (const pugi::xml_node lvl = child(own, "lvl")) list.own[level] = read_level(lvl);
        const std::string_view start = value_of(own, "startOverride");
        if (!start.empty()) list.starts[level] = number_or(start, 1);
      }
    }
    refuse_more(std::max(models_.size(), lists_.size()), kMostLists);
  }
  for (auto& [id, list] : lists_) {
    const auto model = models_.find(list.model);
    if (model == models_.end() || model->second.style.empty()) continue;
    const auto other = lists_.find(styles.resolved(model->second.style).list);
    if (other != lists_.end()) list.model = other->second.model;
  }
}

const ListLevel& WordNumbering::level_of(const List& list, const ListModel& model,
                                         std::size_t level) const {
  const auto own = list.own.find(level);
  return own != list.own.end() ? own->second : model.levels[level];
}

void WordNumbering::count(List& list, const ListModel& model, std::size_t level, Counts& counts) {
  const auto start = list.starts.find(level);
  if (start != list.starts.end() && list.started.insert(level).second)
    counts[level] = start->second;
  else if (counts[level])
    counts[level] = *counts[level] < 1'000'000 ? *counts[level] + 1 : 0;
  else
    counts[level] = level_of(list, model, level).start;
  for (std::size_t below = level + 1; below < kListLevels; ++below) {
    const long restart = level_of(list, model, below).restart;
    if (restart < 0 || static_cast<long>(level) < restart) counts[below].reset();
  }
}

std::string WordNumbering::next(std::string_view id, long asked, std::string_view style) {
  const auto found = lists_.find(id);
  if (found == lists_.end()) return {};
  List& list = found->second;
  const auto model = models_.find(list.model);
  if (model == models_.end()) return {};
  const ListModel& levels = model->second;
  std::size_t at = asked < 0 ? 0 : std::min<std::size_t>(static_cast<std::size_t>(asked), 8);
  for (std::size_t level = 0; asked < 0 && level < kListLevels; ++level)
    if (!style.empty() && levels.levels[level].style == style) at = level;
  Counts& counts = counts_[list.model];
  count(list, levels, at, counts);
  const ListLevel& level = level_of(list, levels, at);
  if (level.format == "bullet") return bullet(level);
  std::string text;
  for (std::size_t byte = 0; byte < level.text.size(); ++byte) {
    const bool place = level.text[byte] == '%' && byte + 1 < level.text.size() &&
                       is_digit(level.text[byte + 1]) && level.text[byte + 1] != '0';
    if (!place) {
      text += level.text[byte];
      continue;
    }
    const auto of = static_cast<std::size_t>(level.text[++byte] - '1');
    const ListLevel& other = level_of(list, levels, of);
    const bool plain = level.plain && other.format != "none";
    text += list_number(counts[of].value_or(other.start), plain ? "decimal" : other.format);
  }
  return text;
}

}  // namespace wardplan::tables

// What is left in a text by the program that made it of another, and blanks too many.
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "text/slips.h"
#include "text/trim.h"

namespace wardplan {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
/// What opens further on isn't looked for.
constexpr std::size_t kLongest = 200;

bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The letters and digits that begin at a byte.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter_or_digit(text[end])) ++end;
  return text.substr(at, end - at);
}

constexpr std::array<std::string_view, 45> kElements = {
    "a",   "abbr",  "b",     "big",   "blockquote", "body",   "br",     "center", "code",
    "col", "div",   "em",    "font",  "h1",         "h2",     "h3",     "h4",     "h5",
    "h6",  "head",  "hr",    "html",  "i",          "img",    "li",     "meta",   "ol",
    "p",   "pre",   "s",     "small", "span",       "strike", "strong", "style",  "sub",
    "sup", "table", "tbody", "td",    "th",         "thead",  "tr",     "u",      "ul"};

/// `<br/>`, `</span>`, `<p class="…">`, `<o:p>`, `<!-- … -->`; no `a < b`, no `< 5%`.
std::size_t tag_end(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("<!--")) {
    const std::size_t end = text.substr(0, at + kLongest).find("-->", at);
    return end == kNone ? kNone : end + 3;
  }
  std::size_t next = at + 1;
  if (next < text.size() && text[next] == '/') ++next;
  const std::string_view name = word_at(text, next);
  next += name.size();
  const bool of_office = next < text.size() && text[next] == ':' &&
                         (name == "o" || name == "w" || name == "v" || name == "st1");
  if (of_office) next += 1 + word_at(text, next + 1).size();
  if (!of_office && std::ranges::find(kElements, lower(name)) == kElements.end()) return kNone;
  const std::size_t end = text.substr(0, at + kLongest).find('>', next);
  if (end == kNone) return kNone;
  const std::string_view inside = trimmed(text.substr(next, end - next), " /");
  const bool has_blank = next < end && text[next] == ' ';
  return inside.empty() || (has_blank && inside.find('=') != kNone) ? end + 1 : kNone;
}

constexpr std::array<std::string_view, 30> kEntities = {
    "nbsp",  "amp",   "lt",     "gt",     "quot",  "apos", "ndash",  "mdash", "hellip", "ldquo",
    "rdquo", "lsquo", "rsquo",  "laquo",  "raquo", "bull", "middot", "deg",   "times",  "le",
    "ge",    "ne",    "plusmn", "frac12", "sup2",  "sup3", "copy",   "reg",   "euro",   "eth"};

/// `&nbsp;`, `&ecirc;`, `&#160;`.
std::size_t entity_end(std::string_view text, std::size_t at) {
  const bool number = at + 1 < text.size() && text[at + 1] == '#';
  const std::size_t begin = at + (number ? 2 : 1);
  const std::string_view name = word_at(text, begin);
  const std::size_t end = begin + name.size();
  if (name.empty() || end >= text.size() || text[end] != ';') return kNone;
  if (number) return end + 1;
  const auto is_marked = [&](std::string_view mark) {
    return name.size() == mark.size() + 1 && name.ends_with(mark);
  };
  const bool known = std::ranges::find(kEntities, name) != kEntities.end() || is_marked("grave") ||
                     is_marked("acute") || is_marked("circ") || is_marked("tilde") ||
                     is_marked("uml");
  return known ? end + 1 : kNone;
}

/// How other leftovers begin, which kind of character follows, and the sign that ends them; none:
/// they are that and a word.
struct Leftover {
  std::string_view begin;
  char end = '\0';
  bool (*follows)(char) = nullptr;
};
constexpr auto kName = [](char c) { return is_letter_or_digit(c) || c == '_'; };
constexpr Leftover kLeftovers[] = {{"[bookmark", ']'},
                                   {"[]{", '}'},
                                   {"{#", '}', kName},
                                   {"{.", '}', kName},
                                   {"](#", ')'},
                                   {"![](", ')'},
                                   {"_toc", '\0', is_digit},
                                   {"_hlk", '\0', is_digit},
                                   {"_goback"},
                                   {"_x000d_"},
                                   {"\\* mergeformat"},
                                   {"hyperlink \"", '"'},
                                   {"pageref _"},
                                   {"error! reference", '.'},
                                   {"error! bookmark", '.'},
                                   {"#ref!"},
                                   {"#n/a"},
                                   {"#name?"},
                                   {"#value!"},
                                   {"#div/0!"}};

std::size_t other_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, kLongest);
  const auto known = std::ranges::find_if(kLeftovers, [&](const Leftover& leftover) {
    const std::size_t behind = leftover.begin.size();
    return lower(rest.substr(0, behind)) == leftover.begin &&
           (leftover.follows == nullptr ||
            (behind < rest.size() && leftover.follows(rest[behind])));
  });
  if (known == std::end(kLeftovers)) return kNone;
  const std::size_t behind = known->begin.size();
  if (known->end == '\0') return at + behind + word_at(rest, behind).size();
  const std::size_t end = rest.find(known->end, behind);
  return at + (end == kNone ? behind : end + 1);
}

/// `**chữ đậm**`; `(**)` and `** Ghi chú` mark remarks.
std::size_t bold_end(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("**") || at + 2 >= text.size()) return kNone;
  if (is_one_of(text[at + 2], " *)")) return kNone;
  const std::size_t end = text.find("**", at + 2);
  return end == kNone || text[end - 1] == ' ' || text[end - 1] == '(' ? kNone : end + 2;
}

std::size_t leftover_end(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '<':
      return tag_end(text, at);
    case '&':
      return entity_end(text, at);
    case '*':
      return bold_end(text, at);
    default:
      return other_end(text, at);
  }
}

}  // namespace

namespace {

/// What a byte is of, what it is that the byte before it makes worth a look, and what it makes of
/// the one behind it. Every text goes through these, so that a byte is one look into a table.
struct ByteSigns {
  unsigned char is = 0;
  unsigned char follows = 0;
  unsigned char leads = 0;
  /// Whether it keeps what the byte before it leads: the second byte of a blank that doesn't break.
  unsigned char keeps = 0;
};
enum : unsigned char {
  kMark = 1,
  kLeft = 2,
  kBlank = 4,
  kDash = 8,
  kLetter = 16,
  kSign = 32,
  kWordEnd = 64
};

constexpr std::array<ByteSigns, 256> kSigns = [] {
  std::array<ByteSigns, 256> signs{};
  const auto add = [&](std::string_view bytes, unsigned char ByteSigns::*what, unsigned char sign) {
    for (const char byte : bytes) signs[static_cast<unsigned char>(byte)].*what |= sign;
  };
  // First bytes of “ and ”, « and », and of a blank that doesn't break.
  add("()[]{}\"\xE2\xC2", &ByteSigns::is, kMark);
  add("<&*[]{!_\\#\"", &ByteSigns::is, kLeft);
  add(" \t\xC2", &ByteSigns::leads, kBlank);
  add(" \t\xC2", &ByteSigns::follows, kBlank);
  add("\xA0", &ByteSigns::keeps, kBlank);
  // What divides a symbol, and the first bytes of who issues documents (rules/issued.cc).
  add("/-", &ByteSigns::leads, kDash);
  add("UHQTC\xC4", &ByteSigns::follows, kDash);
  // Letters of Latin-1 that Vietnamese hasn't (`Æ`, `ä`), and of two bytes of UTF-8 that were read
  // as letters the first one and what may be the second (`Ã³`, `á»`).
  add("\xC3\x83\xA1", &ByteSigns::leads, kLetter);
  add("\xC2\x84\x85\x86\x87\x8B\x8E\x8F\x90\x91\x96\x98\x9B\x9C\x9E\x9F\xA4\xA5\xA6\xA7\xAB"
      "\xAE\xAF\xB0\xB1\xB6\xB8\xBB\xBC\xBE\xBF",
      &ByteSigns::follows, kLetter);
  // Signs that the old encodings have in place of letters (`©`, `®`, `µ`).
  add("\xC2", &ByteSigns::leads, kSign);
  add("\xA7\xA8\xA9\xAA\xAC\xAD\xAE\xB5\xB6\xB8\xB9\xBC\xBE", &ByteSigns::follows, kSign);
  add(" ,.;:()\n\t\"", &ByteSigns::is, kWordEnd);
  return signs;
}();

constexpr char kLatin = '\xC3';

/// Letters of Vietnamese by their second bytes, small and large, and the vowels behind which VNI
/// alone has them: `à`, `á`, `ã` behind `a`, `e` (`haèng` is the third line).
struct VniPair {
  std::string_view vowels, marks;
};
constexpr VniPair kVniPairs[] = {{"aeouyAEOUY", "\x95\x99\xB5\xB9"},
                                 {"aeoAEO", "\x82\xA2"},
                                 {"aA", "\x88\x89\x8A\x9A\xA8\xA9\xAA\xBA"},
                                 {"aeAE", "\x80\x81\x83\xA0\xA1\xA3"}};

unsigned mark_of_vni(char before, char second) {
  for (const auto& [vowels, marks] : kVniPairs)
    if (vowels.find(before) != kNone && marks.find(second) != kNone) return kLetter;
  return 0;
}

/// Which bytes have any of them; most are letters that say nothing.
constexpr std::array<bool, 256> kSays = [] {
  std::array<bool, 256> says{};
  for (std::size_t byte = 0; byte < says.size(); ++byte) {
    const ByteSigns& signs = kSigns[byte];
    says[byte] = (signs.is | signs.follows | signs.leads | signs.keeps) != 0;
  }
  return says;
}();

/// The last two words, to know them again: behind their first letter, which may be a capital.
struct LastWords {
  std::string_view before, second;
  bool pair = false;
  bool doubled = false;

  /// What is shorter, or no word at all, is none of those that are told.
  void add(const char* begin, const char* end) {
    if (end - begin < 3) {
      before = second = {};
      return;
    }
    const auto lead = static_cast<unsigned char>(*begin);
    const std::ptrdiff_t first = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    const std::string_view word(begin + first, static_cast<std::size_t>(end - begin - first));
    const auto is_as = [&](std::string_view other) {
      return word.size() == other.size() && word == other;
    };
    // One word or two (`kế hoạch kế hoạch`) stand twice.
    const bool again = is_as(second);
    doubled |= is_as(before) || (again && pair);
    pair = again;
    second = std::exchange(before, word);
  }
};

}  // namespace

Glance glance(std::string_view text) {
  unsigned is = 0, pairs = 0, before = 0;
  LastWords words;
  const char* word = text.data();
  const char* const end = word + text.size();
  for (const char* at = word; at != end; ++at) {
    if (!kSays[static_cast<unsigned char>(*at)]) {
      before = 0;
      continue;
    }
    const ByteSigns& signs = kSigns[static_cast<unsigned char>(*at)];
    if (*at == kLatin && at != text.data() && at + 1 != end) pairs |= mark_of_vni(at[-1], at[1]);
    is |= signs.is;
    pairs |= signs.follows & before;
    before = signs.leads | (signs.keeps & before);
    if ((signs.is & kWordEnd) == 0) continue;
    words.add(word, at);
    word = at + 1;
  }
  words.add(word, end);
  return {(is & kMark) != 0,
          (is & kLeft) != 0,
          (pairs & kBlank) != 0,
          (pairs & kDash) != 0,
          words.doubled || ends_doubled(text),
          (pairs & (kLetter | kSign)) != 0};
}

std::vector<TextPart> leftovers(std::string_view text) {
  constexpr std::string_view kSigns = "<&*[]{!_\\#hHpPeE";
  std::vector<TextPart> found;
  for (std::size_t at = text.find_first_of(kSigns); at != kNone;) {
    const std::size_t end = leftover_end(text, at);
    if (end != kNone) found.push_back({at, end});
    at = text.find_first_of(kSigns, end == kNone ? at + 1 : end);
  }
  return found;
}

std::vector<TextPart> double_blanks(std::string_view text) {
  const auto blank_at = [&](std::size_t at) -> std::size_t {
    if (at < text.size() && (text[at] == ' ' || text[at] == '\t')) return 1;
    return text.substr(std::min(at, text.size())).starts_with("\xC2\xA0") ? 2 : 0;
  };
  std::vector<TextPart> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    int blanks = 0;
    for (std::size_t size = blank_at(at); size > 0; size = blank_at(at), ++blanks) at += size;
    const bool inside =
        begin > 0 && text[begin - 1] != '\n' && at < text.size() && text[at] != '\n';
    if (blanks > 1 && inside) found.push_back({begin, at});
    if (blanks == 0) ++at;
  }
  return found;
}

}  // namespace wardplan

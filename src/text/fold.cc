// Texts as they are compared: composed, and folded.
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

constexpr std::uint32_t kCapitalDStroke = 0x110;
constexpr std::uint32_t kSmallDStroke = 0x111;

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string map(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

/// A few bytes, kept in place.
struct Short {
  std::array<char, 15> bytes{};
  unsigned char size = 0;

  std::string_view view() const { return {bytes.data(), size}; }
  void append(std::string_view text) {
    for (const char c : text)
      if (size < bytes.size()) bytes[size++] = c;
  }
};

/// What a letter becomes in each kind of fold.
struct Letter {
  Short folded;
  /// Folded, without marks.
  Short bare;
  /// Folded, marks apart: all but the tone, and the tone.
  Short rest;
  Short tone;
  bool known = false;
};

constexpr auto kCompose =
    static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);

bool is_tone(std::uint32_t c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/// Folds one character, or a text that holds marks, by the tables of Unicode.
std::string folded(std::string_view text) { return map(text, kCompose); }

std::string bare(std::string_view text) {
  std::string out;
  const std::string plain = map(text, kCompose | UTF8PROC_STRIPMARK);
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint c = decode(plain, at);
    const bool stroke = c.value == kSmallDStroke || c.value == kCapitalDStroke;
    out += stroke ? "d" : plain.substr(at, c.size);
    at += c.size;
  }
  return out;
}

/// Adds the parts of a text, its tones on the other side.
template <class Rest, class Tone>
void take_apart(std::string_view text, Rest&& add_rest, Tone&& add_tone) {
  const std::string apart = map(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  for (std::size_t at = 0; at < apart.size();) {
    const CodePoint c = decode(apart, at);
    const std::string_view part = std::string_view(apart).substr(at, c.size);
    if (is_tone(c.value))
      add_tone(part);
    else
      add_rest(part);
    at += c.size;
  }
}

constexpr std::uint32_t kLatinEnd = 0x250;
constexpr std::uint32_t kVietnameseBegin = 0x1E00;
constexpr std::uint32_t kVietnameseEnd = 0x1F00;

/// The letter of a character below `kLatinEnd` or among the Vietnamese ones, looked up in the
/// tables of Unicode once for each thread; null for another.
const Letter* letter(std::uint32_t c, std::string_view text) {
  thread_local std::array<Letter, kLatinEnd + kVietnameseEnd - kVietnameseBegin> letters;
  const bool latin = c < kLatinEnd;
  if (!latin && (c < kVietnameseBegin || c >= kVietnameseEnd)) return nullptr;
  Letter& known = letters[latin ? c : kLatinEnd + c - kVietnameseBegin];
  if (!known.known) {
    const std::string small = folded(text);
    known.folded.append(small);
    known.bare.append(bare(text));
    take_apart(
        small, [&](std::string_view part) { known.rest.append(part); },
        [&](std::string_view part) { known.tone.append(part); });
    known.known = true;
  }
  return &known;
}

/// Whether a sign of ASCII stands behind a word rather than in it: the comma of `ủy,`.
constexpr bool ends_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !is_digit(c);
}

/// Puts words together: runs of blanks become one, those at the ends none.
class Words {
 public:
  /// `size` is what they will mostly take.
  explicit Words(std::size_t size) : out_(size, '\0') {}

  void add(std::string_view part) {
    if (part.empty()) return;
    if (pending_) end_word();
    put(part);
  }
  void add(char c) {
    if (pending_) end_word();
    if (!tones_.empty() && ends_word(c)) put_tones();
    if (size_ == out_.size()) out_.resize(2 * size_ + 1);
    out_[size_++] = c;
  }
  void add_tone(std::string_view tone) { tones_ += tone; }
  void blank() { pending_ = size_ > 0; }
  std::string finish() && {
    put(tones_);
    out_.resize(size_);
    return std::move(out_);
  }

 private:
  void put(std::string_view part) {
    if (size_ + part.size() > out_.size()) out_.resize(2 * (size_ + part.size()));
    for (const char c : part) out_[size_++] = c;
  }

  void put_tones() {
    put(tones_);
    tones_.clear();
  }

  void end_word() {
    pending_ = false;
    put_tones();
    add(' ');
  }

  /// The first `size_` bytes are written; a string that grows byte by byte asks more of each.
  std::string out_;
  std::size_t size_ = 0;
  /// Tones of the word that is under way, which go to its end.
  std::string tones_;
  bool pending_ = false;
};

constexpr bool is_space(std::uint32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0;
}

std::string squeezed(std::string_view text) {
  Words words(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_space(c.value))
      words.blank();
    else
      words.add(text.substr(at, c.size));
    at += c.size;
  }
  return std::move(words).finish();
}

/// What ASCII is folded to in every kind of fold; all blanks are one.
constexpr auto kSmall = [] {
  std::array<char, 0x80> small{};
  for (std::size_t c = 0; c < small.size(); ++c)
    small[c] = static_cast<char>(c >= 'A' && c <= 'Z'                      ? c - 'A' + 'a'
                                 : is_space(static_cast<std::uint32_t>(c)) ? ' '
                                                                           : c);
  return small;
}();

/// Gives every character of a text without loose marks that isn't ASCII to `add`, as a letter of
/// the table or as its own bytes; false where a mark stands, which needs the tables of Unicode for
/// the whole text.
template <class Add>
bool each_letter(std::string_view text, Words& words, Add&& add) {
  for (std::size_t at = 0; at < text.size();) {
    if (const auto first = static_cast<unsigned char>(text[at]); first < 0x80) {
      ++at;
      if (kSmall[first] == ' ')
        words.blank();
      else
        words.add(kSmall[first]);
      continue;
    }
    const CodePoint c = decode(text, at);
    if (!c.valid || !is_always_composed(c.value)) return false;
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (is_space(c.value))
      words.blank();
    else
      add(letter(c.value, bytes), bytes);
  }
  return true;
}

/// Whether every character is composed whatever stands beside it; false says nothing.
bool is_composed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!c.valid || !is_always_composed(c.value)) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_composed(text)) return std::string(text);
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::size_t first_decomposed(std::string_view text) {
  if (is_ascii(text)) return std::string_view::npos;
  const std::string composed = nfc(text);
  if (composed == text) return std::string_view::npos;
  std::size_t at = 0;
  while (at < text.size() && at < composed.size() && text[at] == composed[at]) ++at;
  while (at > 0 && (at >= text.size() || is_continuation(text[at]))) --at;
  return at;
}

std::string fold(std::string_view text) {
  Words words(text.size());
  const bool simple = each_letter(text, words, [&](const Letter* known, std::string_view bytes) {
    words.add(known != nullptr ? known->folded.view() : bytes);
  });
  return simple ? std::move(words).finish() : squeezed(folded(text));
}

std::string fold_tones(std::string_view text) {
  Words words(2 * text.size());
  const bool simple = each_letter(text, words, [&](const Letter* known, std::string_view bytes) {
    words.add(known != nullptr ? known->rest.view() : bytes);
    if (known != nullptr) words.add_tone(known->tone.view());
  });
  if (simple) return std::move(words).finish();
  std::string out, tones;
  take_apart(
      fold(text),
      [&](std::string_view part) {
        if (part.size() == 1 && ends_word(part.front())) out += std::exchange(tones, {});
        out += part;
      },
      [&](std::string_view part) { tones += part; });
  return out + tones;
}

std::string fold_bare(std::string_view text) {
  Words words(text.size());
  const bool simple = each_letter(text, words, [&](const Letter* known, std::string_view bytes) {
    words.add(known != nullptr ? known->bare.view() : bytes);
  });
  return simple ? std::move(words).finish() : squeezed(bare(text));
}

}  // namespace wardplan

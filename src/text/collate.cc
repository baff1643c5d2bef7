#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace wardplan {
namespace {

// A key is three levels, each a row of weights and an end. The first byte of a weight tells how
// many follow, so that two keys are compared weight by weight.

constexpr char kEnd = '\0';

/// First bytes of the first level; signs and letters take as many as there are of them.
constexpr unsigned kSigns = 0x02;
constexpr unsigned kOtherSign = 0x50;
constexpr unsigned kNumber = 0x51;
constexpr unsigned kLetters = 0x60;
constexpr unsigned kOtherLetter = 0xA0;
constexpr unsigned kWrongByte = 0xFF;

/// Blanks, punctuation and symbols in the order of the Unicode collation.
constexpr std::u32string_view kSignOrder = U"\t\n\r _-–—,;:!?.…'‘’\"“”()[]{}@*/\\&#%`^+<=>|~$";
constexpr std::u32string_view kLetterOrder = U"aăâbcdđðeêfghiıjklmnoôơpqrstuưvwxyzþ";

constexpr char32_t kBreve = 0x306, kCircumflex = 0x302, kHorn = 0x31B;

/// A letter and a mark that together are another letter.
struct Shape {
  char32_t base;
  char32_t mark;
  char32_t letter;
};

constexpr std::array kShapes = {Shape{U'a', kBreve, U'ă'},      Shape{U'a', kCircumflex, U'â'},
                                Shape{U'e', kCircumflex, U'ê'}, Shape{U'o', kCircumflex, U'ô'},
                                Shape{U'o', kHorn, U'ơ'},       Shape{U'u', kHorn, U'ư'}};

/// Second level: a letter without a mark, the tones, every other mark.
constexpr char kNoMark = 0x02;
constexpr std::array<char32_t, 5> kTones = {0x300, 0x309, 0x303, 0x301, 0x323};
constexpr char kFirstTone = 0x03;
constexpr char kOtherMark = 0x08;

/// Third level: as it is, or the larger form.
constexpr char kSmall = 0x02;
constexpr char kCapital = 0x03;

/// Signs of foreign names that are sorted as others are, with a difference on the second level.
struct Likeness {
  char32_t sign;
  std::u32string_view as;
};

constexpr std::array kLikenesses = {Likeness{U'æ', U"ae"}, Likeness{U'œ', U"oe"},
                                    Likeness{U'ß', U"ss"}, Likeness{U'ø', U"o"},
                                    Likeness{U'ł', U"l"},  Likeness{0xA0, U" "}};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

class Key {
 public:
  explicit Key(std::u32string text) : text_(std::move(text)) {}

  std::string make() {
    while (at_ < text_.size()) {
      const char32_t c = text_[at_];
      if (c >= kNotUtf8) {
        element({static_cast<char>(kWrongByte), static_cast<char>(c - kNotUtf8)}, kSmall);
        ++at_;
      } else if (is_digit(c)) {
        number();
      } else if (combining_class(c) != 0) {
        mark(c);
        ++at_;
      } else if (is_invisible(c)) {
        ++at_;
      } else {
        character(c);
      }
    }
    trim(marks_, kNoMark);
    trim(sizes_, kSmall);
    return letters_ + kEnd + marks_ + kEnd + sizes_;
  }

 private:
  void element(const std::string& weight, char size) {
    letters_ += weight;
    marks_ += kNoMark;
    sizes_ += size;
  }

  /// Longer numbers are larger, equally long ones compare digit by digit; zeros in front decide
  /// last of all.
  void number() {
    std::size_t zeros = 0;
    for (; at_ + 1 < text_.size() && text_[at_] == U'0' && is_digit(text_[at_ + 1]); ++at_) ++zeros;
    std::string digits;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_)
      digits += static_cast<char>(text_[at_]);
    std::string weight(1, static_cast<char>(kNumber));
    for (const unsigned shift : {24U, 16U, 8U, 0U})
      weight += static_cast<char>(digits.size() >> shift);
    constexpr std::size_t kMostZeros = 0xF0;
    element(weight + digits, static_cast<char>(kSmall + std::min(zeros, kMostZeros)));
  }

  void mark(char32_t c) {
    const auto tone = std::ranges::find(kTones, c);
    if (tone != kTones.end()) {
      marks_ += static_cast<char>(kFirstTone + (tone - kTones.begin()));
      return;
    }
    marks_ += kOtherMark + by_code(c);
  }

  void character(char32_t c) {
    const char32_t small = lower_case(c);
    const char size = small == c ? kSmall : kCapital;
    const auto alike = std::ranges::find(kLikenesses, small, &Likeness::sign);
    if (alike != kLikenesses.end()) {
      for (const char32_t part : alike->as) element(weight_of(part), size);
      mark(small);
      ++at_;
      return;
    }
    const std::size_t shape = find_shape(small);
    element(weight_of(shape > at_ ? shaped(small, text_[shape]) : small), size);
    // The mark that made the letter is no mark of it any more.
    if (shape > at_) text_[shape] = U'\0';
    ++at_;
  }

  static char32_t shaped(char32_t base, char32_t mark) {
    for (const Shape& shape : kShapes)
      if (shape.base == base && shape.mark == mark) return shape.letter;
    return 0;
  }

  /// Where the mark stands that makes another letter of this one, or `at_`. A tone below stands
  /// before it in decomposed text; a mark at the same height before it would keep it apart.
  std::size_t find_shape(char32_t base) const {
    int before = 0;
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
      const int height = combining_class(text_[at]);
      if (height == 0) return at_;
      if (height > before && shaped(base, text_[at]) != 0) return at;
      before = height;
    }
    return at_;
  }

  static std::string weight_of(char32_t c) {
    if (const auto at = kSignOrder.find(c); at != std::u32string_view::npos)
      return {static_cast<char>(kSigns + at)};
    if (const auto at = kLetterOrder.find(c); at != std::u32string_view::npos)
      return {static_cast<char>(kLetters + at)};
    return static_cast<char>(is_letter(c) ? kOtherLetter : kOtherSign) + by_code(c);
  }

  /// Three bytes, none of which a level could end with.
  static std::string by_code(char32_t c) {
    return {static_cast<char>(0x80 | c >> 14), static_cast<char>(0x80 | (c >> 7 & 0x7F)),
            static_cast<char>(0x80 | (c & 0x7F))};
  }

  /// What every weight can be at least says nothing at the end of a level.
  static void trim(std::string& level, char least) {
    level.erase(level.find_last_not_of(least) + 1);
  }

  std::u32string text_;
  std::size_t at_ = 0;
  std::string letters_, marks_, sizes_;
};

}  // namespace

std::string collation_key(std::string_view text) { return Key(decomposed(text)).make(); }

}  // namespace wardplan

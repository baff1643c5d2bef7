#include "fuzz/mutate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string_view>

namespace wardplan::test {
namespace {

constexpr std::size_t kMostBytes = 8192;

/// Draws that are the same on every machine, unlike std::uniform_int_distribution's.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : engine_(seed) {}
  /// A number from 0 to `limit` - 1; 0 when there is no such number.
  std::size_t below(std::size_t limit) {
    return limit == 0 ? 0 : static_cast<std::size_t>(engine_() % limit);
  }

 private:
  std::mt19937_64 engine_;
};

struct Range {
  std::size_t begin;
  std::size_t size;
};

Range some_range(const std::string& text, Draws& draws) {
  const std::size_t begin = draws.below(text.size() + 1);
  return {begin, draws.below(std::min<std::size_t>(text.size() - begin, 24) + 1)};
}

Range some_line(const std::string& text, Draws& draws) {
  const std::size_t at = draws.below(text.size());
  const std::size_t newline = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t begin = newline == std::string::npos ? 0 : newline + 1;
  const std::size_t end = std::min(text.find('\n', begin), text.size() - 1);
  return {begin, text.empty() ? 0 : end + 1 - begin};
}

using Seeds = std::vector<std::string>;

void flip_bit(std::string& text, const Seeds&, Draws& draws) {
  if (text.empty()) return;
  char& byte = text[draws.below(text.size())];
  byte = static_cast<char>(byte ^ (1 << draws.below(8)));
}

void delete_range(std::string& text, const Seeds&, Draws& draws) {
  const Range range = some_range(text, draws);
  text.erase(range.begin, range.size);
}

void repeat_range(std::string& text, const Seeds&, Draws& draws) {
  const Range range = some_range(text, draws);
  text.insert(draws.below(text.size() + 1), text.substr(range.begin, range.size));
}

void delete_line(std::string& text, const Seeds&, Draws& draws) {
  const Range line = some_line(text, draws);
  text.erase(line.begin, line.size);
}

void repeat_line(std::string& text, const Seeds&, Draws& draws) {
  const Range line = some_line(text, draws);
  const std::string copy = text.substr(line.begin, line.size);
  text.insert(some_line(text, draws).begin, copy);
}

void indent_line(std::string& text, const Seeds&, Draws& draws) {
  const Range line = some_line(text, draws);
  if (draws.below(2) == 0)
    text.insert(line.begin, std::string(1 + draws.below(4), ' '));
  else if (line.size > 0 && text[line.begin] == ' ')
    text.erase(line.begin, 1);
}

void splice(std::string& text, const Seeds& seeds, Draws& draws) {
  const std::string& other = seeds[draws.below(seeds.size())];
  text.erase(draws.below(text.size() + 1));
  text += other.substr(draws.below(other.size() + 1));
}

void insert_sign(std::string& text, const Seeds&, Draws& draws) {
  constexpr std::array<std::string_view, 44> kSigns = {
      ":",     "-",    "#",    "[",    "]",  "{",    "}",    "\"",   "'",     "|",     ">",
      "&",     "*",    "!",    "%",    "@",  ",",    "\t",   "\r",   "\n",    "?",     " ",
      "\\",    "~",    ": ",   "- ",   " #", "|-\n", ">+\n", "\r\n", "---\n", "...\n", "''",
      "\\u00", "<<: ", "null", "\n  ", ", ", "? ",   "`",    "{{",   "}}",    "{{#",   "{{/"};
  text.insert(draws.below(text.size() + 1), kSigns[draws.below(kSigns.size())]);
}

void insert_bytes(std::string& text, const Seeds&, Draws& draws) {
  using namespace std::string_view_literals;
  constexpr std::array kBytes = {"\xFF"sv,
                                 "\xC3"sv,
                                 "\x80"sv,
                                 "\xED\xA0\x80"sv,
                                 "\xC0\x80"sv,
                                 "\xF4\x90\x80\x80"sv,
                                 "\0"sv,
                                 "\x07"sv,
                                 "\x1B[31m"sv,
                                 "\xEF\xBB\xBF"sv,
                                 "\xE2\x80\xA8"sv,
                                 "\xC2\x85"sv,
                                 "o\xCC\x9B"sv,
                                 "\xCC\x80"sv,
                                 "ệ"sv,
                                 "\xC2\xA0"sv,
                                 "😀"sv,
                                 "\xFF\xFE"sv};
  text.insert(draws.below(text.size() + 1), kBytes[draws.below(kBytes.size())]);
}

constexpr std::array kDamages = {flip_bit,    delete_range, repeat_range, delete_line,
                                 repeat_line, indent_line,  splice,       insert_sign,
                                 insert_sign, insert_sign,  insert_bytes};

}  // namespace

std::string mutate(const std::vector<std::string>& seeds, std::uint64_t number) {
  Draws draws(number);
  std::string text = seeds[draws.below(seeds.size())];
  for (std::size_t times = 1 + draws.below(4); times > 0; --times)
    kDamages[draws.below(kDamages.size())](text, seeds, draws);
  text.resize(std::min(text.size(), kMostBytes));
  return text;
}

}  // namespace wardplan::test

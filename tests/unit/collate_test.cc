#include "text/utf8.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace wardplan {
namespace {

using Texts = std::vector<std::string>;

/// Each text stands before the next one, and not only because it is shorter.
void check_ascending(const Texts& texts) {
  for (std::size_t at = 0; at + 1 < texts.size(); ++at) {
    CAPTURE(texts[at]);
    CAPTURE(texts[at + 1]);
    CHECK(collation_key(texts[at]) < collation_key(texts[at + 1]));
  }
}

TEST_CASE("letters stand in the order of the Vietnamese alphabet, small before capital") {
  check_ascending({"a", "A", "ă", "Ă", "â", "Â", "b", "c", "d", "D", "đ", "Đ", "e",
                   "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "ô", "ơ",
                   "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"});
}

TEST_CASE("tones stand in their order on every vowel") {
  check_ascending({"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â",
                   "ầ", "ẩ", "ẫ", "ấ", "ậ", "e", "è", "ẹ", "ê", "ề", "ế", "ệ", "o",
                   "ò", "ọ", "ô", "ồ", "ộ", "ơ", "ờ", "ợ", "u", "ù", "ụ", "ư", "ừ",
                   "ử", "ữ", "ứ", "ự", "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"});
}

TEST_CASE("names are sorted letter by letter, then by tones, then by case") {
  check_ascending({"Nguyễn Bá Nam", "Nguyễn Thị An", "Nguyễn Trung Kiên", "Nguyễn Văn A"});
  // All of d stands before đ, and a before ă and â, whatever follows.
  check_ascending({"dân", "Dũng", "dzạ", "đài", "Đào", "đường"});
  check_ascending({"An", "Áo", "Ăn", "Ấn", "Bát Khối"});
  check_ascending({"Phương Liên", "Phường Long Biên", "Phương Mai"});
  // A tone counts only when the letters of the whole text are the same; the first one decides.
  check_ascending({"Hoà An", "Hoa Ban", "Hòa Bình"});
  check_ascending({"Lê Hoa", "Lê Hoà", "Lê Hoả", "Lê Họa", "Lệ Hoa"});
  check_ascending({"bị thu", "bí thư", "bị thư"});
  // Case counts only when the tones are the same too.
  check_ascending({"hoa", "Hoa", "HOA", "hoà", "Hoà", "hòa", "Hòa"});
  check_ascending({"UB MTTQ phường", "UBMTTQ", "UBND"});
}

TEST_CASE("a run of digits is one number, blanks and signs stand before it, letters after it") {
  check_ascending({"Tổ", "Tổ 1", "Tổ 2", "Tổ 02", "Tổ 2a", "Tổ 2b", "Tổ 10", "Tổ 10 A", "Tổ 100",
                   "Tổ 1000000000000000000000", "Tổ 1000000000000000000001", "Tổ A"});
  check_ascending({"II.3.1.2", "II.3.1.11", "II.3.2", "II.10.1", "III.1"});
  check_ascending({"a 1", "a-1", "a.1", "a1", "ab"});
  check_ascending({"", "0", "00", "000", "1", "01"});
}

TEST_CASE("decomposed text has the key of the composed one") {
  struct Example {
    std::string_view composed;
    std::string_view apart;
  };
  for (const Example& example :
       {Example{"Phường", "Phu\u031Bo\u031B\u0300ng"}, Example{"Bộ", "Bo\u0323\u0302"},
        Example{"Bộ", "Bo\u0302\u0323"}, Example{"Bộ", "Bọ\u0302"}, Example{"ự", "u\u0323\u031B"},
        Example{"ắ", "a\u0306\u0301"}}) {
    CAPTURE(example.composed);
    CHECK(collation_key(example.composed) == collation_key(example.apart));
  }
  // A tone between a letter and its hat keeps them apart, as in Unicode.
  CHECK(collation_key("ầ") != collation_key("a\u0300\u0302"));
}

TEST_CASE("foreign letters stand where people look for them") {
  check_ascending({"facade", "facadé", "façade", "Facadf"});
  check_ascending({"Muller", "Müller", "Mullers"});
  check_ascending({"aed", "æd", "aee"});
  check_ascending({"strasse", "straße", "strasset"});
  check_ascending({"zz", "Ω", "漢"});
  check_ascending({"a", "ĉ", "ĉb", "d"});
}

TEST_CASE("what shows nothing counts for nothing, and wrong bytes stand last") {
  CHECK(collation_key("Long\u200B Biên") == collation_key("Long Biên"));
  CHECK(collation_key(std::string("a\0b", 3)) == collation_key("ab"));
  check_ascending({"漢", "\xFE", "\xFF", "\xFF ế"});
  check_ascending({"Long Biên", "Long Bi\xEAn", "Long Bi\xEBn"});
  CHECK(collation_key("\xFF"
                      "e\u0302") == collation_key("\xFFê"));
}

TEST_CASE("keys order random texts as levels do: a change of case never outweighs one of tone") {
  const Texts letters = {"a", "à", "ạ", "ă", "ặ", "d", "đ", "o", "ợ", "u", " ", "-", "7", "12"};
  std::mt19937_64 random(20260101);
  for (int round = 0; round < 2000; ++round) {
    std::string text, capital;
    for (std::uint64_t left = random() % 8; left > 0; --left) {
      const std::string& letter = letters[random() % letters.size()];
      text += letter;
      capital += letter == "a" ? "A" : letter == "đ" ? "Đ" : letter;
    }
    CAPTURE(text);
    CHECK(collation_key(text) <= collation_key(capital));
    CHECK(collation_key(capital + "a") < collation_key(text + "à"));
    CHECK(collation_key(capital + "à") < collation_key(text + "ă"));
    CHECK(collation_key(capital + "đ") > collation_key(text + "dz"));
  }
}

}  // namespace
}  // namespace wardplan

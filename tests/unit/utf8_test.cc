#include "text/utf8.h"

#include <cstdint>

#include <doctest/doctest.h>

namespace wardplan {
namespace {

using namespace std::string_view_literals;

TEST_CASE("capitals of Vietnamese, and bytes that aren't UTF-8 as they are") {
  CHECK(upper("Đảng ủy phường Mẫu, số 1") == "ĐẢNG ỦY PHƯỜNG MẪU, SỐ 1");
  CHECK(upper("a\xFF"
              "b") ==
        "A\xFF"
        "B");
}

TEST_CASE("a text is in capitals when it has letters and all of them are") {
  CHECK(is_in_capitals("ĐẢNG ỦY 12"));
  CHECK(!is_in_capitals("ĐẢNG ủy"));
  CHECK(!is_in_capitals("12"));
  CHECK(begins_small("đường"));
  CHECK(!begins_small("Đường"));
  CHECK(begins_large("Đường"));
  CHECK(!begins_large("1 đường"));
  CHECK(!begins_small(""));
}

TEST_CASE("characters are decoded with their size, and a wrong byte is one that isn't valid") {
  struct Example {
    std::string_view text;
    std::uint32_t value;
    std::size_t size;
    bool valid;
  };
  for (const Example& example :
       {Example{"a"sv, 'a', 1, true}, Example{"đ"sv, 0x111, 2, true},
        Example{"ệ"sv, 0x1EC7, 3, true}, Example{"😀"sv, 0x1F600, 4, true},
        Example{"\0"sv, 0, 1, true}, Example{"\xFF"sv, 0xFFFD, 1, false},
        Example{"\xC3"sv, 0xFFFD, 1, false}, Example{"\x80"sv, 0xFFFD, 1, false},
        Example{"\xC0\x80"sv, 0xFFFD, 1, false}, Example{"\xED\xA0\x80"sv, 0xFFFD, 1, false},
        Example{"\xF4\x90\x80\x80"sv, 0xFFFD, 1, false}}) {
    CAPTURE(example.text);
    const CodePoint c = decode(example.text, 0);
    CHECK(c.value == example.value);
    CHECK(c.size == example.size);
    CHECK(c.valid == example.valid);
  }
}

TEST_CASE("width in a terminal: marks take none, wide characters two") {
  CHECK(display_width("Phường"sv) == 6);
  CHECK(display_width("phu\xCC\x9Bo\xCC\x9B\xCC\x80ng"sv) == 6);
  CHECK(display_width("漢字"sv) == 4);
  CHECK(display_width("a\tb"sv) == 3);
  CHECK(display_width("\xFF"sv) == 1);
}

TEST_CASE("text is clipped to columns between what people see as characters") {
  struct Example {
    std::string_view text;
    std::size_t columns;
    std::string_view clipped;
  };
  for (const Example& example :
       {Example{"Phường", 6, "Phường"}, Example{"Phường", 5, "Phườ…"}, Example{"Phường", 1, "…"},
        Example{"Phường", 0, ""}, Example{"", 0, ""},
        // A mark stays with its letter, whether it goes or not.
        Example{"phu\u031Bo\u031B\u0300ng", 6, "phu\u031Bo\u031B\u0300ng"},
        Example{"phu\u031Bo\u031B\u0300ng", 5, "phu\u031Bo\u031B\u0300…"},
        Example{"phu\u031Bo\u031B\u0300ng", 4, "phu\u031B…"},
        // A wide character needs two columns beside the sign.
        Example{"漢字漢", 6, "漢字漢"}, Example{"漢字漢", 5, "漢字…"}, Example{"漢字漢", 4, "漢…"},
        Example{"漢字漢", 2, "…"}, Example{"a👩\u200D🌾bc", 4, "a…"},
        // No blank stands before the sign.
        Example{"Long Biên", 6, "Long…"}, Example{"Long Biên", 7, "Long B…"},
        Example{"a\xFF\xFF\xFF", 3, "a\xFF…"}}) {
    CAPTURE(example.text);
    CAPTURE(example.columns);
    CHECK(clip(example.text, example.columns) == example.clipped);
  }
}

TEST_CASE("signs at the ends of a text are whole characters") {
  CHECK(trimmed_signs("“giờ”", "“”") == "giờ");
  CHECK(trimmed_signs("giờ", "“”…–") == "giờ");
  CHECK(trimmed_signs("…", "…").empty());
  CHECK(trimmed_signs("", "…").empty());
  CHECK(ends_with_sign("tờ”", "”"));
  CHECK(!ends_with_sign("tờ", "“”"));
  CHECK(!ends_with_sign("", "”"));
}

TEST_CASE("characters are taken apart, and a wrong byte is known as one") {
  CHECK(decomposed("ệ") == U"e\u0323\u0302");
  CHECK(decomposed("e\u0302\u0323") == U"e\u0323\u0302");
  CHECK(decomposed("a\xFFz") == std::u32string{U'a', kNotUtf8 + 0xFF, U'z'});
  CHECK(decomposed("\xC3") == std::u32string{kNotUtf8 + 0xC3});
  CHECK(decomposed("\uFDFA\u1FA2") == U"\uFDFA\u03C9\u0313\u0300\u0345");
  CHECK(decomposed("").empty());
}

TEST_CASE("decomposed text is composed and the place of the first difference is told") {
  const auto decomposed = "phu\xCC\x9Bo\xCC\x9B\xCC\x80ng"sv;
  CHECK(nfc(decomposed) == "phường");
  CHECK(nfc("\xFF") == "\xFF");
  CHECK(first_decomposed(decomposed) == 2);
  CHECK(first_decomposed("phường"sv) == std::string_view::npos);
  CHECK(first_decomposed("abc"sv) == std::string_view::npos);
  // The letter counts, not the mark on it.
  CHECK(first_decomposed("đa\xCC\x80"sv) == 2);
}

TEST_CASE("names are the same under one key whatever their case, spaces and composition") {
  CHECK(fold("  UBND \t Phường ") == "ubnd phường");
  CHECK(fold("phu\xCC\x9Bo\xCC\x9B\xCC\x80ng") == "phường");
  CHECK(fold("a\xC2\xA0"
             "b") == "a b");
  CHECK(fold("ĐẢNG ỦY") == "đảng ủy");
  CHECK(fold("") == "");
  CHECK(fold_tones("Thành ủy, (Hoà)-2") == "thanh\u0300 uy\u0309, (hoa\u0300)-2");
  CHECK(fold_tones("Thành u\u0309y, (Hoà)-2") == fold_tones("Thành ủy, (Hoà)-2"));
  CHECK(fold_bare("Đường Bát Khối") == "duong bat khoi");
  CHECK(fold_bare("ĐOÀN THỂ") == "doan the");
}

TEST_CASE("a text cut at its front keeps its end, whole characters of it") {
  CHECK(clip_front("Nguyễn Trung Kiên", 20) == "Nguyễn Trung Kiên");
  CHECK(clip_front("Nguyễn Trung Kiên", 17) == "Nguyễn Trung Kiên");
  CHECK(clip_front("Nguyễn Trung Kiên", 16) == "…uyễn Trung Kiên");
  CHECK(clip_front("Nguyễn Trung Kiên", 11) == "…Trung Kiên");
  CHECK(clip_front("Nguyễn Trung Kiên", 6) == "…Kiên");
  CHECK(clip_front("Nguyễn Trung Kiên", 1) == "…");
  CHECK(clip_front("Nguyễn Trung Kiên", 0) == "");
  CHECK(clip_front("Nguye\u0302\u0303n Kie\u0302n", 5) == "…Kie\u0302n");
  CHECK(clip_front("漢字漢字", 5) == "…漢字");
  CHECK(clip_front("漢字漢字", 4) == "…字");
}

TEST_CASE("what is always composed neither decomposes nor joins what stands before it") {
  int found = 0;
  for (std::uint32_t c = 1; c < 0x3000; ++c) {
    if (!is_always_composed(c)) continue;
    ++found;
    std::string text = "a";
    append(text, c);
    CAPTURE(c);
    CHECK(first_decomposed(text) == std::string::npos);
    CHECK(combining_class(static_cast<char32_t>(c)) == 0);
  }
  CHECK(found > 1000);
  CHECK_FALSE(is_always_composed(0x301));
}

TEST_CASE("letters fold by their table as they do by that of Unicode") {
  for (std::uint32_t c = 1; c < 0x2100; ++c) {
    if (!is_always_composed(c)) continue;
    std::string text = " X ";
    append(text, c);
    CAPTURE(c);
    // A loose mark anywhere makes the whole text go by Unicode.
    for (const auto form : {fold, fold_tones, fold_bare})
      CHECK(form(text + "  \u00C9 ") == form(text + "  E\u0301 "));
  }
  CHECK(fold_tones(" Hoà  BÌNH ") == "hoa\u0300 binh\u0300");
  CHECK(fold_tones("Thành ủy, (Hoà)-2") == "thanh\u0300 uy\u0309, (hoa\u0300)-2");
  CHECK(fold_tones("Thành u\u0309y, (Hoà)-2") == fold_tones("Thành ủy, (Hoà)-2"));
  CHECK(fold_bare("Đường \u00A0Ấp") == "duong ap");
}

}  // namespace
}  // namespace wardplan

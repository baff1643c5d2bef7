#include <doctest/doctest.h>

#include <cstdint>
#include <random>

#include "text/utf8.h"
#include "write/formats.h"

namespace wardplan {
namespace {

std::string text_of(const Sheet& sheet, const WriteOptions& options) {
  return written_by(write_text, sheet, options);
}

/// A number, a name that may be cut, a day, an amount.
Sheet sample() {
  Sheet sheet;
  sheet.columns = {{"number", "TT", "", 0},
                   {"title", "Nội dung", "", 3, 8},
                   {"lead", "Đơn vị chủ trì", "; "},
                   {"count", "Số", "", 0, 0, Align::right}};
  sheet.rows = {{true, "I", {{"I"}, {"Chăm lo đời sống nhân dân"}, {}, {}}},
                {false, "I.1", {{"1"}, {"Y tế"}, {"Trạm y tế", "UBND"}, {"7"}}},
                {false, "I.10", {{"10"}, {"Bảo hiểm y tế toàn dân"}, {"VHXH"}, {"1.800"}}}};
  return sheet;
}

TEST_CASE("without a width every column is as wide as its widest cell") {
  CHECK(text_of(sample(), {}) ==
        "TT  Nội dung                   Đơn vị chủ trì      Số\n"
        "──  ─────────────────────────  ───────────────  ─────\n"
        "I   Chăm lo đời sống nhân dân\n"
        "1   Y tế                       Trạm y tế; UBND      7\n"
        "10  Bảo hiểm y tế toàn dân     VHXH             1.800\n");
}

TEST_CASE("with a width the light columns are cut first and headings run on") {
  CHECK(text_of(sample(), {40, false}) ==
        "TT  Nội dung              Đơn vị…     Số\n"
        "──  ────────────────────  ───────  ─────\n"
        "I   Chăm lo đời sống nhân dân\n"
        "1   Y tế                  Trạm y…      7\n"
        "10  Bảo hiểm y tế toàn…   VHXH     1.800\n");
  CHECK(text_of(sample(), {30, false}) ==
        "TT  Nội dung     Đơn v…     Số\n"
        "──  ───────────  ──────  ─────\n"
        "I   Chăm lo đời sống nhân dân\n"
        "1   Y tế         Trạm…       7\n"
        "10  Bảo hiểm y…  VHXH    1.800\n");
  CHECK(text_of(sample(), {60, false}) == text_of(sample(), {}));
}

TEST_CASE("a terminal that is too narrow gets longer lines, not empty columns") {
  const std::string narrowest = text_of(sample(), {27, false});
  CHECK(narrowest ==
        "TT  Nội dung  Đơn v…     Số\n"
        "──  ────────  ──────  ─────\n"
        "I   Chăm lo đời sống nhân…\n"
        "1   Y tế      Trạm…       7\n"
        "10  Bảo hiể…  VHXH    1.800\n");
  for (const int width : {1, 2, 10, 26}) CHECK(text_of(sample(), {width, false}) == narrowest);
}

TEST_CASE("colours are added to what is read without them") {
  Sheet sheet = sample();
  sheet.title = "Biểu";
  sheet.rows[1].tone = Tone::late;
  sheet.rows[2].tone = Tone::done;
  CHECK(text_of(sheet, {0, true}) ==
        "\x1b[1mBiểu\x1b[0m\n\n"
        "\x1b[1mTT  Nội dung                   Đơn vị chủ trì      Số\x1b[0m\n"
        "──  ─────────────────────────  ───────────────  ─────\n"
        "\x1b[1mI   Chăm lo đời sống nhân dân\x1b[0m\n"
        "\x1b[31m1   Y tế                       Trạm y tế; UBND      7\x1b[0m\n"
        "\x1b[32m10  Bảo hiểm y tế toàn dân     VHXH             1.800\x1b[0m\n");
  sheet.rows[1].tone = Tone::soon;
  CHECK(text_of(sheet, {0, true}).find("\x1b[33m1 ") != std::string::npos);
}

TEST_CASE("the title is broken at blanks, the second line stands in brackets") {
  Sheet sheet = sample();
  sheet.title = "Biểu tiến độ thực hiện chủ đề công tác năm 2023";
  sheet.subtitle = "Ban hành\nkèm Kế hoạch";
  const std::string text = text_of(sheet, {30, false});
  CHECK(
      text.starts_with("Biểu tiến độ thực hiện chủ đề\ncông tác năm 2023\n"
                       "(Ban hành kèm Kế hoạch)\n\nTT  Nội dung"));
  CHECK(text_of(sheet, {}).starts_with(sheet.title + "\n("));
}

TEST_CASE("a cell is one line that can't disturb a terminal") {
  Sheet sheet;
  sheet.columns = {{"a", "A", ""}, {"b", "B", ""}};
  sheet.rows = {{false, "", {{"một\r\nhai\nba\tbốn\rnăm"}, {"\x1b[31m\xFF\u202E"}}},
                {false, "", {{"x"}, {}}},
                {false, "", {{}, {"y"}}}};
  CHECK(text_of(sheet, {}) ==
        "A                   B\n"
        "──────────────────  ───────\n"
        "một hai ba bốn năm  \uFFFD[31m\uFFFD\uFFFD\n"
        "x\n"
        "                    y\n");
  CHECK(text_of({}, {80, true}) == "\x1b[1m\x1b[0m\n\n");
}

TEST_CASE("no line of any table is longer than a width that is enough for its narrowest columns") {
  std::mt19937_64 random(7);
  const std::vector<std::string> pieces = {"a", "ệ", "e\u0302\u0323", "漢", " ", "\n", "…"};
  for (int round = 0; round < 300; ++round) {
    Sheet sheet;
    const std::size_t columns = 1 + random() % 5;
    for (std::size_t at = 0; at < columns; ++at)
      sheet.columns.push_back({"k", "Tên cột", "", static_cast<int>(1 + random() % 4), 6,
                               random() % 2 == 0 ? Align::left : Align::right});
    for (int row = 0; row < 4; ++row) {
      sheet.rows.push_back({random() % 3 == 0, "", {}});
      for (std::size_t at = 0; at < columns; ++at) {
        std::string text;
        for (std::uint64_t left = random() % 20; left > 0; --left)
          text += pieces[random() % pieces.size()];
        sheet.rows.back().cells.push_back({text});
      }
    }
    const int width = static_cast<int>(columns * 8 + random() % 40);
    const std::string text = text_of(sheet, {width, false});
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      const std::string line = text.substr(at, text.find('\n', at) - at);
      CAPTURE(line);
      CHECK(display_width(line) <= static_cast<std::size_t>(width));
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

}  // namespace
}  // namespace wardplan

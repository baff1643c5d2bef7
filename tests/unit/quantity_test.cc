#include "figures/quantity.h"

#include <doctest/doctest.h>

#include "support/figures.h"

namespace wardplan {
namespace {

using test::shown;

struct Example {
  std::string text;
  std::string_view reads_as;
};

const std::vector<Example>& examples() {
  static const std::vector<Example> all = {
      // What grew or shrank, nothing, ranks among many, per mille, grades.
      {"giảm 1,2%", "down 1,2 percent"},
      {"tăng 12% so với cùng kỳ năm 2025", "up 12 percent"},
      {"không xảy ra", "0 count"},
      {"hạng 7/103", "7 rank"},
      {"7‰", "0,7 percent"},
      {"0,4 vụ/1.000 dân", "0,4 count of vụ per 1.000 dân"},
      {"02 sản phẩm đạt 4 sao", "2 count of sản phẩm đạt 4 sao"},
      // Percentages.
      {"93,5%", "93,5 percent"},
      {"93.5%", "93,5 percent"},
      {"91.2 %", "91,2 percent"},
      {"91,7%", "91,7 percent"},
      {"100%", "100 percent"},
      {"12,345%", "12,345 percent"},
      {"0.345%", "0,345 percent"},
      {"50 phần trăm", "50 percent"},
      {"đạt tỷ lệ 97,95%", "97,95 percent"},
      {"đạt 46% tổng số dân", "46 percent of tổng số dân"},
      // Things.
      {"03 tuyến", "3 count of tuyến"},
      {"02 mô hình", "2 count of mô hình"},
      {"600 lượt", "600 count of lượt"},
      {"1000", "1.000 count"},
      {"1.800", "1.800 count"},
      {"5209", "5.209 count"},
      {"1.800 lượt quà", "1.800 count of lượt quà"},
      {"1 nhà văn hóa", "1 count of nhà văn hóa"},
      {"1 nhà văn hóa, tổ dân phố", "1 count of nhà văn hóa, tổ dân phố"},
      {"21,5m", "21,5 count of m"},
      {"200m2", "200 count of m2"},
      {"6.25 tấn", "6,25 count of tấn"},
      {"1.25 lượt/người", "1,25 count of lượt per người"},
      {"1.25 triệu đồng", "1.250.000 money"},
      {"1,25 lượt", "1,25 count of lượt"},
      {"1.5 lượt", "1,5 count of lượt"},
      {"1,5 km", "1,5 count of km"},
      {"62 lượt (cơ sở,)", "62 count of lượt"},
      {"03 đồng chí", "3 count of đồng chí"},
      {"02 đ/c", "2 count of đ/c"},
      {"2 triệu lượt khách", "2.000.000 count of lượt khách"},
      {"628 lượt (104,67%)", "628 count of lượt"},
      {"628 lượt, đạt 104,67% kế hoạch", "628 count of lượt"},
      {"628 lượt, đạt 104,67% so với kế hoạch năm 2025", "628 count of lượt"},
      {"150 triệu đồng (104% dự toán)", "150.000.000 money"},
      {"3 vụ/3 tháng", "3 count of vụ per 3 tháng"},
      {"5 ca COVID-19", "5 count of ca COVID-19"},
      {"05\u00A0TDP", "5 count of TDP"},
      // Money.
      {"2.000.000 đồng", "2.000.000 money"},
      {"14.750.000 đồng", "14.750.000 money"},
      {"1 tỷ 200 triệu đồng", "1.200.000.000 money"},
      {"2 triệu 500 nghìn đồng", "2.500.000 money"},
      {"1 tỷ 200 triệu 500 nghìn đồng", "1.200.500.000 money"},
      {"3 nghìn 500 đồng", "3.500 money"},
      {"1 tỷ 200 triệu - 1 tỷ 500 triệu", "1.200.000.000..1.500.000.000 money"},
      {"2-3 triệu 500 nghìn đồng", "2.000.000..3.500.000 money"},
      {"8.700.000đ", "8.700.000 money"},
      {"21.250.000đ", "21.250.000 money"},
      {"150 Tr đồng", "150.000.000 money"},
      {"150 TR ĐỒNG", "150.000.000 money"},
      {"150trđ", "150.000.000 money"},
      {"17 triệu", "17.000.000 money"},
      {"1,25 tỷ đồng", "1.250.000.000 money"},
      {"1.250 triệu đồng", "1.250.000.000 money"},
      {"3 nghìn tỷ đồng", "3.000.000.000.000 money"},
      {"2.000.000 đồng/sổ", "2.000.000 money per sổ"},
      {"2.000.000 đồng mỗi sổ", "2.000.000 money per sổ"},
      // Ranges.
      {"30-35%", "30..35 percent"},
      {"30% - 35%", "30..35 percent"},
      {"30–35%", "30..35 percent"},
      {"3-5 sổ", "3..5 count of sổ"},
      {"01 - 03 tuyến", "1..3 count of tuyến"},
      {"từ 1 đến 3", "1..3 count"},
      {"từ 1 đến 3 mô hình", "1..3 count of mô hình"},
      {"2-3 triệu đồng/sổ", "2.000.000..3.000.000 money per sổ"},
      {"500 nghìn - 1 triệu đồng", "500.000..1.000.000 money"},
      {"2 triệu đồng đến 3 triệu", "2.000.000..3.000.000 money"},
      {"3-3 sổ", "3..3 count of sổ"},
      // Fractions, and rates with theirs.
      {"11/12", "fraction = 11/12"},
      {"16/16", "fraction = 16/16"},
      {"1/6", "fraction = 1/6"},  // a day only where a schedule is read
      {"02/6", "fraction = 2/6"},
      {"5209/5318", "fraction = 5209/5318"},
      {"1.800/2.000 hộ", "fraction = 1800/2000 of hộ"},
      {"7/8 trường", "fraction = 7/8 of trường"},
      {"Duy trì 7/8 trường học", "fraction = 7/8 of trường học"},
      {"01/20 hộ", "fraction = 1/20 of hộ"},
      {"15/10 mô hình", "fraction = 15/10 of mô hình"},
      {"1/500 hộ", "fraction = 1/500 of hộ"},
      {"91,7% (11/12)", "91,7 percent = 11/12"},
      {"94% (44/47 hộ)", "94 percent = 44/47 of hộ"},
      {"11/12 (91,7%)", "91,7 percent = 11/12"},
      {"11/12 = 91,7%", "91,7 percent = 11/12"},
      {"16/16 tổ dân phố (đạt tỷ lệ 100%)", "100 percent = 16/16 of tổ dân phố"},
      {"11/12 tổ dân phố đạt 91,7%", "91,7 percent = 11/12 of tổ dân phố"},
      {"5209/5318 hộ, đạt tỷ lệ 97,95%", "97,95 percent = 5209/5318 of hộ"},
      // Ranks and frequencies.
      {"top 2", "2 rank"},
      {"Top 1 của Quận", "1 rank of của Quận"},
      {"thứ 3", "3 rank"},
      {"xếp hạng thứ 2", "2 rank"},
      {"1 lần/năm/cơ sở", "1 count of lần per năm/cơ sở"},
      {"2 lần mỗi năm", "2 count of lần per năm"},
      // Inexact figures.
      {"gần 1.800", "below 1.800 count"},
      {"gần 1000", "below 1.000 count"},
      {"trên 97%", "above 97 percent"},
      {">50%", "above 50 percent"},
      {"trên 800 triệu", "above 800.000.000 money"},
      {"gần 1000 người cao tuổi", "below 1.000 count of người cao tuổi"},
      {"gần 1.800 lượt quà", "below 1.800 count of lượt quà"},
      {"trên 800 triệu đồng", "above 800.000.000 money"},
      {"trên 200 xuất quà", "above 200 count of xuất quà"},
      {"hơn 97%", "above 97 percent"},
      {"khoảng 600 lượt", "around 600 count of lượt"},
      {"ước đạt 94%", "around 94 percent"},
  };
  return all;
}

TEST_CASE("every form of a result is read with its unit") {
  for (const Example& example : examples()) {
    CAPTURE(example.text);
    const Reading<Quantity> read = parse_quantity(example.text);
    INFO(shown(example.text, read.problem));
    REQUIRE(read.value.has_value());
    CHECK(shown(*read.value) == example.reads_as);
  }
}

TEST_CASE("the word of an inexact figure is kept as it is written") {
  CHECK(parse_quantity("Gần 1.800").value->hedge_word == "Gần");
  CHECK(parse_quantity("đạt > 97%").value->hedge_word == ">");
  CHECK(parse_quantity("xấp xỉ 5").value->hedge_word == "xấp xỉ");
  CHECK(parse_quantity("94%").value->hedge_word.empty());
}

TEST_CASE("a percentage with a point before three digits is a problem that holds both readings") {
  for (const std::string_view text : {"12.345%", "12.345 phần trăm", "≥ 12.345%", "12.345-13%"}) {
    CAPTURE(text);
    const Misread problem = parse_quantity(text).problem;
    CHECK(text.substr(problem.begin, problem.end - problem.begin) == "12.345");
    CHECK(problem.reason.vi == "`12.345` đọc được hai cách: 12345 hoặc 12,345");
    CHECK(problem.help.en == "type `12345%` or `12,345%`");
    REQUIRE(problem.readings.size() == 2);
    CHECK(problem.readings[0] == Decimal{12345, 0});
    CHECK(problem.readings[1] == Decimal{12345, 3});
  }
  CHECK(parse_quantity("1.800").problem.readings.empty());
}

TEST_CASE("what is no figure is refused where it is wrong") {
  struct Refusal {
    std::string text;
    std::string_view blamed;
  };
  for (const Refusal& refusal : {
           Refusal{"Ngõ 56/87/48/6", "Ngõ"},
           {"56/87/48/6", "56/87/48/6"},
           {"04/PA-UBND", "04/PA-UBND"},
           {"32-KH/QU", "32-KH/QU"},
           {"115-KH/QU", "115-KH/QU"},
           {"04/NQ- HĐND", "04/NQ-"},
           {"111/NĐ-CP", "111/NĐ-CP"},
           {"BC 120/BC-UBND", "BC"},
           {"20/02/2023", "20/02/2023"},
           {"2023-06-15", "2023-06-15"},
           {"15/10", "15/10"},
           {"6/2023", "6/2023"},
           {"(18/11)", "("},
           {"1/500", "1/500"},
           {"2023-2025", "2023-2025"},
           {"mức độ 3", "mức"},
           {"3 sạch", "3 sạch"},
           {"06 QCDC", "06 QCDC"},
           {"5S", "5S"},
           {"", ""},
           {"  ", "  "},
           {"đạt", "đạt"},
           {"%", "%"},
           {"-5%", "-5"},
           {"94%.", "."},
           {"94% 95%", "95"},
           {"6.00 lượt", "6.00"},
           {"đạt 12.50 hộ gia đình", "12.50"},
           {"2-3.50 hộ", "3.50"},
           {"500.00 đồng", "500.00"},
           {"1 tỷ 2000 triệu đồng", "2000"},
           {"200 triệu 1 tỷ đồng", "1"},
           {"1,5 tỷ 200 triệu đồng", "200"},
           {"1 800 lượt", "1 800"},
           {"5 lần/", "/"},
           {"từ 3 tổ đến 5 tổ", "5"},
           {"11/12 / 2", "11/12 / 2"},
           {"1/2-3/4", "1/2-3/4"},
           {"3-5-7", "3-5-7"},
           {"94%, BC 120", ","},
           {"100% cơ sở; trong đó 85% đạt", "85"},
           {"100% (80%)", "80"},
           {"628 lượt (104%), đạt 105%", "105"},
           {"1,800,000 đồng", "1,800,000"},
           {"1,2,3", "1,2,3"},
           {"5/0", "5/0"},
           {"1,5/2 hộ", "1,5/2"},
           {"5-3 sổ", "5-3"},
           {"30%-35", "30%-35"},
           {"top 2%", "2%"},
           {"5/tháng", "5/tháng"},
           {"600 lượt,", ","},
           {"99999999999 tỷ đồng", "99999999999"},
           {"90% trở lên", "trở lên"},
           {"ít nhất 5 tổ", "ít nhất"},
           {"≤ 15%", "≤"},
           {"tốp đầu", "đầu"},
           {"nhiều", "nhiều"},
           {"94%\xFF", "\xFF"},
       }) {
    CAPTURE(refusal.text);
    const Reading<Quantity> read = parse_quantity(refusal.text);
    REQUIRE_FALSE(read.value.has_value());
    const Misread& problem = read.problem;
    CHECK(refusal.text.substr(problem.begin, problem.end - problem.begin) == refusal.blamed);
    CHECK_FALSE(problem.reason.vi.empty());
    CHECK_FALSE(problem.reason.en.empty());
    CHECK(problem.help.vi.empty() == problem.help.en.empty());
  }
}

TEST_CASE("a damaged text is read or refused with bytes of its own") {
  for (const Example& example : examples())
    for (const std::string& text : test::damaged(example.text)) {
      const Reading<Quantity> read = parse_quantity(text);
      CAPTURE(text);
      REQUIRE(read.problem.begin <= read.problem.end);
      REQUIRE(read.problem.end <= text.size());
      REQUIRE(read.problem.reason.empty() == read.value.has_value());
      if (read.value) REQUIRE(read.value->least <= read.value->most);
    }
}

TEST_CASE("a rate agrees with its fraction within the rounding of its digits") {
  CHECK(agrees({9795, 2}, {5209, 5318}));
  CHECK(agrees({917, 1}, {11, 12}));
  CHECK_FALSE(agrees({916, 1}, {11, 12}));
  CHECK(agrees({100, 0}, {16, 16}));
  CHECK(agrees({875, 1}, {7, 8}));
  CHECK_FALSE(agrees({100, 0}, {9223372036854775807, 3}));
}

TEST_CASE(
    "a rate contradicts a fraction that gives another, an inexact one a fraction it excludes") {
  for (const std::string_view text : {"91,6% (11/12)", "11/12 (94%)", "97,9% (5209/5318)",
                                      "trên 95% (11/12)", "gần 91% (11/12)"}) {
    CAPTURE(text);
    CHECK(contradicts_itself(parse_quantity(text).value.value()));
  }
  for (const std::string_view text :
       {"91,7% (11/12)", "5209/5318 = 97,95%", "98% (5209/5318)", "92% (11/12)", "trên 91% (11/12)",
        "gần 92% (11/12)", "khoảng 50% (11/12)", "11/12", "94%", "94 hộ"}) {
    CAPTURE(text);
    CHECK_FALSE(contradicts_itself(parse_quantity(text).value.value()));
  }
}

}  // namespace
}  // namespace wardplan

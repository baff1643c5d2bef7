#include "figures/goal.h"

#include <doctest/doctest.h>

namespace wardplan {
namespace {

struct Example {
  std::string_view goal;
  std::string_view value;
  Outcome outcome;
  /// The difference in words, or the reason it is unknown.
  std::string_view says;
};

void check(const Example& example) {
  CAPTURE(example.goal);
  CAPTURE(example.value);
  const auto goal = parse_goal(example.goal).value;
  const auto value = parse_quantity(example.value).value;
  REQUIRE(goal.has_value());
  REQUIRE(value.has_value());
  const Judgement judgement = judge(*goal, *value);
  CHECK(static_cast<int>(judgement.outcome) == static_cast<int>(example.outcome));
  CHECK((judgement.outcome == Outcome::unknown) == !judgement.reason.empty());
  CHECK((judgement.reason.empty() ? in_words(*goal, judgement).vi : judgement.reason.vi) ==
        example.says);
  CHECK(in_words(*goal, judgement).vi.empty() == in_words(*goal, judgement).en.empty());
}

constexpr Outcome kMet = Outcome::met, kNotMet = Outcome::not_met, kUnknown = Outcome::unknown;

TEST_CASE("a result is judged at the border of its goal, exactly") {
  for (const Example& example : {
           Example{"93,5%", "94%", kMet, "cao hơn chỉ tiêu 0,5 điểm phần trăm"},
           {"93,5%", "93.5%", kMet, "đúng bằng mức chỉ tiêu"},
           {"93,5%", "93,49%", kNotMet, "thấp hơn chỉ tiêu 0,01 điểm phần trăm"},
           {"trên 97%", "97%", kNotMet, "mới bằng mức mà chỉ tiêu đòi vượt"},
           {"trên 97%", "97,01%", kMet, "cao hơn chỉ tiêu 0,01 điểm phần trăm"},
           {"≤ 15%", "15%", kMet, "đúng bằng mức chỉ tiêu"},
           {"≤ 15%", "15,1%", kNotMet, "cao hơn chỉ tiêu 0,1 điểm phần trăm"},
           {"≤ 15%", "14%", kMet, "thấp hơn chỉ tiêu 1 điểm phần trăm"},
           {"dưới 3 vụ", "3 vụ", kNotMet, "bằng mức mà chỉ tiêu đòi thấp hơn"},
           {"dưới 3 vụ", "2 vụ", kMet, "thấp hơn chỉ tiêu 1 vụ"},
           {"600 lượt", "1.800 lượt", kMet, "cao hơn chỉ tiêu 1.200 lượt"},
           {"600 lượt", "599", kNotMet, "thấp hơn chỉ tiêu 1 lượt"},
           {"trên 150 Tr đồng", "150.000.000 đồng", kNotMet, "mới bằng mức mà chỉ tiêu đòi vượt"},
           {"trên 150 Tr đồng", "151,5 triệu", kMet, "cao hơn chỉ tiêu 1,5 triệu đồng"},
           {"= 3 mô hình", "3 mô hình", kMet, "trong khoảng của chỉ tiêu"},
           {"= 3 mô hình", "4 mô hình", kNotMet, "cao hơn chỉ tiêu 1 mô hình"},
       })
    check(example);
}

TEST_CASE("the ends of a range belong to it") {
  for (const Example& example : {
           Example{"30-35%", "30%", kMet, "trong khoảng của chỉ tiêu"},
           {"30-35%", "35%", kMet, "trong khoảng của chỉ tiêu"},
           {"30-35%", "4/12", kMet, "trong khoảng của chỉ tiêu"},
           {"30-35%", "3/12", kNotMet, "thấp hơn chỉ tiêu 5 điểm phần trăm"},
           {"= 30-35%", "5/12", kNotMet, "cao hơn chỉ tiêu ≈6,67 điểm phần trăm"},
           {"2-3 triệu đồng/sổ", "2.500.000 đồng/sổ", kMet, "trong khoảng của chỉ tiêu"},
           {"2-3 triệu đồng/sổ", "2-3 triệu đồng/sổ", kMet, ""},
           {"2-3 triệu đồng/sổ", "3-4 triệu đồng/sổ", kUnknown,
            "kết quả không đủ chính xác để biết đạt hay chưa"},
       })
    check(example);
}

TEST_CASE("what is beyond a range is met where a word says the way, and else not judged") {
  constexpr std::string_view beyond =
      "vượt khoảng của chỉ tiêu, mà chỉ tiêu không nói vượt có tốt không";
  for (const Example& example : {
           Example{"giảm 1 - 1,5%", "giảm 2%", kMet, "cao hơn chỉ tiêu 1 điểm phần trăm"},
           {"ít nhất 5 - 7 mô hình", "8 mô hình", kMet, "cao hơn chỉ tiêu 3 mô hình"},
           {"tối đa 3 - 5 vụ", "1 vụ", kMet, "thấp hơn chỉ tiêu 4 vụ"},
           {"hạng 3 - 5", "hạng 2", kMet, "hơn chỉ tiêu 1 hạng"},
           {"từ 5 đến 7 mô hình", "8 mô hình", kUnknown, beyond},
           {"30-35%", "5/12", kUnknown, beyond},
           {"2-3 triệu đồng/sổ", "4-5 triệu đồng/sổ", kUnknown, beyond},
           {"từ 5 đến 7 mô hình", "4 mô hình", kNotMet, "thấp hơn chỉ tiêu 1 mô hình"},
           {"từ 5 đến 7 mô hình", "7 mô hình", kMet, "trong khoảng của chỉ tiêu"},
           {"giảm 1 - 1,5%", "giảm 0,5%", kNotMet, "thấp hơn chỉ tiêu 0,5 điểm phần trăm"},
       })
    check(example);
}

TEST_CASE("any change the goal's way will do where it says no figure") {
  for (const Example& example : {
           Example{"giảm so với năm 2025", "giảm 3%", kMet, ""},
           {"giảm so với năm 2025", "giảm 3 vụ", kMet, ""},
           {"giảm số vụ so với cùng kỳ 6 tháng đầu năm 2025", "giảm gần 3 vụ", kMet, ""},
           {"tăng so với năm trước", "tăng 0,1%", kMet, ""},
           {"giảm so với năm 2025", "tăng 2%", kNotMet, ""},
           {"giảm so với năm 2025", "giảm 0%", kNotMet, ""},
           {"giảm số vụ cháy so với năm 2022", "giảm 5 vụ", kMet, ""},
           {"giảm mạnh số lượng vụ cháy so với năm 2022", "giảm 5%", kMet, ""},
           {"giảm số vụ cháy so với năm 2022", "giảm 5 hộ", kUnknown,
            "chỉ tiêu tính theo `vụ cháy`, kết quả theo `hộ`"},
           {"giảm hộ nghèo so với năm 2022", "giảm 5 hộ", kMet, ""},
           {"giảm tai nạn so với năm 2022", "giảm 5 vụ", kMet, ""},
           {"giảm so với năm 2025", "3%", kUnknown,
            "chỉ tiêu là mức tăng hoặc giảm, kết quả thì không"},
       })
    check(example);
}

TEST_CASE("a comma before three digits of whole things is not judged") {
  constexpr std::string_view unclear = "dấu phẩy của kết quả có thể là dấu phân cách nghìn";
  for (const Example& example : {
           Example{"1.250 lượt", "1,250 lượt", kUnknown, unclear},
           {"1.250 lượt", "1,250", kUnknown, unclear},
           {"1.000 hộ", "gần 1,250 hộ gia đình", kUnknown, unclear},
           {"800 cán bộ, công chức", "12,500 cán bộ, công chức", kUnknown, unclear},
           {"1,250 lượt", "1.300 lượt", kUnknown,
            "dấu phẩy của chỉ tiêu có thể là dấu phân cách nghìn"},
           {"400.000 đồng", "500,000 đồng", kUnknown, unclear},
           {"2.000.000 đồng/sổ", "2.000,000 đồng/sổ", kUnknown, unclear},
           {"1 triệu đồng", "1,250 triệu đồng", kMet, "cao hơn chỉ tiêu 250.000 đồng"},
           {"1 tấn", "1,250 tấn", kMet, "cao hơn chỉ tiêu 0,25 tấn"},
           {"12%", "12,500%", kMet, "cao hơn chỉ tiêu 0,5 điểm phần trăm"},
           {"1 lượt", "1,25 lượt", kMet, "cao hơn chỉ tiêu 0,25 lượt"},
           {"1 người", "0,125 người", kNotMet, "thấp hơn chỉ tiêu ≈0,88 người"},
       })
    check(example);
}

TEST_CASE("a count of what the goal asks for may be said as a part of it, and with its rate") {
  for (const Example& example : {
           Example{"600 lượt", "628/600 lượt, đạt 104,67%", kMet, "cao hơn chỉ tiêu 28 lượt"},
           {"600 lượt", "580/600 lượt, đạt 96,67%", kNotMet, "thấp hơn chỉ tiêu 20 lượt"},
           {"600 lượt", "628/600 lượt", kMet, "cao hơn chỉ tiêu 28 lượt"},
           {"600 lượt", "628 lượt (104,67%)", kMet, "cao hơn chỉ tiêu 28 lượt"},
           {"600 lượt", "628/600 lượt, đạt 120%", kUnknown,
            "tỷ lệ và phân số của kết quả không khớp nhau"},
           {"1.200 lượt người", "1.254 lượt người/1.200 lượt người, đạt 104,5%", kMet,
            "cao hơn chỉ tiêu 54 lượt người"},
           {"12 mô hình", "91,7% (11/13)", kUnknown,
            "tỷ lệ và phân số của kết quả không khớp nhau"},
           {"10 mô hình", "91,7% (11/12)", kUnknown,
            "chỉ tiêu là số lượng, kết quả là tỷ lệ phần trăm"},
       })
    check(example);
}

TEST_CASE("what tables shorten is what it stands for") {
  for (const Example& example : {
           Example{"5 tổ dân phố", "05 TDP", kMet, "đúng bằng mức chỉ tiêu"},
           {"05 TDP", "4 tổ dân phố", kNotMet, "thấp hơn chỉ tiêu 1 TDP"},
           {"100 cán bộ, công chức", "100 CBCC", kMet, "đúng bằng mức chỉ tiêu"},
           {"01 thẻ BH y tế", "1 thẻ BHYT", kMet, "đúng bằng mức chỉ tiêu"},
           {"5 tổ dân phố", "5 CLB", kUnknown,
            "chỉ tiêu tính theo `tổ dân phố`, kết quả theo `CLB`"},
       })
    check(example);
}

TEST_CASE("a result without its goal's “for each” is never judged") {
  for (const Example& example : {
           Example{"ít nhất 1 lần/quý", "1 lần", kUnknown,
                   "chỉ tiêu tính cho mỗi `quý`, kết quả thì không"},
           {"01 mô hình/ấp", "12 mô hình", kUnknown,
            "chỉ tiêu tính cho mỗi `ấp`, kết quả thì không"},
           {"mỗi ấp ít nhất 01 tuyến", "2 tuyến/ấp", kMet, "cao hơn chỉ tiêu 1 tuyến"},
           {"dưới 0,5 vụ/1.000 dân", "0,4 vụ/1.000 dân", kMet, "thấp hơn chỉ tiêu 0,1 vụ"},
           {"dưới 0,5 vụ/1.000 dân", "0,4 vụ/10.000 dân", kUnknown,
            "chỉ tiêu tính cho mỗi `1.000 dân`, kết quả cho mỗi `10.000 dân`"},
       })
    check(example);
}

TEST_CASE("a rise or a fall is judged by its size and its way") {
  for (const Example& example : {
           Example{"giảm 5%", "giảm 6%", kMet, "cao hơn chỉ tiêu 1 điểm phần trăm"},
           {"giảm 5%", "giảm 4%", kNotMet, "thấp hơn chỉ tiêu 1 điểm phần trăm"},
           {"giảm 5%", "tăng 6%", kNotMet, ""},
           {"giảm 1 - 1,5% trở lên", "giảm 2%", kMet, "cao hơn chỉ tiêu 1 điểm phần trăm"},
           {"giảm 5%", "6%", kUnknown, "chỉ tiêu là mức tăng hoặc giảm, kết quả thì không"},
           {"90%", "tăng 6%", kUnknown, "kết quả là mức tăng hoặc giảm, chỉ tiêu thì không"},
       })
    check(example);
}

TEST_CASE("what a goal says with a word is what it is compared by") {
  for (const Example& example : {
           Example{"trên 90% (11/12)", "91%", kMet, "cao hơn chỉ tiêu 1 điểm phần trăm"},
           {"≥ 90% (11/12)", "90%", kMet, "đúng bằng mức chỉ tiêu"},
           {"không để xảy ra điểm nóng", "0 vụ", kMet, "đúng bằng mức chỉ tiêu"},
           {"không để xảy ra", "1 vụ", kNotMet, "cao hơn chỉ tiêu 1"},
           {"nhóm 01 - 10 trên tổng số 103", "hạng 7/103", kMet, "trong khoảng của chỉ tiêu"},
           {"nhóm 01 - 10 trên tổng số 103", "hạng 17/103", kNotMet, "kém chỉ tiêu 7 hạng"},
           {"15 m³ trở lên", "16 m3", kMet, "cao hơn chỉ tiêu 1 m³"},
           {"≤ 12‰", "1,1%", kMet, "thấp hơn chỉ tiêu 0,1 điểm phần trăm"},
       })
    check(example);
}

TEST_CASE("a bare target set against a limit goes the limit's way") {
  const auto goal = [](std::string_view text) { return *parse_goal(text).value; };
  CHECK(implies(goal("12%"), goal("≤ 15%")) == true);
  CHECK(implies(goal("18%"), goal("≤ 15%")) == false);
  CHECK(implies(goal("ít nhất 12%"), goal("≤ 15%")) == false);
  CHECK(implies(goal("95%"), goal("≥ 90%")) == true);
  CHECK(implies(goal("0 hộ nghèo"), goal("< 2%")) == true);
  CHECK(implies(goal("0 hộ"), goal("≥ 2%")) == false);
  CHECK_FALSE(implies(goal("1 hộ nghèo"), goal("< 2%")).has_value());
  CHECK(implies(goal("giảm 2%"), goal("giảm so với năm 2025")) == true);
  CHECK(implies(goal("tăng 2%"), goal("giảm so với năm 2025")) == false);
  CHECK_FALSE(implies(goal("giảm so với năm 2025"), goal("giảm 2%")).has_value());
}

TEST_CASE("a rank is met by the place or a better one") {
  for (const Example& example : {
           Example{"top 2", "top 2", kMet, "đúng bằng mức chỉ tiêu"},
           {"top 2", "hạng 1", kMet, "hơn chỉ tiêu 1 hạng"},
           {"top 2", "3", kNotMet, "kém chỉ tiêu 1 hạng"},
           {"top 2", "3 vụ", kUnknown, "chỉ tiêu là thứ hạng, kết quả là số lượng"},
       })
    check(example);
}

TEST_CASE("a fraction is judged by its exact rate") {
  for (const Example& example : {
           Example{"91,7% (11/12)", "11/12", kMet, "đúng bằng mức chỉ tiêu"},
           {"91,7% (11/12)", "91,7%", kMet, "cao hơn chỉ tiêu ≈0,03 điểm phần trăm"},
           {"91,7% (11/12)", "91,7% (11/12)", kMet, "đúng bằng mức chỉ tiêu"},
           {"91,7% (11/12)", "91,6%", kNotMet, "thấp hơn chỉ tiêu ≈0,07 điểm phần trăm"},
           {"91,7% (11/12)", "10/12 tổ", kNotMet, "thấp hơn chỉ tiêu ≈8,33 điểm phần trăm"},
           {"97,95%", "5209/5318", kMet, "cao hơn chỉ tiêu ≈0,0004 điểm phần trăm"},
           {"100%", "100% (5317/5318)", kNotMet, "thấp hơn chỉ tiêu ≈0,02 điểm phần trăm"},
           {"7/8 trường", "87,5%", kMet, "đúng bằng mức chỉ tiêu"},
           {"7/8 trường", "8/8 trường", kMet, "cao hơn chỉ tiêu 12,5 điểm phần trăm"},
           {"7/8 trường", "7 trường", kMet, "đúng bằng mức chỉ tiêu"},
           {"04 tổ dân phố", "4/12 tổ", kMet, "đúng bằng mức chỉ tiêu"},
           {"04 tổ dân phố", "3/12", kNotMet, "thấp hơn chỉ tiêu 1 tổ dân phố"},
           {"91,7%", "94% (11/12)", kUnknown, "tỷ lệ và phân số của kết quả không khớp nhau"},
           {"94% (11/12)", "94%", kUnknown, "tỷ lệ và phân số của chỉ tiêu không khớp nhau"},
       })
    check(example);
}

TEST_CASE("what has another unit can't be compared") {
  for (const Example& example : {
           Example{"93,5%", "94", kUnknown, "chỉ tiêu là tỷ lệ phần trăm, kết quả là số lượng"},
           {"600 lượt", "94%", kUnknown, "chỉ tiêu là số lượng, kết quả là tỷ lệ phần trăm"},
           {"trên 150 Tr đồng", "160", kUnknown, "chỉ tiêu là số tiền, kết quả là số lượng"},
           {"03 tuyến", "3 mô hình", kUnknown,
            "chỉ tiêu tính theo `tuyến`, kết quả theo `mô hình`"},
           {"2.000.000 đồng/sổ", "2 triệu/hộ", kUnknown,
            "chỉ tiêu tính cho mỗi `sổ`, kết quả cho mỗi `hộ`"},
           {"trên 150 Tr đồng", "2 triệu/hộ", kUnknown,
            "kết quả tính cho mỗi `hộ`, chỉ tiêu thì không"},
           {"10 nhà văn hoá", "10 nhà văn hóa", kMet, "đúng bằng mức chỉ tiêu"},
           {"100 hộ gia đình", "100 hộ", kMet, "đúng bằng mức chỉ tiêu"},
           {"tối thiểu 1 lần/năm/cơ sở", "2 lần/năm", kMet, "cao hơn chỉ tiêu 1 lần"},
       })
    check(example);
}

TEST_CASE("an inexact result is judged only where it can't be otherwise") {
  constexpr std::string_view unclear = "kết quả không đủ chính xác để biết đạt hay chưa";
  for (const Example& example : {
           Example{"trên 800 triệu đồng", "trên 800 triệu đồng", kMet, ""},
           {"≥ 800 triệu đồng", "trên 800 triệu đồng", kMet, ""},
           {"≤ 800 triệu đồng", "trên 800 triệu đồng", kNotMet, ""},
           {"900 triệu đồng", "trên 800 triệu đồng", kUnknown, unclear},
           {"1.800 lượt", "gần 1.800 lượt", kNotMet, ""},
           {"1.700 lượt", "gần 1.800 lượt", kUnknown, unclear},
           {"≤ 15%", "dưới 15%", kMet, ""},
           {"600 lượt", "khoảng 900 lượt", kUnknown, unclear},
           {"khoảng 600 lượt", "900 lượt", kUnknown,
            "chỉ tiêu viết `khoảng` nên không có mức để so"},
       })
    check(example);
}

TEST_CASE("what keeps a result from being judged has its kind") {
  struct Obstructed {
    std::string_view goal;
    std::string_view value;
    Obstacle obstacle;
  };
  for (const Obstructed& example : {
           Obstructed{"93,5%", "94%", Obstacle::none},
           {"khoảng 600 lượt", "900 lượt", Obstacle::inexact},
           {"khoảng 600 lượt", "94%", Obstacle::inexact},
           {"600 lượt", "khoảng 900 lượt", Obstacle::inexact},
           {"94% (11/12)", "94%", Obstacle::contradiction},
           {"91,7%", "94% (11/12)", Obstacle::contradiction},
           {"93,5%", "94", Obstacle::measure},
           {"top 2", "3 vụ", Obstacle::measure},
           {"03 tuyến", "3 mô hình", Obstacle::thing},
           {"17 triệu", "2 triệu/hộ", Obstacle::thing},
           {"1.250 lượt", "1,250 lượt", Obstacle::reading},
           {"5 - 7 vụ", "8 vụ", Obstacle::beyond},
           {"50%", "9223372036854775807/3 hộ", Obstacle::size},
       }) {
    CAPTURE(example.goal);
    CAPTURE(example.value);
    const Judgement judgement =
        judge(parse_goal(example.goal).value.value(), parse_quantity(example.value).value.value());
    CHECK(static_cast<int>(judgement.obstacle) == static_cast<int>(example.obstacle));
    CHECK((judgement.outcome == Outcome::unknown) == (example.obstacle != Obstacle::none));
  }
}

TEST_CASE("numbers too big to compare are no crash") {
  const Goal goal = *parse_goal("50%").value;
  const Quantity huge = *parse_quantity("9223372036854775807/3 hộ").value;
  CHECK(judge(goal, huge).outcome == Outcome::unknown);
  const Goal count = *parse_goal("9223372036854775807 hộ").value;
  CHECK(judge(count, *parse_quantity("0,000000001 hộ").value).outcome == Outcome::not_met);
  CHECK(in_words(count, judge(count, *parse_quantity("0,000000001 hộ").value)).empty());
}

TEST_CASE("A result is a part of a goal that it grows towards, and of no limit") {
  struct Share {
    std::string_view goal, value, share, missing;
  };
  constexpr Share kShares[] = {{"15 tuyến", "8 tuyến", "≈53,33", "còn thiếu 7 tuyến"},
                               {"600 lượt", "628 lượt", "≈104,67", "vượt 28 lượt"},
                               {">= 93,5%", "11/12", "≈98,04", "còn thiếu ≈1,83 điểm phần trăm"},
                               {"4 tỷ đồng", "1 tỷ đồng", "25", "còn thiếu 3 tỷ đồng"},
                               {"4 tổ", "4 tổ", "100", ""},
                               {"3-5 sổ", "2 sổ", "≈66,67", "còn thiếu 1 sổ"},
                               {"3-5 sổ", "4 sổ", "", ""},
                               {"đúng 3 tổ", "4 tổ", "", "vượt 1 tổ"},
                               {"<= 5%", "3%", "", "còn thiếu 2 điểm phần trăm"},
                               {"0 vụ", "1 vụ", "", "vượt 1 vụ"},
                               {"top 2", "hạng 5", "", "vượt 3"},
                               {"giảm 2%", "giảm 1%", "50", "còn thiếu 1 điểm phần trăm"},
                               {"giảm 2%", "tăng 1%", "", ""},
                               {"97%", "trên 50%", "≈51,55", ""}};
  for (const Share& row : kShares) {
    CAPTURE(row.goal);
    CAPTURE(row.value);
    const Goal goal = parse_goal(row.goal).value.value();
    const Judgement judgement = judge(goal, parse_quantity(row.value).value.value());
    CHECK((judgement.share ? vietnamese(*judgement.share) : "") == row.share);
    CHECK(missing_in_words(goal, judgement).vi == row.missing);
  }
}

}  // namespace
}  // namespace wardplan

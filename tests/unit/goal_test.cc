#include "figures/goal.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "records/project.h"
#include "support/figures.h"

namespace wardplan {
namespace {

using test::shown;

const std::map<std::string, std::string_view>& examples() {
  static const std::map<std::string, std::string_view> all = {
      {">= 93.5%", ">= 93,5 percent"},
      {"≥ 93,5%", ">= 93,5 percent"},
      {"≥93,5%", ">= 93,5 percent"},
      {"93,5%", ">= 93,5 percent"},
      {"≤ 15%", "<= 15 percent"},
      {"≤15%", "<= 15 percent"},
      {"tối thiểu 80%", ">= 80 percent"},
      {"2.000.000 đồng", ">= 2.000.000 money"},
      {"17 triệu", ">= 17.000.000 money"},
      {"11/12", ">= fraction = 11/12"},
      {"01/20 hộ", ">= fraction = 1/20 of hộ"},
      {"600 lượt", ">= 600 count of lượt"},
      {"gần 1000", ">= below 1.000 count"},
      {"> 50%", "> 50 percent"},
      {">50%", "> 50 percent"},
      {"< 5 vụ", "< 5 count of vụ"},
      {"trên 97%", "> 97 percent"},
      {"Có trên 50%", "> 50 percent"},
      {"phấn đấu trên 80%", "> 80 percent"},
      {"dưới 3 vụ", "< 3 count of vụ"},
      {"90% trở lên", ">= 90 percent"},
      {"từ 90% trở lên (đối với phường)", ">= 90 percent"},
      {"90% trở lên số học sinh", ">= 90 percent of số học sinh"},
      {"ít nhất 60% trở lên", ">= 60 percent"},
      {"đạt 80% trở lên", ">= 80 percent"},
      {"từ 90%", ">= 90 percent"},
      {"3 mô hình trở lên", ">= 3 count of mô hình"},
      {"5 vụ trở xuống", "<= 5 count of vụ"},
      {"ít nhất 01 chương trình", ">= 1 count of chương trình"},
      {"tối thiểu 1 lần/năm/cơ sở", ">= 1 count of lần per năm/cơ sở"},
      {"không quá 3 ngày", "<= 3 count of ngày"},
      {"tối đa 15%", "<= 15 percent"},
      {"đạt 94%", ">= 94 percent"},
      {"đạt trên 97%", "> 97 percent"},
      {"100%", ">= 100 percent"},
      {"0 vụ", "<= 0 count of vụ"},
      {"≥ 0 vụ", ">= 0 count of vụ"},
      {"= 3 mô hình", "in 3 count of mô hình"},
      {"đúng 12 tổ", "in 12 count of tổ"},
      {"30-35%", "in 30..35 percent"},
      {"đạt 30-35%", "in 30..35 percent"},
      {"từ 1 đến 3 mô hình", "in 1..3 count of mô hình"},
      {"2-3 triệu đồng/sổ", "in 2.000.000..3.000.000 money per sổ"},
      {"top 2", "<= 2 rank"},
      {"đạt top 2 của Quận", "<= 2 rank of của Quận"},
      {"ít nhất hạng 3", "<= 3 rank"},
      {"hạng 3 trở lên", "<= 3 rank"},
      {"7/8 trường", ">= fraction = 7/8 of trường"},
      {"≤ 01/20 hộ", "<= fraction = 1/20 of hộ"},
      {"91,7% (11/12)", ">= 91,7 percent = 11/12"},
      {"khoảng 600 lượt", ">= around 600 count of lượt"},
      {"gần 1.800 lượt", ">= below 1.800 count of lượt"},
      {"khoảng 3-5 sổ", "in around 3..5 count of sổ"},
      {"không để xảy ra", "<= 0 count"},
      {"không để xảy ra điểm nóng về an ninh", "<= 0 count"},
      {"không để xảy ra ngộ độc (≥ 30 người)", "<= 0 count"},
      {"giảm 5%", ">= down 5 percent"},
      {"giảm so với năm 2025", "> down 0 count"},
      {"phấn đấu tăng so với cùng kỳ quý I năm 2025", "> up 0 count"},
      {">= 30-35%", ">= 30 percent"},
      {"tối đa 3-5 sổ", "<= 5 count of sổ"},
      {"giảm ít nhất 5% so với năm 2025", ">= down 5 percent"},
      {"tăng 10% so với cùng kỳ", ">= up 10 percent"},
      {"giảm 1 - 1,5%", ">= down 1..1,5 percent"},
      {"giảm 1 - 1,5% trở lên", ">= down 1 percent"},
      {"3 - 5 vụ trở xuống", "<= 5 count of vụ"},
      {"giảm 0,5‰", ">= down 0,05 percent"},
      {"≤ 12‰", "<= 1,2 percent"},
      {"dưới 0,5 vụ/1.000 dân", "< 0,5 count of vụ per 1.000 dân"},
      {"nhóm 01 - 10 trên tổng số 103", "in 1..10 rank"},
      {"nhóm từ 01 - 10 trên tổng số 103 xã", "in 1..10 rank of xã"},
      {"ít nhất 02 sản phẩm đạt 3 sao", ">= 2 count of sản phẩm đạt 3 sao"},
      {"mỗi ấp ít nhất 01 tuyến", ">= 1 count of tuyến per ấp"},
      {"01 mô hình/ấp", ">= 1 count of mô hình per ấp"},
      {"trên 90% (11/12)", "> 90 percent"},
      {"≥ 90% (11/12)", ">= 90 percent"},
      {"từ 90% (11/12)", ">= 90 percent"},
      {"trên 95% (11/12)", "> 95 percent = 11/12"},
      {"100% kế hoạch", ">= 100 percent of kế hoạch"},
  };
  return all;
}

TEST_CASE("every form of a goal is read with its comparator") {
  for (const auto& example : examples()) {
    CAPTURE(example.first);
    const Reading<Goal> read = parse_goal(example.first);
    INFO(shown(example.first, read.problem));
    REQUIRE(read.value.has_value());
    CHECK(shown(*read.value) == example.second);
  }
}

TEST_CASE("every goal of the shipped plan is read") {
  const std::map<std::string, std::string_view> wanted = {
      {"01 - 03 tuyến đường", "in 1..3 count of tuyến đường"},
      {"01 sổ tiết kiệm", ">= 1 count of sổ tiết kiệm"},
      {"01 thẻ BH y tế", ">= 1 count of thẻ BH y tế"},
      {"01 tuyến", ">= 1 count of tuyến"},
      {"01 vườn hoa", ">= 1 count of vườn hoa"},
      {"02 mô hình", ">= 2 count of mô hình"},
      {"03 tuyến", ">= 3 count of tuyến"},
      {"04 tổ dân phố", ">= 4 count of tổ dân phố"},
      {"1 nhà văn hóa, tổ dân phố", ">= 1 count of nhà văn hóa, tổ dân phố"},
      {"10 nhà văn hoá", ">= 10 count of nhà văn hoá"},
      {"100 hộ gia đình", ">= 100 count of hộ gia đình"},
      {"100%", ">= 100 percent"},
      {"2-3 triệu đồng/sổ", "in 2.000.000..3.000.000 money per sổ"},
      {"2.000.000 đồng/sổ", ">= 2.000.000 money per sổ"},
      {"3-5 sổ", "in 3..5 count of sổ"},
      {"30-35%", "in 30..35 percent"},
      {"34%", ">= 34 percent"},
      {"46%", ">= 46 percent"},
      {"50%", ">= 50 percent"},
      {"600 lượt", ">= 600 count of lượt"},
      {"80%", ">= 80 percent"},
      {"85%", ">= 85 percent"},
      {"91,7% (11/12)", ">= 91,7 percent = 11/12"},
      {"93,5%", ">= 93,5 percent"},
      {"94%", ">= 94 percent"},
      {"top 2", "<= 2 rank"},
      {"trên 150 Tr đồng", "> 150.000.000 money"},
      {"trên 80%", "> 80 percent"},
      {"trên 95%", "> 95 percent"},
      {"trên 97%", "> 97 percent"},
      {"tối thiểu 1 lần/năm/cơ sở", ">= 1 count of lần per năm/cơ sở"},
      {"từ 1 đến 3 mô hình", "in 1..3 count of mô hình"},
  };
  Report report;
  const auto folder = std::filesystem::path(WARDPLAN_SOURCE_DIR) / "plans/long-bien";
  const Project project = read_project({folder / "2023-chu-de.yaml"}, "", report);
  REQUIRE(project.plans.size() == 1);
  std::map<std::string, std::string> seen;
  for (const Row& row : project.plans.front().rows)
    for (const Target& target : row.targets) {
      const Reading<Goal> read = parse_goal(target.goal.value);
      seen[target.goal.value] =
          read.value ? shown(*read.value) : shown(target.goal.value, read.problem);
    }
  CHECK(seen.size() == wanted.size());
  for (const auto& goal : seen) {
    CAPTURE(goal.first);
    REQUIRE(wanted.contains(goal.first));
    CHECK(goal.second == wanted.at(goal.first));
  }
}

TEST_CASE("a goal that says two things or nothing is refused where it does") {
  struct Refusal {
    std::string text;
    std::string_view blamed;
  };
  for (const Refusal& refusal : {
           Refusal{"trên 90% trở lên", "trở lên"},
           {"tối đa 60% trở lên", "trở lên"},
           {"ít nhất trên 60%", "trên"},
           {"> 30-35%", ">"},
           {"dưới 3-5 sổ", "dưới"},
           {"giảm so với năm 2025 là 5 vụ", "so"},
           {"giảm so với", "so"},
           {"Tăng cường tuyên truyền so với năm 2022", "cường"},
           {"600 lượt, đạt 95%", "95"},
           {"600 lượt (95%)", "95"},
           {"trên hạng 3", "trên"},
           {"=> 90%", ">"},
           {"90% >=", ">="},
           {"5 vụ (≥ 30 người)", "≥"},
           {"12.345%", "12.345"},
           {"100% ... ; trong đó 85%", "..."},
           {"trên", "trên"},
           {"", ""},
       }) {
    CAPTURE(refusal.text);
    const Reading<Goal> read = parse_goal(refusal.text);
    REQUIRE_FALSE(read.value.has_value());
    const Misread& problem = read.problem;
    CHECK(refusal.text.substr(problem.begin, problem.end - problem.begin) == refusal.blamed);
    CHECK_FALSE(problem.reason.vi.empty());
    CHECK_FALSE(problem.reason.en.empty());
  }
}

TEST_CASE("a damaged goal is read or refused with bytes of its own") {
  for (const auto& example : examples())
    for (const std::string& text : test::damaged(example.first)) {
      const Reading<Goal> read = parse_goal(text);
      CAPTURE(text);
      REQUIRE(read.problem.begin <= read.problem.end);
      REQUIRE(read.problem.end <= text.size());
      REQUIRE(read.problem.reason.empty() == read.value.has_value());
    }
}

}  // namespace
}  // namespace wardplan

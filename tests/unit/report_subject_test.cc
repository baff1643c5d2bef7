#include "forms/report_subject.h"

#include <doctest/doctest.h>

#include <string_view>

#include "records/record.h"

namespace wardplan {
namespace {

std::string subject(std::string_view title, std::string_view period) {
  Plan plan;
  plan.title.given = true;
  plan.title.value = title;
  return report_subject(plan, parse_period(period).value());
}

std::string opening(std::string_view issued, std::string_view issuer) {
  Plan plan;
  plan.ward_id.value = "phường Mẫu";
  plan.issued.value = issued;
  plan.letterhead.issuer.value = issuer;
  return report_opening(plan, parse_period("2023-Q2").value());
}

TEST_CASE("A report is of the period that it is about, where its plan says the year") {
  constexpr std::string_view kTitle = "Kế hoạch công tác dân vận năm 2023";
  CHECK(subject(kTitle, "2023-06") ==
        "Kết quả thực hiện Kế hoạch công tác dân vận tháng 6 năm 2023");
  CHECK(subject(kTitle, "2023-Q2") ==
        "Kết quả thực hiện Kế hoạch công tác dân vận quý II năm 2023");
  CHECK(subject(kTitle, "2023-H1") ==
        "Kết quả thực hiện Kế hoạch công tác dân vận 6 tháng đầu năm 2023");
  CHECK(subject(kTitle, "2023-9M") ==
        "Kết quả thực hiện Kế hoạch công tác dân vận 9 tháng đầu năm 2023");
  CHECK(subject(kTitle, "2023") == "Kết quả thực hiện Kế hoạch công tác dân vận năm 2023");
}

TEST_CASE("What a plan's table is about is what was done") {
  CHECK(subject("Biểu tiến độ thực hiện chủ đề công tác năm 2023", "2023-9M") ==
        "Kết quả thực hiện chủ đề công tác 9 tháng đầu năm 2023");
  CHECK(subject("Kế hoạch thực hiện Chương trình số 02-CTr/QU của Quận ủy Long Biên năm 2021",
                "2021-H1") ==
        "Kết quả thực hiện Chương trình số 02-CTr/QU của Quận ủy Long Biên 6 tháng đầu năm 2021");
  CHECK(subject("Kế hoạch phát triển đô thị nhằm thực hiện Nghị quyết 5", "2023") ==
        "Kết quả thực hiện Kế hoạch phát triển đô thị nhằm thực hiện Nghị quyết 5 năm 2023");
  CHECK(subject("Bảng phân công thực hiện năm 2023", "2023") ==
        "Kết quả thực hiện bảng phân công thực hiện năm 2023");
}

TEST_CASE("A subject begins with the result of what the title names, as a sentence would") {
  CHECK(subject("Tiêu chí phường đạt chuẩn đô thị văn minh", "2023-Q2") ==
        "Kết quả thực hiện tiêu chí phường đạt chuẩn đô thị văn minh quý II năm 2023");
  CHECK(subject("Phong trào thi đua “Dân vận khéo” năm 2023", "2023") ==
        "Kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2023");
  CHECK(subject("Xây dựng phường văn minh năm 2023 trên địa bàn phường Mẫu", "2023-H1") ==
        "Kết quả xây dựng phường văn minh 6 tháng đầu năm 2023 trên địa bàn phường Mẫu");
  CHECK(subject("Chương trình số 02 trên địa bàn phường Mẫu", "2023-H1") ==
        "Kết quả thực hiện Chương trình số 02 trong 6 tháng đầu năm 2023 trên địa bàn phường Mẫu");
  CHECK(subject("Kết quả nông thôn mới năm 2023 (xã nhóm 2)", "2023-9M") ==
        "Kết quả nông thôn mới 9 tháng đầu năm 2023 (xã nhóm 2)");
  CHECK(subject("Đề án giai đoạn năm 2023 - 2025", "2023") ==
        "Kết quả thực hiện Đề án giai đoạn năm 2023 - 2025 năm 2023");
}

TEST_CASE("A title in capitals gives a subject in capitals") {
  CHECK(subject("BIỂU TIẾN ĐỘ THỰC HIỆN CHỦ ĐỀ CÔNG TÁC NĂM 2023", "2023-9M") ==
        "KẾT QUẢ THỰC HIỆN CHỦ ĐỀ CÔNG TÁC 9 THÁNG ĐẦU NĂM 2023");
  CHECK(subject("", "2023") == "Kết quả thực hiện năm 2023");
}

TEST_CASE("A report carries out its plan's document and isn't issued with it") {
  constexpr std::string_view kRest = " báo cáo kết quả quý II năm 2023 như sau:";
  const auto check = [&](std::string_view issued, std::string_view issuer, std::string wanted) {
    CHECK(opening(issued, issuer) == wanted + std::string(kRest));
  };
  check("Ban hành kèm theo Kế hoạch số 1-KH/ĐU của Đảng ủy phường Mẫu.", "ĐẢNG ỦY PHƯỜNG MẪU",
        "Thực hiện Kế hoạch số 1-KH/ĐU của Đảng ủy phường Mẫu, Đảng ủy phường Mẫu");
  check("Kèm theo Kế hoạch số 1", "UBND phường Mẫu", "Thực hiện Kế hoạch số 1, UBND phường Mẫu");
  check("Kế hoạch số 1 của Quận ủy", "ĐẢNG ỦY PHƯỜNG MẪU",
        "Thực hiện Kế hoạch số 1 của Quận ủy, Đảng ủy phường Mẫu");
  check("", "UBND PHƯỜNG MẪU", "UBND phường Mẫu");
  check("", "TRƯỜNG SỐ 1", "Phường Mẫu");
  check("Kèm Kế hoạch số 1 của UBND phường Mẫu", "",
        "Thực hiện Kế hoạch số 1 của UBND phường Mẫu, UBND phường Mẫu");
  check("", "", "Phường Mẫu");
}

}  // namespace
}  // namespace wardplan

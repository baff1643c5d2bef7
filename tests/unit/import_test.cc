// What a table's headings, numbers and names are taken for, whatever file it stands in.
#include <doctest/doctest.h>

#include <algorithm>

#include "import/heading_words.h"
#include "import/headings.h"
#include "import/names.h"
#include "import/people.h"
#include "import/record.h"
#include "import/rows.h"
#include "import/title.h"
#include "records/project.h"
#include "support/office_files.h"
#include "text/quoted.h"

namespace wardplan {
namespace {

std::string shown(const NumberedText& text) { return text.number + "|" + text.text; }

TEST_CASE("headers are known in other words, without marks, misspelt") {
  const auto id = [](std::string_view text) {
    return std::string(heading_id(RecordKind::plan, text).value_or(""));
  };
  CHECK(id("TT") == "number");
  CHECK(id("Stt.") == "number");
  CHECK(id("NỘI DUNG CÔNG VIỆC") == "content");
  CHECK(id("Nhiệm vụ, giải pháp") == "content");
  CHECK(id("Đ/c phụ trách") == "leader");
  CHECK(id("Lãnh đạo chỉ đạo") == "leader");
  CHECK(id("Cơ quan chủ trì") == "lead");
  CHECK(id("Đơn vị thực hiện") == "lead");
  CHECK(id("Đơn vị phối hợp thực hiện") == "support");
  CHECK(id("Ngày bắt đầu") == "start");
  CHECK(id("Thời gian thực hiện") == "due");
  CHECK(id("Hạn hoàn thành") == "due");
  CHECK(id("Ghi chú") == "note");
  CHECK(id("Nội dugn thực hiện") == "content");
  CHECK(id("Phòng ban phụ trách") == "lead");
  CHECK(id("Chủ đầu tư") == "lead");
  CHECK(id("Hạn xử lý") == "due");
  CHECK(id("Thời gian bắt đầu - kết thúc") == "due");
  CHECK(id("Sản phẩm hoàn thành") == "product");
  CHECK(id("Cấp có thẩm quyền quyết định") == "authority");
  CHECK(id("Căn cứ giao việc") == "basis");
  CHECK(is_misspelt_heading(RecordKind::plan, "Nội dugn thực hiện"));
  CHECK(!is_misspelt_heading(RecordKind::plan, "Nội dung thực hiện"));
  CHECK(!is_misspelt_heading(RecordKind::plan, "Nơi thực hiện"));
  for (const auto* own : {"Nơi thực hiện", "Số hoàn thành", "Điều kiện hoàn thành", "Hạn chế"})
    CHECK(id(own).empty());
  for (const auto* own : {"Kết quả", "Kinh phí", "Đơn vị tính", "Hạng mục"}) CHECK(id(own).empty());
  CHECK(id_of("Sản phẩm, kết quả (đạt)") == "san-pham-ket-qua-dat");
  CHECK(id_of("Sản phẩm của các đơn vị thuộc phường trong năm") ==
        "san-pham-cua-cac-don-vi-thuoc-phuong");
  const std::string long_word = "https://example.vn/" + std::string(60, 'a');
  CHECK(id_of(std::string(60, 'a')) == std::string(40, 'a'));
  CHECK(id_of(long_word) == "https-example-vn");
  CHECK(is_own_id(id_of(std::string(60, 'a'))));
  CHECK(is_own_id("san-pham"));
  CHECK(!is_own_id("Sản phẩm"));
}

TEST_CASE("a number before words is cut off where it can't be a figure of them") {
  CHECK(shown(number_before("1. Trồng cây")) == "1.|Trồng cây");
  CHECK(shown(number_before("1.2 Trồng cây")) == "1.2|Trồng cây");
  CHECK(shown(number_before("II. CHĂM LO")) == "II.|CHĂM LO");
  CHECK(shown(number_before("a) Đào hố")) == "a)|Đào hố");
  CHECK(shown(number_before("- Đào hố")) == "-|Đào hố");
  for (const auto* none : {"100% tổ dân phố", "05 mô hình", "1.500 người", "I love", "1."})
    CHECK(number_before(none).number.empty());
}

TEST_CASE("what a heading declares is cut off, other brackets are not") {
  CHECK(shown(declared_behind("Về đô thị (04 chỉ tiêu)")) == "04 chỉ tiêu|Về đô thị");
  CHECK(shown(declared_behind("Thi đua ( 3 nội dung) ")) == "3 nội dung|Thi đua");
  for (const auto* none : {"Lễ kỷ niệm (06/11/2023)", "Đội (2 người)", "(04 chỉ tiêu)", "Về (a"})
    CHECK(declared_behind(none).number.empty());
}

/// The people of a cell, each that may be several with `?` behind it.
std::string people_of(std::string_view cell, const Ward* ward = nullptr) {
  const PeopleText people = people_in(cell, ward);
  std::vector<std::string> names = people.names;
  for (std::string& name : names)
    if (std::ranges::find(people.unsure, name) != people.unsure.end()) name += "?";
  return joined(names, " | ");
}

TEST_CASE("people of a cell are parted where the text says so") {
  const std::pair<const char*, const char*> kCells[] = {
      {"Đ/c Nguyễn Đức Hà\n- UVTV, Chủ tịch\nĐ/c  Trần Kiên – PCT",
       "Đ/c Nguyễn Đức Hà - UVTV, Chủ tịch | Đ/c Trần Kiên – PCT"},
      {"Đ/c Lê A, Đ/c Lê B; ông Lê C", "Đ/c Lê A | Đ/c Lê B | ông Lê C"},
      {"Đ/c Nguyễn Văn A, Trần Thị B", "Đ/c Nguyễn Văn A | Trần Thị B"},
      {"Nguyễn Văn An, Trần Thị Bình - TBT", "Nguyễn Văn An | Trần Thị Bình - TBT"},
      {"Nguyễn Văn A và Hoàng Thị B", "Nguyễn Văn A | Hoàng Thị B"},
      {"Nguyễn Văn A - PCT; Trần Thị B - TBT", "Nguyễn Văn A - PCT | Trần Thị B - TBT"},
      {"A - PCT; B - TBT", "A - PCT | B - TBT"},
      {"- Nguyễn Văn A\n- Trần Thị B", "Nguyễn Văn A | Trần Thị B"},
      {"Đ/c Nguyễn Văn A\nPhó Chủ Tịch", "Đ/c Nguyễn Văn A Phó Chủ Tịch"},
      {"Đ/c Nguyễn Văn A\nPCT UBND", "Đ/c Nguyễn Văn A PCT UBND"},
      {"Đ/c Lê Văn Ước - Bí thư, Trưởng ban, TBT", "Đ/c Lê Văn Ước - Bí thư, Trưởng ban, TBT"},
      {"Chủ tịch UBND phường", "Chủ tịch UBND phường"},
      {"Phó Chủ tịch UBND, Trưởng Công an", "Phó Chủ tịch UBND, Trưởng Công an"},
  };
  for (const auto& [cell, people] : kCells) CHECK(people_of(cell) == people);
}

TEST_CASE("an honorific that is said once is everybody's") {
  CHECK(people_of("Các đ/c A, B") == "Đ/c A | Đ/c B");
  CHECK(people_of("Các đồng chí: Nguyễn Văn A - PCT, Trần Thị B và Đông") ==
        "Đồng chí Nguyễn Văn A - PCT | Đồng chí Trần Thị B | Đồng chí Đông");
  CHECK(people_of("02 đ/c Lê A; ông Lê B") == "đ/c Lê A | ông Lê B");
  CHECK(people_in("các đ/c A, B", nullptr).shared);
  CHECK(people_of("Các đ/c trong ban chỉ đạo") == "Các đ/c trong ban chỉ đạo?");
  CHECK(people_of("Các đ/c Lê A, Phó Chủ Tịch") == "Các đ/c Lê A, Phó Chủ Tịch?");
}

TEST_CASE("a text that may name several people stays one, and is told") {
  for (const std::string cell :
       {"Đ/c Nguyễn Văn A, Hòa", "Nguyễn Văn A - Trần Thị B",
        "Nguyễn Văn A (thay Trần Thị B, Lê Văn C)", "Đ/c Trần Văn và Hội Nông dân",
        "Nguyễn Văn An Trần Thị Bình", "Nguyễn Văn A/Trần Thị B", "Đ/c Lê A đ/c Lê B"})
    CHECK(people_of(cell) == cell + "?");
  CHECK(people_of("Nguyễn Văn An\nHòa") == "Nguyễn Văn An Hòa?");
  for (const std::string cell :
       {"Đ/c Đông – CT UBND", "Nguyễn Văn A (Bí thư)", "Lê Thị Trần Anh", "Nguyễn Văn A, PCT HĐND"})
    CHECK(people_of(cell) == cell);
}

TEST_CASE("people and units of a cell") {
  const PersonText person = person_text("Đồng chí Lê Văn Ước- ĐUV, PCT");
  CHECK(person.honorific == "Đồng chí");
  CHECK(person.name == "Lê Văn Ước");
  CHECK(person.office == "ĐUV, PCT");
  CHECK(!person_text("Chủ tịch UBND phường").is_name);
  CHECK(joined(units_in("Địa chính, CA phường, Đội QLTTĐT, TTXD, các đoàn thể.", nullptr), " | ") ==
        "Địa chính | CA phường | Đội QLTTĐT, TTXD | các đoàn thể");
  CHECK(joined(units_in("Các Trường học,\nTrạm y tế; tổ dân phố 1, 2", nullptr), " | ") ==
        "Các Trường học | Trạm y tế | tổ dân phố 1, 2");
  CHECK(joined(units_in("Các tập thể, cá nhân tiêu biểu", nullptr), " | ") ==
        "Các tập thể, cá nhân tiêu biểu");
}

TEST_CASE("the title is the line above, or all in capitals; what issued it stands in brackets") {
  const TableTitle title =
      title_of({"Mở đầu", "BIỂU TIẾN ĐỘ", "NĂM 2026", "(Kèm theo Kế hoạch số 5)"});
  CHECK(title.title == "BIỂU TIẾN ĐỘ NĂM 2026");
  CHECK(title.issued == "Kèm theo Kế hoạch số 5");
  CHECK(title.others == std::vector<std::size_t>{0});
  const TableTitle below_head = title_of({"ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ", "SỔ THEO DÕI",
                                          "(Kèm theo Kế hoạch số 5)", "Đơn vị tính: triệu đồng"});
  CHECK(below_head.title == "SỔ THEO DÕI");
  CHECK(below_head.issued == "Kèm theo Kế hoạch số 5");
  CHECK(below_head.others == std::vector<std::size_t>{0, 1, 4});
  CHECK(title_of({"KẾ HOẠCH", "ỦY BAN NHÂN DÂN XÃ"}).title == "KẾ HOẠCH ỦY BAN NHÂN DÂN XÃ");
  CHECK(title_of({"ỦY BAN NHÂN DÂN"}).title == "ỦY BAN NHÂN DÂN");
  CHECK(title_of({"a", "b"}).title == "b");
  CHECK(title_of({"a"}, "của tôi").others.size() == 1);
  CHECK(title_of({}).title.empty());
}

/// The record of a file's first table.
std::string record_of(const ReadFile& file) {
  REQUIRE(file.problems.empty());
  const auto headings = find_headings(file.tables[0], {RecordKind::plan, 2026});
  REQUIRE(headings);
  const ImportedRows rows = import_rows(file, 0, *headings);
  CHECK(rows.unplaced.empty());
  return record_text({RecordKind::plan, "mau", 2026, "Kế hoạch"}, *headings, rows, nullptr);
}

TEST_CASE("the same record from Word, Excel, CSV and pasted text") {
  using test::word_cell;
  const auto word = [](const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : rows)
      for (auto& line = cells.emplace_back(); const std::string& text : row)
        line.push_back(word_cell({text}));
    return read_tables(test::docx_of(test::word_table_xml(cells)), "a.docx");
  };
  const std::string csv = record_of(read_tables(
      "TT,Việc,Đơn vị chủ trì,Hạn\nI,CHUNG,,\n1,a,Hội A,Tháng 6\n2,b,Hội B,Tháng 7\n", "a.csv"));
  CHECK(csv.find("  - number: I\n    heading: CHUNG\n") != std::string::npos);
  CHECK(csv == record_of(word({{"TT", "Việc", "Đơn vị chủ trì", "Hạn"},
                               {"I", "CHUNG", "", ""},
                               {"1", "a", "Hội A", "Tháng 6"},
                               {"2", "b", "Hội B", "Tháng 7"}})));
  CHECK(csv == record_of(read_tables("TT\tViệc\tĐơn vị chủ trì\tHạn\nI\tCHUNG\t\t\n1\ta\tHội "
                                     "A\tTháng 6\n2\tb\tHội B\tTháng 7\n",
                                     "a.txt")));
}

TEST_CASE("a cell merged downwards is of all rows, one merged sideways is a heading") {
  using test::word_cell;
  const ReadFile file = read_tables(
      test::docx_of(test::word_table_xml(
          {{word_cell({"TT"}), word_cell({"Việc"}), word_cell({"Lãnh đạo"}), word_cell({"Hạn"})},
           {word_cell({"I. CHUNG"}, "<w:gridSpan w:val=\"4\"/>")},
           {word_cell({"1"}), word_cell({"a"}),
            word_cell({"Đ/c Lê A"}, "<w:vMerge w:val=\"restart\"/>"), word_cell({"Tháng 6"})},
           {word_cell({"2"}), word_cell({"b"}), word_cell({""}, "<w:vMerge/>"),
            word_cell({"Tháng 7"})}})),
      "a.docx");
  const std::string record = record_of(file);
  CHECK(record.find("  - number: I.\n    heading: CHUNG\n") != std::string::npos);
  CHECK(record.find("    title: b\n    leader: Đ/c Lê A\n    due: Tháng 7\n") != std::string::npos);
}

TEST_CASE("what is proposed for a register makes it know all names") {
  const ReadFile file = read_tables(
      "TT;Việc;Lãnh đạo;Đơn vị chủ trì\n1;a;Đ/c Lê Văn Ước – PCT;Hội A, Hội B\n2;b;Đ/c Lê Văn Ước- "
      "ĐUV;Hội hà\n3;c;Chủ tịch phường;Hội hạ\n",
      "a.csv");
  const auto headings = find_headings(file.tables[0], {RecordKind::plan, 2026});
  REQUIRE(headings);
  const ImportedRows rows = import_rows(file, 0, *headings);
  const ProposedRegister proposed = propose_register(rows, *headings, nullptr);
  CHECK(proposed.honorific == "Đ/c");
  CHECK(texts(proposed.people, &ProposedEntry::id) ==
        std::vector<std::string>{"le-van-uoc", "chu-tich-phuong"});
  CHECK(texts(proposed.units, &ProposedEntry::id) ==
        std::vector<std::string>{"hoi-a", "hoi-b", "hoi-ha", "hoi-ha-2"});
  Report report;
  const Project project = read_texts({{"ward.yaml", register_text(proposed, "mau")}}, report);
  CHECK(report.findings().empty());
  REQUIRE(project.wards.size() == 1);
  const Ward& ward = project.wards.front();
  CHECK(person_as_known("Đ/c Lê Văn Ước- ĐUV", &ward) == "le-van-uoc");
  CHECK(unit_as_known("hội A", &ward) == "hoi-a");
  CHECK(propose_register(rows, *headings, &ward).empty());
}

}  // namespace
}  // namespace wardplan

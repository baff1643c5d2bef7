// Sheets for units: printed, filled in, sent back and read, in every format that takes them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "cli/run.h"
#include "document/layout.h"
#include "golden/sandbox.h"
#include "lists/update_sheet.h"
#include "records/fingerprint.h"
#include "support/office_files.h"
#include "support/temporary.h"
#include "table/read_table.h"
#include "write/formats.h"

namespace wardplan {
namespace {

using golden::slurp;
using golden::spill;
using Strings = std::vector<std::string>;

constexpr const char* kPlan = "kế hoạch.yaml";
constexpr const char* kRegister = R"(kind: ward
format: 1
id: mau
name: phường Mẫu
people: [{id: a, name: Nguyễn Văn A}]
units:
  - {id: vhxh, name: Bộ phận VHXH}
  - {id: tdp, name: Các tổ dân phố}
)";
constexpr const char* kRows = R"(kind: plan
format: 1
ward: mau
year: 2026
title: Kế hoạch mẫu
rows:
  - number: "1.10"
    title: Trồng cây xanh
    leader: a
    lead: vhxh
    due: Tháng 12/2026
    targets: [{name: cây, goal: 100 cây}, {name: tổ, goal: 5 tổ}]
  - number: "2"
    title: Thu gom rác
    leader: a
    lead: [vhxh, tdp]
    due: Tháng 12/2026
    updates:
      - {date: 2026-02-20, status: in-progress, note: "thiếu xe, chờ cấp"}
)";

struct Loaded {
  Project project;
  Report report;
  const Plan& plan() const { return project.plans.front(); }
};

Loaded loaded() {
  Loaded made;
  made.project = read_files_as({{kPlan, slurp(kPlan)}}, made.report);
  REQUIRE(made.project.plans.size() == 1);
  return made;
}

Sheet sheet_for(const Strings& leads) {
  const Loaded from = loaded();
  return update_sheet(from.project, from.report, from.plan(),
                      {leads, *parse_date("2026-07-20"), 10, Lang::vi});
}

std::string bytes_as(std::string_view format, const Sheet& sheet) {
  const Format& how = format_named(format);
  if (how.sheet != nullptr) return written_by(how.sheet, sheet, {});
  return how.document(sheet_document(sheet),
                      document::layout_of(document::kStateLayout, *parse_date("2026-07-20")));
}

void fill(Sheet& sheet, const std::string& address, const std::string& title,
          const std::string& text) {
  const auto column = std::ranges::find(sheet.columns, title, &Column::title);
  const auto row = std::ranges::find(sheet.rows, address, &SheetRow::address);
  REQUIRE(column != sheet.columns.end());
  REQUIRE(row != sheet.rows.end());
  CHECK(column->fill_in);
  row->cells[static_cast<std::size_t>(column - sheet.columns.begin())] = {text};
}

int run_on_the_day(const Strings& args, Io& io) {
  io.env = [](const std::string& name) { return name == "WARDPLAN_TODAY" ? "2026-07-20" : ""; };
  return run(args, io);
}

TEST_CASE("what was filled in comes back from Excel, Word and CSV alike") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("ward.yaml", kRegister);
  for (const std::string format : {"xlsx", "docx", "csv"}) {
    CAPTURE(format);
    spill(kPlan, kRows);
    Sheet sheet = sheet_for({"vhxh"});
    fill(sheet, "1.10", "Kết quả", "cây=40 cây; tổ: 2 tổ");
    fill(sheet, "1.10", "Trạng thái", "đang thực hiện");
    fill(sheet, "2", "Ghi chú", "=đã có xe, \"mới\"");
    fill(sheet, "2", "Ngày", "15/7/2026");
    const std::string name = "phiếu." + format;
    spill(name, bytes_as(format, sheet));
    Io io;
    const int code = run_on_the_day({"update", "--from", name}, io);
    CHECK_MESSAGE(code == 0, io.err);
    const std::string after = slurp(kPlan);
    CHECK(after.find("- {date: 2026-07-20, status: in-progress, values: {cây: \"40 cây\", tổ: \"2 "
                     "tổ\"}}") != std::string::npos);
    CHECK(after.find("- {date: 2026-07-15, note: \"=đã có xe, \\\"mới\\\"\"}") !=
          std::string::npos);
    CHECK(io.err.find("chưa có phiếu của 1 đơn vị: Các tổ dân phố") != std::string::npos);
    Io again;
    CHECK(run_on_the_day({"update", "--from", name}, again) == 0);
    CHECK(slurp(kPlan) == after);
  }
}

TEST_CASE("a sheet names the first and the last of its open columns") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("ward.yaml", kRegister);
  spill(kPlan, kRows);
  CHECK(sheet_for({}).subtitle ==
        "tính đến ngày 20/07/2026; điền các ô từ cột Trạng thái đến cột Minh chứng");
  std::string graded = kRows;
  graded.replace(graded.find(", note:"), 0, ", grade: Tốt");
  spill(kPlan, graded);
  CHECK(sheet_for({}).subtitle ==
        "tính đến ngày 20/07/2026; điền các ô từ cột Trạng thái đến cột Xếp loại");
}

TEST_CASE("of a day that Excel keeps as a number it is known which it is, however it is shown") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("ward.yaml", kRegister);
  const test::BookXml book{
      .styles =
          "<numFmts><numFmt numFmtId=\"170\" formatCode=\"m/d/yyyy h:mm\"/></numFmts>"
          "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"};
  const auto text = [](char column, int row, const std::string& words) {
    return fmt::format("<c r=\"{}{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", column, row, words);
  };
  spill(kPlan, kRows);
  const std::string print = fingerprint(loaded().plan().row(0));
  for (const auto& [number, code] : {std::pair("46218", 0), std::pair("46218.5", 1)}) {
    CAPTURE(number);
    spill(kPlan, kRows);
    std::string head, cells;
    const Strings titles = {"Địa chỉ", "Ngày", "Ghi chú", "Tệp", "Mã đối chiếu"};
    const Strings texts = {"1.10", "", "x", kPlan, print};
    for (std::size_t at = 0; at < titles.size(); ++at) {
      const char column = static_cast<char>('A' + at);
      head += text(column, 1, titles[at]);
      cells += at == 1 ? fmt::format("<c r=\"B2\" s=\"1\"><v>{}</v></c>", number)
                       : text(column, 2, texts[at]);
    }
    spill("phiếu.xlsx",
          test::xlsx_of({{"Phiếu", "<sheetData><row r=\"1\">" + head + "</row><row r=\"2\">" +
                                       cells + "</row></sheetData>"}},
                        book));
    Io io;
    CHECK_MESSAGE(run_on_the_day({"update", "--from", "phiếu.xlsx"}, io) == code, io.err);
    const bool done = slurp(kPlan).find("{date: 2026-07-15, note: x}") != std::string::npos;
    CHECK(done == (code == 0));
    CHECK((io.err.find("`15/07/2026 12:00:00` có cả giờ") != std::string::npos) == (code == 1));
  }
}

TEST_CASE("property: a sheet's cells are those that are read of it, in every format") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("ward.yaml", kRegister);
  spill(kPlan, kRows);
  for (const Strings& leads : {Strings{}, Strings{"vhxh"}, Strings{"tdp", "vhxh"}})
    for (const std::string format : {"xlsx", "docx", "csv"}) {
      CAPTURE(format);
      const Sheet sheet = sheet_for(leads);
      const ReadFile file = read_tables(bytes_as(format, sheet), "phiếu." + format);
      REQUIRE_MESSAGE(file.tables.size() == 1, test::shown(file));
      const std::vector<ReadRow>& rows = file.tables[0].rows;
      REQUIRE(rows.size() >= sheet.rows.size());
      for (std::size_t at = 0; at < sheet.rows.size(); ++at)
        for (std::size_t cell = 0; cell < sheet.columns.size(); ++cell) {
          const std::vector<ReadCell>& read = rows[rows.size() - sheet.rows.size() + at].cells;
          const Column& column = sheet.columns[cell];
          const Cell& made = sheet.rows[at].cells[cell];
          const bool is_day = format == "csv" && column.kind == CellKind::date && !made.empty();
          CHECK((cell < read.size() ? read[cell].text : "") ==
                (is_day ? made.front() : cell_text(column, made)));
        }
    }
}

TEST_CASE("a fingerprint changes with what a row says and with what was recorded, and no more") {
  const test::TemporaryFolder folder;
  const test::WorkingFolder inside(folder.path());
  spill("ward.yaml", kRegister);
  const auto of = [](std::string from, std::string_view what, std::string_view other) {
    if (!what.empty()) from.replace(from.find(what), what.size(), other);
    spill(kPlan, from);
    return fingerprint(loaded().plan().rows[1]);
  };
  const std::string as_it_is = of(kRows, "", "");
  CHECK(as_it_is.size() == 8);
  CHECK(as_it_is.find_first_of("0123456789e") == std::string::npos);
  CHECK(of(kRows, "Trồng cây", "Trồng hoa") == as_it_is);
  CHECK(of(kRows, "updates:\n      - {date: 2026-02-20, status",
           "updates: # ghi chú\n      - {date: 2026-02-20,   status") == as_it_is);
  for (const auto& [what, other] :
       std::vector<std::pair<std::string, std::string>>{{"Thu gom", "Thu  dọn"},
                                                        {"[vhxh, tdp]", "[tdp, vhxh]"},
                                                        {"2026-02-20", "2026-02-21"},
                                                        {"in-progress", "paused"},
                                                        {"chờ cấp", "đã cấp"},
                                                        {"note:", "evidence:"}})
    CHECK(of(kRows, what, other) != as_it_is);
}

}  // namespace
}  // namespace wardplan

#include "fuzz/imports.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "diag/report.h"
#include "import/face.h"
#include "support/tree.h"
#include "table/face.h"
#include "text/utf8.h"
#include "yaml/foreign.h"

namespace wardplan::test {
namespace {

constexpr std::string_view kForeign[] = {
    "# của chương trình khác\nkind: plan   # loại\nformat: 1\nward: mau\nyear: 2026\ntitle: >-\n"
    "  Kế hoạch\n  # chữ\n\nrows:\n- &mot\n  number: \"1\"\n  title: Trồng\n    cây\n  lead: "
    "!don-vi"
    " vhxh\n  start:\n  due: |\n    Tháng 6/2026\n- <<: *mot\n  number: '2'\n  support: [a, ~, "
    "\"b\"]"
    "\n",
    "a0: &a0 {k: v}\na1: &a1 {<<: [*a0, *a0], l: m}\nb: {<<: [*a1, *a0]}\nc: [*a0, {d: [*a1]}]\n",
    "{\"kind\": \"plan\", \"year\": 2026, \"title\": \"K\\u1ebf \\ud83d\\ude00 \\\\\", \"rows\": "
    "[{\"number\": \"1\", \"note\": null, \"a\": true}, null]}\n",
    "? a\n: - b\n  - - c\n    - {d: e}\n--- \n",
    "%YAML 1.2\n---\na: 'it''s'\nb: \"x\\\n  y\"\n...\n"};

constexpr std::string_view kTables[] = {
    "KẾ HOẠCH NĂM 2026\n(Kèm theo Kế hoạch số 5)\nTT,Nội dung,Lãnh đạo,Đơn vị chủ trì,Thời gian\n"
    "I,VỀ ĐÔ THỊ (02 chỉ tiêu),,,\n1,\"Trồng 100 cây\",Đ/c Lê Văn An - PCT; ông Bình,\"CA phường, "
    "Địa chính\",Tháng 3\n2,Quét,nt,n.t,Quý II\n,a),,,\nTổng,,,,\nNơi nhận: UB\n",
    "TT\tTiêu chí\tNội dung\tĐiểm\n1\tAn ninh\t1.1 Không có án\t5\n\t\t1.2 Ma túy\t#REF!\n2\tKinh "
    "tế\t2.1 Thu\t10\n",
    "Số TT;Tên mô hình;Đơn vị đăng ký;Lĩnh vực;Kinh tế;Ghi chú\nI;TẬP THỂ;;;;\n1;Vườn rau;Trường A;"
    "Kinh tế; x;\n2;Vườn rau;Đ/c Lê Văn An, Bí thư;Xã hội;;gấp\n",
    "| TT | Việc | Tháng | |\n| | | 1 | 2 |\n|---|---|---|---|\n| 1.1 | a | x | |\n| 1.2 | b | | x "
    "|\n",
    "TT\nNội dung\nHạn\n1\nTrồng\nQuý 1\n2\nQuét\nQuý 2\n"};

[[noreturn]] void fail(const std::string& what) {
  fmt::print(stderr, "property of imports broken: {}\n", what);
  std::abort();
}

void require_text(const Message& message) {
  if (message.vi.empty() || message.en.empty()) fail("a message without words");
  each_character(message.vi, [](const CodePoint& c, std::string_view) {
    if (!c.valid) fail("a message that is no text");
  });
}

void check_remarks(const ReadFile& file, const std::vector<TableRemark>& remarks) {
  for (const TableRemark& remark : remarks) {
    require_text(remark.message);
    // Throws where it isn't there.
    if (remark.cell && place_of(file, *remark.cell).vi.empty()) fail("a remark without a place");
  }
}

/// The record of a kind that a file's first table is, or nothing.
std::string record_as(ReadFile file, RecordKind kind) {
  constexpr int kYear = 2026;
  auto headings = find_headings(file.tables.front(), {kind, kYear});
  if (!headings || !headings->main) return {};
  std::vector<TableRemark> told = put_in_columns(file.tables.front(), 0, *headings, kYear);
  open_groups(file, 0, *headings, told);
  ImportedRows rows = import_rows(file, 0, *headings);
  if (rows.rows.empty()) return {};
  std::string text;
  if (kind == RecordKind::movement) {
    text = models_text(*headings, rows, 0);
  } else {
    const ProposedRegister proposed = propose_register(rows, *headings, nullptr);
    for (const Message& doubt : proposed.doubts) require_text(doubt);
    const std::string own = register_text(proposed, "mau");
    if (!Tree(own)) fail("a register that isn't read:\n" + own);
    text = record_text({.kind = kind,
                        .ward = "mau",
                        .year = kYear,
                        .title = "Kế hoạch",
                        .catalogue = "ds",
                        .with_targets = true},
                       *headings, rows, nullptr);
  }
  check_remarks(file, told);
  check_remarks(file, rows.told);
  check_remarks(file, rows.unplaced);
  check_remarks(file, rows.below);
  return text;
}

template <class Samples>
std::vector<std::string> strings(const Samples& samples) {
  return {std::begin(samples), std::end(samples)};
}

}  // namespace

bool withstand_foreign(std::string_view bytes) {
  const yaml::Strict made = yaml::strict_text(bytes);
  if (!made.fault.empty()) {
    require_text(made.fault);
    if (!made.text.empty()) fail("both a text and a fault");
    return false;
  }
  for (const Message& told : made.told) require_text(told);
  const Tree tree(made.text);
  // What others say twice is refused where it is read; nothing is lost in between.
  const bool twice = std::ranges::any_of(tree.report.findings(), [](const Finding& finding) {
    return finding.code->severity == Severity::error;
  });
  if (!tree && !twice) fail("refused without an error:\n" + made.text);
  if (!tree) return true;
  const yaml::Strict again = yaml::strict_text(made.text);
  if (!made.text.empty() && again.text != made.text)
    fail("another text the second time:\n" + made.text + "---\n" + again.text + again.fault.en);
  return true;
}

bool withstand_import(std::string_view bytes) {
  const ReadFile file = read_tables(bytes, "a.csv");
  if (!file.problems.empty()) return false;
  bool any = false;
  for (const RecordKind kind : {RecordKind::plan, RecordKind::criteria, RecordKind::movement}) {
    const std::string text = record_as(file, kind);
    if (text.empty()) continue;
    if (!Tree(text)) fail("a record that isn't read:\n" + text);
    any = true;
  }
  return any;
}

std::vector<std::string> foreign_samples() { return strings(kForeign); }

std::vector<std::string> import_samples() { return strings(kTables); }

}  // namespace wardplan::test

#include "fuzz/tables.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <pugixml.hpp>
#include <sstream>

#include "support/office_files.h"
#include "table/read_table.h"
#include "text/utf8.h"

namespace wardplan::test {
namespace {

constexpr std::string_view kBetween = "%%";

void require(bool holds, const char* what) {
  if (holds) return;
  fmt::print(stderr, "property of tables broken: {}\n", what);
  std::abort();
}

void check_text(std::string_view text) {
  each_character(text, [](const CodePoint& c, std::string_view) {
    require(c.valid && c.value != 0, "a cell that is no text");
  });
}

void check_cell(const ReadTable& table, std::size_t row, std::size_t at) {
  const ReadCell& cell = table.rows[row].cells[at];
  check_text(cell.text);
  require(cell.rows > 0 && cell.columns > 0 && cell.row > 0 && cell.column > 0,
          "a cell without a place");
  require(!cell.covered || cell.text.empty(), "words in a covered place");
  require(cell.covered || (cell.up == 0 && cell.left == 0), "a cell that begins elsewhere");
  require(cell.up <= row && cell.left <= at, "covered from outside of the table");
  require(seen_at(table, row, at) != nullptr, "nothing to be seen");
  require(!place_of(table, table.rows[row], cell).vi.empty(), "no place for people");
}

void check_address(const ReadFile& file, const std::optional<CellAddress>& at) {
  if (!at) return;
  require(at->table < file.tables.size(), "a table that isn't there");
  const ReadTable& table = file.tables[at->table];
  require(at->row < table.rows.size() && at->cell < table.rows[at->row].cells.size(),
          "a cell that isn't there");
}

bool check(const ReadFile& file) {
  require(file.problems.empty() != file.tables.empty(), "both tables and problems, or none");
  for (const TableRemark& problem : file.problems) {
    require(!problem.message.vi.empty() && !problem.message.en.empty(), "a problem without words");
    check_text(problem.message.vi);
  }
  for (const ReadTable& table : file.tables) {
    check_address(file, table.inside);
    check_text(table.title);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      require(table.rows[row].cells.size() <= table.columns, "a row wider than its table");
      for (std::size_t at = 0; at < table.rows[row].cells.size(); ++at) check_cell(table, row, at);
    }
  }
  for (const TableRemark& remark : file.told) {
    check_address(file, remark.cell);
    check_text(remark.message.vi);
  }
  for (const OutsideText& text : file.outside) {
    check_text(text.text);
    check_address(file, text.cell);
    require(text.tables_before <= file.tables.size(), "it stands behind tables that aren't there");
  }
  return file.problems.empty();
}

bool withstand(std::string_view bytes, std::string_view name, const ReadOptions& options = {}) {
  const ReadFile file = read_tables(bytes, name, options);
  require(shown(file) == shown(read_tables(bytes, name, options)), "read twice it differs");
  return check(file);
}

/// What a parser makes of it, so that damage reaches further than to the first sign that is no XML.
std::string well_formed(std::string_view xml) {
  pugi::xml_document tree;
  tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_fragment,
                   pugi::encoding_utf8);
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return out.str();
}

/// The parts of a sample; those that are missing are empty.
std::vector<std::string> parts_of(std::string_view bytes, std::size_t count) {
  const bool raw = bytes.size() % 8 == 0;
  std::vector<std::string> parts;
  while (parts.size() < count) {
    const std::size_t end = bytes.find(kBetween);
    const std::string_view part = bytes.substr(0, end);
    parts.push_back(raw ? std::string(part) : well_formed(part));
    bytes =
        end == std::string_view::npos ? std::string_view() : bytes.substr(end + kBetween.size());
  }
  return parts;
}

constexpr std::string_view kWord[] = {
    "<w:p><w:r><w:t>Biểu</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w=\"500\"/><w:gridCol "
    "w:w=\"20\"/><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>"
    "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId "
    "w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc><w:tc><w:p><w:r><w:t>Việc</w:t></w:r></w:p></w:tc>"
    "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>1</w:t><w:br/>"
    "<w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/>"
    "</w:tcPr><w:p/></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr>"
    "<w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    "%%<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/><w:numFmt "
    "w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl></w:abstractNum><w:num "
    "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "%%<w:style w:styleId=\"S\"><w:basedOn w:val=\"S\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
    "</w:numPr></w:pPr><w:rPr><w:vanish/></w:rPr></w:style>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>A</w:instrText>"
    "<w:fldChar w:fldCharType=\"separate\"/><w:t>5</w:t><w:fldChar w:fldCharType=\"end\"/>"
    "<w:footnoteReference w:id=\"1\"/><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r><w:hyperlink>"
    "<w:r><w:t>b</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl><w:p/"
    "><w:tbl><w:tr><w:tc><w:p>"
    "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>c</w:t></w:r></w:p></w:txbxContent></w:drawing>"
    "</w:r></w:p></w:tc></w:tr></w:tbl>%%%%%%<w:footnote w:id=\"1\"><w:p><w:r><w:t>n</w:t></w:r>"
    "</w:p></w:footnote>"};

constexpr std::string_view kExcel[] = {
    "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" "
    "t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b_x000D_</t></is></c><c r=\"C1\" "
    "s=\"1\"><v>1.1</v></c></row><row r=\"2\"/><row r=\"3\" hidden=\"1\"><c r=\"A3\" s=\"2\">"
    "<v>45092.5</v></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"C3\" t=\"e\"><v>#N/A</v></c><c "
    "r=\"D3\"><f>A1</f></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell "
    "ref=\"B1:C2\"/></mergeCells>"
    "%%<si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si>"
    "%%<numFmts><numFmt numFmtId=\"170\" formatCode=\"#,##0.00;[Red]-0&quot;x&quot;;@\"/><numFmt "
    "numFmtId=\"171\" formatCode=\"dd/mm/yyyy hh:mm AM/PM\"/></numFmts><cellXfs><xf "
    "numFmtId=\"0\"/>"
    "<xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>",
    "<sheetData><row><c><v>12</v></c><c s=\"1\"><v>-0.5</v></c></row><row><c s=\"2\"><v>60</v></c>"
    "</row></sheetData>%%%%<cellXfs><xf numFmtId=\"10\"/><xf numFmtId=\"3\"/><xf numFmtId=\"14\"/>"
    "</cellXfs>"};

constexpr std::string_view kPasted[] = {
    "Biểu 1\n\tTT\n\tViệc\n\tHạn\n\n\tI\n\tPhần\n\n\t1.1\n\tTrồng\ncây\n\tQuý "
    "1\n\n\t1.2\n\tQuét\n\t\n\n"
    "\t*\n\tKhác\n\nhết\n",
    "TT\tViệc\tHạn\n1\t\"a\nb\"\tQuý 1\n\nTRANG\n2\tc\t\n\nBiểu 2\n\nTT\tViệc\tHạn\n1\td\t\n",
    "sep=;\nTT;Việc\n1;\"a;\"\"b\"\"\"\n",
    "| TT | Việc |\n|---|:-:|\n| 1 | a\\|b<br>c |\n\nhết\n",
    "TT\nViệc\nHạn\n1\na\nb\n2\nc\nd\n3\ne\nf\n",
    "a,b\n1,2\n"};

template <class Samples>
std::vector<std::string> strings(const Samples& samples) {
  return {std::begin(samples), std::end(samples)};
}

std::string docx(std::string_view bytes) {
  const std::vector<std::string> parts = parts_of(bytes, 4);
  return docx_of(parts[0],
                 {{"numbering", parts[1]}, {"styles", parts[2]}, {"footnotes", parts[3]}});
}

std::string xlsx(std::string_view bytes) {
  const std::vector<std::string> parts = parts_of(bytes, 3);
  return xlsx_of({{"S", parts[0]}}, {.texts = parts[1], .styles = parts[2]});
}

}  // namespace

bool withstand_docx(std::string_view bytes) { return withstand(docx(bytes), "a.docx"); }

bool withstand_xlsx(std::string_view bytes) { return withstand(xlsx(bytes), "a.xlsx"); }

bool withstand_table_file(std::string_view bytes) { return withstand(bytes, "a"); }

bool withstand_pasted(std::string_view bytes) {
  bool read = withstand(bytes, "a.csv");
  for (const Encoding encoding : {Encoding::utf8, Encoding::utf16, Encoding::cp1258})
    read = withstand(bytes, "a.txt", {.encoding = encoding}) || read;
  for (const TextLayout layout :
       {TextLayout::csv, TextLayout::tabs, TextLayout::pipes, TextLayout::lines})
    read = withstand(bytes, "a.txt", {.layout = layout}) || read;
  return read;
}

std::vector<std::string> docx_samples() { return strings(kWord); }

std::vector<std::string> xlsx_samples() { return strings(kExcel); }

std::vector<std::string> table_file_samples() {
  std::vector<std::string> samples = strings(kPasted);
  for (const std::string_view sample : kWord) samples.push_back(docx(sample));
  for (const std::string_view sample : kExcel) samples.push_back(xlsx(sample));
  return samples;
}

std::vector<std::string> pasted_samples() { return strings(kPasted); }

}  // namespace wardplan::test

#include "table/read_table.h"

#include <algorithm>

#include "table/old_encoding.h"
#include "table/package.h"
#include "table/readers.h"
#include "table/refused.h"
#include "table/sniff.h"
#include "table/xml.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace wardplan {
namespace {

using namespace tables;

/// What zip archives are that no table is read from, by a part of theirs.
struct OtherZip {
  std::string_view part;
  Phrase what;
  Phrase help;
};
constexpr Phrase kSaveXlsx = {"mở bằng Excel, lưu lại kiểu .xlsx",
                              "open it in Excel and save it as .xlsx"};
constexpr OtherZip kOtherZips[] = {
    {"xl/workbook.bin", {"tệp Excel nhị phân (.xlsb)", "a binary Excel file (.xlsb)"}, kSaveXlsx},
    {"ppt/presentation.xml",
     {"tệp PowerPoint (.pptx)", "a PowerPoint file (.pptx)"},
     {"chép bảng sang tệp Word hoặc Excel", "copy the table into a Word or Excel file"}},
    {"content.xml",
     {"tệp LibreOffice (.odt, .ods)", "a LibreOffice file (.odt, .ods)"},
     {"mở bằng LibreOffice, lưu lại kiểu .docx hoặc .xlsx",
      "open it in LibreOffice and save it as .docx or .xlsx"}},
};

std::string fold_lines(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

[[noreturn]] void refuse_other_zip(Archive& archive) {
  for (const OtherZip& other : kOtherZips)
    if (archive.has(other.part))
      refuse(say("đây là {}, không đọc bảng từ đó được", "this is {}, which no table is read from",
                 other.what),
             other.help);
  refuse({"đây là tệp nén (zip), không phải tệp Word hay Excel",
          "this is a zip archive and no Word or Excel file"},
         {"giải nén rồi chọn tệp Word hoặc Excel bên trong",
          "unpack it and choose the Word or Excel file in it"});
}

void read_zip(std::string_view bytes, const ReadOptions& options, ReadFile& file) {
  Package package(bytes);
  const std::optional<std::string> main = package.related("", "officeDocument");
  if (!main || main->ends_with(".bin")) refuse_other_zip(package.archive());
  const auto part = package.load(*main);
  const std::string_view root = local_name(part->root());
  if (package.archive().has_under("word/vbaproject") ||
      package.archive().has_under("xl/vbaproject"))
    tell(file, {"tệp có macro; macro không được chạy hay đọc",
                "the file has macros, which are neither run nor read"});
  file.kind = root == "document" ? FileKind::word : FileKind::excel;
  if (root == "document")
    read_word(package, *main, *part, file);
  else if (root == "workbook")
    read_excel(package, *main, *part, options, file);
  else
    refuse_other_zip(package.archive());
}

void read_any(std::string_view bytes, std::string_view name, const ReadOptions& options,
              ReadFile& file) {
  if (sniff(bytes) == Container::zip) {
    read_zip(bytes, options, file);
  } else {
    file.kind = FileKind::text;
    read_text(bytes, name, options, file);
  }
  if (file.problems.empty() && file.tables.empty())
    refuse({"tệp không có bảng nào", "the file has no table"},
           {"bảng phải là bảng của Word, trang tính Excel, hoặc văn bản có dấu ngăn ô",
            "a table is one of Word, a sheet of Excel, or text with signs between the cells"});
  join_continued(file, options.join);
}

}  // namespace

ReadFile read_tables(std::string_view bytes, std::string_view name, const ReadOptions& options) {
  ReadFile file;
  try {
    read_any(bytes, name, options, file);
    judge_old_encoding(file);
  } catch (const Refused& refused) {
    file.problems.push_back(refused.why);
  }
  // Names in a damaged file are any bytes.
  for (TableRemark& problem : file.problems)
    problem.message = {xml_safe(problem.message.vi), xml_safe(problem.message.en)};
  if (!file.problems.empty()) {
    file.tables.clear();
    file.outside.clear();
    file.told.clear();
  }
  return file;
}

Message place_of(const ReadTable& table, const ReadRow& row, const ReadCell& cell) {
  switch (table.place) {
    case TablePlace::word:
      return say("bảng {}, dòng {}, cột {}", "table {}, row {}, column {}",
                 row.table != 0 ? row.table : table.number, cell.row, cell.column);
    case TablePlace::sheet:
      return say("{}!{}{}", "{}!{}{}", table.title, column_letters(cell.column), cell.row);
    case TablePlace::text:
      break;
  }
  return say("{}:{}", "{}:{}", cell.row, cell.column);
}

Message place_of(const ReadFile& file, const CellAddress& at) {
  const ReadTable& table = file.tables.at(at.table);
  const ReadRow& row = table.rows.at(at.row);
  return place_of(table, row, row.cells.at(std::min(at.cell, row.cells.size() - 1)));
}

Message summary_of(const ReadTable& table) {
  constexpr std::size_t kMostShown = 4;
  std::string cells;
  std::size_t count = 0;
  for (const ReadRow& row : table.rows)
    for (const ReadCell& cell : row.cells) {
      if (cell.text.empty() || count > kMostShown) continue;
      const std::string words = count == kMostShown ? "…" : shorten(fold_lines(cell.text));
      cells += (count++ > 0 ? " | " : "") + words;
    }
  const std::string title = table.title.empty() ? "" : " `" + shorten(table.title) + "`";
  return say("bảng {}{} ({} dòng, {} cột): {}", "table {0}{1} ({5}, {6}): {4}", table.number, title,
             table.rows.size(), table.columns, cells, counted(table.rows.size(), "row"),
             counted(table.columns, "column"));
}

const ReadCell* seen_at(const ReadTable& table, std::size_t row, std::size_t column) {
  if (row >= table.rows.size() || column >= table.rows[row].cells.size()) return nullptr;
  const ReadCell& here = table.rows[row].cells[column];
  return &table.rows.at(row - here.up).cells.at(column - here.left);
}

bool is_fault(const ReadCell& cell) {
  constexpr std::string_view kFaults[] = {"#REF!",  "#N/A",  "#VALUE!", "#NAME?", "#DIV/0!",
                                          "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"};
  const bool too_narrow =
      cell.text.size() >= 3 && cell.text.find_first_not_of('#') == std::string::npos;
  return cell.kind == ReadKind::fault || too_narrow ||
         std::ranges::find(kFaults, cell.text) != std::end(kFaults);
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::optional<Encoding> find_encoding(std::string_view name) {
  std::string word = fold(name);
  std::erase_if(word, [](char c) { return c == '-' || c == '_'; });
  if (word == "utf8") return Encoding::utf8;
  if (word == "utf16") return Encoding::utf16;
  if (word == "cp1258" || word == "windows1258") return Encoding::cp1258;
  return std::nullopt;
}

}  // namespace wardplan

#include "support/office_files.h"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <stdexcept>

namespace wardplan::test {
namespace {

constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006";

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n') c = '/';
  return text;
}

}  // namespace

std::string relations_xml(const ZipParts& targets) {
  std::string text = fmt::format("<Relationships xmlns=\"{}/relationships\">", kPackage);
  std::size_t number = 0;
  for (const auto& [type, target] : targets)
    text += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/{}\" Target=\"{}\"/>", ++number,
                        kRelations, type, target);
  return text + "</Relationships>";
}

std::string zipped(const ZipParts& parts) {
  zip_error_t fault;
  zip_error_init(&fault);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &fault);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &fault);
  if (archive == nullptr) throw std::runtime_error("no zip archive can be made");
  std::size_t number = 0;
  // libzip takes no name twice: such a one is put right afterwards.
  std::vector<std::pair<std::string, std::string>> renamed;
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    std::string own = name;
    if (zip_name_locate(archive, name.c_str(), 0) >= 0) {
      own.back() = static_cast<char>('0' + number % 10);
      renamed.emplace_back(own, name);
    }
    if (zip_file_add(archive, own.c_str(), source, 0) < 0)
      throw std::runtime_error("a part can't be added");
    ++number;
  }
  if (zip_close(archive) != 0) throw std::runtime_error("the archive can't be written");
  zip_stat_t stat;
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  for (const auto& [own, name] : renamed)
    for (std::size_t at = 0; (at = bytes.find(own, at)) != std::string::npos; ++at)
      bytes.replace(at, own.size(), name);
  return bytes;
}

ZipParts docx_parts(const std::string& body, const ZipParts& more) {
  constexpr std::string_view kNames =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
  ZipParts parts = {
      {"_rels/.rels", relations_xml({{"officeDocument", "word/document.xml"}})},
      {"word/document.xml", fmt::format("<?xml version=\"1.0\"?><w:document {}><w:body>{}</w:body>"
                                        "</w:document>",
                                        kNames, body)}};
  ZipParts targets;
  for (const auto& [name, inside] : more) {
    targets.emplace_back(name, name + ".xml");
    parts.emplace_back("word/" + name + ".xml",
                       fmt::format("<w:{} {}>{}</w:{}>", name, kNames, inside, name));
  }
  parts.emplace_back("word/_rels/document.xml.rels", relations_xml(targets));
  return parts;
}

std::string docx_of(const std::string& body, const ZipParts& more) {
  return zipped(docx_parts(body, more));
}

ZipParts xlsx_parts(const std::vector<SheetXml>& sheets, const BookXml& book) {
  constexpr std::string_view kMain =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  ZipParts parts = {{"_rels/.rels", relations_xml({{"officeDocument", "xl/workbook.xml"}})}};
  ZipParts targets;
  std::string entries;
  for (const SheetXml& sheet : sheets) {
    const std::string name = fmt::format("worksheets/sheet{}.xml", targets.size() + 1);
    targets.emplace_back("worksheet", name);
    entries += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\" {}/>", sheet.name,
                           targets.size(), targets.size(), sheet.attributes);
    parts.emplace_back("xl/" + name,
                       fmt::format("<worksheet {}>{}</worksheet>", kMain, sheet.inside));
  }
  targets.emplace_back("sharedStrings", "sharedStrings.xml");
  targets.emplace_back("styles", "styles.xml");
  parts.emplace_back("xl/sharedStrings.xml", fmt::format("<sst {}>{}</sst>", kMain, book.texts));
  parts.emplace_back("xl/styles.xml",
                     fmt::format("<styleSheet {}>{}</styleSheet>", kMain, book.styles));
  parts.emplace_back("xl/workbook.xml",
                     fmt::format("<workbook {} xmlns:r=\"{}\">{}<sheets>{}</sheets></workbook>",
                                 kMain, kRelations, book.properties, entries));
  parts.emplace_back("xl/_rels/workbook.xml.rels", relations_xml(targets));
  return parts;
}

std::string xlsx_of(const std::vector<SheetXml>& sheets, const BookXml& book) {
  return zipped(xlsx_parts(sheets, book));
}

std::string word_table_xml(const std::vector<std::vector<std::string>>& rows) {
  std::string text = "<w:tbl>";
  for (const auto& row : rows) {
    text += "<w:tr>";
    for (const std::string& cell : row)
      text += cell.starts_with("<w:tc>") || cell.starts_with("<w:trPr>") ? cell : word_cell({cell});
    text += "</w:tr>";
  }
  return text + "</w:tbl>";
}

std::string word_cell(const std::vector<std::string>& paragraphs, const std::string& properties) {
  std::string text = "<w:tc><w:tcPr>" + properties + "</w:tcPr>";
  for (const std::string& paragraph : paragraphs)
    text += paragraph.starts_with('<')
                ? paragraph
                : fmt::format("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", paragraph);
  return text + "</w:tc>";
}

std::string shown(const ReadTable& table) {
  std::string text;
  for (const ReadRow& row : table.rows) {
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      text += (at > 0 ? "|" : "") + (row.cells[at].covered ? "." : one_line(row.cells[at].text));
    text += '\n';
  }
  return text;
}

std::string shown(const ReadFile& file) {
  std::string text;
  for (const TableRemark& problem : file.problems) text += "error: " + problem.message.en + "\n";
  for (const ReadTable& table : file.tables) text += (text.empty() ? "" : "--\n") + shown(table);
  return text;
}

std::string told(const ReadFile& file) {
  std::string text;
  for (const TableRemark& remark : file.told)
    text += (remark.cell ? place_of(file, *remark.cell).en + ": " : "") + remark.message.en + "\n";
  return text;
}

}  // namespace wardplan::test

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "table/read_table.h"

namespace wardplan::test {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

/// What a part is related to: kinds and names.
std::string relations_xml(const ZipParts& targets);

/// A zip archive in memory, with the parts in this order; names may stand there twice.
std::string zipped(const ZipParts& parts);

/// The parts of a Word file with this body; `more` are parts such as `numbering` and what their
/// root holds.
ZipParts docx_parts(const std::string& body, const ZipParts& more = {});
std::string docx_of(const std::string& body, const ZipParts& more = {});

/// A sheet of an Excel file: what stands in its root, and what its entry in the workbook says more.
struct SheetXml {
  std::string name;
  std::string inside;
  std::string attributes = {};
};

/// What the sheets of an Excel file share: rows of `<si>`, the inside of the styles' root, the
/// workbook's own properties.
struct BookXml {
  std::string texts = {};
  std::string styles = {};
  std::string properties = {};
};

ZipParts xlsx_parts(const std::vector<SheetXml>& sheets, const BookXml& book = {});
std::string xlsx_of(const std::vector<SheetXml>& sheets, const BookXml& book = {});

/// A table of Word: rows of cells, each the inside of a `<w:tc>`.
std::string word_table_xml(const std::vector<std::vector<std::string>>& rows);

/// A cell with these properties and one paragraph for each text.
std::string word_cell(const std::vector<std::string>& paragraphs,
                      const std::string& properties = {});

/// A table with `|` between cells, `/` for line ends and `.` for what is covered.
std::string shown(const ReadTable& table);

/// All tables of a file, or what is wrong with it, in English.
std::string shown(const ReadFile& file);

/// What is told, in English, a line each.
std::string told(const ReadFile& file);

}  // namespace wardplan::test

#include "support/docx.h"

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <pugixml.hpp>
#include <stdexcept>

#include "text/escape.h"

namespace wardplan::test {
namespace {

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    // A rule under the paragraph before.
    if (child.child("w:pPr").child("w:pBdr")) continue;
    if (name == "w:p" && !text.empty()) text += '\n';
    if (name == "w:t") text += child.child_value();
    if (name == "w:br") text += '\n';
    if (name == "w:tab") text += ' ';
    if (name != "w:pPr" && name != "w:rPr") text += text_of(child);
  }
  return text;
}

WordTable read_table(const pugi::xml_node& table) {
  WordTable read;
  std::vector<std::string> above;
  for (const pugi::xml_node row : table.children("w:tr")) {
    // What is signed under it has margins of its own.
    if (row.child("w:tc").child("w:tcPr").child("w:tcMar")) continue;
    const bool heads = static_cast<bool>(row.child("w:trPr").child("w:tblHeader"));
    std::vector<std::string> cells, covered;
    for (const pugi::xml_node cell : row.children("w:tc")) {
      const pugi::xml_node look = cell.child("w:tcPr");
      const pugi::xml_node merge = look.child("w:vMerge");
      const bool begins = !merge || merge.attribute("w:val").value() == std::string_view("restart");
      const std::string text = begins ? text_of(cell) : std::string();
      const unsigned columns = std::max(1U, look.child("w:gridSpan").attribute("w:val").as_uint(1));
      for (unsigned column = 0; column < columns; ++column) {
        cells.push_back(column == 0 ? text : std::string());
        covered.push_back(begins || covered.size() >= above.size() ? text : above[covered.size()]);
      }
    }
    (heads ? read.headings : read.rows).push_back(heads ? covered : cells);
    above = covered;
  }
  return read;
}

}  // namespace

std::map<std::string, std::string> unzipped(const std::string& bytes) {
  std::map<std::string, std::string> parts;
  zip_error_t fault;
  zip_error_init(&fault);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &fault);
  zip_t* archive = zip_open_from_source(source, ZIP_CHECKCONS, &fault);
  if (archive == nullptr) {
    zip_source_free(source);
    throw std::runtime_error("no zip archive");
  }
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &stat);
    std::string& part = parts[stat.name];
    part.resize(stat.size);
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0);
    const zip_int64_t read = zip_fread(file, part.data(), part.size());
    zip_fclose(file);
    if (read != static_cast<zip_int64_t>(part.size())) throw std::runtime_error("a cut part");
  }
  zip_discard(archive);
  return parts;
}

std::vector<WordTable> word_tables(const std::string& bytes) {
  pugi::xml_document tree;
  const auto parts = unzipped(bytes);
  if (!tree.load_string(parts.at("word/document.xml").c_str(),
                        pugi::parse_escapes | pugi::parse_ws_pcdata))
    throw std::runtime_error("document.xml is no XML");
  std::vector<WordTable> tables;
  for (const pugi::xpath_node table : tree.select_nodes("//w:tbl"))
    tables.push_back(read_table(table.node()));
  return tables;
}

std::string as_csv(const WordTable& table) {
  std::vector<std::string> titles;
  for (const auto& row : table.headings) {
    titles.resize(std::max(titles.size(), row.size()));
    for (std::size_t at = 0; at < row.size(); ++at) {
      std::string text = row[at];
      std::ranges::replace(text, '\n', ' ');
      if (titles[at] != text && !text.empty())
        titles[at] += (titles[at].empty() ? "" : ": ") + text;
    }
  }
  std::string out = titles.empty() ? "" : csv_line(titles);
  for (const auto& row : table.rows) out += csv_line(row);
  return out;
}

}  // namespace wardplan::test

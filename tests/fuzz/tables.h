#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardplan::test {

/// Each takes any bytes for tables and aborts when what is read can't be right; returns whether
/// tables were read. The bytes are the parts of a Word file (body, numbering, styles and footnotes
/// with `%%` between), those of an Excel file (sheet, texts, styles), a file as it lies on disk, or
/// text.
bool withstand_docx(std::string_view bytes);
bool withstand_xlsx(std::string_view bytes);
bool withstand_table_file(std::string_view bytes);
bool withstand_pasted(std::string_view bytes);

std::vector<std::string> docx_samples();
std::vector<std::string> xlsx_samples();
std::vector<std::string> table_file_samples();
std::vector<std::string> pasted_samples();

}  // namespace wardplan::test

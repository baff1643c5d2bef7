#pragma once

#include <string>
#include <string_view>
#include <vector>

// Texts as XML, Markdown and CSV write them.

namespace wardplan {

/// The text with U+FFFD for bytes that are not UTF-8 and for characters that XML 1.0 forbids or
/// that have no meaning in HTML (controls, non-characters).
std::string xml_safe(std::string_view text);

/// The same as XML and HTML write it, between tags or inside a quoted attribute.
std::string xml_text(std::string_view text);

/// A path as links and other references have it: bytes that mean something there are written by
/// their numbers.
std::string url_path(std::string_view path);

/// The text so that Markdown shows it as it is, within one line: line breaks become `<br>`, signs
/// that Markdown or HTML would take for more than text are escaped.
std::string markdown_text(std::string_view text);

/// A text that stands in Markdown as it is shown: without what `markdown_text` and the marks of a
/// look (`**bold**`, `*italic*`, `<u>`) put into it; what only looks like them stays.
std::string from_markdown(std::string_view text);

/// One line of a pipe table; the cells are Markdown already.
std::string markdown_row(const std::vector<std::string>& cells);

/// One cell of CSV (RFC 4180), in quotes where they are needed; every text stays as it is.
std::string csv_cell(std::string_view text);

/// One line of CSV (RFC 4180) with its CRLF: quotes where they are needed, every text as it is.
std::string csv_line(const std::vector<std::string>& cells, char separator = ',');

/// The cells of what `csv_line` wrote with commas, line by line.
std::vector<std::vector<std::string>> csv_rows(std::string_view csv);

/// How CSV is written for those who don't take it as RFC 4180 has it.
struct CsvStyle {
  char separator = ',';
  /// For Excel: a BOM, and an apostrophe before cells that it would take for a formula (`=`, `@`,
  /// `+` and `-` where no number follows, as wide signs and behind blanks, too).
  bool excel = false;

  friend bool operator==(const CsvStyle&, const CsvStyle&) = default;
};

/// The separator that Excel takes where the comma stands in numbers, as in Vietnamese.
inline constexpr char kExcelSeparator = ';';

/// What `csv_line` wrote with commas, in another style.
std::string csv_as(std::string_view csv, const CsvStyle& style);

/// A cell without the apostrophe that keeps it from being a formula.
std::string_view without_formula_mark(std::string_view cell);

}  // namespace wardplan

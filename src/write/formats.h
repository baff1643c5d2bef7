#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/write.h"
#include "sheet/sheet.h"
#include "template/value.h"

// The formats in which results leave the program: one row each, from which help, refusals and the
// choice of a writer are made.

namespace wardplan {

/// What a sheet or card is written on, for formats that people look at as they are.
struct WriteOptions {
  /// Columns of the terminal; 0: as many as it takes.
  int width = 0;
  bool color = false;
};

/// Takes what is written, piece by piece, so that long answers need not be kept.
using Put = std::function<void(std::string_view piece)>;

/// A table for a terminal, one line a row: columns side by side, cut with `…` where the width is
/// too little for all; lines are longer than the width only where every column is as narrow as it
/// goes.
void write_text(const Sheet& sheet, const WriteOptions& options, const Put& put);
/// A title, facts in two columns, then each table that has rows under its title.
void write_card_text(const Card& card, const WriteOptions& options, const Put& put);

/// A Markdown heading and table; every cell is text, whatever signs it holds.
void write_markdown(const Sheet& sheet, const WriteOptions& options, const Put& put);
/// The same of each table that has rows, after the facts as a list.
void write_card_markdown(const Card& card, const WriteOptions& options, const Put& put);

/// RFC 4180: a header line, CRLF, quotes where they are needed; UTF-8 without BOM.
void write_csv(const Sheet& sheet, const WriteOptions& options, const Put& put);

/// The tables of a page; several stand below one another in one table, the heading that each stands
/// under before all its lines, and every line has as many cells.
std::string write_tables_csv(const document::Document& page);

/// How many paragraphs with words a page has that its CSV hasn't.
std::size_t left_out_of_csv(const document::Document& page);

/// One JSON document with `schema_version`; cells of several values are arrays.
void write_json(const Sheet& sheet, const WriteOptions& options, const Put& put);
/// The same: facts by their keys, tables as lists of rows.
void write_card_json(const Card& card, const WriteOptions& options, const Put& put);

/// One JSON object a line: a row as in the document, and nothing around it.
void write_jsonl(const Sheet& sheet, const WriteOptions& options, const Put& put);

/// An Excel file of one sheet: texts as texts, counts as numbers, headings that stay, a filter,
/// rows as high as their text is, for A4 landscape. Throws `Failure` where Excel can't hold it.
void write_xlsx(const Sheet& sheet, const WriteOptions& options, const Put& put);
/// One sheet for the facts, with charts of the tables that have them, and one for each table that
/// has rows, what is to be read first before it.
void write_card_xlsx(const Card& card, const WriteOptions& options, const Put& put);

/// What a page would be filled with: `facts` of it, then its fields.
std::string write_fields_json(std::string_view kind, const Facts& facts,
                              const mustache::Value& fields);

/// Who a format is for: a terminal, people who get a page, other programs.
enum class FormatKind { screen, page, data };

/// A way to write; a shape without a writer can't be written so.
struct Format {
  std::string_view name;
  FormatKind kind;
  void (*sheet)(const Sheet&, const WriteOptions&, const Put&) = nullptr;
  void (*card)(const Card&, const WriteOptions&, const Put&) = nullptr;
  std::string (*document)(const document::Document&, const document::Layout&) = nullptr;
  /// Bytes that no terminal can show.
  bool binary = false;
  /// Gives what a page would be filled with, in place of a page.
  bool fields = false;
  /// A list as a message, as a calendar.
  bool digest = false;
  bool calendar = false;
};

/// A writer of documents that look the same in every layout.
template <std::string (*write)(const document::Document&)>
std::string in_any_layout(const document::Document& document, const document::Layout&) {
  return write(document);
}

inline constexpr std::array kFormats = {
    Format{"text", FormatKind::screen, write_text, write_card_text},
    Format{"md", FormatKind::page, write_markdown, write_card_markdown,
           in_any_layout<document::write_markdown>},
    Format{"csv", FormatKind::data, write_csv, nullptr, in_any_layout<write_tables_csv>},
    Format{"json", FormatKind::data, write_json, write_card_json, nullptr, false, true},
    Format{"jsonl", FormatKind::data, write_jsonl},
    Format{.name = "digest", .kind = FormatKind::page, .digest = true},
    Format{.name = "ics", .kind = FormatKind::page, .calendar = true},
    Format{"xlsx", FormatKind::page, write_xlsx, write_card_xlsx, nullptr, true},
    Format{"docx", FormatKind::page, nullptr, nullptr, document::write_docx, true},
    Format{"html", FormatKind::page, nullptr, nullptr, document::write_html},
};

/// What a writer writes, as one text.
template <class Thing>
std::string written_by(void (*write)(const Thing&, const WriteOptions&, const Put&),
                       const Thing& thing, const WriteOptions& options) {
  std::string out;
  write(thing, options, [&](std::string_view piece) { out += piece; });
  return out;
}

/// The shapes in which a command has its result: it takes every format that can write one of them.
struct Shapes {
  bool card = false;
  bool sheet = false;
  bool document = false;
  bool fields = false;
  bool digest = false;
  bool calendar = false;
};

enum class Shape { none, card, sheet, document, fields, digest, calendar };

/// The first of the shapes, in the order of `Shape`, that a format can write.
Shape shape_for(const Format& format, const Shapes& shapes);

/// The names of the formats that a command with these shapes takes.
std::vector<std::string> formats_for(const Shapes& shapes);

/// The format of this name, which must be one.
const Format& format_named(std::string_view name);

/// A sheet as a document on A4 landscape: title, the line under it, and a grid whose headings are
/// repeated on every page. The layout is the caller's to name.
document::Document sheet_document(const Sheet& sheet);

/// A card as a document: title, facts, then each table that has rows under its title, the figures
/// behind those that are read first.
document::Document card_document(const Card& card,
                                 const std::vector<document::Figure>& figures = {});

}  // namespace wardplan

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "sheet/sheet.h"
#include "write/xlsx_library.h"

// A workbook being written: its sheets, and how their cells look.

namespace wardplan::xlsx {

/// Of all letters, in points; a title's.
inline constexpr int kLetters = 11;
inline constexpr int kTitleLetters = 14;

enum class Part { title, subtitle, head, heading, cell };

/// How a cell looks; one format of the workbook each.
struct Look {
  Part part = Part::cell;
  Tone tone = Tone::plain;
  bool bold = false;
  bool wrapped = true;
  bool right = false;
  /// A number, not a text.
  bool number = false;
  /// To be filled in.
  bool fill = false;

  friend auto operator<=>(const Look&, const Look&) = default;
};

/// Where a cell is, counted from 0.
struct Spot {
  lxw_row_t row = 0;
  lxw_col_t column = 0;
};

/// The text as a cell of Excel holds it; throws `Failure` where it is longer than one can.
std::string held(std::string_view text, const Spot& spot);

/// A name for a sheet that begins as the title does; a longer one ends in `…`.
std::string sheet_name(std::string_view title);

class Book {
 public:
  /// Writes to `path`; what it says of itself is the same each time.
  Book(const std::string& path, const std::string& title, const document::Origin& origin);

  const XlsxLibrary& library() const { return library_; }
  lxw_workbook* workbook() const { return workbook_.get(); }

  /// A sheet on A4 landscape, as wide as the page; names that were taken get a number.
  lxw_worksheet* add_sheet(std::string_view title);

  /// Of the sheet that was added last.
  const std::string& name() const { return name_; }

  lxw_format* format(const Look& look);
  void text(lxw_worksheet* sheet, const Spot& spot, std::string_view text, const Look& look);
  void number(lxw_worksheet* sheet, const Spot& spot, double number, const Look& look);

  /// Throws `Failure` for what the library couldn't do.
  void check(lxw_error error) const;

  /// Ends the file; nothing may be added.
  void close();

 private:
  struct Free {
    const XlsxLibrary* library;
    void operator()(lxw_workbook* workbook) const { library->lxw_workbook_free(workbook); }
  };

  const XlsxLibrary& library_;
  std::unique_ptr<lxw_workbook, Free> workbook_;
  std::map<Look, lxw_format*> formats_;
  std::map<std::string, int> names_;
  std::string name_;
};

}  // namespace wardplan::xlsx

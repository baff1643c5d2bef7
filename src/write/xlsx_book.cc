#include "write/xlsx_book.h"

#include <algorithm>
#include <chrono>

#include "disk/files.h"
#include "document/layout.h"
#include "table/read_table.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace wardplan::xlsx {
namespace {

// Excel's limits.
constexpr std::size_t kMostUnits = 32'767;
constexpr std::size_t kMostOfName = 31;

constexpr int kPaperA4 = 9;
/// Of a page's edges, in inches.
constexpr double kSide = 0.4, kTop = 0.6, kBottom = 0.5;

/// Grey for headings, and what a tone adds; each is another grey in print.
constexpr lxw_color_t kHeadFill = 0xD9E1F2, kHeadingFill = 0xF2F2F2, kFillIn = 0xFFFFE5;

lxw_color_t tone_fill(Tone tone) {
  switch (tone) {
    case Tone::late:
      return 0xF4B6B6;
    case Tone::soon:
      return 0xFFEB9C;
    case Tone::done:
      return 0xE2F0D9;
    case Tone::plain:
      break;
  }
  return LXW_COLOR_UNSET;
}

lxw_color_t fill_of(const Look& look) {
  if (look.part == Part::head) return kHeadFill;
  if (look.part == Part::heading) return kHeadingFill;
  if (look.fill) return kFillIn;
  return tone_fill(look.tone);
}

/// Units of UTF-16, in which Excel counts.
std::size_t units(std::string_view text) {
  std::size_t count = 0;
  each_character(text,
                 [&](const CodePoint& c, std::string_view) { count += c.value > 0xFFFF ? 2 : 1; });
  return count;
}

/// As many whole letters as take no more than so many units, with the marks that belong to them.
std::string_view first_units(std::string_view text, std::size_t most) {
  std::size_t at = 0, letter = 0, count = 0;
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (combining_class(c.value) == 0) letter = at;
    count += c.value > 0xFFFF ? 2 : 1;
    if (count > most) return text.substr(0, letter);
    at += c.size;
  }
  return text;
}

/// `_x0041_` would be read as the sign that it names.
bool is_code(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::ranges::all_of(text.substr(2, 4), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

/// Lines end in LF; a blank text is none.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r') {
      if (at + 1 == text.size() || text[at + 1] != '\n') out += '\n';
      continue;
    }
    if (text[at] == '_' && is_code(text.substr(at))) out += "_x005F";
    out += text[at];
  }
  return out;
}

/// The day as the seconds at which it begins everywhere; without one the first that a zip archive
/// knows, for the library would ask the clock.
time_t seconds_of(const std::optional<Date>& day) {
  using std::chrono::sys_days;
  const sys_days at =
      day ? sys_days(*day) : sys_days(std::chrono::year(1980) / std::chrono::January / 1);
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

}  // namespace

std::string held(std::string_view text, const Spot& spot) {
  std::string safe = escaped(xml_safe(text));
  const std::size_t count = units(safe);
  if (count > kMostUnits)
    throw Failure(say("ô {}{} có {} ký tự mà một ô Excel chỉ chứa được {}; dùng `--format csv`",
                      "the cell {}{} has {} characters, and one of Excel holds {} at most; use "
                      "`--format csv`",
                      column_letters(spot.column + 1U), spot.row + 1, count, kMostUnits));
  return safe;
}

std::string sheet_name(std::string_view title) {
  std::string name;
  each_character(xml_safe(title), [&](const CodePoint& c, std::string_view bytes) {
    const bool barred =
        c.value < ' ' || std::string_view("[]:*?/\\").find(bytes) != std::string_view::npos;
    name += barred ? std::string_view(" ") : bytes;
  });
  if (units(name) > kMostOfName) {
    std::string_view rest = name;
    while (units(rest) >= kMostOfName) {
      const std::size_t blank = rest.rfind(' ');
      if (blank != std::string_view::npos && blank > 0)
        rest = rest.substr(0, blank);
      else
        rest = first_units(rest, kMostOfName - 1);
    }
    name = std::string(rest) + "…";
  }
  // An apostrophe may not stand at its ends.
  while (name.starts_with('\'') || name.starts_with(' ')) name.erase(0, 1);
  while (name.ends_with('\'') || name.ends_with(' ')) name.pop_back();
  return name.empty() ? "1" : name;
}

Book::Book(const std::string& path, const std::string& title, const document::Origin& origin)
    : library_(xlsx_library()), workbook_(nullptr, Free{&library_}) {
  // Rows leave for a file of the library's own as soon as the next begins.
  lxw_workbook_options options = {.constant_memory = 1, .tmpdir = nullptr, .use_zip64 = 0};
  workbook_.reset(library_.workbook_new_opt(path.c_str(), &options));
  if (!workbook_) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
  std::string said = xml_safe(title), creator = xml_safe(origin.creator);
  lxw_doc_properties properties = {};
  properties.title = said.data();
  properties.author = creator.data();
  properties.created = seconds_of(origin.day);
  check(library_.workbook_set_properties(workbook(), &properties));
}

lxw_worksheet* Book::add_sheet(std::string_view title) {
  name_ = sheet_name(title);
  const int same = ++names_[fold(name_)];
  if (same > 1) name_ = sheet_name(std::to_string(same) + ". " + std::string(title));
  lxw_worksheet* sheet = library_.workbook_add_worksheet(workbook(), name_.c_str());
  if (sheet == nullptr) check(LXW_ERROR_CREATING_TMPFILE);
  library_.worksheet_set_landscape(sheet);
  library_.worksheet_set_paper(sheet, kPaperA4);
  library_.worksheet_set_margins(sheet, kSide, kSide, kTop, kBottom);
  library_.worksheet_fit_to_pages(sheet, 1, 0);
  check(library_.worksheet_set_header(sheet, "&C&P"));
  return sheet;
}

lxw_format* Book::format(const Look& look) {
  lxw_format*& made = formats_[look];
  if (made != nullptr) return made;
  made = library_.workbook_add_format(workbook());
  if (made == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
  const std::string font(document::kFont);
  library_.format_set_font_name(made, font.c_str());
  library_.format_set_font_size(made, look.part == Part::title ? kTitleLetters : kLetters);
  if (look.bold) library_.format_set_bold(made);
  if (!look.number) library_.format_set_num_format(made, "@");
  const bool centred = look.part != Part::cell && look.part != Part::heading;
  library_.format_set_align(made, centred      ? LXW_ALIGN_CENTER
                                  : look.right ? LXW_ALIGN_RIGHT
                                               : LXW_ALIGN_LEFT);
  library_.format_set_align(made, centred ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
  if (look.wrapped) library_.format_set_text_wrap(made);
  if (look.part == Part::head || look.part == Part::cell)
    library_.format_set_border(made, LXW_BORDER_THIN);
  if (look.part == Part::heading) {
    // Its text may run on over the cells behind it.
    library_.format_set_top(made, LXW_BORDER_THIN);
    library_.format_set_bottom(made, LXW_BORDER_THIN);
  }
  if (const lxw_color_t fill = fill_of(look); fill != LXW_COLOR_UNSET) {
    library_.format_set_pattern(made, LXW_PATTERN_SOLID);
    library_.format_set_fg_color(made, fill);
  }
  if (look.fill) library_.format_set_unlocked(made);
  return made;
}

void Book::text(lxw_worksheet* sheet, const Spot& spot, std::string_view text, const Look& look) {
  if (text.empty())
    return check(library_.worksheet_write_blank(sheet, spot.row, spot.column, format(look)));
  check(library_.worksheet_write_string(sheet, spot.row, spot.column, held(text, spot).c_str(),
                                        format(look)));
}

void Book::number(lxw_worksheet* sheet, const Spot& spot, double number, const Look& look) {
  check(library_.worksheet_write_number(sheet, spot.row, spot.column, number, format(look)));
}

void Book::check(lxw_error error) const {
  if (error == LXW_NO_ERROR) return;
  throw Failure(say("chưa ghi được tệp Excel: {0}", "no Excel file was written: {0}",
                    library_.lxw_strerror(error)));
}

void Book::close() { check(library_.workbook_close(workbook_.release())); }

}  // namespace wardplan::xlsx

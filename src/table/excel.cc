#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

#include "table/excel_book.h"
#include "table/old_encoding.h"
#include "table/readers.h"
#include "table/xml.h"
#include "text/escape.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

/// Excel itself makes fewer.
constexpr std::size_t kMostStyles = 1U << 16;
constexpr std::size_t kMostFormats = 4096;

/// `_x000D_` as Excel writes signs that XML can't hold.
std::string unescaped(std::string_view text) {
  constexpr std::size_t kSize = 7;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view code = text.substr(at, kSize);
    unsigned value = 0;
    const bool is_code =
        code.size() == kSize && code.starts_with("_x") && code.ends_with('_') &&
        std::from_chars(code.data() + 2, code.data() + 6, value, 16).ptr == code.data() + 6;
    if (!is_code) {
      out += text[at++];
      continue;
    }
    if (value != '\r' && (value < 0xD800 || value > 0xDFFF) && value != 0) append(out, value);
    at += kSize;
  }
  return out;
}

void add_runs(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node each : node.children()) {
    const std::string_view name = local_name(each);
    if (name == "t") text += each.child_value();
    if (name == "r") add_runs(each, text);
  }
}

/// Notes that a part names an old font, in the styles of cells or in runs of texts.
void find_old_font(const pugi::xml_node& root, ReadFile& file) {
  const pugi::xml_node found = root.find_node([](const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    return (name == "rFont" || (name == "name" && local_name(node.parent()) == "font")) &&
           is_old_font(attribute(node, "val"));
  });
  if (found && file.old_font.empty()) file.old_font = xml_safe(attribute(found, "val"));
}

std::vector<std::string> shared_texts(const pugi::xml_node& root) {
  std::vector<std::string> texts;
  for (const pugi::xml_node each : root.children()) {
    if (local_name(each) != "si") continue;
    Allowance().need(texts.size() / 2, 0);
    texts.push_back(tidy_lines(rich_text(each)));
  }
  return texts;
}

/// Each format is read once, however many styles have it.
void read_formats(const pugi::xml_node& root, ExcelBook& book, ReadFile& file) {
  std::map<long, std::string_view> own;
  for (const pugi::xml_node each : child(root, "numFmts").children())
    own[number_or(attribute(each, "numFmtId"), 0)] = attribute(each, "formatCode");
  std::map<std::string_view, std::size_t> known;
  for (const pugi::xml_node each : child(root, "cellXfs").children()) {
    if (local_name(each) != "xf" || book.styles.size() >= kMostStyles) continue;
    const long number = number_or(attribute(each, "numFmtId"), 0);
    const auto found = own.find(number);
    const std::string_view code = found != own.end() ? found->second : known_format(number);
    const auto [format, is_new] = known.emplace(code, book.formats.size());
    book.styles.push_back(format->second);
    if (!is_new) continue;
    if (known.size() > kMostFormats)
      refuse(say("tệp có hơn {} kiểu số", "the file has more than {} formats of numbers",
                 kMostFormats));
    book.formats.push_back(number_format(code));
    if (is_long_format(code))
      tell(file, say("kiểu số dài hơn {} ký tự nên không đọc: `{}`",
                     "a format of numbers has more than {} characters and isn't read: `{}`",
                     kMostOfFormat, shorten(code)));
  }
}

std::vector<ExcelSheet> sheets_of(const pugi::xml_node& workbook,
                                  const std::vector<Relation>& relations, ReadFile& file) {
  std::vector<ExcelSheet> sheets;
  std::size_t count = 0;
  for (const pugi::xml_node each : child(workbook, "sheets").children()) {
    // `r:id`, not `sheetId`.
    const auto relation = std::ranges::find(relations, attribute(each, "id"), &Relation::id);
    const std::string name = xml_safe(attribute(each, "name"));
    if (++count > kMaxParts)
      refuse(say("tệp có hơn {} trang", "the file has more than {} sheets", kMaxParts));
    if (relation == relations.end() || relation->type != "worksheet") {
      tell(file, say("trang `{}` không phải trang tính nên không đọc",
                     "the sheet `{}` holds no cells and isn't read", name));
      continue;
    }
    const std::string_view state = attribute(each, "state");
    sheets.push_back({name, relation->target, state == "hidden" || state == "veryHidden"});
  }
  return sheets;
}

}  // namespace

SheetPlace sheet_place(std::string_view text) {
  constexpr std::size_t kMostLetters = 3;
  SheetPlace place;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at)
    if (at < kMostLetters)
      place.column = place.column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
  const long row = number_or(text.substr(at), 0);
  if (at == 0 || at > kMostLetters || row <= 0 || row > 9'999'999) return {};
  place.row = static_cast<std::uint32_t>(row);
  return place;
}

std::string tidy_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, "\n"))
    if (!is_blank(line)) out.append(out.empty() ? "" : "\n").append(trimmed(line));
  return xml_safe(out);
}

std::string rich_text(const pugi::xml_node& node) {
  std::string text;
  add_runs(node, text);
  return unescaped(text);
}

void read_excel(Package& package, std::string_view main_part, const Part& workbook,
                const ReadOptions& options, ReadFile& file) {
  ExcelBook book;
  book.look = {is_true(attribute(child(workbook.root(), "workbookPr"), "date1904")),
               options.decimal_comma};
  if (const auto texts = package.related(main_part, "sharedStrings")) {
    const auto part = package.load(*texts);
    book.texts = shared_texts(part->root());
    find_old_font(part->root(), file);
  }
  if (const auto styles = package.related(main_part, "styles")) {
    const auto part = package.load(*styles);
    read_formats(part->root(), book, file);
    find_old_font(part->root(), file);
  }
  const std::vector<Relation> relations = package.relations(main_part);
  Allowance allowance;
  for (const ExcelSheet& sheet : sheets_of(workbook.root(), relations, file))
    read_sheet(package, sheet, book, allowance, file);
}

}  // namespace wardplan::tables

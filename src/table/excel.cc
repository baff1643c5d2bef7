#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

#include "table/excel_book.h"
#include "table/readers.h"
#include "table/xml.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace wardplan::tables {
namespace {

constexpr long kMostStyles = 1 << 16;

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

std::vector<std::string> shared_texts(const pugi::xml_node& root) {
  std::vector<std::string> texts;
  for (const pugi::xml_node each : root.children()) {
    if (local_name(each) != "si") continue;
    Allowance().need(texts.size() / 2, 0);
    texts.push_back(rich_text(each));
  }
  return texts;
}

std::vector<std::string> cell_formats(const pugi::xml_node& root) {
  std::map<long, std::string> own;
  for (const pugi::xml_node each : child(root, "numFmts").children())
    own[number_or(attribute(each, "numFmtId"), 0)] = attribute(each, "formatCode");
  std::vector<std::string> formats;
  for (const pugi::xml_node each : child(root, "cellXfs").children()) {
    if (local_name(each) != "xf" || formats.size() >= kMostStyles) continue;
    const long number = number_or(attribute(each, "numFmtId"), 0);
    const auto found = own.find(number);
    formats.emplace_back(found != own.end() ? found->second : known_format(number));
  }
  return formats;
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
  if (const auto texts = package.related(main_part, "sharedStrings"))
    book.texts = shared_texts(package.load(*texts)->root());
  if (const auto styles = package.related(main_part, "styles"))
    book.formats = cell_formats(package.load(*styles)->root());
  const std::vector<Relation> relations = package.relations(main_part);
  Allowance allowance;
  for (const ExcelSheet& sheet : sheets_of(workbook.root(), relations, file))
    read_sheet(package, sheet, book, allowance, file);
}

}  // namespace wardplan::tables

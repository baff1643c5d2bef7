// Margins and sizes as the rules give them; where a rule gives a range, the value taken lies in it
// and the range stands behind. What no rule names (heading cells, remarks) is common practice.
#include "document/layout.h"

#include <algorithm>

namespace wardplan::document {
namespace {

using enum Align;

constexpr int kShortSide = 210;
constexpr int kLongSide = 297;

constexpr Date day(int year, unsigned month, unsigned day_of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month)};
}

/// From when a rule holds isn't among what was read.
constexpr Date kAlways = day(1, 1, 1);

using Styles = std::array<StyleFormat, kStyleCount>;

/// NĐ 30/2020/NĐ-CP. The head takes the smaller sizes, so that the name of the state stands on one
/// line. The rule under issuer and subject is 1/3 to 1/2 of the line.
constexpr Styles kState = {{
    {Style::body, "body", "Nội dung", 14, false, false, false, justify, 0, 6, 10},  // 13-14, 10-12
    {Style::title, "title", "Tên loại", 14, true, false, false, center, 12, 0},     // 13-14
    {Style::subtitle, "subtitle", "Trích yếu", 14, true, false, false, center, 0, 12, 0, 33},
    {Style::heading1, "heading1", "Đề mục 1", 14, true, false, false, center, 12, 6},  // 13-14
    {Style::heading2, "heading2", "Đề mục 2", 14, true, false, false, left, 6, 6, 10},
    {Style::heading3, "heading3", "Đề mục 3", 14, true, true, false, left, 6, 6, 10},
    {Style::note, "note", "Ghi chú", 12, false, true, false, left, 6, 6},
    {Style::item, "item", "Mục danh sách", 14, false, false, false, justify, 0, 6},
    {Style::line, "line", "Dòng", 14},
    {Style::head, "head", "Đầu cột", 12, true, false, false, center, 1, 1},
    {Style::cell, "cell", "Ô bảng", 12, false, false, false, left, 1, 1},
    {Style::parent, "parent", "Cơ quan chủ quản", 12, false, false, false, center},  // 12-13
    {Style::issuer, "issuer", "Cơ quan ban hành", 12, true, false, false, center, 0, 0, 0, 40},
    {Style::nation, "nation", "Quốc hiệu", 12, true, false, false, center},  // 12-13
    {Style::motto, "motto", "Tiêu ngữ", 13, true, false, true, center},      // 13-14
    {Style::number, "number", "Số ký hiệu", 13, false, false, false, center, 6, 0},
    {Style::date, "date", "Địa danh, ngày tháng", 13, false, true, false, center, 6, 0},  // 13-14
    {Style::recipients, "recipients", "Nơi nhận", 12, true, true, false, left},
    {Style::recipient, "recipient", "Dòng nơi nhận", 11, false, false, false, left},
    {Style::office, "office", "Chức vụ người ký", 14, true, false, false, center},  // 13-14
    {Style::remark, "remark", "Cách ký", 13, false, true, false, center},
    // Room for the signature and the seal.
    {Style::signer, "signer", "Họ tên người ký", 14, true, false, false, center, 70, 0},  // 13-14
    {Style::closing, "closing", "Câu kết", 14, false, false, false, justify, 6, 6, 10},
    {Style::basis, "basis", "Căn cứ", 14, false, true, false, justify, 0, 6, 10},  // 13-14
}};

constexpr void set(Styles& styles, Style style, StyleFormat change) {
  StyleFormat& format = styles[static_cast<std::size_t>(style)];
  change.style = format.style;
  change.name = format.name;
  change.title = format.title;
  format = change;
}

/// HD 36-HD/VPTW, appendix 3; how `Nơi nhận` looks could not be read there and is taken from the
/// guide that followed it.
constexpr Styles party_2018() {
  Styles styles = kState;
  set(styles, Style::title, {.size = 16, .bold = true, .align = center, .before = 12});   // 15-16
  set(styles, Style::subtitle, {.size = 15, .bold = true, .align = center, .after = 6});  // 14-15
  set(styles, Style::parent, {.size = 14, .align = center});
  set(styles, Style::issuer, {.size = 14, .bold = true, .align = center});
  set(styles, Style::nation, {.size = 15, .bold = true, .underline = true, .align = center});
  set(styles, Style::motto, {.size = 14, .bold = true, .align = center});
  set(styles, Style::number, {.size = 14, .align = center});
  set(styles, Style::date, {.size = 14, .italic = true, .align = center, .before = 6});
  set(styles, Style::recipients, {.size = 14, .underline = true});
  set(styles, Style::recipient, {.size = 12});
  set(styles, Style::basis, {.size = 14, .align = justify, .after = 6, .indent = 10});
  return styles;
}

/// HD 05-HD/VPTW: sizes of type and subject as before, of which it was not read that they changed.
constexpr Styles party_2026() {
  Styles styles = party_2018();
  set(styles, Style::office, {.size = 14, .align = center});
  return styles;
}

constexpr std::array kLayouts = {
    // Top and bottom 20-25, left 30-35, right 15-20; page number 13-14.
    Layout{"nha-nuoc", "nha-nuoc", "Nghị định 30/2020/NĐ-CP", kAlways, 20, 20, 30, 15, 13, 0, "./.",
           "Lưu: VT", kState},
    // It says nothing of the page number; end and copy are those of papers of its time.
    Layout{"dang-2018", "dang", "Hướng dẫn 36-HD/VPTW", day(2018, 4, 3), 20, 20, 30, 15, 13, 0,
           "./.", "Lưu {office}", party_2018()},
    // Lines of exactly 18-20 points.
    Layout{"dang-2026", "dang", "Hướng dẫn 05-HD/VPTW", day(2026, 5, 27), 20, 20, 30, 15, 13, 18,
           ".", "Lưu {body}", party_2026()},
};

}  // namespace

std::vector<std::string> layout_names() {
  std::vector<std::string> names;
  for (const Layout& layout : kLayouts)
    for (const std::string_view name : {layout.family, layout.name})
      if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
  return names;
}

const Layout* find_layout(std::string_view name, Date day) {
  const Layout* found = nullptr;
  for (const Layout& layout : kLayouts) {
    if (layout.name == name && layout.name != layout.family) return &layout;
    if (layout.family == name && layout.from <= day) found = &layout;
  }
  return found;
}

const Layout& layout_of(std::string_view family, Date day) {
  if (const Layout* layout = find_layout(family, day)) return *layout;
  return *std::ranges::find(kLayouts, family, &Layout::family);
}

std::optional<Style> find_style(std::string_view name) {
  const auto* found = std::ranges::find(kState, name, &StyleFormat::name);
  return found == kState.end() ? std::nullopt : std::optional(found->style);
}

std::string_view style_name(Style style) { return kState[static_cast<std::size_t>(style)].name; }

int page_width(Orientation orientation) {
  return orientation == Orientation::portrait ? kShortSide : kLongSide;
}

int page_height(Orientation orientation) {
  return orientation == Orientation::portrait ? kLongSide : kShortSide;
}

}  // namespace wardplan::document

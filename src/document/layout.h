#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "times/date.h"

namespace wardplan::document {

inline constexpr std::string_view kFont = "Times New Roman";

/// How one style looks.
struct StyleFormat {
  Style style = Style::body;
  /// Name of its class in pages and in HTML; its name in Word.
  std::string_view name = {};
  std::string_view title = {};
  /// Points.
  int size = 14;
  bool bold = false;
  bool italic = false;
  bool underline = false;
  Align align = Align::left;
  /// Room above and below, in points.
  int before = 0;
  int after = 0;
  /// Of the first line, in millimetres.
  int indent = 0;
  /// Length of a line drawn below, in per cent of the width there is; 0: none.
  int rule = 0;
};

/// The style in letters that are so many points smaller.
constexpr StyleFormat smaller(StyleFormat format, int points) {
  format.size -= points;
  return format;
}

/// Whether lines of a style are as high as those of body text.
constexpr bool is_body_text(Style style) {
  return style == Style::body || style == Style::closing || style == Style::basis;
}

/// What an authority has laid down for its papers, from a day on.
struct Layout {
  std::string_view name;
  /// Layouts of one family follow each other.
  std::string_view family;
  std::string_view source;
  Date from;
  /// Millimetres of an A4 page.
  int top = 20;
  int bottom = 20;
  int left = 30;
  int right = 15;
  /// Points; of the page number in the middle of the upper margin.
  int page_number = 13;
  /// Exact height of a line of body text in points; 0: single.
  int line = 0;
  /// What a text ends with.
  std::string_view end_mark;
  /// Where a copy stays, as the last of the recipients has it: `{office}` and `{body}` are those of
  /// the body that issues it.
  std::string_view copy;
  std::array<StyleFormat, kStyleCount> styles;

  const StyleFormat& operator[](Style style) const {
    return styles[static_cast<std::size_t>(style)];
  }
};

/// Every name that a page may give: `nha-nuoc`, `dang`, `dang-2018`, `dang-2026`.
std::vector<std::string> layout_names();

/// The layout of this name; of a family the one in force on the day, and nothing before its first
/// one or for another name.
const Layout* find_layout(std::string_view name, Date day);

/// The layout of a family that is in force on the day; before its first one, that.
const Layout& layout_of(std::string_view family, Date day);

/// The families: papers of the state, and of the Party.
inline constexpr std::string_view kStateLayout = "nha-nuoc";
inline constexpr std::string_view kPartyLayout = "dang";

/// The style of this name (a class of pages), or nothing; the name of a style.
std::optional<Style> find_style(std::string_view name);
std::string_view style_name(Style style);

/// A4 in millimetres as it lies.
int page_width(Orientation orientation);
int page_height(Orientation orientation);

}  // namespace wardplan::document
